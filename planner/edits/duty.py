"""Edits of duty months: what is planned for whom on which day, and what Fill leaves alone."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date

from planner.county.belonging import Belonging, members
from planner.county.duty import Cell, DutyMonth, Grid
from planner.county.records import UnitKind
from planner.document import Document
from planner.edits.correcting import GONE
from planner.edits.refused import RefusedError
from planner.errors import InputError
from planner.policy.duty_codes import DutyCode, DutyKind
from planner.policy.policy import Policy
from planner.tables.names import ABSENCE_KINDS
from planner.text import Text, joined

At = tuple[int, int]  # person, day of the month
Wanted = Mapping[At, str | None]  # the code of each cell, None for none

_NOT_AWAY = (DutyKind.LEAVE, DutyKind.REST)  # what may stand on a day of leave
_LOCKED = Text("已锁定,请先解锁。", "This cell is locked; unlock it first.")
_UNKNOWN = Text(
    "没有名为“{code}”的班次代码;可用:{known}。", "No duty code is called “{code}”; known: {known}."
)
_NO_DAY = Text("{month} 没有 {day} 日。", "{month} has no day {day}.")
_NOT_HERE = Text(
    "{name} {day} 日不在本单位工作,不能排班。",
    "{name} does not work here on day {day} and cannot be rostered.",
)
_ABSENT = Text(
    "{name} {day} 日{kind},只能排休假或休息;如已返岗,请先在“请假”页更正。",
    "{name} is away on day {day} ({kind}): only leave or rest fits; if that is over, correct the absence.",
)
_BLANK = Text("空白单元格不能锁定,请先填写代码。", "A blank cell cannot be locked; give it a code first.")
_NO_UNIT = Text("请先选择一个本局单位。", "Choose a unit of the bureau first.")
_NO_MONTH = Text(
    "上个月没有值班表,无法沿用;请先新建或导入。",
    "There is no duty roster of the month before to continue; start an empty one or import it.",
)
_WHOLE_WEEKS, _LONGEST_ROTATION = 28, 21
_FAITHFUL = 95  # percent of cells that repeat where a month is a rotation


def codes_of(policy: Policy, custody: bool) -> Mapping[str, DutyCode]:
    """Return the codes that may be planned: the posts of custody units only there."""
    return {id_: code for id_, code in policy.duty_codes.items() if custody or not code.custody}


def is_custody(document: Document, unit: int) -> bool:
    """Return whether a unit has the posts of custody units."""
    known = document.county.units.get(unit)
    return known is not None and known.kind is UnitKind.CUSTODY


def duty_month(document: Document, unit: int, month: date) -> DutyMonth | None:
    """Return what is planned for a unit in the month of a date, None where nothing is."""
    return document.duty.months.get((unit, month.replace(day=1)))


def new_month(document: Document, unit: int, month: date) -> Document:
    """Return the document with an empty duty month, where there is none yet."""
    if duty_month(document, unit, month) is not None:
        return document
    return _put(document, _month(document, unit, month), {})


def set_cells(document: Document, unit: int, month: date, cells: Wanted) -> Document:
    """Return the document with codes planned, or taken out with None; raise RefusedError where one cannot be.

    Locked cells, days outside the month, days somebody does not work here, and duty on a day of leave are
    refused by person and day.
    """
    made = _month(document, unit, month)
    refusing = _Refusing(document, made)
    said = {at: refusing.why(at, code) for at, code in cells.items()}
    reasons = {(person, str(day)): why for (person, day), why in said.items() if why is not None}
    if reasons:
        raise RefusedError(reasons)
    return _put(document, made, _changed(made.planned, cells))


def clear_cells(document: Document, unit: int, month: date, cells: Iterable[At]) -> Document:
    """Return the document without what is planned in these cells; a locked one is refused."""
    return set_cells(document, unit, month, dict.fromkeys(cells))


def clear_month(document: Document, unit: int, month: date) -> Document:
    """Return the document with a month blank but for its locked cells."""
    made = _month(document, unit, month)
    kept = {p: {d: c for d, c in row.items() if c.locked} for p, row in made.planned.items()}
    return _put(document, made, {person: row for person, row in kept.items() if row})


def lock_cells(
    document: Document, unit: int, month: date, cells: Collection[At], *, locked: bool = True
) -> Document:
    """Return the document with planned cells locked or unlocked; blank ones among them are passed over.

    Raises InputError where all of them are blank.
    """
    made = _month(document, unit, month)
    planned = [(person, day) for person, day in cells if day in made.planned.get(person, {})]
    if not planned:
        raise InputError(_BLANK)
    grid = {person: dict(row) for person, row in made.planned.items()}
    for person, day in planned:
        grid[person][day] = replace(grid[person][day], locked=locked)
    return _put(document, made, grid)


def take_roster(document: Document, unit: int, month: date, cells: Wanted) -> Document:
    """Return the document with a whole roster taken over: locked cells and days not plannable stay."""
    made = _month(document, unit, month)
    refusing = _Refusing(document, made)
    taken = {at: code for at, code in cells.items() if refusing.why(at, code) is None}
    return _put(document, made, _changed(made.planned, taken))


def copy_previous(document: Document, unit: int, month: date) -> Document:
    """Return the document with the blank cells of a month filled by continuing the month before.

    A rotation goes on with its own period; anything else repeats by weekday, four weeks later.
    """
    first = month.replace(day=1)
    before = date(first.year - (first.month == 1), (first.month - 2) % 12 + 1, 1)
    earlier = duty_month(document, unit, before)
    if earlier is None or not earlier.planned:
        raise InputError(_NO_MONTH)
    length, days = _length(before), _length(first)
    period = _period(earlier.planned, length)
    made = _month(document, unit, first)
    continued: dict[At, str | None] = {}
    for person, row in earlier.planned.items():
        codes = {day: cell.code for day, cell in row.items()}
        for day in range(length + 1, length + days + 1):
            code = codes.get(day - period)
            if code is not None:
                codes[day] = code
                if day - length not in made.planned.get(person, {}):
                    continued[person, day - length] = code
    return take_roster(document, unit, first, continued)


def _period(grid: Grid, length: int) -> int:
    """Return after how many days a month repeats itself; four weeks where it is no rotation."""
    for period in range(2, _LONGEST_ROTATION + 1):
        pairs = [
            (row.get(day), row.get(day - period))
            for row in grid.values()
            for day in range(period + 1, length + 1)
        ]
        said = [(a.code if a else "", b.code if b else "") for a, b in pairs if a or b]
        if said and 100 * sum(a == b for a, b in said) >= _FAITHFUL * len(said):
            return period
    return _WHOLE_WEEKS


def _length(month: date) -> int:
    return monthrange(month.year, month.month)[1]


def _month(document: Document, unit: int, month: date) -> DutyMonth:
    """Return the month as it stands, empty where there is none; raise InputError for no unit of ours."""
    known = document.county.units.get(unit)
    if known is None or not known.ours:
        raise InputError(_NO_UNIT)
    return duty_month(document, unit, month) or DutyMonth(unit, month.replace(day=1))


class _Refusing:
    """Says why a cell of a month cannot have a code."""

    def __init__(self, document: Document, month: DutyMonth) -> None:
        self._people, self._month = document.county.people, month
        self._days = _length(month.month)
        self._there = members(document.county, document.policy, month.unit, month.month)
        self._codes = codes_of(document.policy, is_custody(document, month.unit))

    def why(self, at: At, code: str | None) -> Text | None:
        """Return the reason, None where the cell can have the code."""
        person, day = at
        if person not in self._people:
            return GONE
        if not 1 <= day <= self._days:
            return _NO_DAY.format(month=f"{self._month.month:%Y-%m}", day=day)
        cell = self._month.planned.get(person, {}).get(day)
        if cell is not None and cell.locked and cell.code != code:
            return _LOCKED
        if code is None:
            return None
        if code not in self._codes:
            return _UNKNOWN.format(code=code, known=joined(c.name for c in self._codes.values()))
        return _unplannable(self._there.get(person), self._people[person].name, day, self._codes[code])


def _unplannable(of: Belonging | None, name: str, day: int, code: DutyCode) -> Text | None:
    if of is None or day not in of.days:
        return _NOT_HERE.format(name=name, day=day)
    if day in of.absences and code.kind not in _NOT_AWAY:
        return _ABSENT.format(name=name, day=day, kind=ABSENCE_KINDS[of.absences[day].kind])
    return None


def _changed(grid: Grid, cells: Wanted) -> Grid:
    """Return the grid with codes set; rows that do not change are shared."""
    made = dict(grid)
    touched: dict[int, dict[int, Cell]] = {}
    for (person, day), code in cells.items():
        row = touched.setdefault(person, dict(grid.get(person, {})))
        if code is None:
            row.pop(day, None)
        elif day not in row or row[day].code != code:
            row[day] = Cell(code)
    made.update(touched)
    return {person: row for person, row in made.items() if row}


def _put(document: Document, month: DutyMonth, grid: Grid) -> Document:
    """Return the document with a month's plan replaced; the same document where nothing changes."""
    known = document.duty.months.get(month.key)
    if known is not None and known.planned == grid:
        return document
    made = replace(month, planned=grid)
    return replace(document, duty=replace(document.duty, months={**document.duty.months, made.key: made}))
