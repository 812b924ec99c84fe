"""Which sheet holds what, and the sheet as a table of columns under its header."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from planner.errors import InputError
from planner.files.cells import as_text, heading_key, one_line
from planner.files.choices import NO_FIELD, ImportChoices
from planner.files.headings import SEARCHED, Header, HeaderFinder
from planner.files.imported import SheetRole
from planner.files.vocabulary import vocabulary
from planner.files.workbook import Cell, Sheet, Workbook
from planner.text import Text, compact

_PERSON = frozenset({"name", "badge_number"})
_OF_ROSTERS = frozenset({"category", "birth", "post", "rank", "grade", "joined_police", "position", "sex"})
_OF_UNITS = frozenset(
    {"kind", "short_name", "authorised", "minimum", "two_teams_one_office", "population", "ours"}
)
_NO_HEADER = Text(
    "“{file}”里没有找到可识别的表头:请保留“姓名、警号、单位”等列名所在的一行,或指定各列的含义。",
    "No recognisable header in “{file}”: keep the row with headings such as name, badge number and unit, "
    "or say which column is which.",
)
_NO_COLUMN = Text(
    "“{file}”里没有名为“{column}”的列;现有的列:{headings}。",
    "“{file}” has no column “{column}”; the columns are {headings}.",
)


@dataclass(frozen=True)
class Table:
    """A sheet under its header; `rows` may be any of the rows below, `numbers` their place from 1."""

    sheet: Sheet
    header: Header
    rows: Sequence[Sequence[Cell]]
    numbers: Sequence[int]

    @property
    def name(self) -> str:
        """The sheet's name."""
        return self.sheet.name

    def has(self, field: str) -> bool:
        """Return whether there is a column for a field."""
        return self.header.column(field) is not None

    def heading(self, field: str) -> str | None:
        """Return the heading of a field's column."""
        column = self.header.column(field)
        return column.heading if column else None

    def cells(self, field: str) -> Sequence[Cell]:
        """Return the cells of a field, all blank where it has no column."""
        column = self.header.column(field)
        return [""] * len(self.rows) if column is None else self.at(column.index)

    def at(self, index: int) -> Sequence[Cell]:
        """Return the cells of a column by its place."""
        return self._columns[index] if self.rows else ()

    @cached_property
    def _columns(self) -> Sequence[Sequence[Cell]]:
        return list(zip(*self.rows, strict=False))

    def only(self, keep: Sequence[int]) -> Table:
        """Return the table with only these of its rows, by their place in it."""
        return Table(self.sheet, self.header, [self.rows[i] for i in keep], [self.numbers[i] for i in keep])


@dataclass(frozen=True)
class Tables:
    """The sheets that are read, by what they hold, and those that are not."""

    roster: tuple[Table, ...]
    units: Table | None
    secondments: Table | None
    absences: Table | None
    relations: Table | None
    ignored: tuple[Sheet, ...]

    @property
    def read(self) -> tuple[Table, ...]:
        """Every sheet that is read, those of the roster first."""
        further = (self.units, self.secondments, self.absences, self.relations)
        return (*self.roster, *(table for table in further if table is not None))


def find_tables(workbook: Workbook, choices: ImportChoices) -> Tables:
    """Return what each sheet holds; raise InputError where no roster can be recognised."""
    mapped = {heading_key(heading): field for heading, field in choices.columns.items()}
    sheets = [s for s in workbook.sheets if any(c != "" for row in s.rows for c in row)]
    found = {s.name: _headers(s, mapped) for s in sheets}
    roster = _roster(sheets, found)
    if roster is None:
        raise InputError(_no_header(workbook.file_name, sheets, choices))
    rest = [s for s in sheets if s is not roster]
    further: list[Table | None] = []
    for role, fits in _FURTHER.items():
        sheet = _pick(rest, found, role, fits)
        further.append(table_below(sheet, found[sheet.name][role]) if sheet else None)
        rest = [s for s in rest if s is not sheet]
    units, secondments, absences, relations = further
    main = found[roster.name][SheetRole.ROSTER]
    more = [s for s in rest if _continues(found[s.name].get(SheetRole.ROSTER), main)]
    tables = Tables(
        tuple(table_below(s, found[s.name][SheetRole.ROSTER]) for s in (roster, *more)),
        units,
        secondments,
        absences,
        relations,
        tuple(s for s in rest if s not in more),
    )
    _require_mapped(workbook.file_name, tables, choices)
    return tables


def _headers(sheet: Sheet, mapped: Mapping[str, str]) -> dict[SheetRole, Header]:
    found = {}
    for role in (SheetRole.ROSTER, *_FURTHER):
        fields = vocabulary().fields(role)
        own = {key: field for key, field in mapped.items() if field in fields or field == NO_FIELD}
        header = HeaderFinder(role, own).find(sheet.rows)
        if header is not None:
            found[role] = header
    return found


def _named(sheet: Sheet, role: str) -> bool:
    name = compact(sheet.name)
    return bool(name) and any(word in name for word in vocabulary().lists["sheets"][role])


def _roster(sheets: Sequence[Sheet], found: Mapping[str, Mapping[SheetRole, Header]]) -> Sheet | None:
    """Return the sheet that lists the people: named so, not named otherwise, with the most known columns."""

    def rank(sheet: Sheet) -> tuple[int, int]:
        otherwise = any(_named(sheet, r) for r in (*_FURTHER, "further"))
        header = found[sheet.name][SheetRole.ROSTER]
        if not _named(sheet, "roster") and _is_units(found[sheet.name].get(SheetRole.UNITS)):
            otherwise = True
        return (1 if _named(sheet, "roster") else -1 if otherwise else 0, len(header.fields))

    lists = [s for s in sheets if _is_roster(found[s.name].get(SheetRole.ROSTER))]
    return max(lists, key=rank, default=None)


def _is_roster(header: Header | None) -> bool:
    if header is None:
        return False
    fields = header.fields - {"number"}
    people = fields & _PERSON
    if not people and "unit" not in fields:
        return False
    return len(fields) >= 2 or len(header.columns) <= 2


def _is_units(header: Header | None) -> bool:
    return header is not None and "name" in header.fields and bool(header.fields & _OF_UNITS)


def _is_secondments(header: Header | None) -> bool:
    return header is not None and bool(header.fields & _PERSON) and "seconded_to" in header.fields


def _is_absences(header: Header | None) -> bool:
    return header is not None and bool(header.fields & _PERSON) and "absence_kind" in header.fields


def _is_relations(header: Header | None) -> bool:
    relative = frozenset({"relative", "relative_badge_number"})
    return header is not None and bool(header.fields & _PERSON) and bool(header.fields & relative)


_FURTHER: Mapping[SheetRole, Callable[[Header | None], bool]] = {
    SheetRole.UNITS: _is_units,
    SheetRole.SECONDMENTS: _is_secondments,
    SheetRole.ABSENCES: _is_absences,
    SheetRole.RELATIONS: _is_relations,
}  # in the order in which sheets are given their role


def _pick(
    sheets: Sequence[Sheet],
    found: Mapping[str, Mapping[SheetRole, Header]],
    role: SheetRole,
    fits: Callable[[Header | None], bool],
) -> Sheet | None:
    """Return the sheet of a role: one named so, else one that looks like it and like no roster."""
    fitting = [s for s in sheets if fits(found[s.name].get(role)) and not _named(s, "further")]
    named = [s for s in fitting if _named(s, role.value)]
    alike = [s for s in fitting if not _of_people(found[s.name].get(SheetRole.ROSTER))]
    return next(iter(named or alike), None)


def _of_people(header: Header | None) -> bool:
    return header is not None and len(header.fields & _OF_ROSTERS) >= 2


def _continues(header: Header | None, main: Header) -> bool:
    """Whether a further sheet is more of the roster: nearly all of its columns are those of the first."""
    if header is None or not _is_roster(header) or not header.fields & _PERSON:
        return False
    shared = len(header.fields & main.fields)
    return 5 * shared >= 4 * max(len(header.fields), len(main.fields))


def table_below(sheet: Sheet, header: Header) -> Table:
    """Return the rows of a sheet below its header, each as wide as that."""
    width = max((c.index for c in header.columns), default=-1) + 1
    first = header.rows[-1] + 1
    rows: list[Sequence[Cell]] = [
        row if len(row) >= width else (*row, *[""] * (width - len(row))) for row in sheet.rows[first:]
    ]
    return Table(sheet, header, rows, range(first + 1, first + 1 + len(rows)))


def _no_header(file: str, sheets: Sequence[Sheet], choices: ImportChoices) -> Text:
    wanted = [h for h, field in choices.columns.items() if field != NO_FIELD]
    headings = _likely_headings(sheets)
    keys = {heading_key(h) for h in headings}
    missing = next((h for h in wanted if heading_key(h) not in keys), None)
    if missing is None or not headings:
        return _NO_HEADER.format(file=file)
    return _NO_COLUMN.format(file=file, column=missing, headings=_listed(headings))


def _likely_headings(sheets: Sequence[Sheet]) -> list[str]:
    for sheet in sheets:
        for row in sheet.rows[:SEARCHED]:
            words = [one_line(as_text(c)) for c in row if isinstance(c, str) and c.strip()]
            if len(words) >= 2:
                return words
    return []


def _require_mapped(file: str, tables: Tables, choices: ImportChoices) -> None:
    """Refuse a mapped column that no sheet has."""
    headings = {heading_key(c.heading) for t in tables.read for c in t.header.columns}
    for heading, field in choices.columns.items():
        if field != NO_FIELD and heading_key(heading) not in headings:
            there = [c.heading for c in tables.roster[0].header.columns]
            raise InputError(_NO_COLUMN.format(file=file, column=heading, headings=_listed(there)))


def _listed(headings: Sequence[str]) -> Text:
    shown = list(headings[:40])
    return Text("、".join(shown), ", ".join(shown))
