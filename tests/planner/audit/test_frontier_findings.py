from __future__ import annotations

from datetime import date

from planner.audit.audit import audit
from planner.audit.results import FINDING_NAMES, Finding, Gravity
from planner.county.duty import Cell, DutyBook, DutyMonth
from planner.county.records import Post, UnitKind
from planner.county.state import state
from tests.planner.building import TODAY, Building

NOVEMBER = date(2026, 11, 1)


def _found(b: Building, *units: int) -> list[Finding]:
    """Audit a month in which the first person of each unit has a duty on the first day alone."""
    people = {p.unit: p.person for p in reversed(b.county.postings.values())}
    months = {(u, NOVEMBER): DutyMonth(u, NOVEMBER, {people[u]: {1: Cell("duty")}}) for u in units}
    found = audit(state(b.county, TODAY, b.policy), DutyBook(months)).findings
    return [f for f in found if f.rule == "duty_frontier"]


def test_a_station_that_has_to_fall_short_is_told_what_can_hold_and_what_would_help() -> None:
    b = Building()
    unit = b.unit("勐永派出所")
    b.people(7, unit, Post.CASE)
    (found,) = _found(b, unit)
    assert (found.gravity, found.unit, found.people) == (Gravity.WARNING, unit, ())
    assert (found.measured, found.required, found.shortfall) == (7, 9, 2)
    for said in ("现有民警7人,四项不能同时做到", "至少需民警9人", "辅警作为值班第二人", "与邻所合并值班"):
        assert said in found.message.zh
    assert found.message.en.startswith(
        "勐永派出所: By the officer's own beat, 7 officers cannot keep all four"
    )
    assert found.rule in FINDING_NAMES


def test_it_is_said_once_a_station_and_by_the_reading_in_force() -> None:
    b = Building()
    one, other = b.unit("勐永派出所"), b.unit("勐撒派出所")
    for unit in (one, other):
        b.people(4, unit, Post.COMMUNITY)
    b.override("counting.area", "station")
    found = _found(b, one, other)
    assert [f.unit for f in found] == [one, other]
    assert all("按“派出所辖区”口径" in f.message.zh for f in found)


def test_where_the_people_suffice_or_nothing_is_short_nothing_is_said() -> None:
    b = Building()
    large, quiet, custody = b.unit("城关派出所"), b.unit("勐撒派出所"), b.unit("看守所", UnitKind.CUSTODY)
    b.people(30, large, Post.CASE)
    b.people(3, quiet, Post.CASE)
    b.people(3, custody)
    assert _found(b, large, custody) == []
