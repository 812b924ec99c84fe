from __future__ import annotations

import pytest

from planner.edits.duty import codes_of
from planner.errors import InputError
from planner.files.duty.words import DutyWords
from planner.policy.policy import default_policy
from planner.tables.duty_words import Typing, initial, read_code

CODES = codes_of(default_policy(), custody=False)
WORDS = DutyWords(default_policy(), custody=False)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("值", "duty"),
        ("值班", "duty"),
        ("Duty", "duty"),
        ("24", "duty"),
        ("24h", "duty"),
        ("24小时", "duty"),
        (" 休 ", "rest"),
        ("in the beat", "beat"),
        ("night_duty", "night_duty"),
        ("", None),
        ("  ", None),
        ("-", None),
        ("值班*", "duty"),
        ("走访", "beat"),
    ],
)
def test_letters_names_ids_and_hours_are_understood(words: str, code: str | None) -> None:
    assert read_code(words, WORDS) == code


def test_an_unknown_word_is_answered_with_what_may_stand_there() -> None:
    with pytest.raises(InputError) as refused:
        read_code("巡山", WORDS)
    assert "“巡山”不是班次代码" in refused.value.message.zh
    assert "值(值班)" in refused.value.message.zh


@pytest.mark.parametrize(
    ("letter", "sound"), [("值", "z"), ("社", "s"), ("休", "x"), ("A", "a"), ("", ""), ("\u3400", "")]
)
def test_a_character_is_typed_by_its_first_sound(letter: str, sound: str) -> None:
    assert initial(letter) == sound


def test_the_same_key_again_takes_the_next_code_it_may_mean() -> None:
    typing = Typing(CODES)
    seen = [typing.key("b", None)]
    while len(seen) < 6:
        seen.append(typing.key("b", seen[-1]))
    assert seen == ["day_duty", "compensatory", "standby", "reports", "sick", "day_duty"]


def test_a_letter_is_its_code_whatever_stands_there() -> None:
    assert Typing(CODES).key("社", "duty") == "beat"


def test_digits_wait_for_whole_hours() -> None:
    typing = Typing(CODES)
    assert typing.key("2", None) is None
    assert typing.key("4", None) == "duty"
    assert typing.key("1", None) is None
    assert typing.key("2", None) == "day_duty"
    assert typing.key("9", None) is None
    assert typing.key("z", None) == "duty"
    assert typing.key("?", None) is None
