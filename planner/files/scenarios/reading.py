"""Reading the sheet 方案 into a document: scenarios by name, with officers and units as they are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from planner.document import Document
from planner.files.columns import Reading
from planner.files.duty.people import DutyPeople
from planner.files.duty.where import DutyUnits
from planner.files.issues import IssueKind
from planner.files.scenarios.recruits import recruit_called
from planner.files.scenarios.rows import Row, rows_of
from planner.files.tables import Table
from planner.files.who import Found
from planner.policy.settings import SETTINGS
from planner.scenarios.applying import base_fault, chain_of
from planner.scenarios.records import Change, ChangeKind, Scenario, next_change_id, unit_opened_by
from planner.text import Text, compact

_NO_BASE = Text(
    "没有名为“{name}”的基础方案,按本局现状处理。",
    "No scenario is called “{name}”; this one stands on the county.",
)
_NO_UNIT = Text(
    "没有名为“{name}”的单位,变动已保留,请补充单位。",
    "No unit is called “{name}”; the change is kept, give its unit.",
)
_SEPARATORS = str.maketrans({"、": ",", ",": ",", ";": ",", "；": ",", "\n": ","})
_OUTSIDE = (ChangeKind.SECONDMENT, ChangeKind.CAMPAIGN)
_NAMES = {compact(w): key for key, s in SETTINGS.items() for w in (key, s.title.zh, s.title.en)}


def read_scenarios(table: Table, document: Document, reading: Reading) -> Document:
    """Return the document with the scenarios of a sheet; one of the same name is replaced, others stay.

    An officer or a unit that cannot be told is listed, and its change stays, to be completed.
    """
    return _Scenarios(table, document, reading).run()


class _Scenarios:
    def __init__(self, table: Table, document: Document, reading: Reading) -> None:
        self._table, self._document, self._reading = table, document, reading
        self._people, self._units = DutyPeople(document), DutyUnits(document.county)
        self._found = dict(document.scenarios)
        self._ids = {s.name: s.id for s in document.scenarios.values()}
        self._opened: dict[tuple[int, str], int] = {}  # by scenario and name
        noted = (change for s in document.scenarios.values() for change in s.changes)
        self._notes_en = {(change.id, change.note): change.note_en for change in noted}
        self._change_ids = {s.name: [c.id for c in s.changes] for s in document.scenarios.values()}

    def run(self) -> Document:
        by_name: dict[str, list[Row]] = {}
        for row in rows_of(self._table, self._reading):
            by_name.setdefault(row.scenario, []).append(row)
        for name, rows in by_name.items():
            self._enter(name, rows)
        for name, rows in by_name.items():
            self._stand(self._ids[name], rows)
        numbered = self._numbered(by_name)
        for id_, changes in numbered.items():
            made = tuple(self._change(id_, change, row) for change, row in changes)
            self._found[id_] = replace(self._found[id_], changes=made)
        return replace(self._document, scenarios=self._found)

    def _enter(self, name: str, rows: Sequence[Row]) -> None:
        if name not in self._ids:
            self._ids[name] = 1 + max(self._found, default=0)
            self._found[self._ids[name]] = Scenario(self._ids[name], name)
        note = next((row.note for row in rows if row.kind is None and row.note), "")
        known = self._found[self._ids[name]]
        self._found[known.id] = replace(known, base=None, note=note)

    def _stand(self, id_: int, rows: Sequence[Row]) -> None:
        told = next((row for row in rows if row.base), None)
        if told is None:
            return
        base = self._ids.get(told.base)
        if base is None:
            self._note(IssueKind.CONTRADICTION, _NO_BASE.format(name=told.base), told, "base")
            return
        self._found[id_] = replace(self._found[id_], base=base)
        fault = base_fault(self._found, id_)
        if fault is not None:
            self._note(IssueKind.CONTRADICTION, fault, told, "base")
            self._found[id_] = replace(self._found[id_], base=None)

    def _numbered(self, by_name: Mapping[str, Sequence[Row]]) -> Mapping[int, Sequence[tuple[Change, Row]]]:
        """Return the changes with ids, those of the scenario of that name first, and enter what they open."""
        found, fresh = {}, self._first_new_id()
        for name, rows in by_name.items():
            id_ = self._ids[name]
            known = [change.id for change in self._found[id_].changes]
            changes = []
            for row in rows:
                if row.kind is None or row.date is None:
                    continue
                if known:
                    number = known.pop(0)
                else:
                    number, fresh = fresh, fresh + 1
                changes.append((Change(number, row.kind, row.date), row))
                if row.kind is ChangeKind.OPEN_STATION:
                    self._opened[id_, compact(row.unit)] = unit_opened_by(number)
            found[id_] = changes
            self._change_ids[name] = [change.id for change, _ in changes]
        return found

    def _first_new_id(self) -> int:
        county = self._document.county
        return next_change_id(self._document.scenarios.values(), (*county.units, *county.people))

    def _change(self, scenario: int, change: Change, row: Row) -> Change:
        kind = change.kind
        change = replace(
            change,
            enabled=row.enabled,
            post=row.post,
            number=row.number,
            until=row.until,
            key=_NAMES.get(compact(row.key), row.key),
            value=row.value,
            note=row.note,
            note_en=self._notes_en.get((change.id, row.note), ""),
            into=self._unit(scenario, row.into, row, "into") if row.into else None,
        )
        if kind is ChangeKind.RECRUIT:
            change = replace(change, name=row.officer)
        elif kind is ChangeKind.CAMPAIGN:
            change = replace(change, people=tuple(p for p in self._listed(row) if p is not None))
        elif row.officer or row.badge:
            change = replace(change, person=self._person(row.officer, row.badge, row))
        if kind is ChangeKind.OPEN_STATION:
            return replace(change, name=row.unit)
        return self._somewhere(scenario, change, row) if row.unit else change

    def _somewhere(self, scenario: int, change: Change, row: Row) -> Change:
        """Return a change with its unit; who borrows and is no unit of the bureau is outside it."""
        if change.kind in _OUTSIDE and self._known_unit(scenario, row.unit) is None:
            return replace(change, name=row.unit)
        return replace(change, unit=self._unit(scenario, row.unit, row, "unit"))

    def _known_unit(self, scenario: int, words: str) -> int | None:
        for one in reversed(chain_of(self._found, scenario)):
            if (opened := self._opened.get((one.id, compact(words)))) is not None:
                return opened
        return self._units.find(words)

    def _unit(self, scenario: int, words: str, row: Row, field: str) -> int | None:
        found = self._known_unit(scenario, words)
        if found is None:
            self._note(IssueKind.UNKNOWN_UNIT, _NO_UNIT.format(name=words), row, field)
        return found

    def _listed(self, row: Row) -> Sequence[int | None]:
        names, badges = ([w.strip() for w in words.translate(_SEPARATORS).split(",") if w.strip()]
                         for words in (row.officer, row.badge))  # fmt: skip
        if len(names) < len(badges):
            names = [""] * len(badges)  # a name left out: the numbers alone tell
        badges += [""] * (len(names) - len(badges))
        return [self._person(name, badge, row) for name, badge in zip(names, badges, strict=True)]

    def _person(self, name: str, badge: str, row: Row) -> int | None:
        recruit = None if badge else recruit_called(name, row.scenario, self._change_ids)
        if recruit is not None:
            return recruit
        found = self._people.anywhere(name, badge)
        if found.person is None and name and not badge:
            by_number = self._people.anywhere("", name)  # the officer may be given by badge number
            found = by_number if by_number.person is not None else found
        self._note_doubt(found, row)
        return found.person

    def _note_doubt(self, found: Found, row: Row) -> None:
        if found.doubt is not None:
            kind = IssueKind.NO_PERSON if found.person is None else IssueKind.CONTRADICTION
            self._note(kind, found.doubt, row, "officer", found.person)

    def _note(self, kind: IssueKind, message: Text, row: Row, field: str, person: int | None = None) -> None:
        heading = self._table.heading(field)
        self._reading.complaints.add(kind, message, self._table.name, row.row, heading, person)
