"""The Excel twin: numbers are numbers, dates are dates, names stay text, and it prints on A4."""

from __future__ import annotations

from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from planner.document import Document
from planner.reports.write import report_xlsx
from planner.samples import AS_OF
from planner.text import Language
from tests.planner.building import TODAY
from tests.planner.reports.papers import OF_THE_COUNTY, PRIVATE, long_and_rare, mixed, proposal, sample

HEAD = 3  # the row of the column titles


def book(document: Document, on: Any, kind: str, *more: Any) -> Any:
    return load_workbook(BytesIO(report_xlsx(document, on, kind, *more)))


def rows(sheet: Any) -> list[dict[str, Any]]:
    head = [cell.value for cell in sheet[HEAD]]
    return [
        dict(zip(head, line, strict=True)) for line in sheet.iter_rows(min_row=HEAD + 1, values_only=True)
    ]


def everything(of: Any) -> str:
    return "\n".join(
        str(value) for sheet in of for line in sheet.iter_rows(values_only=True) for value in line if value
    )


@pytest.mark.parametrize("kind", OF_THE_COUNTY)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_sheet_is_frozen_filtered_and_set_up_for_a4(kind: str, language: Language) -> None:
    for sheet in book(sample(), AS_OF, kind, proposal(), language, "花名册.xlsx"):
        assert sheet.freeze_panes == f"A{HEAD + 1}"
        assert sheet.print_title_rows == f"${HEAD}:${HEAD}"
        assert sheet.page_setup.paperSize == int(sheet.PAPERSIZE_A4)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert "花名册.xlsx" in sheet.oddFooter.left.text
        if sheet.max_row > HEAD:
            assert sheet.auto_filter.ref.startswith(f"A{HEAD}:")
        for dimension in sheet.column_dimensions.values():
            assert 8 <= dimension.width <= 72


def test_shares_are_two_counts_and_a_percentage() -> None:
    first = rows(book(sample(), AS_OF, "compliance").worksheets[0])[0]
    assert (first["在岗占比：人数"], first["在岗占比：基数"]) == (66, 180)
    assert first["在岗占比"] == pytest.approx(0.366)
    assert first["缺口（人）"] == 6


def test_counts_are_numbers_and_dates_are_dates() -> None:
    sheet = book(mixed(), TODAY, "secondments").worksheets[0]
    row = next(r for r in rows(sheet) if r["姓名"] == "张伟")
    assert row["开始"] == datetime(2026, 1, 1)
    assert row["在外天数"] == 328
    assert row["超期天数"] == 147
    findings = rows(book(mixed(), TODAY, "findings").worksheets[0])
    drawn_off = next(r for r in findings if r["指标"] == "抽调借调")
    assert (drawn_off["现状"], drawn_off["要求"], drawn_off["缺口（人）"]) == (1, 0, 1)


def test_badge_numbers_keep_their_zeros() -> None:
    sheet = book(mixed(), TODAY, "secondments").worksheets[0]
    for row in rows(sheet)[:-1]:
        assert isinstance(row["警号"], str)
        assert len(row["警号"]) == 6


def test_a_name_that_looks_like_a_formula_stays_text() -> None:
    sheet = book(long_and_rare(), AS_OF, "secondments").worksheets
    cells = [cell for page in sheet for line in page.iter_rows() for cell in line]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert {"=1+1", "+86"} <= {cell.value for cell in cells}


def test_the_sum_stands_below_the_rows_and_outside_the_filter() -> None:
    sheet = book(sample(), AS_OF, "compliance").worksheets[1]
    last = rows(sheet)[-1]
    assert last["派出所"] == "合计"
    assert (last["在编"], last["在岗"]) == (75, 66)
    assert sheet.auto_filter.ref.endswith(str(sheet.max_row - 1))


def test_rule_date_and_file_stand_above_every_table() -> None:
    for sheet in book(sample(), AS_OF, "compliance_full", None, "zh", "花名册.xlsx"):
        assert "统计日期：2026年11月24日" in sheet["A2"].value
        assert "口径：云南2020" in sheet["A2"].value
        assert "花名册.xlsx" in sheet["A2"].value


def test_suspicions_and_private_reasons_keep_out_as_in_print() -> None:
    one = everything(book(mixed(), TODAY, "compliance"))
    assert "赵敏" not in one
    assert "待核实" not in one
    for kind in OF_THE_COUNTY:
        words = everything(book(mixed(), TODAY, kind))
        for private in PRIVATE:
            assert private not in words


def test_a_very_long_file_name_still_gives_a_foot() -> None:
    sheet = book(mixed(), TODAY, "findings", None, "zh", "某" * 240 + "&.xlsx").worksheets[0]
    assert sheet.oddFooter.left.text.startswith("某")


def test_the_counting_rule_is_that_of_the_date_of_the_paper() -> None:
    document = sample()
    dated = Document(document.county, document.policy.with_later("counting.traffic", False, AS_OF))
    said = [
        "交警计入全局警力" in everything(book(dated, day, "compliance"))
        for day in (AS_OF - timedelta(days=1), AS_OF)
    ]
    assert said == [False, True]
