"""The header of a sheet, found by its words: one row or two, under any number of title rows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planner.files.cells import as_text, heading_key, one_line
from planner.files.choices import NO_FIELD
from planner.files.imported import SheetRole
from planner.files.vocabulary import Vocabulary, vocabulary
from planner.files.workbook import Cell

SEARCHED = 200  # rows from the top in which a header may stand
_PLAIN, _BELOW = 8, 5  # a row with so many headings is the header, unless one of the next has more
_SENTENCE = re.compile(r"[:：\d]")
Row = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: where it stands, its heading on one line, unique in the sheet, and its field."""

    index: int
    heading: str
    field: str | None


@dataclass(frozen=True)
class Header:
    """The rows of a header, counted from 0, its columns, and how many known fields it names."""

    role: SheetRole
    rows: tuple[int, ...]
    columns: tuple[Column, ...]
    twice: tuple[Column, ...] = ()  # columns whose field another column has already

    @property
    def fields(self) -> frozenset[str]:
        """The fields that have a column."""
        return frozenset(c.field for c in self.columns if c.field)

    def column(self, field: str) -> Column | None:
        """Return the column of a field."""
        return next((c for c in self.columns if c.field == field), None)


@dataclass(frozen=True)
class HeaderFinder:
    """Finds headers of one role, the user's own mapping of headings first."""

    role: SheetRole
    mapped: Mapping[str, str]  # heading key -> field or NO_FIELD, as the user decided

    def find(self, rows: Sequence[Row]) -> Header | None:
        """Return the header with the most known headings, None where no row names any."""
        best, most = 0, 0
        for place, row in enumerate(rows[:SEARCHED]):
            score = self._score(row)
            if score > most:
                best, most = place, score
            if most >= _PLAIN and place > best + _BELOW:
                break
        if most == 0:
            return None
        header = self._header(rows[:SEARCHED], best)
        return header if header.fields - {"number"} else None

    def _score(self, row: Row) -> int:
        found = set()
        mapped = 0
        for cell in row:
            if isinstance(cell, str) and cell:
                key = heading_key(cell)
                if key in self.mapped:
                    mapped += 1
                elif known := self._known(cell):
                    found.add(known)
        return 100 * mapped + len(found)

    def _known(self, heading: str) -> str | None:
        known = vocabulary().field(self.role, heading) if len(heading) <= 40 else None
        return known[0] if known else None

    def _header(self, rows: Sequence[Row], best: int) -> Header:
        span: tuple[int, ...] = (best,)
        if best + 1 < len(rows) and self._is_lower(rows[best + 1]):
            span = (best, best + 1)
        elif best > 0 and self._is_upper(rows[best - 1], rows[best]):
            span = (best - 1, best)
        headings = _headings([rows[i] for i in span], vocabulary())
        return self._with_fields(span, headings)

    def _is_lower(self, row: Row) -> bool:
        """Whether a row below a header continues it: at least half of its cells are headings."""
        cells = [c for c in row if c != ""]
        known = sum(isinstance(c, str) and self._is_heading(c) for c in cells)
        return known > 0 and 2 * known >= len(cells)

    def _is_upper(self, above: Row, row: Row) -> bool:
        """Whether the row above a header groups its columns, or holds headings merged down into it."""
        cells = [(i, c) for i, c in enumerate(above) if c != ""]
        if not all(isinstance(c, str) for _, c in cells):
            return False
        merged = any(self._is_heading(str(c)) and (i >= len(row) or row[i] == "") for i, c in cells)
        short = len(cells) > 1 and all(len(str(c)) <= 12 and not _SENTENCE.search(str(c)) for _, c in cells)
        return merged or short

    def _is_heading(self, words: str) -> bool:
        return heading_key(words) in self.mapped or self._known(words) is not None

    def _with_fields(self, span: tuple[int, ...], headings: Sequence[tuple[str, str]]) -> Header:
        """Give every heading its field; of several for one field the user's, then the most exact one wins."""
        wanted: dict[str, tuple[int, int]] = {}  # field -> rank, column
        fields: list[str | None] = []
        for index, (heading, grouped) in enumerate(headings):
            field, rank = self._ranked(heading, grouped)
            fields.append(field)
            if field and (field not in wanted or rank < wanted[field][0]):
                wanted[field] = (rank, index)
        columns, twice, taken = [], [], set[str]()
        for index, (heading, _) in enumerate(headings):
            if not heading:
                continue
            field = fields[index]
            wins = field is not None and wanted[field][1] == index
            column = Column(index, _unique(heading, taken), field if wins else None)
            columns.append(column)
            if field and not wins and field != "number":
                twice.append(Column(index, column.heading, field))
        return Header(self.role, span, tuple(columns), tuple(twice))

    def _ranked(self, heading: str, grouped: str) -> tuple[str | None, int]:
        if not heading:
            return None, 0
        for words in (heading, grouped):
            if (field := self.mapped.get(heading_key(words))) is not None:
                return (None if field == NO_FIELD else field), -1
        known = (grouped and vocabulary().field(self.role, grouped)) or vocabulary().field(self.role, heading)
        return known or (None, 0)


def _headings(rows: Sequence[Row], words: Vocabulary) -> list[tuple[str, str]]:
    """Return per column its heading, and the heading completed by the group above it."""
    width = max(len(row) for row in rows)
    upper = [_heading(rows[0], i) for i in range(width)]
    if len(rows) == 1:
        return [(h, "") for h in upper]
    lower = [_heading(rows[1], i) for i in range(width)]
    found, group = [], ""
    for above, below in zip(upper, lower, strict=True):
        if above:
            group = above if below else ""
        if not below:
            found.append((above, ""))
            continue
        completes = words.group(group) if group else ""
        found.append((below, completes + below if completes and not below.startswith(completes) else ""))
    return found


def _heading(row: Row, index: int) -> str:
    return one_line(as_text(row[index])) if index < len(row) else ""


def _unique(heading: str, taken: set[str]) -> str:
    name, number = heading, 1
    while name in taken:
        number += 1
        name = f"{heading} {number}"
    taken.add(name)
    return name
