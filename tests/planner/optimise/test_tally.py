"""A tally counts like the audit, and says what one officer more or less would change."""

from __future__ import annotations

from planner.county.records import Category, Post, UnitKind
from planner.optimise.recount import shortages
from planner.optimise.tally import Shortfalls, tally_of
from tests.planner.building import Building


def county() -> tuple[Building, int, int]:
    b = Building()
    station = b.unit("城关派出所", duty_cover=1)
    b.people(2, station, Post.COMMUNITY)
    b.people(2, station, Post.CASE)
    b.people(10, b.unit("刑侦大队", UnitKind.ENFORCEMENT), Post.CASE)
    return b, station, b.person(next(iter(b.county.units)), Post.OFFICE, category=Category.PROBATIONER)


def test_the_shortfalls_of_a_tally_are_those_of_the_audit() -> None:
    b, station, _ = county()
    b.override("duty.counted_hours", 24)
    audit = b.audit()
    shortfalls, tally = Shortfalls(audit), tally_of(audit.state)
    counted = shortages(audit)
    assert shortfalls.of("station_share", None, tally) == counted["station_share"]
    for rule in ("station_minimum", "community_share", "field_time"):
        assert shortfalls.of(rule, station, tally) == counted[rule]


def test_one_officer_fewer_is_one_officer_fewer() -> None:
    b, station, person = county()
    audit = b.audit()
    shortfalls, tally = Shortfalls(audit), tally_of(audit.state)
    before = shortfalls.of("station_minimum", station, tally)
    tally.shift(audit.state.placed[person], audit.state, -1)
    assert shortfalls.of("station_minimum", station, tally) == before + 1


def test_on_the_effective_ledger_officers_count_in_hundredths() -> None:
    b, station, _ = county()
    b.override("planning.ledger", "effective")
    b.override("weight.probationer", 50)
    audit = b.audit()
    tally = tally_of(audit.state)
    assert tally.officers[station] == 450
    assert Shortfalls(audit).of("station_minimum", station, tally) == 1, "half a person short"
