"""The Excel twin: the same rows as the print, as typed cells, ready to filter and to print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from planner.reports.counting import counting_rule
from planner.reports.figures import day_words
from planner.reports.filled import CHROME, title_of, within_first
from planner.reports.paper import Align, Amount, Cell, Column, Ratio, Report, Request, Sheet
from planner.reports.wording import worded
from planner.text import Language, Text

_A4 = 9
_MILLIMETRES_PER_CHARACTER = 1.9
_NARROWEST, _WIDEST = 8, 70
_FOOT_LENGTH = 80  # of a file name, so that the foot stays within what Excel takes
_HEAD_ROWS = 3  # title, counting rule, header
_NAME_LENGTH, _NAME_BANNED = 31, str.maketrans(dict.fromkeys("[]:*?/\\"))
_SHARE_COUNTS = (Text("{title}:人数", "{title}: count"), Text("{title}:基数", "{title}: of"))


@dataclass(frozen=True, slots=True)
class _Plain:
    """One column as Excel holds it: a share becomes its two counts and the share itself."""

    title: str
    width: float
    kind: str
    align: Align


def render_xlsx(report: Report[Any], request: Request, language: Language) -> bytes:
    """Return the report as a workbook: a sheet per table, or the one of its own."""
    import xlsxwriter

    body = report.gather(request)
    if report.twin is not None:
        return report.twin(body, request, language)
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    book.set_properties({"title": worded(title_of(report, request), language), "created": _noon(request.on)})
    writer = _Writer(book, report, request, language)
    for sheet in report.shaped(body) if report.shaped is not None else report.sheets:
        writer.write(sheet, body)
    book.close()
    return file.getvalue()


def _noon(day: date) -> Any:
    from datetime import datetime, time

    return datetime.combine(day, time(12))


class _Writer:
    """Writes the sheets of one report; formats are made once."""

    def __init__(self, book: Any, report: Report[Any], request: Request, language: Language) -> None:
        self._book, self._language = book, language
        self._heading = worded(title_of(report, request), language)
        self._line = worded(_subtitle(request), language)
        self._chrome = {key: worded(words, language) for key, words in CHROME.items()}
        self._request = request
        self._title = book.add_format({"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"})
        self._note = book.add_format({"font_size": 9, "text_wrap": True, "valign": "vcenter"})
        self._head = book.add_format(
            {
                "bold": True,
                "border": 1,
                "text_wrap": True,
                "align": "center",
                "valign": "vcenter",
                "bg_color": "#EDEDED",
            }
        )
        self._formats: dict[tuple[str, Align, bool], Any] = {}

    def write(self, sheet: Sheet[Any, Any], body: object) -> None:
        """Write one sheet: title, counting rule, header, rows, total, and how it prints."""
        rows = sheet.rows(body)
        page = self._book.add_worksheet(_sheet_name(worded(sheet.title, self._language)))
        columns = self._columns(sheet, rows)
        self._write_head(page, sheet, columns)
        for i, row in enumerate(rows, _HEAD_ROWS):
            self._write_row(page, i, sheet.columns, [column.value(row) for column in sheet.columns], rows)
        last = _HEAD_ROWS + len(rows)
        if rows:
            page.autofilter(_HEAD_ROWS - 1, 0, last - 1, len(columns) - 1)
        if sheet.total and rows:
            total = sheet.total(body)
            cells = [total.get(column.key) for column in sheet.columns]
            self._write_row(page, last, sheet.columns, cells, rows, bold=True)
        self._set_up(page, len(columns))

    def _columns(self, sheet: Sheet[Any, Any], rows: Sequence[Any]) -> list[_Plain]:
        found = []
        for column in sheet.columns:
            title = worded(column.title, self._language)
            width = min(max(column.width / _MILLIMETRES_PER_CHARACTER, _NARROWEST), _WIDEST)
            if _is_share(column, rows):
                found += [
                    _Plain(worded(words, self._language).format(title=title), width, "count", Align.RIGHT)
                    for words in _SHARE_COUNTS
                ]
                found.append(_Plain(title, _NARROWEST + 2, "share", Align.RIGHT))
            else:
                found.append(_Plain(title, width, "cell", column.align))
        return found

    def _write_head(self, page: Any, sheet: Sheet[Any, Any], columns: Sequence[_Plain]) -> None:
        last = len(columns) - 1
        page.merge_range(
            0, 0, 0, last, f"{self._heading} · {worded(sheet.title, self._language)}", self._title
        )
        page.merge_range(1, 0, 1, last, self._line, self._note)
        page.set_row(0, 30)
        page.set_row(1, _height(self._line, sum(c.width for c in columns)))
        page.set_row(2, 32)
        for i, column in enumerate(columns):
            page.set_column(i, i, column.width)
            page.write_string(2, i, column.title, self._head)
        page.freeze_panes(_HEAD_ROWS, 0)

    def _write_row(
        self,
        page: Any,
        row: int,
        columns: Sequence[Column[Any]],
        cells: Sequence[Cell],
        rows: Sequence[Any],
        bold: bool = False,
    ) -> None:
        at = 0
        for column, cell in zip(columns, cells, strict=True):
            if not _is_share(column, rows):
                self._write_cell(page, row, at, cell, column.align, bold)
                at += 1
                continue
            part, whole, share = _shares(cell)
            for value, kind in ((part, "number"), (whole, "number"), (share, "share")):
                form = self._format(kind, Align.RIGHT, bold)
                if value is None:
                    page.write_blank(row, at, None, form)
                else:
                    page.write_number(row, at, value, form)
                at += 1

    def _write_cell(self, page: Any, row: int, at: int, cell: Cell, align: Align, bold: bool) -> None:
        match cell:
            case None | "":
                page.write_blank(row, at, None, self._format("words", align, bold))
            case date():
                page.write_datetime(row, at, cell, self._format("date", Align.CENTRE, bold))
            case int():
                page.write_number(row, at, cell, self._format("number", align, bold))
            case Amount():
                page.write_number(row, at, cell.hundredths / 100, self._format("amount", align, bold))
            case Text():
                page.write_string(row, at, worded(cell, self._language), self._format("words", align, bold))
            case _:
                page.write_string(row, at, str(cell), self._format("words", align, bold))

    def _format(self, kind: str, align: Align, bold: bool) -> Any:
        key = (kind, align, bold)
        if key not in self._formats:
            looks = {"date": "yyyy-mm-dd", "number": "0", "amount": "0.##", "share": "0.0%", "words": "@"}
            self._formats[key] = self._book.add_format(
                {
                    "border": 1,
                    "valign": "vcenter",
                    "align": str(align),
                    "bold": bold,
                    "text_wrap": kind == "words",
                    "num_format": looks[kind],
                }
            )
        return self._formats[key]

    def _set_up(self, page: Any, columns: int) -> None:
        page.set_paper(_A4)
        if columns > _HEAD_ROWS * 2:
            page.set_landscape()
        page.set_margins(left=1.1, right=1.0, top=1.2, bottom=1.1)
        page.fit_to_pages(1, 0)
        page.repeat_rows(_HEAD_ROWS - 1)
        page.set_header(f"&L{self._chrome['internal']}")
        page_of = self._chrome["page"].format(n="&P", all="&N")
        source = self._request.source[:_FOOT_LENGTH].replace("&", "&&")
        page.set_footer(f"&L{source}&C{page_of}&R{self._chrome['as_of']} {self._request.on}")


def _is_share(column: Column[Any], rows: Sequence[Any]) -> bool:
    return any(isinstance(column.value(row), Ratio) for row in rows)


def _shares(cell: Cell) -> tuple[float | None, float | None, float | None]:
    """Return both counts and the share, cut down to a tenth of a percent as in print."""
    if not isinstance(cell, Ratio):
        return None, None, None
    part, whole = cell.part, cell.whole
    if cell.scale != 1:
        part, whole = part / cell.scale, whole / cell.scale  # type: ignore[assignment]
    return part, whole, (cell.part * 1000 // cell.whole / 1000 if cell.whole else None)


def _subtitle(request: Request) -> Text:
    source = Text(f" {CHROME['file'].zh}:{request.source}", f" {CHROME['file'].en}: {request.source}")
    return Text("{within}{as_of}:{day}。{rule}{source}", "{within}{as_of}: {day}. {rule}{source}").format(
        within=within_first(request),
        as_of=CHROME["as_of"],
        day=day_words(request.on),
        rule=counting_rule(request.document.policy.on(request.on)),
        source=source if request.source else Text("", ""),
    )


def _height(words: str, width: float) -> float:
    """Return how high a row of small words must be; a Chinese character is two of Excel's wide."""
    wide = sum(2 if ord(c) > 0x2E7F else 1 for c in words)
    return 14.0 * max(2, -(-wide // max(1, int(width))))


def _sheet_name(title: str) -> str:
    """Return a name Excel takes; of a title too long what stands in brackets goes first."""
    name = title.translate(_NAME_BANNED)
    if len(name) > _NAME_LENGTH:
        name = re.split("[(（]", name)[0].strip()
    return name[:_NAME_LENGTH]
