"""What is known to come, written into the records; and what is not known, listed."""

from __future__ import annotations

from datetime import date

from planner.county.records import AbsenceKind, Category, Serving, Sex
from planner.forecast.expected import expected
from tests.planner.building import TODAY, Building

BORN = date(1967, 1, 1)  # a man of this month retires in the month after July 2027: 60 years and 7 months


def test_an_officer_leaves_on_the_day_the_law_gives() -> None:
    b = Building()
    person = b.person(b.unit("城关派出所"), birth=BORN, sex=Sex.MALE)
    ahead = expected(b.county, TODAY, b.policy)
    assert ahead.county.people[person].left_on == date(2027, 9, 1)
    assert ahead.by_law == {person}


def test_a_recorded_day_of_leaving_stands_for_that_of_the_law() -> None:
    b = Building()
    person = b.person(b.unit("城关派出所"), birth=BORN, sex=Sex.MALE, left_on=date(2029, 1, 1))
    ahead = expected(b.county, TODAY, b.policy)
    assert ahead.county.people[person].left_on == date(2029, 1, 1)
    assert not ahead.by_law


def test_who_is_past_the_age_or_cannot_be_dated_stays_and_is_listed() -> None:
    b = Building()
    station = b.unit("城关派出所")
    old = b.person(station, birth=date(1960, 1, 1), sex=Sex.MALE)
    unknown = b.person(station, birth=date(1990, 1, 1))
    b.person(station, category=Category.AUXILIARY)
    b.person(station, serving=Serving.LEFT)
    ahead = expected(b.county, TODAY, b.policy)
    assert (ahead.past_age, ahead.undated) == ((old,), (unknown,))
    assert ahead.county.people == b.county.people


def test_a_secondment_ends_on_its_planned_day_and_an_overdue_one_goes_on() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("刑侦大队")
    due, late = b.people(2, station)
    planned = b.second(due, office, from_=date(2026, 1, 1), until=date(2027, 3, 31))
    overdue = b.second(late, office, from_=date(2026, 1, 1), until=date(2026, 3, 31))
    ahead = expected(b.county, TODAY, b.policy)
    assert ahead.county.secondments[planned].returned_on == date(2027, 3, 31)
    assert ahead.county.secondments[overdue].returned_on is None
    assert ahead.overdue == (late,)


def test_who_is_away_without_an_end_on_record_is_listed() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("刑侦大队")
    away, sick, dated, mother, ill = b.people(5, station)
    b.people(1, station)
    b.second(away, office, from_=date(2026, 1, 1))
    b.absent(sick, AbsenceKind.LONG_SICK, date(2026, 10, 1))
    b.second(dated, office, from_=date(2026, 1, 1), until=date(2027, 1, 1))
    b.absent(mother, AbsenceKind.MATERNITY, date(2026, 10, 1), date(2027, 3, 1))
    b.absent(ill, AbsenceKind.SICK, TODAY)  # counted at home today, and nowhere from the 31st day
    assert expected(b.county, TODAY, b.policy).open_ended == (away, sick, ill)


def test_who_will_be_away_without_an_end_on_record_is_listed_too() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("刑侦大队")
    soon, mother, dated, gone, auxiliary = (
        b.person(station, **fields)
        for fields in ({}, {}, {}, {"left_on": date(2027, 1, 1)}, {"category": Category.AUXILIARY})
    )
    later = date(2027, 2, 1)
    for person in (soon, gone, auxiliary):
        b.second(person, office, from_=later)
    b.second(dated, office, from_=later, until=date(2027, 6, 1))
    b.absent(mother, AbsenceKind.MATERNITY, later)
    assert expected(b.county, TODAY, b.policy).open_ended == (soon, mother)
