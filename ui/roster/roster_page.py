"""The roster: everybody, edited like a sheet of Excel, with pins, secondments and absences in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from planner.edits.people import remove_people, unpin
from planner.tables.change_words import scenarios_about
from planner.tables.roster import RosterRow
from planner.text import Text, joined, same
from ui.absences import absence_forms
from ui.roster import person_forms
from ui.roster.roster_source import SOURCE
from ui.secondments import secondment_forms
from ui.tables.bulk_dialog import BulkDialog
from ui.tables.page_source import PageAction, always
from ui.tables.session import LiveLanguage, OpenDocument
from ui.tables.table_page import TablePage

_UNPIN = Text("解除锁定", "Take the pin off")
_REMOVE = Text("删除人员", "Remove from the roster")
_USED = Text(
    "已删除{names}。方案“{scenarios}”有涉及所删人员的变动,将列为“无法实施”;撤销删除即可恢复。",
    "Removed: {names}. Changes of “{scenarios}” about them can no longer be made; undo brings them back.",
)


class RosterPage(TablePage):
    """The roster of the open document."""

    def __init__(
        self, open_document: OpenDocument, language: LiveLanguage, parent: QWidget | None = None
    ) -> None:
        super().__init__(SOURCE, open_document, language, parent)

    def actions_of_page(self) -> Sequence[PageAction]:
        """Return what is done about people."""
        return (
            self.card_action(primary=True),
            PageAction("second", Text("抽调借调…", "Second to…"), self.ask_secondment, primary=True),
            PageAction("return", Text("返岗…", "Return…"), self.ask_return, _all_away, primary=True),
            PageAction("keep", Text("经批准保留…", "Keep with approval…"), self.ask_keep, _all_away),
            PageAction("absent", Text("请假…", "Add absence…"), self.ask_absence, primary=True),
            PageAction("pin", Text("锁定…", "Pin…"), self.ask_pin, primary=True),
            PageAction("unpin", _UNPIN, self._unpin, _all_pinned),
            PageAction("propose", Text("提出调动…", "Propose transfer…"), self.ask_transfer, primary=True),
            PageAction(
                "bulk",
                Text("批量修改…", "Change selected…"),
                lambda _: self.ask_bulk(),
                primary=True,
                after_line=True,
            ),
            PageAction(
                "add", Text("新增人员…", "Add a person…"), lambda _: self.ask_person(), always, primary=True
            ),
            PageAction("remove", _REMOVE, self._remove),
        )

    # for the rest of the window

    def show_person(self, person: int) -> bool:
        """Make somebody current and show them; False if there is nobody."""
        if self.model.row_of(person) < 0:
            self.bar.clear()
        return self.view.reveal(person)

    def show_unit(self, unit: int) -> None:
        """Show who belongs to a unit or works there, until the user leaves it."""
        record = self.open_document.document.county.units.get(unit)
        if record is not None:
            self.bar.enter_scope(same(record.name), lambda row: unit in (row.placed.home, row.placed.working))

    def show_people(self, people: frozenset[int], words: Text) -> None:
        """Show some people, such as those behind a figure, under a name for them."""
        self.bar.enter_scope(words, lambda row: row.id in people)

    # actions

    def ask_secondment(self, rows: list[RosterRow]) -> None:
        """Ask for a secondment of the selected people."""
        people = [row.id for row in rows]
        document, on = self.open_document.document, self.open_document.on
        self.ask(
            secondment_forms.NEW,
            secondment_forms.new_fields(document, on),
            lambda d, values: secondment_forms.add_for(d, people, values),
            intro=_names(rows),
        )

    def ask_return(self, rows: list[RosterRow]) -> None:
        """Ask for the last day away of the selected people."""
        records = [row.secondment.id for row in rows if row.secondment]
        self.ask(
            secondment_forms.RETURN,
            secondment_forms.return_fields(self.open_document.on),
            lambda d, values: secondment_forms.returned(d, records, values),
            intro=secondment_forms.RETURN_INTRO.format(names=_names(rows)),
        )

    def ask_keep(self, rows: list[RosterRow]) -> None:
        """Ask for the approval under which the selected people stay away."""
        records = [row.secondment.id for row in rows if row.secondment]
        self.ask(
            secondment_forms.KEEP,
            secondment_forms.keep_fields(),
            lambda d, values: secondment_forms.kept(d, records, values),
            intro=secondment_forms.KEEP_INTRO.format(names=_names(rows)),
        )

    def ask_absence(self, rows: list[RosterRow]) -> None:
        """Ask for an absence of the selected people."""
        people = [row.id for row in rows]
        self.ask(
            absence_forms.NEW,
            absence_forms.new_fields(self.open_document.on),
            lambda d, values: absence_forms.add_for(d, people, values),
            intro=_names(rows),
        )

    def ask_pin(self, rows: list[RosterRow]) -> None:
        """Ask for the reason for pinning the selected people."""
        people = [row.id for row in rows]
        self.ask(
            person_forms.PIN,
            person_forms.pin_fields(rows[0].person.pin),
            lambda d, values: person_forms.pinned(d, people, values),
            intro=person_forms.PIN_INTRO,
        )

    def ask_transfer(self, rows: list[RosterRow]) -> None:
        """Ask for a transfer to propose for the selected people."""
        people = [row.id for row in rows]
        self.ask(
            person_forms.PROPOSE,
            person_forms.propose_fields(
                self.open_document.document, rows[0].placed.post, self.open_document.on
            ),
            lambda d, values: person_forms.proposed(d, people, values),
            intro=person_forms.PROPOSE_INTRO.format(names=_names(rows)),
        )

    def ask_bulk(self) -> BulkDialog:
        """Ask for one value for a column of every selected row."""
        dialog = BulkDialog(self.view, lambda: self.open_document.document, self)
        dialog.open()
        return dialog

    def ask_person(self) -> None:
        """Ask for somebody new, at the unit of the current row."""
        row = self.view.current_row()
        unit = row.state.unit_name(row.placed.home) if row is not None else ""
        self.ask(
            person_forms.ADD,
            person_forms.add_fields(self.open_document.document, unit),
            person_forms.added,
        )

    def _unpin(self, rows: list[RosterRow]) -> None:
        people = [row.id for row in rows]
        self.apply(_UNPIN, lambda document: unpin(document, people))

    def _remove(self, rows: list[RosterRow]) -> None:
        people = [row.id for row in rows]
        used = scenarios_about(self.open_document.document, people)
        if self.apply(_REMOVE, lambda document: remove_people(document, people)) and used:
            said = _USED.format(names=_names(rows), scenarios=joined(used))
            self.refusals.tell(said, self.language.current)


def _names(rows: Sequence[RosterRow]) -> Text:
    return secondment_forms.name_list([row.person.name for row in rows])


def _all_away(rows: list[RosterRow]) -> bool:
    return bool(rows) and all(row.secondment is not None for row in rows)


def _all_pinned(rows: list[RosterRow]) -> bool:
    return bool(rows) and all(row.person.pin for row in rows)
