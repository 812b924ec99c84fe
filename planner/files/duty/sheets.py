"""Duty months as sheets 值班表 and 考勤: one block of people and days for each unit and month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from planner.county.calendar import days_of
from planner.county.duty import Attended, DutyMonth
from planner.county.records import Person, UnitKind
from planner.document import Document
from planner.files.cells import name_key
from planner.files.duty.words import ARROW, LOCKED, MARKS, DutyWords
from planner.files.export_cells import Cell as FileCell
from planner.files.export_sheets import ExportSheet, Line

PLANNED, ATTENDED = "值班表", "考勤"
_WHO = ("序号", "姓名", "警号")
_WIDTHS = (6, 10, 10, *[5] * 31)
_WEEKDAYS = "一二三四五六日"
_EXPLAINED = f"带 {LOCKED} 的为已锁定"


def duty_sheets(document: Document) -> Iterator[ExportSheet]:
    """Yield 值班表 and 考勤, each where there is something for it; they are read again as they were."""
    months = [m for m in document.duty.months.values() if m.unit in document.county.units]
    writer = _Writer(document)
    planned = [m for m in months if m.planned or not m.attended]
    if planned:
        lines = (line for m in planned for line in writer.plan(m))
        yield ExportSheet(PLANNED, _WIDTHS, tuple(lines))
    attended = [m for m in months if m.attended]
    if attended:
        lines = (line for m in attended for line in writer.record(m))
        yield ExportSheet(ATTENDED, _WIDTHS, tuple(lines))


class _Writer:
    def __init__(self, document: Document) -> None:
        self._county = document.county
        self._words = {custody: DutyWords(document.policy, custody) for custody in (True, False)}
        self._names: dict[str, int] = {}
        for person in document.county.people.values():
            key = name_key(person.name)
            self._names[key] = self._names.get(key, 0) + 1

    def plan(self, month: DutyMonth) -> Iterator[Line]:
        words = self._of(month)
        rows = {
            p: {day: words.written(cell.code) + LOCKED * cell.locked for day, cell in row.items()}
            for p, row in month.planned.items()
        }
        locked = any(cell.locked for row in month.planned.values() for cell in row.values())
        yield from self._block(month, PLANNED, rows, _EXPLAINED if locked else "")

    def record(self, month: DutyMonth) -> Iterator[Line]:
        words = self._of(month)
        rows = {p: {n: _said(done, words) for n, done in row.items()} for p, row in month.attended.items()}
        yield from self._block(month, ATTENDED, rows, "")

    def _of(self, month: DutyMonth) -> DutyWords:
        return self._words[self._county.units[month.unit].kind is UnitKind.CUSTODY]

    def _block(
        self, month: DutyMonth, what: str, rows: Mapping[int, Mapping[int, str]], note: str
    ) -> Iterator[Line]:
        days = days_of(month.month)
        title = f"{self._county.units[month.unit].name}{_month(month.month)}{what}"
        yield Line("title", (title,))
        if note:
            yield Line("title", (note,))
        numbers = [day.day for day in days]
        yield Line("total", (*_WHO, *numbers))
        yield Line("total", ("", "", "", *[_WEEKDAYS[day.weekday()] for day in days]))
        people = [p for p in rows if p in self._county.people]
        for number, person in enumerate(people, 1):
            row = rows[person]
            cells = [row.get(n, "") for n in numbers]
            yield Line("row", (number, *self._who(self._county.people[person]), *cells))
        yield Line("title", ("",))

    def _who(self, person: Person) -> tuple[FileCell, ...]:
        """Return name and badge number; a made-up one only where nothing else tells who it is."""
        alone = self._names[name_key(person.name)] == 1 and not person.made_up_name
        return (
            "" if person.made_up_name else person.name,
            "" if person.made_up_badge and alone else person.badge_number,
        )


def _said(done: Attended, words: DutyWords) -> str:
    """Return half-days as 社/值, with the mark in brackets and the place behind an arrow."""
    morning, afternoon = (words.written(c) if c else "" for c in (done.morning, done.afternoon))
    halves = morning if morning == afternoon else f"{morning}/{afternoon}"
    mark = f"({MARKS[done.mark]})" if done.mark else ""
    return halves + mark + (ARROW + done.place if done.place else "")


def _month(month: date) -> str:
    return f"{month.year}年{month.month}月"
