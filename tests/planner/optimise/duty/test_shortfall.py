from __future__ import annotations

from datetime import date

from planner.optimise.duty.shortfall import Rule, Shortfall, shortfall_sentences
from planner.text import Text

LEADER = Text("没有所领导带班。", "no unit head on duty.")
HOURS = Text("李静本月工时过多。", "too many hours for 李静.")


def _short(rule: Rule, said: Text, day: int | None = None) -> Shortfall:
    return Shortfall(rule, 1, said, date(2026, 11, day) if day is not None else None)


def test_days_short_of_the_same_are_one_sentence() -> None:
    alone = Text("值班1人。", "1 on duty.")
    days = [_short("leader", LEADER, day) for day in (3, 4, 5, 6, 7, 9)]
    said = shortfall_sentences([*days[:2], _short("duty_cover", alone, 4), *days[2:], _short("hours", HOURS)])
    assert [s.zh for s in said] == ["11月3日至7日、9日:没有所领导带班。", "11月4日:值班1人。", HOURS.zh]
    assert said[0].en == "November 3 to 7, 9: no unit head on duty."


def test_a_day_alone_says_the_same() -> None:
    short = _short("leader", LEADER, 3)
    assert shortfall_sentences([short]) == [short.message]
