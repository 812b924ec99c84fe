"""Who has nights off."""

from __future__ import annotations

from datetime import date

import pytest

from planner.county.night import NightReason, night_exemptions, nights_off
from planner.county.records import Person
from planner.files.vocabulary import vocabulary

NOVEMBER = date(2026, 11, 1)
ALL = frozenset(range(1, 31))


def told(words: str) -> Person:
    return Person(1, "李", "1", special=words, special_codes=vocabulary().special_codes(words))


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("", frozenset()),
        ("专业技术", frozenset()),
        ("孕期", ALL),
        ("孕期(预产期2027年3月10日)", frozenset(range(18, 31))),
        ("怀孕,预产期:2027-06", frozenset()),
        ("怀孕,预产期 2026.11.20", ALL),
        ("怀孕,预产期 2027年13月", ALL),
        ("哺乳期", ALL),
        ("哺乳期,孩子2025年11月16日出生", frozenset(range(1, 16))),
        ("哺乳(出生:2024.5.1)", frozenset()),
        ("哺乳期至2026年10月", frozenset()),
        ("哺乳期至2026年11月", ALL),
        ("免夜班", ALL),
        ("医嘱不值夜班至2026-11-10", frozenset(range(1, 11))),
    ],
)
def test_nights_are_off_as_long_as_the_words_say(words: str, days: frozenset[int]) -> None:
    assert nights_off(told(words), NOVEMBER) == days


def test_a_child_born_on_a_leap_day_is_under_one_until_the_end_of_february() -> None:
    [exemption] = night_exemptions(told("哺乳期,出生2024年2月29日"))
    assert (exemption.reason, exemption.until) == (NightReason.NURSING, date(2025, 2, 27))
