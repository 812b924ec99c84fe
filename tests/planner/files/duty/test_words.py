"""What stands in the cells of duty rosters and attendance."""

from __future__ import annotations

import pytest

from planner.county.duty import Attended, Cell, Mark
from planner.files.duty.words import DutyWords
from planner.policy.policy import default_policy

STATION = DutyWords(default_policy(), custody=False)
CUSTODY = DutyWords(default_policy(), custody=True)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("24", "duty"),
        ("24h", "duty"),
        ("２４小时", "duty"),
        ("值", "duty"),
        ("值 班", "duty"),
        ("主班", "duty"),
        ("备勤", "standby"),
        ("备", "standby"),
        ("休", "rest"),
        ("轮休", "rest"),
        ("补休", "compensatory"),
        ("年假", "leave"),
        ("病假", "sick"),
        ("白", "day_duty"),
        ("夜班", "night_duty"),
        ("社", "beat"),
        ("下社区", "beat"),
        ("走访", "beat"),
        ("会", "meeting"),
        ("培训", "training"),
        ("专项", "campaign"),
        ("借调", "lent"),
        ("外借刑侦大队", "lent"),
        ("报表", "reports"),
        ("值班、值", "duty"),
        ("night duty", "night_duty"),
        ("night_duty", "night_duty"),
    ],
)
def test_each_spelling_is_read_as_its_code(words: str, code: str) -> None:
    assert STATION.planned(words).planned == Cell(code)


@pytest.mark.parametrize("words", ["", " ", "-", "/", "空", "无"])
def test_what_says_nothing_plans_nothing(words: str) -> None:
    meaning = STATION.planned(words)
    assert meaning.planned is None
    assert meaning.trouble is None


@pytest.mark.parametrize("words", ["火星", "值/备", "上午社"])
def test_what_is_not_one_known_code_is_refused_with_a_sentence(words: str) -> None:
    meaning = STATION.planned(words)
    assert meaning.planned is None
    assert meaning.trouble is not None
    assert words in meaning.trouble.zh
    assert words in meaning.trouble.en


def test_a_number_cell_is_a_day_on_duty() -> None:
    assert STATION.planned(24.0).planned == Cell("duty")


def test_a_post_of_custody_units_is_plain_duty_at_a_station() -> None:
    assert STATION.planned("带班领导").planned == Cell("duty")
    assert CUSTODY.planned("带班领导").planned == Cell("custody_leader")
    assert CUSTODY.planned("监控值守").planned == Cell("custody_monitor")
    assert STATION.planned("提讯").trouble is not None


@pytest.mark.parametrize(
    ("words", "done"),
    [
        ("社", Attended("beat", "beat")),
        ("社/值", Attended("beat", "duty")),
        ("社 值", Attended("beat", "duty")),
        ("上午社下午值", None),
        ("上午社/下午值", Attended("beat", "duty")),
        ("下午社", Attended("", "beat")),
        ("下社区", Attended("beat", "beat")),
        ("社/", Attended("beat", "")),
        ("/值", Attended("", "duty")),
        ("缺勤", Attended(mark=Mark.ABSENT)),
        ("旷工", Attended(mark=Mark.ABSENT)),
        ("值班迟到", Attended("duty", "duty", Mark.LATE)),
        ("值(脱岗)", Attended("duty", "duty", Mark.LEFT)),
        ("值、早退", Attended("duty", "duty", Mark.LEFT)),
        ("电话请假", Attended(mark=Mark.PHONE_LEAVE)),
        ("外借刑侦大队", Attended("lent", "lent", place="刑侦大队")),
        ("借至县政府", Attended("lent", "lent", place="县政府")),
        ("外借(县委)", Attended("lent", "lent", place="县委")),
        ("社/借调到县政法委", Attended("beat", "lent", place="县政法委")),
        ("借→县委(政法委)/一楼", Attended("lent", "lent", place="县委(政法委)/一楼")),
        ("社/值/会", None),
        ("值(张三)", None),
        ("?", None),
    ],
)
def test_a_day_is_taken_apart_into_halves_marks_and_places(words: str, done: Attended | None) -> None:
    meaning = STATION.attended(words)
    assert meaning.done == done
    assert (meaning.trouble is None) == (done is not None)


def test_a_sentence_is_read_by_the_one_code_it_names() -> None:
    assert STATION.described("到幸福社区走访").done == Attended("beat", "beat")
    assert STATION.described("参加县局会议后下社区").trouble is not None
    assert STATION.described("整理").trouble is not None


def test_every_code_is_written_so_that_it_is_read_again() -> None:
    for words in (STATION, CUSTODY):
        for code in words.codes:
            assert words.code(words.written(code)) == code
            assert words.planned(words.written(code)).planned == Cell(code)
            assert words.attended(words.written(code)).done == Attended(code, code)
