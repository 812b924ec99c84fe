"""When each line breaks or heals, and by whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.audit.ledgers import Ledger
from planner.county.records import Post, UnitKind
from planner.forecast.breaks import Break, Turn
from planner.forecast.events import EventKind
from planner.forecast.months import Forecast
from planner.forecast.words import break_sentence
from tests.planner.forecast.ahead import RETIRES, RETURNS, AheadCounty


def _of(ahead: Forecast, rule: str, ledger: Ledger = Ledger.PRESENT) -> list[Break]:
    return [b for b in ahead.breaks if b.after.rule == rule and b.after.ledger is ledger]


def test_a_return_heals_the_minimum_and_a_retirement_breaks_it() -> None:
    county = AheadCounty()
    heals, breaks = _of(county.forecast(), "station_minimum")
    assert (heals.date, heals.heals, breaks.date, breaks.heals) == (RETURNS, True, RETIRES, False)
    assert [e.kind for e in heals.events] == [EventKind.RETURNS]
    assert [(e.kind, e.person) for e in breaks.events] == [(EventKind.RETIRES, county.old)]
    assert breaks.before is not None
    assert (breaks.before.numerator, breaks.after.numerator) == (5, 4)
    assert breaks.events[0].words.en.startswith("张三 (")


def test_each_ledger_breaks_by_itself() -> None:
    ahead = AheadCounty().forecast()
    assert [b.date for b in _of(ahead, "station_minimum", Ledger.BOOKS)] == [RETIRES]


def test_a_long_leave_breaks_a_line_between_two_firsts_of_a_month() -> None:
    county = AheadCounty()
    person = county.leave()
    first, last = _of(county.forecast(), "station_minimum")[1:3]
    assert (first.date, first.events[0].kind, first.events[0].person) == (
        date(2027, 5, 10),
        EventKind.ABSENT,
        person,
    )
    assert (last.date, last.heals, last.events[0].kind) == (date(2027, 8, 21), True, EventKind.BACK)


def test_only_those_are_named_who_bear_on_the_line() -> None:
    county = AheadCounty()
    county.others.append(county.person(county.office, name="王五", left_on=RETIRES))
    [breaks] = [b for b in _of(county.forecast(), "station_minimum") if not b.heals]
    assert [e.person for e in breaks.events] == [county.old]


def test_the_end_of_an_approval_breaks_the_line_of_draw_offs() -> None:
    county = AheadCounty()
    county.county = replace(county.county, secondments={})
    kept = {"kept_with_approval": True, "kept_until": date(2027, 1, 31)}
    county.second(county.drawn_off, county.office, from_=date(2026, 6, 1), **kept)
    [breaks] = _of(county.forecast(), "secondment")
    assert (breaks.date, breaks.events[0].kind) == (date(2027, 2, 1), EventKind.APPROVAL_ENDS)


def test_a_target_raised_on_a_day_breaks_its_line_by_nobody() -> None:
    county = AheadCounty()
    county.policy = county.policy.with_later("station_share.required", "90/100", date(2027, 1, 15))
    county.override("station_share.required", "10/100")
    breaks = _of(county.forecast(), "station_share")
    assert [(b.date, b.events[0].kind, b.events[0].person) for b in breaks] == [
        (date(2027, 1, 15), EventKind.POLICY_CHANGES, None)
    ]


def test_a_station_opened_too_small_is_a_break_of_a_line_not_judged_before() -> None:
    county = AheadCounty()
    new = county.unit("新所", UnitKind.STATION, opened=date(2027, 1, 10))
    [breaks] = [b for b in _of(county.forecast(), "station_minimum") if b.after.unit == new]
    assert (breaks.date, breaks.before, breaks.heals) == (date(2027, 1, 10), None, False)


def test_the_unmet_line_of_a_station_that_is_closed_is_judged_no_longer() -> None:
    county = AheadCounty()
    small = county.unit("小所", closed=date(2027, 1, 10))
    [last] = [b for b in _of(county.forecast(), "station_minimum") if b.after.unit == small]
    assert (last.date, last.turn, last.heals) == (date(2027, 1, 10), Turn.LAPSES, True)
    assert [event.kind for event in last.events] == [EventKind.UNITS_CHANGE]
    assert last.judged_in.unit_name(small) == "小所"
    assert break_sentence([last]).zh.startswith("2027-01-10 不再评价 小所 派出所最低警力(在岗)0 → 不再评价")


def test_a_met_line_that_is_judged_no_longer_is_no_news() -> None:
    county = AheadCounty()
    closing = county.unit("大所", closed=date(2027, 1, 10))
    county.people(6, closing, Post.COMMUNITY)
    assert closing not in {b.after.unit for b in _of(county.forecast(), "station_minimum")}
