from __future__ import annotations

import pytest

from planner.county.records import Post, UnitKind
from planner.optimise.duty.month import month_of
from planner.optimise.duty.spacing import Spacing, open_days, rest_allows, spacings_of
from tests.planner.optimise.duty.stations import NOVEMBER, Station


@pytest.mark.parametrize(
    ("people", "spacing"), [(6, Spacing(1, 3)), (5, Spacing(2, 5)), (4, None), (1, None)]
)
def test_the_fewer_people_the_closer_their_duties(people: int, spacing: Spacing | None) -> None:
    s = Station(others=people)
    assert spacings_of(month_of(s.document, s.id, NOVEMBER)) == dict.fromkeys(s.others, spacing)


def test_an_interval_that_rest_gives_already_asks_for_nothing() -> None:
    s = Station(others=12)
    s.override("duty.interval", 2)
    assert not any(spacings_of(month_of(s.document, s.id, NOVEMBER)).values())


def test_leaders_of_a_custody_unit_are_spaced_by_the_post_they_share() -> None:
    s = Station()
    custody = s.unit("看守所", UnitKind.CUSTODY)
    leaders, others = s.people(2, custody, Post.LEADER), s.people(12, custody)
    found = spacings_of(month_of(s.document, custody, NOVEMBER))
    assert found == {**dict.fromkeys(leaders), **dict.fromkeys(others, Spacing(1, 3))}


def test_duties_fit_as_often_as_rest_and_spacing_let_them() -> None:
    month = range(1, 31)
    assert rest_allows(month, Spacing(1, 3), 2) == 10
    assert rest_allows(month, Spacing(2, 5), 2) == 12
    assert rest_allows(month, None, 2) == 15
    assert rest_allows([1, 2, 9], Spacing(1, 3), 2) == 2


def test_days_of_an_exempt_night_are_not_open_to_a_duty_around_the_clock() -> None:
    s = Station(others=1)
    s.person(s.id, special_codes=frozenset({"no_nights"}))
    month = month_of(s.document, s.id, NOVEMBER)
    assert [len(open_days(month, officer)) for officer in month.officers] == [30, 0]
