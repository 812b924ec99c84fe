"""The officer card: who somebody is, where they work and count, and every record about them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from planner.document import Document
from planner.edits.moves import approve, take_back
from planner.edits.relations import remove_relations
from planner.errors import InputError
from planner.tables import absences, moves, names, postings, relations, secondments
from planner.tables.cells import set_cells
from planner.tables.column import Table
from planner.tables.roster import RosterRow, roster_rows, roster_table
from planner.text import Text
from ui.absences import absence_forms
from ui.forms.form_dialog import Field, FormDialog
from ui.officer_card import relation_form
from ui.officer_card.person_fields import PersonFields
from ui.officer_card.record_list import RecordList
from ui.plain_label import PlainLabel
from ui.roster import person_forms
from ui.secondments import secondment_forms
from ui.tables.record_table import Cells
from ui.tables.session import LiveLanguage, OpenDocument

_NOBODY = Text("在表中选中一人,按 Alt+Enter 查看。", "Choose somebody in a table and press Alt+Enter.")
_COUNTED = Text(
    "{standing} · 在编计入:{books} · 在岗计入:{present}",
    "{standing} · books: {books} · present: {present}",
)
_NOWHERE = Text("不计", "nowhere")
_CHANGE = Text("修改{name}的{column}", "Change {column} of {name}")
_SECOND, _ABSENT = Text("抽调借调…", "Second to…"), Text("请假…", "Add absence…")
_RETURN, _PROPOSE = Text("返岗…", "Return…"), Text("提出调动…", "Propose transfer…")
_RELATE, _UNRELATE = Text("登记亲属…", "Add relative…"), Text("删除所选亲属", "Remove the relative")
_WHICH = Text("请先在亲属关系表中选中要删除的一行。", "Select the relative to remove first.")
_APPROVE, _BACK = Text("批准调动", "Approve the move"), Text("撤回一步", "One step back")


class OfficerCard(QWidget):
    """Follows the open document; every change is one undo step."""

    def __init__(
        self, open_document: OpenDocument, language: LiveLanguage, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.open_document, self.language = open_document, language
        self.person: int | None = None
        self.heading, self.counted, self.fault = (PlainLabel(wordWrap=True) for _ in range(3))
        self.fault.setObjectName("fault")
        self.fields = PersonFields(lambda: open_document.document)
        self.postings, self.secondments, self.absences, self.moves, self.relations = (
            RecordList(table, lambda: open_document.document, self._change_records, self)
            for table in (postings.TABLE, secondments.TABLE, absences.TABLE, moves.TABLE, relations.TABLE)
        )
        self._buttons: list[tuple[QToolButton, Text]] = []
        self._add_buttons()
        self._lay_out()
        self.fields.given.connect(self._change_field)
        open_document.changed.connect(lambda *_: self.refresh())
        language.changed.connect(self.refresh)
        self.refresh()

    def _lay_out(self) -> None:
        font = self.heading.font()
        font.setPointSizeF(font.pointSizeF() * 1.35)
        font.setBold(True)
        self.heading.setFont(font)
        self.body = QWidget()
        column = QVBoxLayout(self.body)
        column.setContentsMargins(10, 8, 10, 10)
        for widget in (self.heading, self.counted, self.fault, self.fields):
            column.addWidget(widget)
        for records in (self.postings, self.secondments, self.absences, self.moves, self.relations):
            column.addWidget(records)
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self.body)
        self.nobody = PlainLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.nobody, 1)
        layout.addWidget(scroll, 1)
        self._scroll = scroll

    def _add_buttons(self) -> None:
        for records, words, run in (
            (self.secondments, _SECOND, self.ask_secondment),
            (self.secondments, _RETURN, self.ask_return),
            (self.absences, _ABSENT, self.ask_absence),
            (self.moves, _PROPOSE, self.ask_transfer),
            (self.moves, _APPROVE, self.approve_moves),
            (self.moves, _BACK, self.take_moves_back),
            (self.relations, _RELATE, self.ask_relation),
            (self.relations, _UNRELATE, self.remove_relation),
        ):
            button = QToolButton()
            button.clicked.connect(lambda _=False, r=run: r())
            records.button_line.addWidget(button)
            self._buttons.append((button, words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the fields out for the width there is."""
        self.fields.set_width(event.size().width())
        super().resizeEvent(event)

    def show_person(self, person: int) -> None:
        """Show somebody."""
        self.person = person
        self.fault.hide()
        self.refresh()
        self._scroll.verticalScrollBar().setValue(0)

    def refresh(self, *_: object) -> None:
        """Show the person as the document in force has them."""
        language, state = self.language.current, self.open_document.audit.state
        known = self.person is not None and self.person in state.placed
        self.nobody.setText(_NOBODY.in_language(language))
        self.nobody.setVisible(not known)
        self._scroll.setVisible(known)
        if self.person is None or not known:
            return
        row = next(r for r in roster_rows(state) if r.id == self.person)
        self._show_heading(row)
        self.fields.show_row(row, roster_table(self.open_document.document), language)
        self.postings.show_rows(postings.posting_rows(state, self.person), language)
        self.relations.show_rows(relations.relatives_rows(state, self.person), language)
        for records, rows in (
            (self.secondments, secondments.secondment_rows(state)),
            (self.absences, absences.absence_rows(state)),
            (self.moves, moves.move_rows(state)),
        ):
            records.show_rows([r for r in rows if r.record.person == self.person], language)
        for button, words in self._buttons:
            button.setText(words.in_language(language))

    def _show_heading(self, row: RosterRow) -> None:
        language, state = self.language.current, row.state
        place = state.unit_name(row.placed.home)
        self.heading.setText("  ".join(w for w in (row.person.name, row.person.badge_number, place) if w))
        nowhere = _NOWHERE.in_language(language)
        words = _COUNTED.format(
            standing=names.ROSTER_STANDINGS[row.standing],
            books=state.unit_name(row.placed.books_unit) or nowhere,
            present=state.unit_name(row.placed.present_unit) or nowhere,
        )
        self.counted.setText(words.in_language(language))

    # edits

    def _change_field(self, key: str, words: str) -> None:
        if self.person is None:
            return
        table, person = roster_table(self.open_document.document), self.person
        name = self.open_document.document.county.people[person].name
        label = _CHANGE.format(name=name, column=table.column(key).title)
        self._apply(label, lambda d: set_cells(d, table, {(person, key): words}, self.open_document.on))

    def _change_records(self, table: Table[Any], cells: Cells) -> bool:
        return self._apply(table.title, lambda d: set_cells(d, table, cells, self.open_document.on))

    def _apply(self, label: Text, edit: Callable[[Document], Document]) -> bool:
        try:
            self.open_document.apply(label, edit)
        except InputError as fault:
            self.fault.setText(fault.message.in_language(self.language.current))
            self.fault.show()
            self.refresh()
            return False
        self.fault.hide()
        return True

    def _ask(
        self,
        title: Text,
        fields: Sequence[Field],
        edit: Callable[[Document, Any], Document],
        intro: Text | None = None,
    ) -> FormDialog:
        dialog = FormDialog(
            title,
            fields,
            lambda values: self.open_document.apply(title, lambda d: edit(d, values)),
            self.open_document.document,
            self.language.current,
            self,
            intro=intro,
        )
        dialog.open()
        return dialog

    def ask_secondment(self) -> None:
        """Ask for a secondment of this person."""
        people = [self.person] if self.person is not None else []
        self._ask(
            secondment_forms.NEW,
            secondment_forms.new_fields(self.open_document.document, self.open_document.on),
            lambda d, values: secondment_forms.add_for(d, people, values),
        )

    def ask_return(self) -> None:
        """Ask for the last day away, for the secondments that are still open."""
        open_ = [r.id for r in self.secondments.model.rows if r.record.returned_on is None]
        if open_:
            self._ask(
                secondment_forms.RETURN,
                secondment_forms.return_fields(self.open_document.on),
                lambda d, values: secondment_forms.returned(d, open_, values),
            )

    def ask_absence(self) -> None:
        """Ask for an absence of this person."""
        people = [self.person] if self.person is not None else []
        self._ask(
            absence_forms.NEW,
            absence_forms.new_fields(self.open_document.on),
            lambda d, values: absence_forms.add_for(d, people, values),
        )

    def ask_transfer(self) -> None:
        """Ask for a transfer to propose for this person."""
        if self.person is None:
            return
        people, placed = [self.person], self.open_document.audit.state.placed[self.person]
        self._ask(
            person_forms.PROPOSE,
            person_forms.propose_fields(self.open_document.document, placed.post, self.open_document.on),
            lambda d, values: person_forms.proposed(d, people, values),
        )

    def ask_relation(self) -> None:
        """Ask for a relative of this person."""
        if self.person is not None:
            person = self.person
            self._ask(
                relation_form.NEW,
                relation_form.new_fields(self.open_document.document, person),
                lambda d, values: relation_form.add_for(d, person, values),
                relation_form.INTRO,
            )

    def remove_relation(self) -> None:
        """Remove the selected relatives, or the only one."""
        there = list(self.relations.model.rows)
        rows = self.relations.view.selected_rows() or (there if len(there) == 1 else [])
        if rows:
            self._apply(_UNRELATE, lambda d: remove_relations(d, [row.id for row in rows]))
        elif there:
            self.fault.setText(_WHICH.in_language(self.language.current))
            self.fault.show()

    def approve_moves(self) -> None:
        """Approve the proposed moves of this person, dated today's view."""
        ids = [r.id for r in self.moves.model.rows if r.record.status == "proposed"]
        if ids:
            self._apply(_APPROVE, lambda d: approve(d, ids, self.open_document.on))

    def take_moves_back(self) -> None:
        """Take the selected move, or the last one, a step back."""
        rows = self.moves.view.selected_rows() or list(self.moves.model.rows)[-1:]
        if rows:
            self._apply(_BACK, lambda d: take_back(d, [row.id for row in rows]))
