from __future__ import annotations

from datetime import date

from planner.optimise.duty.carrying import Carried, carried
from tests.planner.optimise.duty.stations import NOVEMBER, OCTOBER, Station


def test_who_had_more_than_an_even_share_carries_the_difference() -> None:
    s = Station(others=2)
    a, b = s.others
    rest = {(p, day): "office" for p in (a, b) for day in range(1, 31)}
    s.plan({**rest, (a, 3): "duty", (a, 10): "duty", (a, 17): "duty", (a, 24): "duty"}, OCTOBER)
    found = carried(s.document.duty, s.policy, s.id, NOVEMBER)
    assert found == {a: Carried(2, 2, 2), b: Carried(-2, -2, -2)}  # 3, 17 and 24 October were days off: 1.5


def test_only_three_months_before_count() -> None:
    s = Station(others=2)
    a, b = s.others
    for month in (date(2026, 7, 1), date(2026, 8, 1)):
        s.plan({(a, 5): "duty", (a, 12): "duty", (b, 5): "office", (b, 12): "office"}, month)
    assert carried(s.document.duty, s.policy, s.id, NOVEMBER)[a].duties == 1


def test_leave_is_no_debt() -> None:
    s = Station(others=2)
    a, b = s.others
    leave = {(b, day): "leave" for day in range(1, 31)}
    s.plan({**leave, (a, 5): "duty", (a, 12): "duty"}, OCTOBER)
    assert carried(s.document.duty, s.policy, s.id, NOVEMBER)[b] == Carried()


def test_an_old_difference_never_fills_a_month() -> None:
    s = Station(others=2)
    a, b = s.others
    s.plan({**{(a, day): "duty" for day in range(1, 30, 2)}, (b, 1): "duty"}, OCTOBER)
    found = carried(s.document.duty, s.policy, s.id, NOVEMBER)
    assert max(abs(of.duties) for of in found.values()) <= 3


def test_an_empty_month_leaves_nothing() -> None:
    s = Station(others=2)
    s.plan({}, OCTOBER)
    assert carried(s.document.duty, s.policy, s.id, NOVEMBER) == {}
