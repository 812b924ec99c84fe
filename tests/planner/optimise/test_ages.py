"""Average ages are exact, halves are rounded up once, and a plan that makes a station older is told."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from planner.county.records import MoveKind, Post, UnitKind
from planner.optimise.ages import Ages, StationAge, aging, full_months, station_ages
from planner.text import Text
from tests.planner.building import Building


def born(years: int, month: int = 11, day: int = 1) -> date:
    return date(2026 - years, month, day)


@pytest.mark.parametrize(
    ("birth", "months"),
    [
        (date(1986, 11, 24), 480),
        (date(1986, 11, 25), 479),
        (date(1986, 12, 1), 479),
        (date(1986, 10, 31), 480),
    ],
)
def test_months_are_full_months(birth: date, months: int) -> None:
    assert full_months(birth, date(2026, 11, 24)) == months


@pytest.mark.parametrize(
    ("months", "known", "words"), [(480, 1, "40.0"), (963, 2, "40.1"), (962, 2, "40.1"), (0, 0, "")]
)
def test_one_decimal_rounds_halves_up(months: int, known: int, words: str) -> None:
    assert Ages(known, known, months, 0).words == words


def test_a_station_whose_people_change_is_listed_before_and_after() -> None:
    b = Building()
    here, other = b.unit("城关派出所"), b.unit("东山派出所")
    office = b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.people(2, here, birth=born(30))
    b.people(2, other, birth=born(40))
    old = b.person(office, birth=born(56))
    before = b.state()
    b.move(old, MoveKind.TRANSFER, here, Post.CASE)
    together, row = station_ages(before, b.state())
    assert (together.unit, together.before.mean, together.after.mean) == (None, 35, Fraction(196, 5))
    assert (row.unit, row.before.words, row.after.words) == (here, "30.0", "38.7")
    assert (row.before.old_words, row.after.old_words) == ("0/2", "1/3")
    assert row.rises
    said = aging((row,))
    assert said is not None
    assert "城关派出所平均年龄由 30.0 岁升至 38.7 岁" in said.zh


def test_fifty_on_the_day_is_fifty() -> None:
    b = Building()
    b.person(b.unit("城关派出所"), birth=date(1976, 11, 24))
    b.person(next(iter(b.county.units)), birth=date(1976, 11, 25))
    [together] = station_ages(b.state(), b.state())
    assert together.before.old == 1


def test_without_births_there_is_no_age_and_no_warning() -> None:
    b = Building()
    here, office = b.unit("城关派出所"), b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.person(here)
    mover = b.person(office, birth=born(58))
    before = b.state()
    b.move(mover, MoveKind.TRANSFER, here, Post.CASE)
    rows = station_ages(before, b.state())
    assert (rows[1].before.words, rows[1].before.mean, rows[1].rises) == ("", None, False)
    assert aging(rows) is None


def test_a_share_that_rises_a_little_is_not_told() -> None:
    unit, name = 1, Text("城关派出所", "Chengguan")
    little = StationAge(unit, name, Ages(40, 40, 40 * 480, 4), Ages(40, 40, 40 * 480, 5))
    clear = StationAge(unit, name, Ages(40, 40, 40 * 480, 4), Ages(40, 40, 40 * 480, 6))
    assert (little.has_more_old, clear.has_more_old) == (False, True)
    assert aging((little,)) is None
