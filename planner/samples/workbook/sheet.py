"""One sheet of a workbook: title, header of one row or two, rows, 小计 and footer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from planner.samples.workbook.spellings import Cell

_FONT = {"font_name": "宋体", "font_size": 10, "align": "center", "valign": "vcenter"}


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's header, its width in characters, and the heading above it where it shares one."""

    words: str
    width: float = 9
    group: str = ""


class Formats:
    """The looks of cells, made once per workbook."""

    def __init__(self, book: Any) -> None:
        bordered = {**_FONT, "border": 1}
        self.title = book.add_format({**_FONT, "font_name": "方正小标宋简体", "font_size": 20})
        self.line = book.add_format({**_FONT, "align": "left"})
        self.right = book.add_format({**_FONT, "align": "right"})
        self.header = book.add_format({**bordered, "font_name": "黑体", "text_wrap": True})
        self.cell = book.add_format(bordered)
        self.left = book.add_format({**bordered, "align": "left"})
        self.month = book.add_format({**bordered, "num_format": "yyyy.mm"})
        self.day = book.add_format({**bordered, "num_format": "yyyy/m/d"})
        self.total = book.add_format({**bordered, "bold": True, "bg_color": "#F2F2F2"})


class Sheet:
    """Writes one sheet from top to bottom."""

    def __init__(self, book: Any, formats: Formats, name: str, headings: Sequence[Heading]) -> None:
        self._sheet = book.add_worksheet(name)
        self._formats, self._headings = formats, headings
        self._row = 0
        self._sheet.set_landscape()
        self._sheet.set_paper(9 if len(headings) < 20 else 8)
        self._sheet.fit_to_pages(1, 0)
        for column, heading in enumerate(headings):
            self._sheet.set_column(column, column, heading.width)

    def title(self, words: str, left: str = "", right: str = "") -> None:
        """Write the title across the sheet, and below it who made the sheet and when."""
        last = len(self._headings) - 1
        self._sheet.merge_range(0, 0, 0, last, words, self._formats.title)
        self._sheet.set_row(0, 32)
        if left:
            middle = last // 2
            self._sheet.merge_range(1, 0, 1, middle, left, self._formats.line)
            self._sheet.merge_range(1, middle + 1, 1, last, right, self._formats.right)
        self._row = 2 if left else 1

    def header(self, two_rows: bool) -> None:
        """Write the header; with `two_rows`, columns of one group stand under their common heading."""
        top, header = self._row, self._formats.header
        self._row = top + 1 + two_rows
        if two_rows:
            self._grouped_header(top)
        else:
            for column, heading in enumerate(self._headings):
                self._sheet.write_string(top, column, heading.words, header)
        self._sheet.set_row(self._row - 1, 28)
        self._sheet.freeze_panes(self._row, 2)
        self._sheet.repeat_rows(0, self._row - 1)

    def _grouped_header(self, top: int) -> None:
        header, column = self._formats.header, 0
        for group, members in groupby(self._headings, key=lambda h: h.group or h.words):
            headings = list(members)
            last = column + len(headings) - 1
            if last > column:
                self._sheet.merge_range(top, column, top, last, group, header)
                for under, heading in enumerate(headings, column):
                    self._sheet.write_string(top + 1, under, heading.words, header)
            else:
                self._sheet.merge_range(top, column, top + 1, column, headings[0].words, header)
            column = last + 1

    def row(self, cells: Sequence[Cell]) -> None:
        """Write one row; a date on the first of a month shows its month."""
        sheet, row, formats = self._sheet, self._row, self._formats
        for column, cell in enumerate(cells):
            if isinstance(cell, str) and cell:
                sheet.write_string(row, column, cell, formats.left if len(cell) > 12 else formats.cell)
            elif isinstance(cell, date):
                sheet.write_datetime(row, column, cell, formats.month if cell.day == 1 else formats.day)
            elif isinstance(cell, int):
                sheet.write_number(row, column, cell, formats.cell)
            else:
                sheet.write_blank(row, column, None, formats.cell)
        self._row += 1

    def total(self, words: str, number: int, remark: str) -> None:
        """Write a 小计 or 合计: the words, beside them how many people, in the last column the remark."""
        last = len(self._headings) - 1
        for column in range(last + 1):
            self._sheet.write_blank(self._row, column, None, self._formats.total)
        self._sheet.write_string(self._row, 0, words, self._formats.total)
        self._sheet.write_number(self._row, 1, number, self._formats.total)
        self._sheet.write_string(self._row, last, remark, self._formats.total)
        self._row += 1

    def line(self, words: str) -> None:
        """Write a line across the sheet, without borders."""
        self._sheet.merge_range(self._row, 0, self._row, len(self._headings) - 1, words, self._formats.line)
        self._row += 1
