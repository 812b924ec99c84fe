from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from planner.audit.field_hours import Hours
from planner.county.belonging import members
from planner.county.records import AbsenceKind, Category, Post, UnitKind
from planner.document import Document
from planner.edits.duty import lock_cells, set_cells
from planner.edits.policy import set_policy_value
from planner.tables.duty_grid import DutyGrid, GridRow, duty_grid
from planner.tables.duty_margins import is_met
from tests.planner.building import Building

NOVEMBER = date(2026, 11, 1)


class Station:
    def __init__(self) -> None:
        b = Building()
        self.unit = b.unit("城关派出所")
        self.helper = b.person(self.unit, category=Category.AUXILIARY, name="罗辉")
        self.officer = b.person(self.unit, Post.COMMUNITY, name="李静", dedicated=True)
        self.leader = b.person(self.unit, Post.LEADER, name="王宇")
        b.absent(self.officer, AbsenceKind.SICK, date(2026, 11, 9), date(2026, 11, 10))
        self.document = Document(b.county)

    def plan(self, cells: dict[tuple[int, int], str | None], month: date = NOVEMBER) -> None:
        self.document = set_cells(self.document, self.unit, month, cells)

    def grid(self, month: date = NOVEMBER) -> DutyGrid:
        there = members(self.document.county, self.document.policy, self.unit, month)
        return duty_grid(self.document, self.unit, month, there)

    def row(self, person: int) -> GridRow:
        return next(row for row in self.grid().rows if row.person.id == person)


@pytest.fixture
def station() -> Station:
    return Station()


def test_leaders_come_first_and_auxiliaries_last(station: Station) -> None:
    assert [(row.person.name, row.role.zh) for row in station.grid().rows] == [
        ("王宇", "所领导"),
        ("李静", "社区民警"),
        ("罗辉", "辅警"),
    ]
    assert not station.grid().exists


def test_days_off_are_known_by_the_calendar(station: Station) -> None:
    october = station.grid(date(2026, 10, 1)).days
    assert october[0].off
    assert october[0].name is not None
    assert october[0].name.zh == "国庆节"
    november = station.grid().days
    assert [day.day.day for day in november if day.off] == [1, 7, 8, 14, 15, 21, 22, 28, 29]


def test_cells_show_codes_locks_and_leave(station: Station) -> None:
    station.plan({(station.officer, 1): "duty", (station.officer, 2): "rest"})
    station.document = lock_cells(station.document, station.unit, NOVEMBER, [(station.officer, 1)])
    cells = station.row(station.officer).cells
    assert [(c.words, c.locked) for c in cells[:3]] == [("值", True), ("休", False), ("", False)]
    assert cells[8].absence is not None
    assert not any(c.clashes for c in cells)


def test_what_no_longer_can_be_clashes(station: Station) -> None:
    station.plan({(station.officer, 3): "duty", (station.helper, 4): "beat"})
    b = Building()
    b.county = station.document.county
    b.absent(station.officer, AbsenceKind.SICK, date(2026, 11, 3), date(2026, 11, 3))
    station.document = Document(b.county, station.document.policy, duty=station.document.duty)
    assert station.row(station.officer).cells[2].clashes
    assert not station.row(station.helper).cells[3].clashes


def test_a_person_is_counted_by_duties_hours_nights_and_days_off(station: Station) -> None:
    station.plan(
        {(station.officer, 1): "duty", (station.officer, 3): "day_duty", (station.officer, 4): "beat"}
    )
    margin = station.row(station.officer).margin
    assert (margin.duties, margin.hours, margin.nights, margin.days_off) == (2, 8 + 12 + 8, 1, 1)
    assert margin.planned == Hours(8, 28)
    assert margin.real is None
    assert margin.judged
    assert not station.row(station.leader).margin.judged


def test_duty_is_field_time_by_the_wide_reading_alone(station: Station) -> None:
    station.plan({(station.officer, 1): "duty", (station.officer, 4): "beat"})
    required = station.document.policy.share("field_time.required")
    assert not is_met(station.row(station.officer).margin.planned, required)
    station.document = set_policy_value(station.document, "counting.area", "station")
    assert is_met(station.row(station.officer).margin.planned, required)
    assert not is_met(None, required)


def test_rest_is_owed_for_hours_beyond_the_working_days_leave_left_out(station: Station) -> None:
    worked = [day for day in range(1, 31) if day not in (9, 10)]
    station.plan({(station.officer, day): "beat" for day in worked})
    workdays = 21 - 2  # of November 2026, two of them on leave
    assert station.row(station.officer).margin.owed == Fraction(len(worked) - workdays)


def test_a_day_is_counted_by_its_emptiest_moment(station: Station) -> None:
    station.plan(
        {(station.officer, 5): "duty", (station.leader, 5): "day_duty", (station.helper, 6): "night_duty"}
    )
    columns = station.grid().columns
    assert (columns[4].on_duty, columns[4].sworn, columns[4].short) == (1, 1, 1)
    assert (columns[5].on_duty, columns[5].sworn, columns[5].short) == (0, 0, 2)
    station.plan({(station.helper, 5): "night_duty"})
    assert (station.grid().columns[4].on_duty, station.grid().columns[4].short) == (2, 0)


def test_two_without_anybody_sworn_are_one_short() -> None:
    b = Building()
    unit = b.unit("城关派出所")
    helpers = b.people(2, unit, category=Category.AUXILIARY)
    document = set_cells(Document(b.county), unit, NOVEMBER, {(helper, 5): "duty" for helper in helpers})
    grid = duty_grid(document, unit, NOVEMBER, members(b.county, b.policy, unit, NOVEMBER))
    assert (grid.columns[4].on_duty, grid.columns[4].lacks_sworn, grid.columns[4].short) == (2, True, 1)


def test_a_custody_unit_is_counted_by_posts_where_it_plans_by_them() -> None:
    b = Building()
    unit = b.unit("看守所", UnitKind.CUSTODY)
    first, second = b.people(2, unit)
    there = members(b.county, b.policy, unit, NOVEMBER)
    plain = set_cells(Document(b.county), unit, NOVEMBER, {(first, 5): "duty"})
    assert duty_grid(plain, unit, NOVEMBER, there).columns[4].posts == ()
    cells: dict[tuple[int, int], str | None] = {(first, 5): "custody_patrol", (second, 5): "custody_leader"}
    grid = duty_grid(set_cells(plain, unit, NOVEMBER, cells), unit, NOVEMBER, there)
    assert grid.rows[0].cells[4].words == "巡"
    assert not grid.is_station
    assert not grid.rows[0].margin.judged
    day = grid.columns[4]
    assert day.on_duty == 2
    assert {post.code.id: (post.on_duty, post.required) for post in day.posts} == {
        "custody_leader": (1, 1),
        "custody_monitor": (0, 2),
        "custody_patrol": (1, 2),
    }
