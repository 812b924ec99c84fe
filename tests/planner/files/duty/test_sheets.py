"""Duty months go out as sheets of the county's workbook and come in again the same."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.county.duty import Attended, Cell, DutyBook, DutyMonth, Mark
from planner.document import Document
from planner.files.duty import read_duty_file
from planner.files.duty.sheets import duty_sheets
from planner.files.export_sheets import Line
from planner.files.exporting import export_roster
from planner.files.imported import SheetRole
from planner.files.importing import import_workbook
from planner.files.issues import IssueKind
from planner.files.reading import read_workbook
from planner.files.workbook import Workbook
from planner.policy.policy import default_policy
from planner.reports.paper import UnitMonth
from planner.reports.write import write_report
from planner.text import Language
from tests.planner.building import TODAY
from tests.planner.files.books import Row, imported, sheet
from tests.planner.files.duty.stations import Bureau, bureau

CODES = [c.id for c in default_policy().duty_codes.values() if not c.custody]
CUSTODY_CODES = list(default_policy().duty_codes)
PLACES = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=8)


def rows(
    codes: list[str], people: list[int], days: int
) -> st.SearchStrategy[Mapping[int, Mapping[int, Cell]]]:
    cells = st.builds(Cell, st.sampled_from(codes), st.booleans())
    row = st.dictionaries(st.integers(1, days), cells, min_size=1, max_size=4)
    return st.dictionaries(st.sampled_from(people), row)


def records(
    codes: list[str], people: list[int], days: int
) -> st.SearchStrategy[Mapping[int, Mapping[int, Attended]]]:
    half = st.sampled_from(["", *codes])
    day = st.builds(Attended, half, half, st.none() | st.sampled_from(Mark), PLACES)
    row = st.dictionaries(st.integers(1, days), day.filter(lambda d: d != Attended()), min_size=1, max_size=4)
    return st.dictionaries(st.sampled_from(people), row)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    b = bureau()
    twin = b.building.person(b.station, name="张三", badge_number="530001", made_up_badge=True)
    nameless = b.building.person(b.station, name="民警甲", badge_number="530002", made_up_name=True)
    people = {
        b.station: [b.wang, b.li, b.zhang, twin, nameless],
        b.brigade: [b.zhao],
        b.custody: [b.qian],
    }
    months = {}
    for unit, month in draw(
        st.sets(st.tuples(st.sampled_from(list(people)), st.dates(date(2025, 1, 1), date(2027, 12, 31))))
    ):
        first, days = month.replace(day=1), monthrange(month.year, month.month)[1]
        codes = CUSTODY_CODES if unit == b.custody else CODES
        planned = draw(rows(codes, people[unit], days))
        attended = draw(records(codes, people[unit], days))
        months[unit, first] = DutyMonth(unit, first, planned, attended)
    return replace(b.document, duty=DutyBook(months))


def exported(document: Document) -> Workbook:
    pages = [sheet(s.name, *(as_read(line) for line in s.lines)) for s in duty_sheets(document)]
    return Workbook("county.xlsx", tuple(pages))


def as_read(line: Line) -> Row:
    return ["" if cell is None else cell for cell in line.cells]


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(documents())
def test_duty_months_come_back_the_same(document: Document) -> None:
    if not document.duty.months:
        return
    found = read_duty_file(exported(document), replace(document, duty=DutyBook()), on=date(2028, 1, 1))
    assert found.issues == ()
    assert found.document.duty == document.duty


def test_the_workbook_of_a_county_carries_its_duty_months(tmp_path: Path) -> None:
    document = with_months(bureau())
    path = tmp_path / "county.xlsx"
    export_roster(document, path, TODAY)
    workbook = read_workbook(path)
    assert [s.name for s in workbook.sheets][-2:] == ["值班表", "考勤"]
    alone = import_workbook(workbook, on=TODAY)
    assert named(alone.document) == named(document)
    again = import_workbook(workbook, into=replace(document, duty=DutyBook()), on=TODAY)
    assert again.document.duty == document.duty
    roles = {s.name: s.role for s in alone.sheets}
    assert (roles["值班表"], roles["考勤"]) == (SheetRole.DUTY, SheetRole.ATTENDANCE)
    assert not [i for i in alone.issues if i.kind is IssueKind.IGNORED_SHEET]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_wall_sheet_of_a_month_is_read_back_as_it_was_planned(language: Language, tmp_path: Path) -> None:
    b = bureau()
    document = with_months(b)
    month = document.duty.months[b.station, date(2026, 11, 1)]
    path = tmp_path / "wall.xlsx"
    write_report(document, TODAY, "duty", path, None, language, about=UnitMonth(b.station, month.month))
    found = read_duty_file(path, b.document)
    assert found.issues == ()
    plan = found.document.duty.months[month.key].planned
    assert {p: {n: c.code for n, c in row.items()} for p, row in plan.items()} == {
        p: {n: c.code for n, c in row.items()} for p, row in month.planned.items()
    }


def with_months(b: Bureau) -> Document:
    month = DutyMonth(
        b.station,
        date(2026, 11, 1),
        {b.wang: {1: Cell("duty", True), 2: Cell("rest")}, b.li: {2: Cell("duty")}},
        {b.wang: {1: Attended("duty", "beat", Mark.LATE, "刑侦大队")}},
    )
    return replace(b.document, duty=DutyBook({month.key: month}))


def named(document: Document) -> dict[str, object]:
    """Return the duty months with names for ids."""
    county = document.county
    return {
        f"{county.units[m.unit].name}{m.month}": (
            {county.people[p].name: row for p, row in m.planned.items()},
            {county.people[p].name: row for p, row in m.attended.items()},
        )
        for m in document.duty.months.values()
    }


def test_an_import_without_duty_sheets_keeps_the_duty_months_there_are() -> None:
    rows = (("姓名", "警号", "单位"), ("王宇", "1001", "城关派出所"))
    first = imported(
        *rows, further=[sheet("值班表", ("城关派出所2026年11月",), ("姓名", *range(1, 31)), ("王宇", "值"))]
    )
    assert len(first.document.duty.months) == 1
    again = imported(*rows, into=first.document)
    assert again.document.duty == first.document.duty


def test_issues_of_duty_sheets_are_listed_with_those_of_the_roster() -> None:
    page = sheet(
        "值班表", ("城关派出所2026年11月",), ("姓名", *range(1, 31)), ("王宇", "火星"), ("孙七", "值")
    )
    found = imported(("姓名", "警号", "单位"), ("王宇", "1001", "城关派出所"), further=[page])
    assert [(i.sheet, i.row, i.column) for i in found.issues if i.sheet == "值班表"] == [
        ("值班表", 3, "1"),
        ("值班表", 4, None),
    ]


def test_no_duty_months_make_no_sheets() -> None:
    assert list(duty_sheets(bureau().document)) == []
