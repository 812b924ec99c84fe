from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.county.duty import Cell
from planner.county.records import AbsenceKind, Category, UnitKind
from planner.document import Document
from planner.edits.duty import (
    clear_cells,
    clear_month,
    copy_previous,
    duty_month,
    lock_cells,
    new_month,
    set_cells,
    take_roster,
)
from planner.edits.refused import RefusedError
from planner.errors import InputError
from tests.planner.building import Building

NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)


class Station:
    """A station of five officers and a helper; the last officer is on leave from the 9th to the 11th."""

    def __init__(self) -> None:
        b = Building()
        self.unit = b.unit("城关派出所")
        self.custody = b.unit("看守所", UnitKind.CUSTODY)
        self.people = [*b.people(5, self.unit), b.person(self.unit, category=Category.AUXILIARY)]
        self.ill = self.people[4]
        b.absent(self.ill, AbsenceKind.ANNUAL, date(2026, 11, 9), date(2026, 11, 11))
        self.document = Document(b.county)

    def codes(self, document: Document, person: int, month: date = NOVEMBER) -> dict[int, str]:
        made = duty_month(document, self.unit, month)
        assert made is not None
        return {day: cell.code for day, cell in made.planned.get(person, {}).items()}


STATION = Station()


def test_a_new_month_is_empty_and_an_existing_one_stays() -> None:
    made = new_month(STATION.document, STATION.unit, date(2026, 11, 24))
    month = duty_month(made, STATION.unit, NOVEMBER)
    assert month is not None
    assert month.month == NOVEMBER
    assert not month.planned
    assert new_month(made, STATION.unit, NOVEMBER) is made


def test_cells_are_set_and_cleared() -> None:
    person = STATION.people[0]
    made = set_cells(STATION.document, STATION.unit, NOVEMBER, {(person, 1): "duty", (person, 2): "rest"})
    assert STATION.codes(made, person) == {1: "duty", 2: "rest"}
    assert STATION.codes(clear_cells(made, STATION.unit, NOVEMBER, [(person, 1)]), person) == {2: "rest"}
    assert not STATION.document.duty.months


def test_setting_what_already_stands_there_is_no_edit() -> None:
    cells = {(STATION.people[0], 1): "duty"}
    made = set_cells(STATION.document, STATION.unit, NOVEMBER, cells)
    assert set_cells(made, STATION.unit, NOVEMBER, cells) is made


@pytest.mark.parametrize(
    ("at", "code", "said"),
    [
        ((0, 31), "duty", "没有 31 日"),
        ((0, 1), "holiday", "没有名为“holiday”"),
        ((0, 1), "custody_patrol", "没有名为“custody_patrol”"),
        ((4, 9), "duty", "年休假"),
    ],
)
def test_what_cannot_be_is_refused_by_person_and_day(at: tuple[int, int], code: str, said: str) -> None:
    person, day = STATION.people[at[0]], at[1]
    with pytest.raises(RefusedError) as refused:
        set_cells(STATION.document, STATION.unit, NOVEMBER, {(person, day): code})
    assert said in refused.value.reasons[person, str(day)].zh


def test_leave_may_stand_on_a_day_of_leave() -> None:
    made = set_cells(STATION.document, STATION.unit, NOVEMBER, {(STATION.ill, 9): "leave"})
    assert STATION.codes(made, STATION.ill) == {9: "leave"}


def test_nobody_is_planned_where_they_do_not_work() -> None:
    with pytest.raises(RefusedError) as refused:
        set_cells(STATION.document, STATION.custody, NOVEMBER, {(STATION.people[0], 1): "duty"})
    assert "不在本单位工作" in refused.value.message.zh


def test_no_month_is_kept_for_an_unknown_unit() -> None:
    with pytest.raises(InputError):
        new_month(STATION.document, 9999, NOVEMBER)


def test_a_locked_cell_refuses_until_it_is_unlocked() -> None:
    at = (STATION.people[0], 3)
    made = set_cells(STATION.document, STATION.unit, NOVEMBER, {at: "duty"})
    locked = lock_cells(made, STATION.unit, NOVEMBER, [at])
    for code in ("rest", None):
        with pytest.raises(RefusedError) as refused:
            set_cells(locked, STATION.unit, NOVEMBER, {at: code})
        assert "已锁定" in refused.value.message.zh
    unlocked = lock_cells(locked, STATION.unit, NOVEMBER, [at], locked=False)
    assert STATION.codes(set_cells(unlocked, STATION.unit, NOVEMBER, {at: "rest"}), at[0]) == {3: "rest"}


def test_blank_cells_are_passed_over_by_a_lock_and_refused_alone() -> None:
    person = STATION.people[0]
    made = set_cells(STATION.document, STATION.unit, NOVEMBER, {(person, 3): "duty"})
    locked = lock_cells(made, STATION.unit, NOVEMBER, [(person, 3), (person, 4)])
    month = duty_month(locked, STATION.unit, NOVEMBER)
    assert month is not None
    assert month.planned[person] == {3: Cell("duty", locked=True)}
    with pytest.raises(InputError):
        lock_cells(made, STATION.unit, NOVEMBER, [(person, 4)])


def test_clearing_the_month_keeps_locked_cells() -> None:
    first, second = STATION.people[:2]
    cells = {(first, 1): "duty", (first, 2): "rest", (second, 1): "duty"}
    made = set_cells(STATION.document, STATION.unit, NOVEMBER, cells)
    cleared = clear_month(lock_cells(made, STATION.unit, NOVEMBER, [(first, 1)]), STATION.unit, NOVEMBER)
    assert STATION.codes(cleared, first) == {1: "duty"}
    assert STATION.codes(cleared, second) == {}


def test_a_roster_is_taken_over_around_locked_cells_and_leave() -> None:
    first = STATION.people[0]
    made = set_cells(STATION.document, STATION.unit, NOVEMBER, {(first, 1): "rest"})
    locked = lock_cells(made, STATION.unit, NOVEMBER, [(first, 1)])
    whole = {(person, day): "duty" for person in STATION.people for day in range(1, 31)}
    taken = take_roster(locked, STATION.unit, NOVEMBER, whole)
    assert STATION.codes(taken, first) == {1: "rest", **dict.fromkeys(range(2, 31), "duty")}
    assert {9, 10, 11}.isdisjoint(STATION.codes(taken, STATION.ill))


def test_a_rotation_goes_on_into_the_next_month_with_its_own_period() -> None:
    three = STATION.people[:3]
    cells = {(p, day): "duty" for n, p in enumerate(three) for day in range(1, 31) if day % 3 == n}
    made = set_cells(STATION.document, STATION.unit, NOVEMBER, cells)
    went_on = copy_previous(made, STATION.unit, DECEMBER)
    for n, person in enumerate(three):
        days = STATION.codes(went_on, person, DECEMBER)
        assert sorted(days) == [day for day in range(1, 32) if (day + 30) % 3 == n]


def test_weeks_go_on_by_weekday_and_what_is_filled_already_stays() -> None:
    person = STATION.people[0]
    workdays = [day for day in range(1, 31) if date(2026, 11, day).weekday() < 5]
    odd = {
        (person, workdays[0]): "meeting",
        (person, workdays[4]): "training",
        (person, workdays[9]): "reports",
    }
    made = set_cells(
        STATION.document, STATION.unit, NOVEMBER, {**{(person, day): "beat" for day in workdays}, **odd}
    )
    begun = set_cells(made, STATION.unit, DECEMBER, {(person, 1): "leave"})
    days = STATION.codes(copy_previous(begun, STATION.unit, DECEMBER), person, DECEMBER)
    assert days[1] == "leave"
    assert sorted(days) == [day for day in range(1, 32) if date(2026, 12, day).weekday() < 5]


def test_there_is_nothing_to_continue_without_a_month_before() -> None:
    with pytest.raises(InputError) as refused:
        copy_previous(STATION.document, STATION.unit, DECEMBER)
    assert "上个月没有值班表" in refused.value.message.zh


_CELLS = st.dictionaries(
    st.tuples(st.sampled_from(STATION.people[:4]), st.integers(1, 30)),
    st.sampled_from(["duty", "rest", "beat", None]),
    min_size=1,
)


@given(_CELLS, _CELLS)
def test_the_last_of_two_edits_holds_and_nothing_else_changes(
    one: dict[tuple[int, int], str | None], two: dict[tuple[int, int], str | None]
) -> None:
    both = set_cells(set_cells(STATION.document, STATION.unit, NOVEMBER, one), STATION.unit, NOVEMBER, two)
    wanted = {at: code for at, code in {**one, **two}.items() if code is not None}
    month = duty_month(both, STATION.unit, NOVEMBER)
    grid = month.planned if month is not None else {}
    assert {(p, day): cell.code for p, row in grid.items() for day, cell in row.items()} == wanted
    assert all(row for row in grid.values())
