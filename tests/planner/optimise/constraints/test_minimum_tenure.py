"""Nobody new in a unit is transferred, but another post at home is open to them."""

from __future__ import annotations

from datetime import date

from planner.county.records import Post, UnitKind
from planner.optimise.movable import Bar, movable_range
from tests.planner.building import TODAY, Building
from tests.planner.optimise.constraints.small import county, moved, planned, short

LAST_YEAR = date(TODAY.year - 1, TODAY.month, TODAY.day)


def test_years_are_full_years_in_the_unit() -> None:
    b = Building()
    unit = b.unit("刑侦大队", UnitKind.ENFORCEMENT)
    just, not_yet, unknown = (
        b.person(unit, in_unit_since=since)
        for since in (LAST_YEAR, LAST_YEAR.replace(day=LAST_YEAR.day + 1), None)
    )
    b.override("planning.minimum_tenure_years", 1)
    assert movable_range(b.state()).bars == {just: None, not_yet: Bar.TENURE, unknown: None}


def test_whoever_is_new_is_passed_over_for_others() -> None:
    b, _, desk = county(present=4, office=0)
    new = b.person(desk, in_unit_since=TODAY)
    old = b.people(2, desk)
    b.override("planning.minimum_tenure_years", 2)
    assert set(moved(planned(b))) < {*old}
    assert new not in moved(planned(b))


def test_where_all_are_new_the_station_stays_short_by_exactly_them() -> None:
    b, _, desk = county(present=3, office=0)
    b.people(8, desk, in_unit_since=TODAY)
    b.override("planning.minimum_tenure_years", 2)
    proposal = planned(b)
    assert (moved(proposal), short(proposal, "station_minimum")) == ([], 2)


def test_a_new_officer_may_take_a_beat_at_home() -> None:
    b = Building()
    b.people(5, b.unit("城关派出所"), Post.OFFICE, in_unit_since=TODAY)
    b.override("planning.minimum_tenure_years", 2)
    assert planned(b).level("post_changes") == 2
