"""Who makes the ledgers differ."""

from __future__ import annotations

from planner.county.records import AbsenceKind, Post
from planner.reports.difference import difference_rows
from tests.planner.building import TODAY, share_county


def test_the_drawn_off_are_named_before_those_who_are_only_absent() -> None:
    b = share_county(4, 2)
    absent, away, *_ = b.county.people
    b.absent(absent, AbsenceKind.MATERNITY, TODAY)
    b.second(away, None, to_outside="县委")
    rows = difference_rows(b.audit())
    assert [(row.name, row.change) for row in rows] == [
        (b.county.people[away].name, -1),
        (b.county.people[absent].name, -1),
    ]


def test_whoever_works_down_in_a_station_comes_last() -> None:
    b = share_county(3, 2)
    station = next(iter(b.county.units))
    clerk = list(b.county.people)[-1]
    b.second(clerk, station)
    b.second(next(iter(b.county.people)), None, to_outside="县委")
    b.person(station, Post.CASE)
    assert [row.change for row in difference_rows(b.audit())] == [-1, 1]
