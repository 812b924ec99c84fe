"""The rows of a sheet 方案 as they stand, those without scenario, kind or date listed and left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as day

from planner.county.records import Post
from planner.files.cells import as_text
from planner.files.columns import Columns, Reading
from planner.files.headings import HeaderFinder
from planner.files.imported import SheetRole
from planner.files.issues import IssueKind
from planner.files.tables import Table, table_below
from planner.files.vocabulary import vocabulary
from planner.files.workbook import Sheet
from planner.scenarios.records import CHANGE_NAMES, ChangeKind
from planner.text import Text, compact

_NO_KIND = Text(
    "“{words}”不是方案的变动类别,此行未读取。", "“{words}” is no kind of change; the row was not read."
)
_NO_DATE = Text("变动没有可用的日期,此行未读取。", "The change has no usable date; the row was not read.")
_NAMELESS = Text("此行没有方案名称,未读取。", "The row names no scenario and was not read.")
_NEEDED = frozenset({"scenario", "change", "date"})
_KINDS = {
    compact(word): kind for kind, name in CHANGE_NAMES.items() for word in (kind.value, name.zh, name.en)
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row; without a kind and a date it tells of the scenario alone."""

    row: int
    scenario: str
    base: str
    kind: ChangeKind | None
    date: day | None
    enabled: bool
    officer: str
    badge: str
    unit: str
    into: str
    post: Post | None
    number: int | None
    until: day | None
    key: str
    value: str
    note: str


def scenario_table(sheet: Sheet) -> Table | None:
    """Return a sheet that is named for scenarios and has their columns, None for any other."""
    named = any(word in compact(sheet.name) for word in vocabulary().lists["sheets"]["scenarios"])
    header = HeaderFinder(SheetRole.SCENARIOS, {}).find(sheet.rows) if named else None
    return table_below(sheet, header) if header is not None and header.fields >= _NEEDED else None


def rows_of(table: Table, reading: Reading) -> Iterator[Row]:
    """Yield the rows of a sheet; a blank scenario is that of the row above."""
    columns = Columns(table, reading)
    texts = {f: columns.texts(f) for f in _TEXTS}
    posts = columns.codes("post", "", "", ask=False)
    numbers, enabled = columns.counts("number"), columns.yes_no("enabled")
    dates, untils = columns.dates("date"), columns.dates("until")
    columns.settle([None] * len(table.rows))
    above = ""
    for place, row in enumerate(table.numbers):
        said = {field: cells[place].strip() for field, cells in texts.items()}
        above = said.pop("scenario") or above
        if all(as_text(cell) == "" for cell in table.rows[place]):
            continue
        word = said.pop("change")
        kind = _KINDS.get(compact(word))
        why = _unusable(above, word, kind, dates[place])
        if why is not None:
            issue, field, message = why
            reading.complaints.add(issue, message, table.name, row, table.heading(field))
            continue
        yield Row(
            row,
            above,
            kind=kind,
            date=dates[place],
            enabled=enabled[place] is not False,
            post=Post(posts[place]) if posts[place] else None,
            number=numbers[place],
            until=untils[place],
            **said,
        )


_TEXTS = ("scenario", "base", "change", "officer", "badge", "unit", "into", "key", "value", "note")


def _unusable(
    scenario: str, word: str, kind: ChangeKind | None, on: day | None
) -> tuple[IssueKind, str, Text] | None:
    """Return why a row cannot be read: what is wrong, in which column, in words."""
    if not scenario:
        return IssueKind.IGNORED_ROW, "scenario", _NAMELESS
    if not word:
        return None
    if kind is None:
        return IssueKind.UNKNOWN_WORD, "change", _NO_KIND.format(words=word)
    return (IssueKind.BAD_DATE, "date", _NO_DATE) if on is None else None
