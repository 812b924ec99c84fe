"""The rows of a sheet 方案 as they stand, those without scenario, kind or date listed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date as day
from typing import Any

from planner.county.records import Post
from planner.files.cells import as_text
from planner.files.columns import Columns, Reading
from planner.files.dates import limits, read_dates
from planner.files.headings import HeaderFinder
from planner.files.imported import SheetRole
from planner.files.issues import IssueKind
from planner.files.scenarios.short_rows import Said, kind_called, told_fully
from planner.files.tables import Table, table_below
from planner.files.vocabulary import vocabulary
from planner.files.workbook import Sheet
from planner.scenarios.records import ChangeKind
from planner.text import Text, compact, joined

_NO_KIND = Text(
    "“{words}”不是变动类别,此行未读取;可写{kinds}。",
    "“{words}” is no kind of change, the row was not read; write {kinds}.",
)
_BLANK_KIND = Text(
    "此行没有变动类别,未读取;可写{kinds}。",
    "The row gives no kind of change and was not read; write {kinds}.",
)
_NO_DATE = Text("变动没有日期,此行未读取。", "The change has no date; the row was not read.")
_BAD_DATE = Text(
    "“{words}”不是可用的日期,此行未读取;请写成 2027-03-01。",
    "“{words}” is no usable date; the row was not read. Write it as 2027-03-01.",
)
_NAMELESS = Text("此行没有方案名称,未读取。", "The row names no scenario and was not read.")
_NEEDED = frozenset({"scenario", "change", "date"})
_TEXTS = ("scenario", "base", "date", "change", "officer", "badge", "unit", "into", "post", "number", "key",
          "value", "note")  # fmt: skip
_CODED = ("post", "number")  # of these columns, those whose words mean a value
_OF_SCENARIOS = ("scenario", "base", "change", "note")  # what a row may tell without a change


@dataclass(frozen=True, slots=True)
class Row:
    """One row; without a kind and a date it tells of the scenario alone."""

    row: int
    scenario: str
    base: str
    kind: ChangeKind | None = None
    date: day | None = None
    enabled: bool = True
    officer: str = ""
    badge: str = ""
    unit: str = ""
    into: str = ""
    post: Post | None = None
    number: int | None = None
    until: day | None = None
    key: str = ""
    value: str = ""
    note: str = ""
    unread: Mapping[str, str] = field(default_factory=dict)  # words that mean nothing, by field


def scenario_table(sheet: Sheet) -> Table | None:
    """Return a sheet that is named for scenarios and has their columns, None for any other."""
    named = any(word in compact(sheet.name) for word in vocabulary().lists["sheets"]["scenarios"])
    header = HeaderFinder(SheetRole.SCENARIOS, {}).find(sheet.rows) if named else None
    return table_below(sheet, header) if header is not None and header.fields >= _NEEDED else None


def rows_of(table: Table, reading: Reading) -> Iterator[Row]:
    """Yield the rows of a sheet; a blank scenario is that of the row above.

    Of a row that cannot be read only the scenario is told.
    """
    kinds, said = _said(table, reading)
    values = _values(_rewritten(table, {f: [words[f] for words in said] for f in _CODED}), reading)
    above = ""
    for place, row in enumerate(table.numbers):
        words, value = said[place], values[place]
        above = words["scenario"] or above
        if all(as_text(cell) == "" for cell in table.rows[place]):
            continue
        why = _unusable(above, words, kinds[place], value["date"])
        if why is not None:
            issue, where, message = why
            reading.complaints.add(issue, message, table.name, row, table.heading(where))
            if above:
                yield Row(row, above, words["base"])
            continue
        told: dict[str, Any] = {
            f: w for f, w in words.items() if f not in ("scenario", "date", "change", *_CODED)
        }
        yield Row(row, above, kind=kinds[place], **told, **value)


def _said(table: Table, reading: Reading) -> tuple[Sequence[ChangeKind | None], Sequence[Said]]:
    """Return the kind of change of every row, and its words, each under the field they are meant for."""
    columns = Columns(table, reading)
    texts = {f: columns.texts(f) for f in _TEXTS}
    plain = [{f: cells[place].strip() for f, cells in texts.items()} for place in range(len(table.rows))]
    kinds = [kind_called(words["change"], words, reading) for words in plain]
    full = [told_fully(kind, words, reading) for kind, words in zip(kinds, plain, strict=True)]
    return kinds, full


def _rewritten(table: Table, cells: Mapping[str, Sequence[str]]) -> Table:
    """Return a table with other words in some of its columns."""
    places = {c.index: told for f, told in cells.items() if (c := table.header.column(f)) is not None}
    rows = [
        tuple(places[i][place] if i in places else cell for i, cell in enumerate(row))
        for place, row in enumerate(table.rows)
    ]
    return replace(table, rows=rows)


def _values(table: Table, reading: Reading) -> list[dict[str, Any]]:
    """Return what stands in the coded columns of every row, with the words that mean nothing by field."""
    columns = Columns(table, reading)
    posts = columns.codes("post", "", "", ask=False)
    numbers, enabled = columns.counts("number"), columns.yes_no("enabled")
    dates, untils = _dates(table, reading), columns.dates("until")
    lost: list[dict[str, str]] = [{} for _ in table.rows]
    columns.settle([None] * len(table.rows), lost)
    fields = {column.heading: column.field for column in table.header.columns if column.field}
    return [
        {
            "date": dates[place],
            "enabled": enabled[place] is not False,
            "post": Post(posts[place]) if posts[place] else None,
            "number": numbers[place],
            "until": untils[place],
            "unread": {fields[heading]: words for heading, words in lost[place].items()},
        }
        for place in range(len(table.rows))
    ]


def _dates(table: Table, reading: Reading) -> Sequence[day | None]:
    """Return the days of the changes; what is none is told with its row."""
    return read_dates(table.cells("date"), limits("date", reading.on)).values


def _unusable(
    scenario: str, words: Said, kind: ChangeKind | None, on: day | None
) -> tuple[IssueKind, str, Text] | None:
    """Return why a row cannot be read: what is wrong, in which column, in words."""
    if not scenario:
        return IssueKind.IGNORED_ROW, "scenario", _NAMELESS
    if kind is not None:
        bad = _BAD_DATE.format(words=words["date"]) if words["date"] else _NO_DATE
        return (IssueKind.BAD_DATE, "date", bad) if on is None else None
    kinds = joined(map(_word_for, ChangeKind))
    if words["change"]:
        return IssueKind.UNKNOWN_WORD, "change", _NO_KIND.format(words=words["change"], kinds=kinds)
    is_change = any(words[f] for f in _TEXTS if f not in _OF_SCENARIOS)
    return (IssueKind.UNKNOWN_WORD, "change", _BLANK_KIND.format(kinds=kinds)) if is_change else None


def _word_for(kind: ChangeKind) -> Text:
    """Return what to write for a kind of change: the first word the vocabulary has for it, or its code."""
    words = vocabulary().words["change"]
    return Text(next(word for word, code in words.items() if code == kind), kind.value)
