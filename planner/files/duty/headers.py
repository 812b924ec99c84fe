"""The headers of duty sheets: a grid of days, one row per date, or one row per record of work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from planner.files.cells import as_text, heading_key, one_line, without_brackets
from planner.files.duty.days import Day, read_day
from planner.files.duty.weekdays import weekdays_of
from planner.files.duty.words import half_of
from planner.files.vocabulary import vocabulary
from planner.files.workbook import Cell
from planner.text import compact

_FEWEST_DAYS = 5  # a shorter run of numbers is no row of days
_TITLES = 12  # rows above a header among which its title is sought
Row = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class DayColumn:
    """A column of a grid: its day, and which half of it where the day has two columns."""

    index: int
    day: Day
    heading: str
    half: str = ""


@dataclass(frozen=True, slots=True)
class GridHeader:
    """People in rows, days in columns; `lost` are columns of days before the days begin again."""

    days: tuple[DayColumn, ...]
    who: dict[str, int]  # field -> column
    lost: tuple[DayColumn, ...] = ()
    weekdays: int | None = None  # the row of weekdays above or below the days

    @property
    def used(self) -> set[int]:
        """The columns that are read."""
        return {*self.who.values(), *(d.index for d in (*self.days, *self.lost))}


@dataclass(frozen=True, slots=True)
class RoleColumn:
    """A column of names, and the code of what the people named there do."""

    index: int
    code: str
    heading: str


@dataclass(frozen=True, slots=True)
class ListHalf:
    """A column of dates, its heading, perhaps the column of their weekdays, and the columns of names."""

    dates: int
    heading: str
    weekdays: int | None
    roles: tuple[RoleColumn, ...]

    @property
    def used(self) -> set[int]:
        """The columns that are read."""
        further = {self.weekdays} if self.weekdays is not None else set()
        return {self.dates, *(r.index for r in self.roles)} | further


@dataclass(frozen=True, slots=True)
class ListHeader:
    """One row per date; a sheet may have two halves side by side, each with its own column of dates."""

    halves: tuple[ListHalf, ...]
    unit: int | None = None

    @property
    def used(self) -> set[int]:
        """The columns that are read."""
        further = {self.unit} if self.unit is not None else set()
        return set().union(*(half.used for half in self.halves)) | further


@dataclass(frozen=True, slots=True)
class LogHeader:
    """One row per record: where date, name, half-day, work, place and mark stand."""

    columns: dict[str, int]
    headings: dict[str, str]

    @property
    def used(self) -> set[int]:
        """The columns that are read."""
        return set(self.columns.values())


Header = GridHeader | ListHeader | LogHeader


@dataclass(frozen=True)
class Block:
    """One header with the rows under it; `titles` are the lines above, the nearest first.

    Of a table that was turned, rows and columns are those it has afterwards.
    """

    header: Header
    header_row: int  # from 0, of the first row of the header
    rows: range  # places of the rows below
    titles: tuple[str, ...]
    turned: bool = False


def find_blocks(rows: Sequence[Row]) -> list[Block]:
    """Return the duty tables of a sheet, one after the other."""
    found: list[tuple[int, int, Header]] = []
    place = 0
    while place < len(rows):
        header, height = _header(rows, place)
        if header is not None:
            found.append((place, place + height, header))
        place += height
    blocks, above = [], 0
    for number, (top, first, header) in enumerate(found):
        end = found[number + 1][0] if number + 1 < len(found) else len(rows)
        blocks.append(Block(header, top, range(first, end), titles_above(rows, top, above)))
        above = first
    return blocks


def titles_above(rows: Sequence[Row], top: int, above: int = 0) -> tuple[str, ...]:
    """Return the lines over a header that may say what it is about, down to a row, the nearest first."""
    lines = range(top - 1, max(above, top - 1 - _TITLES) - 1, -1)
    return tuple(words for place in lines for words in _line(rows[place]))


def unread(rows: Sequence[Row], block: Block) -> list[str]:
    """Return the headings of columns that say something and are not read, such as 备注."""
    header, below = rows[block.header_row : block.rows.start], [rows[place] for place in block.rows]
    used, plain = block.header.used, vocabulary().lists["duty"]["unread"]
    found = []
    first = min(used) if block.turned else 0  # before it stand the titles
    for index in range(first, max(map(len, header))):
        words = next((as_text(row[index]) for row in header if index < len(row) and row[index] != ""), "")
        if index in used or not words or compact(words) in plain:
            continue
        if any(index < len(row) and row[index] != "" for row in below):
            found.append(one_line(words))
    return found


def _line(row: Row) -> Iterator[str]:
    """Yield the words of a row that may be a title: few cells, none of them a number."""
    cells = [as_text(c) for c in row if c != ""]
    if len(cells) <= 4:
        yield from (c for c in cells if not c.isdigit())


def _header(rows: Sequence[Row], place: int) -> tuple[Header | None, int]:
    """Return the header that begins in a row, and how many rows it takes; no header takes one."""
    below = rows[place + 1] if place + 1 < len(rows) else ()
    grid = _grid(rows, place)
    if grid is not None:
        return grid
    return _listed(rows[place], below)


def _grid(rows: Sequence[Row], place: int) -> tuple[GridHeader, int] | None:
    run, lost = _day_run(rows[place])
    if not run:
        return None
    height, halves = 1, {}
    while place + height < len(rows) and height < 4:
        row = rows[place + height]
        told = {i: half_of(c) for i, c in enumerate(row) if i >= run[0].index and half_of(c)}
        if len(told) >= _FEWEST_DAYS:
            halves = told
        elif not _is_weekdays(row, run):
            break
        height += 1
    who = _who(rows, place, height, run[0].index)
    beside = (
        r for r in range(max(place - 1, 0), place + height) if r != place and _is_weekdays(rows[r], run)
    )
    return GridHeader(tuple(_halved(run, halves)), who, tuple(lost), next(beside, None)), height


def _day_run(row: Row) -> tuple[list[DayColumn], list[DayColumn]]:
    """Return the columns of a row of days, and those before the days begin again from a lower one."""
    days = [
        DayColumn(i, day, as_text(c))
        for i, c in enumerate(row)
        if c != "" and (day := read_day(c)) is not None
    ]
    pairs = list(pairwise(days))
    follow = sum(a.day.day + 1 == b.day.day or (b.day.day == 1 and a.day.day >= 28) for a, b in pairs)
    if follow < _FEWEST_DAYS - 1 or 3 * follow < 2 * len(pairs):
        return [], []
    begins = [n for n, (a, b) in enumerate(pairs, 1) if b.day.day <= a.day.day and b.day.month is None]
    cut = begins[-1] if begins else 0
    return days[cut:], days[:cut]


def _is_weekdays(row: Row, run: Sequence[DayColumn]) -> bool:
    cells = [row[c.index] for c in run if c.index < len(row) and row[c.index] != ""]
    return len(cells) >= _FEWEST_DAYS and all(map(weekdays_of, cells))


def _halved(run: Sequence[DayColumn], halves: dict[int, str]) -> Iterator[DayColumn]:
    """Yield a column for each half-day, under the day that begins at it or to the left of it."""
    if not halves:
        yield from run
        return
    for index, half in sorted(halves.items()):
        above = [c for c in run if c.index <= index]
        if above:
            yield DayColumn(index, above[-1].day, above[-1].heading, half)


def _who(rows: Sequence[Row], place: int, height: int, first: int) -> dict[str, int]:
    """Return the columns left of the days by their field, from the rows of the header and the one above."""
    found: dict[str, int] = {}
    for row in rows[max(place - 1, 0) : place + height]:
        for index, cell in enumerate(row[:first]):
            field = field_of(cell)
            if field in ("name", "badge_number", "unit", "half"):
                found.setdefault(field, index)
    if "name" not in found and "badge_number" not in found and first > 0:
        found["name"] = first - 1
    return found


def _listed(row: Row, below: Row) -> tuple[ListHeader | LogHeader | None, int]:
    fields = {i: f for i, c in enumerate(row) if (f := field_of(c))}
    dates = [i for i, f in fields.items() if f == "date"]
    if not dates:
        return None, 1
    known = {f: i for i, f in reversed(list(fields.items()))}
    if "name" in known and known.keys() & {"work", "half", "mark"}:
        return LogHeader(known, {f: one_line(as_text(row[i])) for f, i in known.items()}), 1
    roles, height = _roles(row, below, dates[0])
    halves = []
    for left, right in pairwise([*dates, max(len(row), len(below))]):
        columns = tuple(r for r in roles if left < r.index < right)
        weekdays = next((i for i in range(left, right) if fields.get(i) == "weekday"), None)
        if columns:
            halves.append(ListHalf(left, one_line(as_text(row[left])), weekdays, columns))
    return (ListHeader(tuple(halves), known.get("unit")), height) if halves else (None, 1)


def _roles(row: Row, below: Row, date: int) -> tuple[tuple[RoleColumn, ...], int]:
    """Return the columns of names, and how many rows their headings take."""
    upper, under = _role_columns(row), _role_columns(below)
    if not under or (date < len(below) and read_day(below[date]) is not None):
        return tuple(upper.values()), 1
    return tuple(sorted({**upper, **under}.values(), key=lambda column: column.index)), 2


def _role_columns(row: Row) -> dict[int, RoleColumn]:
    named = ((i, c, role_of(c)) for i, c in enumerate(row))
    return {i: RoleColumn(i, code, one_line(as_text(c))) for i, c, code in named if code}


def role_of(cell: Cell) -> str:
    """Return the code of a post such as 带班领导, empty for other words."""
    return _field(cell, "duty_roles")


def field_of(cell: Cell) -> str:
    """Return which column of a duty table a heading such as 日期 names, empty for none."""
    return _field(cell, "duty_columns")


def _field(cell: Cell, table: str) -> str:
    """Return which field of a table a heading names, empty for none."""
    if not isinstance(cell, str) or not cell or len(cell) > 20:
        return ""
    known = _headings(table)
    return known.get(heading_key(cell)) or known.get(heading_key(without_brackets(cell)), "")


@cache
def _headings(table: str) -> dict[str, str]:
    """Return the field of every heading of a table; of two fields the first keeps a heading of both."""
    known: dict[str, str] = {}
    for field, words in vocabulary().lists[table].items():
        for word in words:
            known.setdefault(heading_key(word), field)
    return known
