from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from planner.county.records import AbsenceKind, MoveKind, Post, SecondmentKind, Sex, UnitKind
from planner.optimise.asked import Asked
from planner.optimise.movable import LIFTABLE, Bar, movable_range, years_later
from tests.planner.building import TODAY, Building

YEARS_AGO = date(2020, 1, 1)


def _bar_of(post: Post = Post.CASE, **person: Any) -> Bar | None:
    b = Building()
    id_ = b.person(b.unit("城关派出所"), post, **person)
    return movable_range(b.state()).bars[id_]


def test_an_ordinary_officer_may_be_moved() -> None:
    assert _bar_of() is None


@pytest.mark.parametrize(
    ("person", "bar"),
    [
        ({"post": Post.LEADER}, Bar.UNIT_HEAD),
        ({"pin": "专案组骨干"}, Bar.PINNED),
        ({"special_codes": frozenset({"pregnant"})}, Bar.PREGNANT),
        ({"special_codes": frozenset({"nursing"})}, Bar.NURSING),
        ({"special_codes": frozenset({"investigated"})}, Bar.INVESTIGATED),
        ({"special_codes": frozenset({"technical"})}, Bar.TECHNICAL),
        ({"left_on": TODAY + timedelta(days=300)}, Bar.NEAR_RETIREMENT),
    ],
)
def test_each_exclusion_is_named(person: dict[str, Any], bar: Bar) -> None:
    assert _bar_of(**person) is bar


def test_two_years_before_retirement_is_not_yet_near() -> None:
    # a man born in November 1968 retires at 61 years, on the first of December 2029, by the law of 2024
    birth = date(1968, 11, 1)
    assert _bar_of(birth=birth, sex=Sex.MALE) is None
    assert _bar_of(birth=birth.replace(year=1966), sex=Sex.MALE) is Bar.NEAR_RETIREMENT
    assert _bar_of(birth=birth.replace(year=1966)) is None, "without the sex the law cannot be applied"


def test_too_short_a_service_bars_only_where_the_policy_and_the_data_say_so() -> None:
    b = Building()
    station = b.unit("城关派出所")
    young, unknown = b.person(station, joined_police=date(2025, 8, 1)), b.person(station)
    assert movable_range(b.state()).bars == {young: None, unknown: None}
    b.override("planning.minimum_service_years", 2)
    assert movable_range(b.state()).bars == {young: Bar.SHORT_SERVICE, unknown: None}


def test_whoever_is_not_there_is_not_in_range() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("刑侦大队", UnitKind.ENFORCEMENT)
    outside, sick, sent, drawn_off, kept, blank = b.people(6, station)
    b.second(outside, None)
    b.absent(sick, AbsenceKind.LONG_SICK, YEARS_AGO)
    b.second(sent, None, kind=SecondmentKind.SENT_OUT)
    b.second(drawn_off, office)
    b.second(kept, office, kept_with_approval=True)
    b.county = replace(
        b.county,
        postings={i: replace(p, unit=None) if p.person == blank else p for i, p in b.county.postings.items()},
    )
    assert movable_range(b.state()).bars == {
        outside: Bar.BEYOND,
        sick: Bar.NOT_PRESENT,
        sent: Bar.NOT_PRESENT,
        drawn_off: None,
        kept: Bar.KEPT,
        blank: Bar.NO_UNIT,
    }


def test_the_leadership_and_officers_with_a_move_to_come_stay() -> None:
    b = Building()
    leaders, office = b.unit("局领导", UnitKind.LEADERSHIP), b.unit("政工室", UnitKind.ADMINISTRATIVE)
    station = b.unit("城关派出所")
    secretary, going = b.person(leaders), b.person(office)
    b.move(going, MoveKind.TRANSFER, station, Post.CASE, effective=TODAY + timedelta(days=20))
    bars = movable_range(b.state(moves="all_approved")).bars
    assert bars == {secretary: Bar.LEADERSHIP, going: Bar.COMMITTED}


def test_traffic_police_outside_the_base_stay() -> None:
    b = Building()
    officer = b.person(b.unit("交警大队", UnitKind.ENFORCEMENT, traffic=True))
    assert movable_range(b.state()).is_movable(officer)
    b.override("counting.traffic", False)
    assert movable_range(b.state()).bars == {officer: Bar.NOT_COUNTED}


def test_every_unit_tells_how_many_may_be_moved_and_why_the_others_not() -> None:
    b = Building()
    office, other = b.unit("政工室", UnitKind.ADMINISTRATIVE), b.unit("督察大队", UnitKind.ENFORCEMENT)
    b.person(office, Post.LEADER)
    b.people(2, office, pin="机要")
    b.people(3, office)
    b.person(other)
    movable = movable_range(b.state())
    first = movable.units[0]
    assert (first.unit, first.officers, first.movable) == (office, 6, 3)
    assert first.barred == {Bar.UNIT_HEAD: 1, Bar.PINNED: 2}
    assert first.reasons().zh == "已锁定 2 人、单位负责人 1 人"
    total = movable.total(frozenset({office, other}))
    assert (total.officers, total.movable) == (7, 4)


def test_a_leap_day_is_followed_by_the_first_of_march() -> None:
    assert years_later(date(2024, 2, 29), 1) == date(2025, 3, 1)


@pytest.mark.parametrize("code", ["pregnant", "nursing", "investigated"])
def test_lifting_a_pin_never_lifts_health_family_or_an_investigation(code: str) -> None:
    b = Building()
    id_ = b.person(b.unit("城关派出所"), Post.CASE, pin="骨干", special_codes=frozenset({code}))
    asked = Asked(freed=frozenset({id_}))
    for bars in (movable_range(b.state()).bars, movable_range(b.state(), asked).bars):
        assert bars[id_] is not None
        assert bars[id_] == code
        assert bars[id_] not in LIFTABLE
