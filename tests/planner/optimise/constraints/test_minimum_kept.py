from __future__ import annotations

from planner.county.records import AbsenceKind, UnitKind
from planner.optimise.constraints.minimum_kept import kept_minimums
from tests.planner.building import TODAY, Building


def test_without_a_number_three_quarters_of_the_books_stay_rounded_up() -> None:
    b = Building()
    office = b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.people(6, office)
    assert kept_minimums(b.state()) == {office: 5}


def test_the_units_sheet_wins_over_the_share() -> None:
    b = Building()
    office = b.unit("政工室", UnitKind.ADMINISTRATIVE, minimum=2)
    b.people(6, office)
    assert kept_minimums(b.state()) == {office: 2}


def test_no_more_are_kept_than_are_present_and_borrowed_officers_are_not_its_own() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室", UnitKind.ADMINISTRATIVE)
    for officer in b.people(4, office)[:2]:
        b.absent(officer, AbsenceKind.SUSPENDED, TODAY)
    b.second(b.person(station), office)
    assert kept_minimums(b.state()) == {office: 2}


def test_stations_and_units_of_others_have_no_minimum_kept() -> None:
    b = Building()
    b.people(5, b.unit("城关派出所"))
    b.people(5, b.unit("边境派出所", ours=False))
    assert kept_minimums(b.state()) == {}
