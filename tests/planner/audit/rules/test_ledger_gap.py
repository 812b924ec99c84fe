"""Where books and present differ."""

from __future__ import annotations

from planner.audit.results import Gravity
from planner.county.records import UnitKind
from tests.planner.building import Building


def gap_county() -> Building:
    b = Building()
    station, brigade = b.unit("城关派出所"), b.unit("刑侦大队", UnitKind.ENFORCEMENT)
    people = b.people(6, station)
    b.people(6, brigade)
    b.second(people[0], brigade)
    return b


def test_each_unit_that_differs_is_listed_with_the_names() -> None:
    b = gap_county()
    findings = [f for f in b.audit().findings if f.rule == "ledger_gap"]
    assert [(f.unit, f.gravity, f.measured, len(f.people)) for f in findings] == [
        (1, Gravity.WARNING, 1, 1),
        (2, Gravity.WARNING, 1, 1),
    ]


def test_a_difference_within_the_margin_is_not_listed() -> None:
    b = gap_county()
    b.override("ledger_gap.margin", 1)
    assert not [f for f in b.audit().findings if f.rule == "ledger_gap"]
