"""The sheets 值班表 and 考勤: one block of people and days for each station."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from planner.samples.duty import SampleRoster, Words
from planner.samples.records import SampleCounty
from planner.samples.workbook.sheet import Formats
from planner.samples.workbook.spellings import Speller

_WEEKDAYS = "一二三四五六日"
_WHO_WIDTH, _DAY_WIDTH = 9, 4


def write_duty(
    book: Any, formats: Formats, sample: SampleCounty, rosters: Sequence[SampleRoster], speller: Speller
) -> None:
    """Write what the stations planned for the month."""
    page = _page(book, "值班表")
    row = 0
    for roster in rosters:
        title = f"{roster.unit}{roster.month.year}年{roster.month.month}月值班表"
        row = _block(page, formats, sample, roster.month, roster.planned, title, row, speller)


def write_attendance(
    book: Any, formats: Formats, sample: SampleCounty, rosters: Sequence[SampleRoster], speller: Speller
) -> None:
    """Write what was done, up to the day of the sample."""
    page = _page(book, "考勤")
    row = 0
    for roster in rosters:
        title = f"{roster.unit}{roster.month.year}年{roster.month.month}月考勤表"
        row = _block(page, formats, sample, roster.month, roster.attended, title, row, speller)


def _page(book: Any, name: str) -> Any:
    page = book.add_worksheet(name)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_column(0, 0, _WHO_WIDTH)
    page.set_column(1, 31, _DAY_WIDTH)
    return page


def _block(
    page: Any,
    formats: Formats,
    sample: SampleCounty,
    month: date,
    words: Words,
    title: str,
    top: int,
    speller: Speller,
) -> int:
    """Write one station below `top`; return the row where the next may begin."""
    days = len(next(iter(words.values())))
    page.merge_range(top, 0, top, days, title, formats.title)
    page.write_string(top + 1, 0, "姓名", formats.header)
    page.write_string(top + 2, 0, "", formats.header)
    for day in range(1, days + 1):
        page.write_number(top + 1, day, day, formats.header)
        weekday = _WEEKDAYS[month.replace(day=day).weekday()]
        page.write_string(top + 2, day, weekday, formats.header)
    for row, (number, cells) in enumerate(words.items(), top + 3):
        page.write_string(row, 0, speller.name(sample.people[number - 1].name), formats.cell)
        for day, cell in enumerate(cells, 1):
            if cell:
                page.write_string(row, day, cell, formats.cell)
            else:
                page.write_blank(row, day, None, formats.cell)
    return top + 3 + len(words) + 1
