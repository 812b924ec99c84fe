"""Reading the sheet 方案 into a document: scenarios by name, with officers and units as they are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from planner.document import Document
from planner.files.columns import Reading
from planner.files.issues import IssueKind
from planner.files.scenarios.change_reading import ChangeReader
from planner.files.scenarios.rows import Row, rows_of
from planner.files.tables import Table
from planner.scenarios.applying import base_fault
from planner.scenarios.records import Change, Scenario, next_change_id
from planner.text import Text

_NO_BASE = Text(
    "没有名为“{name}”的基础方案,按本局现状处理。",
    "No scenario is called “{name}”; this one stands on the county.",
)


def read_scenarios(table: Table, document: Document, reading: Reading) -> Document:
    """Return the document with the scenarios of a sheet; one of the same name is replaced, others stay.

    An officer or a unit that cannot be told is listed, and its change stays, to be completed.
    """
    return _Scenarios(table, document, reading).run()


class _Scenarios:
    def __init__(self, table: Table, document: Document, reading: Reading) -> None:
        self._table, self._document, self._reading = table, document, reading
        self._found = dict(document.scenarios)
        self._ids = {s.name: s.id for s in document.scenarios.values()}

    def run(self) -> Document:
        by_name: dict[str, list[Row]] = {}
        for row in rows_of(self._table, self._reading):
            by_name.setdefault(row.scenario, []).append(row)
        for name, rows in by_name.items():
            self._enter(name, rows)
        for name, rows in by_name.items():
            self._stand(self._ids[name], rows)
        numbered = self._numbered(by_name)
        reader = ChangeReader(self._table, self._document, self._reading, self._found, numbered)
        for id_, changes in numbered.items():
            made = tuple(reader.read(id_, change, row) for change, row in changes)
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
            self._note(_NO_BASE.format(name=told.base), told)
            return
        self._found[id_] = replace(self._found[id_], base=base)
        fault = base_fault(self._found, id_)
        if fault is not None:
            self._note(fault, told)
            self._found[id_] = replace(self._found[id_], base=None)

    def _numbered(self, by_name: Mapping[str, Sequence[Row]]) -> Mapping[int, Sequence[tuple[Change, Row]]]:
        """Return the changes with ids, those of the scenario of that name first."""
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
            found[id_] = changes
        return found

    def _first_new_id(self) -> int:
        county = self._document.county
        return next_change_id(self._document.scenarios.values(), (*county.units, *county.people))

    def _note(self, message: Text, row: Row) -> None:
        heading = self._table.heading("base")
        self._reading.complaints.add(IssueKind.CONTRADICTION, message, self._table.name, row.row, heading)
