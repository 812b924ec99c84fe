"""Writes a sample county as a workbook, the same bytes every time."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

from planner.errors import InputError
from planner.samples.duty import duty_rosters
from planner.samples.records import SampleCounty
from planner.samples.workbook.duty_sheets import write_attendance, write_duty
from planner.samples.workbook.further_sheets import write_absences, write_secondments, write_units
from planner.samples.workbook.roster import write_roster
from planner.samples.workbook.sheet import Formats
from planner.samples.workbook.spellings import Speller
from planner.samples.workbook.style import OFFICIAL, Style
from planner.text import Text


def write_workbook(sample: SampleCounty, path: Path, style: Style = OFFICIAL) -> None:
    """Write a sample as .xlsx; the same sample and style give the same bytes.

    Raises InputError where the file cannot be written.
    """
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    book = xlsxwriter.Workbook(str(path))
    stamp = datetime(sample.as_of.year, sample.as_of.month, sample.as_of.day, 9)
    book.set_properties({"title": f"{sample.bureau}人员花名册", "author": sample.bureau, "created": stamp})
    _write_sheets(book, sample, style)
    try:
        book.close()
    except (FileCreateError, OSError) as problem:
        raise InputError(
            Text(
                f"无法写入“{path}”,请检查文件夹是否存在、可写,文件是否正被打开。",
                f"“{path}” cannot be written; check its folder, and that the file is not open elsewhere.",
            )
        ) from problem


def _write_sheets(book: Any, sample: SampleCounty, style: Style) -> None:
    random = Random(f"{sample.seed} {sample.code} {style.name}")
    speller = Speller(style, sample.bureau, sample.units, random)
    formats = Formats(book)
    write_roster(book, formats, sample, style, speller)
    if "单位" in style.sheets:
        write_units(book, formats, sample, style)
    if "借调" in style.sheets:
        write_secondments(book, formats, sample, style, speller)
    if "请假" in style.sheets:
        write_absences(book, formats, sample, style, speller)
    rosters = duty_rosters(sample) if "值班表" in style.sheets else ()
    if rosters:
        write_duty(book, formats, sample, rosters, speller)
        write_attendance(book, formats, sample, rosters, speller)
