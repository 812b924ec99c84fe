"""The roster's Excel twin says what the wall says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from planner.county.duty import NO_DUTY
from planner.county.records import AbsenceKind
from planner.document import Document
from planner.files.duty import read_duty_file
from planner.reports.paper import PaperSize, UnitMonth
from planner.reports.write import report_xlsx, write_report
from planner.text import Language
from tests.planner.building import TODAY
from tests.planner.reports.papers import PRIVATE
from tests.planner.reports.wall import NOVEMBER, Wall, custody, private, station


def _sheet(
    document: Document, unit: int, language: Language = "zh", paper: PaperSize = PaperSize.FITTING
) -> Any:
    about = UnitMonth(unit, NOVEMBER, paper)
    content = report_xlsx(document, TODAY, "duty", None, language, "花名册.jingli", about)
    (sheet,) = load_workbook(BytesIO(content)).worksheets
    return sheet


def _rows(sheet: Any) -> list[list[Any]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_people_stand_by_days_with_their_sums() -> None:
    document, unit = station(7)
    rows = _rows(_sheet(document, unit))
    assert rows[0][0] == "城关派出所2026年11月值班表"
    assert rows[1][:5] == ["姓名", "岗位", 1, 2, 3]
    assert rows[2][2:5] == ["日", "一", "二"]
    people = rows[3:10]
    assert [row[0] for row in people] == [p.name for p in document.county.people.values()]
    assert all(row[32] == row[2:32].count("值") for row in people)
    assert rows[1][32:] == ["值班", "休日值班", "工时", "辖区工时"]


def test_leaders_cover_codes_rule_and_signatures_stand_below() -> None:
    w = Wall()
    w.plan(w.person(w.id, name="张伟"), "duty rest")
    rows = _rows(_sheet(w.document, w.id))
    assert [row[:2] for row in rows[4:6]] == [["值班人数", "应 2"], ["值班人数", "其中民警"]]
    assert rows[4][2:4] == [1, 0]
    assert str(rows[6][0]).startswith("班次：值=值班（8:00—次日8:00")
    said = "\n".join(str(value) for row in rows[7:] for value in row if value)
    for words in (
        "值班人数为当日任一时刻",
        "口径：",
        "2026年11月24日",
        "花名册.jingli",
        "单位负责人（盖章）：",
    ):
        assert words in said


def test_it_prints_landscape_as_internal_on_the_paper_of_the_wall() -> None:
    document, unit = station(7)
    for paper, expected in ((PaperSize.FITTING, 9), (PaperSize.A3, 8)):
        sheet = _sheet(document, unit, paper=paper)
        assert (int(sheet.page_setup.paperSize), sheet.page_setup.orientation) == (expected, "landscape")
        assert "内部资料" in sheet.oddHeader.left.text
        assert "花名册.jingli" in sheet.oddFooter.left.text
        assert sheet.freeze_panes == "C4"


def test_no_reason_of_leave_stands_in_it() -> None:
    w = private()
    for language in ("zh", "en"):
        rows = _rows(_sheet(w.document, w.id, language))
        words = "\n".join(str(value) for row in rows for value in row if value)
        assert not [word for word in PRIVATE if word in words]


def test_an_english_roster_names_its_codes_in_english() -> None:
    w = Wall()
    w.plan(w.person(w.id, name="张伟"), "duty rest")
    rows = _rows(_sheet(w.document, w.id, "en"))
    assert rows[0][0] == "城关派出所: duty roster, 2026-11"
    assert str(rows[6][0]).startswith("Codes: 值=duty (8:00 to 8:00 next day, counts as 8 h)")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("crowd", [lambda: station(7), custody])
def test_the_sheet_is_read_back_without_a_doubt(
    crowd: Callable[[], tuple[Document, int]], language: Language, tmp_path: Path
) -> None:
    document, unit = crowd()
    path = tmp_path / "wall.xlsx"
    write_report(document, TODAY, "duty", path, None, language, about=UnitMonth(unit, NOVEMBER))
    found = read_duty_file(path, replace(document, duty=NO_DUTY))
    assert (found.months, found.issues) == (((unit, NOVEMBER),), ())
    assert found.document.duty.months[unit, NOVEMBER].planned == document.duty.months[unit, NOVEMBER].planned


def test_what_counts_nowhere_is_struck_out_here_too() -> None:
    w = Wall()
    w.plan(w.person(w.id, name="张伟"), "duty duty")
    (officer,) = w.county.people
    document = w.document
    w.absent(officer, AbsenceKind.ANNUAL, NOVEMBER, NOVEMBER)
    sheet = _sheet(replace(document, county=w.county), w.id)
    struck, plain = (sheet.cell(4, column) for column in (3, 4))
    assert (struck.value, plain.value) == ("值", "值")
    assert struck.font.strike
    assert not plain.font.strike
