"""Which rows of a roster are people, and which are 小计, repeated headers, notes and blank tails."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from planner.files.cells import as_text, one_line
from planner.files.tables import Table
from planner.files.titles import title_unit
from planner.files.unit_kinds import infer_kind
from planner.files.workbook import Cell
from planner.text import compact

_TOTAL = re.compile(
    r"(?P<unit>.{0,30}?)(?P<word>小计|合计|总计|共计|总人数|subtotal|grandtotal|total)[:：]?(?:共)?(?P<stated>\d*)(?:人|名)?\Z"
)
_WHOLE = ("合计", "总计", "共计", "总人数", "grandtotal", "total")
_NOTE = re.compile(
    r"(注|备注|说明|填表|填报|审核|制表|制表人|单位负责人|联系人|负责人|统计|截止|截至|盖章|第\d+页|共\d+页)"
)
_COLON = re.compile(r"[:：]")
_NO_NAMES = frozenset(
    {"姓名", "小计", "合计", "总计", "共计", "姓 名", "姓  名", "小 计", "合 计", "总 计", "name"}
)
_LITTLE = 3  # a note fills no more cells than this


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A 小计 or 合计: where it stands, what it says, and which people stand above it."""

    number: int
    word: str
    unit_words: str  # the unit it names itself, mostly none
    stated: int | None
    first: int  # places in the table of people: from, up to
    last: int
    whole: bool


@dataclass
class RosterRows:
    """The rows of a roster sheet sorted out; `people` are places in the table."""

    people: list[int] = field(default_factory=list)
    totals: list[TotalRow] = field(default_factory=list)
    footers: list[tuple[str, ...]] = field(default_factory=list)
    ignored: list[tuple[int, str]] = field(default_factory=list)  # spreadsheet row, its words
    lone_badges: list[tuple[int, Cell]] = field(default_factory=list)  # rows with nothing but a number


def sort_rows(table: Table) -> RosterRows:
    """Return what every row below a roster's header is."""
    sorter = _Sorter(table)
    for place, row in enumerate(table.rows):
        if sorter.is_plainly_somebody(row):
            sorter.add(place)
        else:
            sorter.take(place, row)
    return sorter.finished()


class _Sorter:
    def __init__(self, table: Table) -> None:
        self._table = table
        self._rows = RosterRows()
        columns = table.header.columns
        self._known = [c.index for c in columns if c.field and c.field != "number"]
        person = [c.index for c in columns if c.field in ("name", "badge_number")]
        self._name = next((c.index for c in columns if c.field == "name"), None)
        self._badge = next((c.index for c in columns if c.field == "badge_number"), None)
        self._person = person
        above = table.sheet.rows[: table.header.rows[-1] + 1]
        self._repeated = {_words(row) for row in above}
        self._headings = {
            compact(as_text(c)) for i in table.header.rows for c in table.sheet.rows[i] if c != ""
        }
        self._block = self._blocks = 0
        self._pending: list[tuple[int, tuple[str, ...]]] = []  # notes that may turn out to be footers

    def is_plainly_somebody(self, row: Sequence[Cell]) -> bool:
        """Whether a row needs no second look: a short name, a badge number, and a running number first."""
        if self._name is None or self._badge is None:
            return False
        name, first = row[self._name], row[0]
        return (
            isinstance(name, str)
            and 2 <= len(name) <= 4
            and row[self._badge] != ""
            and (not isinstance(first, str) or first.isdigit())
            and name not in _NO_NAMES
        )

    def add(self, place: int) -> None:
        """Take a row for a person."""
        if self._pending:
            self._flush()
        self._rows.people.append(place)

    def take(self, place: int, row: Sequence[Cell]) -> None:
        first = next((c for c in row if c != ""), "")
        if first == "":
            return
        named = any(row[i] != "" for i in self._person)
        if isinstance(first, str) and (self._is_repeated(first, row) or self._is_total(place, row)):
            return
        filled = [i for i in self._known if row[i] != "" and row[i] != " "]
        if filled == [self._badge] and (sum(c != "" for c in row) == 1 or not self._has_own(row)):
            self._rows.lone_badges.append((self._table.numbers[place], row[filled[0]]))
            return
        if (named or len(filled) >= min(2, len(self._known))) and not self._is_note(row) and filled:
            self.add(place)
            return
        if any(not isinstance(c, str) or c.strip() for c in row):
            self._pending.append((self._table.numbers[place], tuple(as_text(c) for c in row)))

    def _has_own(self, row: Sequence[Cell]) -> bool:
        """Whether a column of the user's own says something of a row."""
        return any(row[c.index] != "" for c in self._table.header.columns if c.field is None)

    def _is_repeated(self, first: str, row: Sequence[Cell]) -> bool:
        """Whether a row repeats the header or a title, as page breaks do."""
        return (compact(first) in self._headings and _words(row) in self._repeated) or (
            self._name is not None
            and compact(as_text(row[self._name])) in self._headings
            and sum(compact(as_text(c)) in self._headings for c in row if c != "") >= 2
        )

    def _is_total(self, place: int, row: Sequence[Cell]) -> bool:
        cells = [(i, c) for i, c in enumerate(row) if c != ""]
        for position, (_, cell) in enumerate(cells[:3]):
            if not isinstance(cell, str) or len(cell) > 60:
                continue
            match = _TOTAL.match(compact(cell))
            if match is None or (
                self._badge is not None and row[self._badge] not in ("", cell) and len(cells) > 6
            ):
                continue
            stated = int(match["stated"]) if match["stated"] else _number(cells[position + 1 :])
            self._add_total(place, match, stated, _nearest(cells[:position]))
            return True
        return False

    def _add_total(self, place: int, match: re.Match[str], stated: int | None, before: str) -> None:
        people = self._rows.people
        whole = match["word"] in _WHOLE and (not match["unit"] or bool(self._rows.totals)) and not before
        first = 0 if whole else self._block
        total = TotalRow(
            self._table.numbers[place],
            match["word"],
            match["unit"] or before,
            stated,
            first,
            len(people),
            whole,
        )
        self._rows.totals.append(total)
        self._block = len(people)

    def _is_note(self, row: Sequence[Cell]) -> bool:
        """Whether a row is a remark across the sheet, not a person: few cells, and words no name has."""
        cells = [c for c in row if c != ""]
        if len(cells) > _LITTLE:
            return False
        words = [compact(as_text(c)) for c in cells]
        if self._name is not None and row[self._name] != "":
            words = [compact(as_text(row[self._name]))]
            if len(cells) == 1 and infer_kind(title_unit(words[0])).certain:
                return True  # a unit's name above its block
        return any(_NOTE.match(w) or _COLON.search(w) or len(w) > 30 for w in words)

    def _flush(self) -> None:
        """What stood between people is no footer; what repeats a title is nothing at all."""
        for number, cells in self._pending:
            words = tuple(compact(c) for c in cells if c)
            if words not in self._repeated:
                self._rows.ignored.append((number, one_line(" ".join(c for c in cells if c))[:60]))
        self._pending.clear()

    def finished(self) -> RosterRows:
        self._rows.footers = [cells for _, cells in self._pending]
        return self._rows


def _words(row: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(compact(as_text(c)) for c in row if c != "")


def _nearest(cells: Sequence[tuple[int, Cell]]) -> str:
    """Return the words before a 小计 in its row: the unit, if anything but a running number."""
    words = [as_text(c) for _, c in cells if isinstance(c, str) and not as_text(c).isdigit()]
    return words[-1] if words else ""


def _number(cells: Sequence[tuple[int, Cell]]) -> int | None:
    for _, cell in cells:
        if isinstance(cell, bool):
            continue
        if isinstance(cell, int | float) and 0 <= cell < 10_000_000 and float(cell).is_integer():
            return int(cell)
        if isinstance(cell, str) and (match := re.fullmatch(r"(?:共)?(\d{1,7})(?:人|名)?", compact(cell))):
            return int(match[1])
    return None
