"""变动: the dated changes of a scenario in a table, edited in place or by a form of their kind."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout

from planner.edits.scenarios import (
    copy_changes,
    drop_duty,
    remove_changes,
    reorder_changes,
    switch_changes,
)
from planner.scenarios.applying import Applied
from planner.scenarios.records import CHANGE_NAMES, Change, ChangeKind
from planner.tables.change_content import content
from planner.tables.change_rows import ChangeRow, Outcome
from planner.tables.change_words import people_of
from planner.text import Text, same
from ui.forms.fields import choice_field
from ui.forms.form_dialog import FormDialog
from ui.plain_label import PlainLabel
from ui.scenarios import change_forms
from ui.scenarios.base_session import BaseSession
from ui.scenarios.change_line import ChangeLine
from ui.scenarios.changes_source import EMPTY, source_of
from ui.shell import Shell
from ui.tables.page_source import PageAction, single
from ui.tables.table_page import TablePage

_STANDS = Text(
    "现状就是文件中的警力,没有变动。\n在左侧选中一个方案查看其变动,或按 Ctrl+Shift+N 新建方案。",
    "The county as it stands has no changes.\n"
    "Select a scenario on the left to see its changes, or press Ctrl+Shift+N for a new one.",
)
_SWITCH_ON, _SWITCH_OFF = Text("启用变动", "Switch changes on"), Text("停用变动", "Switch changes off")
_REMOVE = Text("删除变动", "Remove changes")
_UP, _DOWN = Text("上移变动", "Move changes up"), Text("下移变动", "Move changes down")
_COPY = Text("复制到其他方案", "Copy to another scenario")
_COPY_INTRO = Text("所选 {n} 项变动加到该方案末尾。", "The {n} selected go to the end of that scenario.")
_TOLD = Text("{date} {kind}:{content};{said}", "{date} {kind}: {content}; {said}")
_DROP = Text("去掉方案自有的值班表", "Drop the scenario's own duty roster")


class ChangesPanel(TablePage):
    """The changes of one scenario, and what is done about them."""

    def __init__(self, shell: Shell) -> None:
        self.session = BaseSession(shell.open_document)
        self._shell = shell
        self._shown: Applied | None = None
        self.line, self.told = ChangeLine(shell.language), PlainLabel(wordWrap=True)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        super().__init__(source_of(self.session), self.session, shell.language)
        self.session.setParent(self)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.insertWidget(0, self.line)
        layout.insertWidget(layout.indexOf(self.refusals), self.told)
        self.line.next_clicked.connect(self.go_to_next_conflict)
        self.line.bases_toggled.connect(self.show_bases)
        self.line.duty_dropped.connect(self._drop_duty)
        self.view.card_requested.connect(lambda _: self._show_card(self.view.selected_rows()))
        shell.open_document.branches.changed.connect(self._more_at_hand)
        self._keep_keys_to_the_table()

    def _keep_keys_to_the_table(self) -> None:
        """Let the space bar and Del of the table alone switch and remove: buttons and fields need them."""
        action = self.page_actions["switch"]
        self.removeAction(action)
        self.view.addAction(action)
        self.remove_key = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.view)
        self.remove_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.remove_key.activated.connect(lambda: self._remove(self.view.selected_rows()))
        self.fit_actions()

    def actions_of_page(self) -> Sequence[PageAction]:
        """Return what is done about changes."""
        return (
            PageAction(
                "add",
                Text("新增变动 ▾", "Add a change ▾"),
                lambda _: self.choose_kind(),
                self._has_scenario,
                primary=True,
                shortcut="Ins",
            ),
            PageAction(
                "edit",
                Text("修改…", "Edit…"),
                self.ask_change,
                lambda rows: single(rows) and _own(rows),
                primary=True,
                shortcut="Ctrl+Return",
            ),
            PageAction(
                "switch", Text("启用/停用", "On/off"), self._switch, _own, primary=True, shortcut="Space"
            ),
            PageAction("up", Text("上移", "Up"), self._up, _own, primary=True, shortcut="Alt+Up"),
            PageAction("down", Text("下移", "Down"), self._down, _own, primary=True, shortcut="Alt+Down"),
            PageAction("copy_to", Text("复制到方案…", "Copy to…"), self.ask_copy, self._may_copy),
            PageAction("remove", Text("删除", "Remove"), self._remove, _own, primary=True, shortcut="Ctrl+-"),
            PageAction("card", Text("人员卡片", "Officer card"), self._show_card, self._has_card),
        )

    # which scenario

    def show_scenario(self, scenario: int | None) -> None:
        """Show the changes of another scenario, none of the county as it stands."""
        if scenario != self.session.scenario:
            self.session.scenario = scenario
            self._filtered_on = None
        self.refresh()

    def show_bases(self, shown: bool) -> None:
        """Show or hide the changes of what the scenario stands on."""
        self.session.with_bases = shown
        self.refresh()

    def show_document(self) -> None:
        """Show the changes, and over them how many cannot be made."""
        super().show_document()
        session, self._shown = self.session, self.session.applied
        scenario = session.base.scenarios.get(session.scenario or 0)
        self.line.show_scenario(scenario, session.applied, session.base)
        self.bar.setVisible(scenario is not None)
        self.empty.setText(self._empty_words())

    def _empty_words(self) -> str:
        words = EMPTY if self._has_scenario([]) else _STANDS
        return words.in_language(self.language.current)

    def set_language(self, *_: object) -> None:
        """Show everything in the language in force."""
        super().set_language()
        self.fit_actions()
        self.empty.setText(self._empty_words())
        self.line.retranslate()

    def fit_actions(self) -> None:
        """Enable what can be done; Del removes rows selected whole, and clears cells otherwise."""
        super().fit_actions()
        rows = self.view.selected_rows()
        self._tell(rows[:1])
        if hasattr(self, "remove_key"):
            selected = self.view.selectionModel()
            whole = all(selected.isRowSelected(line) for line in self.view.block().lines)
            self.remove_key.setEnabled(whole and _own(rows))

    def _tell(self, rows: list[ChangeRow]) -> None:
        """Say in full what a change does and what becomes of it, for which its cells have too little room."""
        said = [
            _TOLD.format(
                date=row.change.date,
                kind=CHANGE_NAMES[row.change.kind],
                content=content(row.change, row.document),
                said=row.said,
            )
            for row in rows
        ]
        self.told.setText("".join(words.in_language(self.language.current) for words in said))
        self.told.setVisible(bool(said))

    def _more_at_hand(self) -> None:
        """Show what became of the changes, once that is known."""
        if not self.isVisible():
            self._stale = True
        elif self.session.applied is not self._shown:
            self.refresh()

    def _has_scenario(self, _: list[ChangeRow]) -> bool:
        return self.session.scenario in self.session.base.scenarios

    def _may_copy(self, rows: list[ChangeRow]) -> bool:
        return bool(rows) and len(self.session.base.scenarios) > 1

    # what cannot be made

    def go_to_next_conflict(self) -> None:
        """Make the next change that cannot be made current, those of a base shown where it is one."""
        waiting = [r for r in self.session.rows(with_bases=True) if r.outcome is Outcome.CONFLICT]
        if not waiting:
            return
        current = self.view.current_row()
        ids = [row.id for row in waiting]
        at = ids.index(current.id) + 1 if current is not None and current.id in ids else 0
        found = waiting[at % len(waiting)]
        if found.inherited:
            self.line.bases.setChecked(True)
        self.view.reveal(found.id, "state")
        self.view.setFocus()

    # actions

    def choose_kind(self) -> QMenu:
        """Offer every kind of change."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind, name in CHANGE_NAMES.items():
            action = QAction(name.in_language(self.language.current).capitalize() + "…", menu)
            action.setObjectName(kind)
            action.triggered.connect(lambda _=False, k=kind: self.ask_new(k))
            menu.addAction(action)
        button = self.buttons["add"]
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        return menu

    def ask_new(self, kind: ChangeKind) -> FormDialog:
        """Ask for a new change, on the date of the last one."""
        scenario, known = self.session.scenario, self.session.document
        assert scenario is not None
        changes = self.session.base.scenarios[scenario].changes
        start = Change(0, kind, changes[-1].date if changes else self.session.on)
        dialog = self.ask(
            change_forms.title(change_forms.NEW, start),
            change_forms.change_fields(start, known, several=True),
            lambda document, values: change_forms.added(document, scenario, start, values, known),
            intro=change_forms.about(start),
        )
        change_forms.follow_choices(dialog, start, known, self.language.current)
        dialog.accepted.connect(self._show_last)
        return dialog

    def _show_last(self) -> None:
        if self.model.rows:
            self.view.reveal(max(row.id for row in self.model.rows))

    def ask_change(self, rows: list[ChangeRow]) -> FormDialog:
        """Ask for what a change says, by the form of its kind."""
        change, known = rows[0].change, self.session.document
        dialog = self.ask(
            change_forms.title(change_forms.EDIT, change),
            change_forms.change_fields(change, known, several=False),
            lambda document, values: change_forms.corrected(document, change, values, known),
            intro=change_forms.about(change),
        )
        change_forms.follow_choices(dialog, change, known, self.language.current)
        return dialog

    def ask_copy(self, rows: list[ChangeRow]) -> FormDialog:
        """Ask to which scenario the selected changes are copied."""
        ids = [row.id for row in rows]
        others = {
            s.id: same(s.name) for s in self.session.base.scenarios.values() if s.id != self.session.scenario
        }
        return self.ask(
            _COPY,
            (choice_field("scenario", Text("方案", "Scenario"), others, next(iter(others))),),
            lambda document, values: copy_changes(document, ids, values["scenario"]),
            intro=_COPY_INTRO.format(n=len(ids)),
        )

    def _switch(self, rows: list[ChangeRow]) -> None:
        on = not all(row.change.enabled for row in rows)
        ids = [row.id for row in rows]
        self.apply(_SWITCH_ON if on else _SWITCH_OFF, lambda document: switch_changes(document, ids, on))

    def _remove(self, rows: list[ChangeRow]) -> None:
        ids = [row.id for row in rows]
        self.apply(_REMOVE, lambda document: remove_changes(document, ids))

    def _up(self, rows: list[ChangeRow]) -> None:
        self._reorder(_UP, {row.id for row in rows}, up=True)

    def _down(self, rows: list[ChangeRow]) -> None:
        self._reorder(_DOWN, {row.id for row in rows}, up=False)

    def _reorder(self, label: Text, chosen: set[int], *, up: bool) -> None:
        """Move changes one place in list order, which a sorted table is shown in again."""
        scenario = self.session.scenario
        assert scenario is not None
        self.model.sort_by(None)
        order = _moved([change.id for change in self.session.base.scenarios[scenario].changes], chosen, up=up)
        self.apply(label, lambda document: reorder_changes(document, scenario, order))
        self.view.select_rows(chosen)
        line = self.model.row_of(min(chosen, key=order.index))
        index = self.model.index(line, max(self.view.currentIndex().column(), 0))
        self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _has_card(self, rows: list[ChangeRow]) -> bool:
        return single(rows) and any(id_ in self._in_view for id_ in people_of(rows[0].change))

    def _show_card(self, rows: list[ChangeRow]) -> None:
        if self._has_card(rows):
            person = next(id_ for id_ in people_of(rows[0].change) if id_ in self._in_view)
            self._shell.navigation.show_card(person)

    @property
    def _in_view(self) -> Collection[int]:
        """Who has a card: the people of what is in view."""
        return self._shell.open_document.document.county.people

    def _drop_duty(self, unit: int, month: date) -> None:
        scenario = self.session.scenario
        assert scenario is not None
        self.apply(_DROP, lambda document: drop_duty(document, scenario, unit, month))


def _own(rows: list[ChangeRow]) -> bool:
    return bool(rows) and not any(row.inherited for row in rows)


def _moved(order: list[int], chosen: set[int], *, up: bool) -> list[int]:
    """Return an order with the chosen ones a place earlier or later; those at the edge stay."""
    moved = order if up else order[::-1]
    for at in range(1, len(moved)):
        if moved[at] in chosen and moved[at - 1] not in chosen:
            moved[at - 1], moved[at] = moved[at], moved[at - 1]
    return moved if up else moved[::-1]
