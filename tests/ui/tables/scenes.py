"""A roster in a table view, with edits going into a plain document."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from planner.county.records import Person
from planner.document import Document
from planner.tables.cells import Refusal, RefusedCellsError, set_cells
from planner.tables.roster import roster_rows, roster_table
from tests.planner.building import TODAY
from tests.planner.tables.counties import varied
from ui.tables.record_table import Cells, RecordTable
from ui.tables.table_view import TableView


@dataclass
class Scene:
    """The window's part in small: a document, its history, and the table that shows it."""

    qtbot: QtBot
    document: Document = field(default_factory=varied)
    edits: int = 0
    refusals: tuple[Refusal, ...] = ()

    def __post_init__(self) -> None:
        self.model = RecordTable(roster_table(self.document))
        self.model.change = self.change
        self.model.person_of = lambda row: row.id
        self.tester = QAbstractItemModelTester(
            self.model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        self.show_document()
        self.view = TableView(self.model, lambda: self.document)
        self.qtbot.addWidget(self.view)
        self.view.resize(900, 400)
        with self.qtbot.waitExposed(self.view):
            self.view.show()

    def show_document(self, *, again: bool = False) -> None:
        state = self.document.audit(TODAY).state
        self.model.show_rows(roster_rows(state), roster_table(self.document), again=again)

    def change(self, cells: Cells) -> bool:
        try:
            self.document = set_cells(self.document, self.model.table, cells, TODAY)
        except RefusedCellsError as refused:
            self.refusals = refused.refusals
            return False
        self.edits += 1
        self.show_document()
        return True

    def names(self) -> list[str]:
        return [row.person.name for row in self.model.shown]

    def column(self, key: str) -> list[str]:
        return [self.model.table.column(key).words(row, "zh") for row in self.model.shown]

    def many(self, n: int) -> Document:
        """Return the document with `n` more people."""
        county = self.document.county
        first = county.next_id()
        more = {i: Person(i, f"甲{i}", f"9{i}") for i in range(first, first + n)}
        return replace(self.document, county=replace(county, people={**county.people, **more}))

    def select(self, top: int, left: str, bottom: int | None = None, right: str | None = None) -> None:
        from PySide6.QtCore import QItemSelection, QItemSelectionModel

        first = self.model.index(top, self.model.section_of(left))
        last = self.model.index(top if bottom is None else bottom, self.model.section_of(right or left))
        self.view.setCurrentIndex(first)
        self.view.selectionModel().select(
            QItemSelection(first, last), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
