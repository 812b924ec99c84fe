"""From raw sheets to a document: what was understood, what was doubtful, what is to be asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from planner.county.records import Absence, County, Relation, Secondment, Unit, UnitKind
from planner.document import Document
from planner.errors import InputError
from planner.files.absences import absences_by_status, read_absences
from planner.files.asking import (
    answered_policy,
    counting_questions,
    marked_units,
    remark_questions,
    unit_questions,
    word_questions,
)
from planner.files.blocks import TAKEN, with_block_units
from planner.files.bureaus import agreed, bureau_in_file_name, bureau_in_titles, bureau_in_units
from planner.files.cells import as_text
from planner.files.checked_choices import require_known
from planner.files.choices import ImportChoices
from planner.files.columns import Reading
from planner.files.contradictions import list_contradictions
from planner.files.duty.reading import duty_role, read_duty_sheets
from planner.files.error_cells import list_errors, without_errors
from planner.files.fill_down import fill_question, filled_down, gaps, list_filled
from planner.files.imported import Imported, SheetRole, StatedTotal, UnderstoodColumn, UnderstoodSheet
from planner.files.issues import IssueKind
from planner.files.questions import Question
from planner.files.relations import read_relations
from planner.files.roster import RosterPeople, RosterReader, list_lone_badges
from planner.files.roster_rows import RosterRows, sort_rows
from planner.files.scenarios.reading import read_scenarios
from planner.files.scenarios.rows import scenario_table
from planner.files.secondments import SecondmentReader, Stays
from planner.files.tables import Table, find_tables
from planner.files.titles import title_unit
from planner.files.totals import roster_layout, stated_totals
from planner.files.uncollected import uncollected
from planner.files.unit_kinds import borrow_level
from planner.files.unit_names import UnitNames, unit_words
from planner.files.units import build_units, enter_units, require_units
from planner.files.units_sheet import StatedUnits, read_units
from planner.files.updating import FileSays, Update, update_county
from planner.files.who import PeopleIndex
from planner.files.workbook import Sheet, Workbook
from planner.text import Text, compact

_NO_PEOPLE = Text(
    "“{file}”的表头下面没有人员,请检查是否选对了文件。",
    "There is nobody below the header of “{file}”; check that it is the right file.",
)
_IGNORED = Text("“{sheet}”表没有可识别的内容,未读取。", "Sheet “{sheet}” is not understood and was not read.")
_JOINED = Text(
    "“{sheet}”与“{first}”列名相同,已一并作为花名册读取,请确认不是旧表。",
    "“{sheet}” has the columns of “{first}” and is read with it; confirm that it is no old roster.",
)
_IDENTITY = Text(
    "身份证号一列未导入(默认不保留);如需保留请勾选。",
    "The identity-card numbers are left out, as always unless you ask for them.",
)
_TWICE = Text(
    "“{heading}”与“{used}”含义相同,采用“{used}”,此列按自定义列保留。",
    "“{heading}” means the same as “{used}”, which is used; this column is kept as your own.",
)
_OUTSIDE_ROW = Text("此行“{words}”不是人员,未读取。", "This row, “{words}”, is nobody and was not read.")
_SAMPLES, _SAMPLED = 3, 2000


def import_workbook(
    workbook: Workbook,
    choices: ImportChoices | None = None,
    into: Document | None = None,
    on: date | None = None,
) -> Imported:
    """Return the document a workbook means, with everything about it that a person should know.

    With `into` that document is updated: people, units and records are recognised and keep their
    ids, fields the file has a column for take its values, everything else stays. A cell of a known
    column that cannot be read is kept word for word in `Person.extra` under its heading, as are words that
    say more than the field does (文职辅警). `on` is the day of the import, by default today; it bounds
    the dates that can be. Raises InputError where nothing in the file can be used.
    """
    choices = choices or ImportChoices()
    require_known(choices)
    with uncollected():
        return _Import(workbook, choices, into, on or date.today()).run()


@dataclass(frozen=True)
class _Records:
    """The records read, with ids."""

    units: list[Unit]
    roster: RosterPeople
    secondments: list[Secondment]
    absences: list[Absence]
    relations: list[Relation]


class _Import:
    """One run over a workbook; every step adds to the complaints."""

    def __init__(self, workbook: Workbook, choices: ImportChoices, into: Document | None, on: date) -> None:
        self._workbook, self._errors = without_errors(workbook)
        self._choices = choices
        self._into = into
        self._tables = find_tables(self._workbook, choices)
        self._duty = {s.name: role for s in self._tables.ignored if (role := duty_role(s)) is not None}
        self._scenarios = {s.name: t for s in self._tables.ignored if (t := scenario_table(s)) is not None}
        self._rows = [sort_rows(t) for t in self._tables.roster]
        self._titles: list[Mapping[int, str]] = []
        self._rosters = [
            self._people(t, rows) for t, rows in zip(self._tables.roster, self._rows, strict=True)
        ]
        self._gaps = [gaps(t) for t in self._rosters]
        self._fill = fill_question(self._gaps, self._rosters, choices)
        if self._fill is None or self._fill.chosen != "yes":
            self._gaps = [{} for _ in self._rosters]
        self._rosters = [filled_down(t, g) for t, g in zip(self._rosters, self._gaps, strict=True)]
        if not any(t.rows for t in self._rosters):
            raise InputError(_NO_PEOPLE.format(file=workbook.file_name))
        require_units(self._rosters)
        self._secondments = _people_only(self._tables.secondments)
        self._absences = _people_only(self._tables.absences)
        self._relations = _people_only(self._tables.relations)
        self._bureau, also, self._bureau_stated = self._bureau_name()
        self._reading = Reading(choices, on, UnitNames(self._bureau, also))

    def _people(self, table: Table, rows: RosterRows) -> Table:
        """Return the people of a sheet; without a column of units, the titles above them may name theirs."""
        if table.has("unit") or self._choices.single_unit:
            self._titles.append({})
            return table.only(rows.people)
        people, titles = with_block_units(table, rows)
        self._titles.append(titles)
        return people

    def run(self) -> Imported:
        reading = self._reading
        stated = self._stated_units()
        known = dict(self._into.county.units) if self._into else {}
        for unit in known.values():
            reading.names.add(unit.name, unit.short_name)
        single = reading.names.add(self._bureau) if self._has_single_unit() else None
        further = [t for t in (self._secondments,) if t is not None]
        mentions = enter_units(self._rosters, further, reading, stated.table is not None)
        settled = {compact(u.name): u for u in known.values() if u.kind is not UnitKind.UNKNOWN}
        units, asked = build_units(reading, stated, mentions, settled, single)
        marked = marked_units(units, self._choices)
        records, stays = self._records(marked, single)
        county = _county(self._bureau, records)
        list_contradictions(marked, stated, records.roster, reading)
        self._note_sheets()
        totals = self._totals()
        layout = roster_layout(self._workbook.file_name, self._rosters[0], self._rows[0], self._choices)
        policy = answered_policy((self._into or Document()).policy, self._choices)
        questions = [
            *unit_questions(asked),
            *word_questions(reading.words),
            *remark_questions(stays.remarks, {i: p.name for i, p in county.people.items()}),
            *((self._fill,) if self._fill else ()),
            *counting_questions(units, (self._into or Document()).policy, self._choices),
        ]
        document = Document(county, policy, layout)
        return self._finished(document, questions, totals, stated)

    def _finished(
        self,
        document: Document,
        questions: Sequence[Question],
        totals: Sequence[StatedTotal],
        stated: StatedUnits,
    ) -> Imported:
        complaints = self._reading.complaints
        people = document.county.people.values()
        categories = dict(Counter(p.category for p in people))
        if self._into is not None:
            update = self._update(document, stated)
            document = replace(document, county=update.county)
            complaints.issues = [
                replace(i, person=update.people.get(i.person)) if i.person is not None else i
                for i in complaints.issues
            ]
            for issue in update.issues:
                complaints.issues.append(replace(issue, sheet=self._rosters[0].name))
        document = self._with_scenarios(self._with_duty(document))
        return Imported(
            document,
            self._choices,
            self._understood(),
            complaints.sorted(tuple(s.name for s in self._workbook.sheets)),
            tuple(questions),
            tuple(totals),
            sum(len(t.rows) for t in self._rosters),
            categories,
            self._choices.single_unit or any(t.has("unit") for t in self._rosters),
        )

    def _with_duty(self, document: Document) -> Document:
        """Return the document with the scenarios and duty months there were, the file's months over them."""
        if self._into is not None:
            document = replace(document, duty=self._into.duty, scenarios=self._into.scenarios)
        if not self._duty:
            return document
        sheets = [s for s in self._tables.ignored if s.name in self._duty]
        file_name = self._workbook.file_name
        duty = read_duty_sheets(sheets, self._errors, file_name, document, self._reading.on)
        self._reading.complaints.issues += duty.issues
        return duty.document

    def _with_scenarios(self, document: Document) -> Document:
        """Return the document with the scenarios of the file over those there were."""
        for name, table in self._scenarios.items():
            list_errors(table, self._errors.get(name, ()), self._reading.complaints)
            document = read_scenarios(table, document, self._reading)
        return document

    def _update(self, document: Document, stated: StatedUnits) -> Update:
        assert self._into is not None
        names = self._reading.names.names
        says = FileSays(
            roster=frozenset().union(*(t.header.fields for t in self._rosters)),
            headings=frozenset(c.heading for t in self._rosters for c in t.header.columns),
            units=stated.table.header.fields if stated.table else frozenset(),
            listed=frozenset(names[place] for place in stated.fields),
            kinds=frozenset(names[place] for place, kind in stated.kinds.items() if kind),
            stays=self._secondments.header.fields if self._secondments else frozenset(),
            kinds_chosen=frozenset(self._choices.unit_kinds),
            kinds_by_pattern=bool(self._choices.stations),
            bureau=self._bureau_stated,
        )
        return update_county(self._into.county, document.county, says)

    def _stated_units(self) -> StatedUnits:
        return read_units(self._tables.units, self._reading) if self._tables.units else StatedUnits()

    def _has_single_unit(self) -> bool:
        return self._choices.single_unit and not any(t.has("unit") for t in self._rosters)

    def _bureau_name(self) -> tuple[str, str, bool]:
        """Return the bureau's name, another its units are written with, and whether a title says it."""
        names = [unit_words(c) for t in self._rosters for c in set(t.cells("unit"))]
        for table in self._tables.read:
            if found := bureau_in_titles(_lines_above(table)):
                return *agreed(found, names), True
        if self._into is not None and self._into.county.name:
            return *agreed(self._into.county.name, names), False
        return bureau_in_units(names) or bureau_in_file_name(self._workbook.file_name), "", False

    def _records(self, units: list[Unit], single: int | None) -> tuple[_Records, Stays]:
        reading = self._reading
        people = sum(len(t.rows) for t in self._rosters)
        reader = RosterReader(reading, len(units) + 1, people, single)
        for table, whole, rows in zip(self._rosters, self._tables.roster, self._rows, strict=True):
            reader.read(table)
            list_lone_badges(whole, rows.lone_badges, set(reader.found.stated_badges), reading)
        roster = reader.finished()
        index = PeopleIndex(roster)
        away = SecondmentReader(reading, roster, index)
        if self._secondments is not None:
            away.read_sheet(self._secondments)
        for table, ids in roster.rows:
            away.read_roster(table, ids)
        book = (self._into or Document()).duty
        absences = read_absences(self._absences, reading, roster, index, book) if self._absences else []
        absences += absences_by_status(roster, absences)
        relations = read_relations(self._relations, reading, index) if self._relations else []
        return _Records(units, roster, away.stays.records, absences, relations), away.stays

    def _totals(self) -> list[StatedTotal]:
        found = []
        for table, rows in zip(self._rosters, self._rows, strict=True):
            found += stated_totals(table, rows, self._reading)
        return found

    def _note_sheets(self) -> None:
        add = self._reading.complaints.add
        read = {*self._duty, *self._scenarios}
        for sheet in (s for s in self._tables.ignored if s.name not in read):
            add(IssueKind.IGNORED_SHEET, _IGNORED.format(sheet=sheet.name), sheet.name)
        for table in self._tables.read:
            list_errors(table, self._errors.get(table.name, ()), self._reading.complaints)
            row = table.header.rows[-1] + 1
            for column in table.header.twice:
                used = table.heading(column.field or "")
                message = _TWICE.format(heading=column.heading, used=used)
                add(IssueKind.IGNORED_COLUMN, message, table.name, row, column.heading)
            heading = table.heading("identity_number")
            if heading and not self._choices.identity_numbers:
                add(IssueKind.IGNORED_COLUMN, _IDENTITY, table.name, row, heading)
        first, *more = self._rosters
        for table in more:
            if table.rows:
                add(IssueKind.CONTRADICTION, _JOINED.format(sheet=table.name, first=first.name), table.name)
        self._note_rows()

    def _note_rows(self) -> None:
        add = self._reading.complaints.add
        for people, found in zip(self._rosters, self._gaps, strict=True):
            list_filled(people, found, self._reading.complaints)
        for table, rows, titles in zip(self._tables.roster, self._rows, self._titles, strict=True):
            if titles:
                row = min(titles)
                add(IssueKind.UNKNOWN_UNIT, TAKEN.format(n=len(titles), row=row), table.name, row)
            for number, words in rows.ignored:
                if number in titles or self._reading.names.find(title_unit(words)) is not None:
                    continue  # a unit's name above its block
                add(IssueKind.IGNORED_ROW, _OUTSIDE_ROW.format(words=words), table.name, number)

    def _understood(self) -> tuple[UnderstoodSheet, ...]:
        tables = self._tables
        people = {
            id(t.sheet): replace(t, header=whole.header)
            for t, whole in zip(self._rosters, tables.roster, strict=True)
        }
        roles = {**self._duty, **dict.fromkeys(self._scenarios, SheetRole.SCENARIOS)}
        by_sheet = {id(t.sheet): t for t in tables.read}
        found = []
        for sheet in self._workbook.sheets:
            table = by_sheet.get(id(sheet))
            if sheet.name in roles:
                filled = sum(any(c != "" for c in row) for row in sheet.rows)
                found.append(UnderstoodSheet(sheet.name, roles[sheet.name], (), (), filled))
                continue
            found.append(_understood_sheet(sheet, people.get(id(sheet)) or table))
        return tuple(found)


def _understood_sheet(sheet: Sheet, table: Table | None) -> UnderstoodSheet:
    if table is None:
        return UnderstoodSheet(sheet.name, SheetRole.IGNORED, (), (), 0)
    columns = tuple(
        UnderstoodColumn(c.heading, c.field, _samples(table, c.index)) for c in table.header.columns
    )
    filled = sum(any(c != "" for c in row) for row in table.rows)
    rows = tuple(i + 1 for i in table.header.rows)
    return UnderstoodSheet(sheet.name, table.header.role, rows, columns, filled)


def _samples(table: Table, index: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for cell in dict.fromkeys(table.at(index)[:_SAMPLED]):
        if words := as_text(cell):
            found[words] = None
            if len(found) == _SAMPLES:
                break
    return tuple(found)


def _people_only(table: Table | None) -> Table | None:
    return None if table is None else table.only(sort_rows(table).people)


def _lines_above(table: Table) -> Iterable[str]:
    rows = table.sheet.rows[: table.header.rows[0]]
    return (as_text(cell) for row in rows for cell in row if isinstance(cell, str) and cell)


def _county(name: str, records: _Records) -> County:
    """Return the records as a county, with ids that follow each other."""
    roster = records.roster
    postings = {p.id: p for p in roster.postings.values()}
    first = max(postings, default=0) + 1
    foreign = {u.id: borrow_level(u.name) for u in records.units if not u.ours}
    secondments = {
        id_: replace(s, id=id_, level=foreign.get(s.to_unit or 0, s.level))
        for id_, s in enumerate(records.secondments, first)
    }
    first += len(secondments)
    absences = {id_: replace(a, id=id_) for id_, a in enumerate(records.absences, first)}
    first += len(absences)
    return County(
        name,
        {u.id: u for u in records.units},
        dict(roster.people),
        postings,
        secondments,
        absences,
        relations={id_: replace(r, id=id_) for id_, r in enumerate(records.relations, first)},
    )
