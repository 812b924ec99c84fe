"""The left side of the Scenarios page: the list of scenarios and everything done about one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from planner.document import Document
from planner.edits.scenarios import adopt, remove_scenario
from planner.errors import InputError
from planner.scenarios.adding import free_name
from planner.scenarios.records import Scenario
from planner.tables.scenarios import scenario_rows, still_ahead
from planner.text import Text
from ui.forms.form_dialog import Field, FormDialog
from ui.open_document import Edit
from ui.scenarios import change_forms, scenario_forms
from ui.scenarios.ahead_line import AheadLine
from ui.scenarios.scenario_tree import ScenarioTree
from ui.scenarios.starters import Starter
from ui.shell import Shell
from ui.tables.flow_layout import FlowLayout

_ACTIONS: Mapping[str, tuple[Text, str, bool]] = {  # title, keys, whether the keys hold on the whole page
    "new": (Text("新建方案…", "New scenario…"), "Ctrl+Shift+N", True),
    "enter": (Text("进入", "Go into"), "", False),
    "leave": (Text("回到现状", "Back to as it stands"), "", False),
    "adopt": (Text("采用…", "Adopt…"), "", False),
    "rename": (Text("名称和说明…", "Name and note…"), "F2", False),
    "duplicate": (Text("复制方案…", "Duplicate…"), "Ctrl+D", False),
    "base": (Text("更换基础…", "Change the base…"), "", False),
    "remove": (Text("删除方案", "Remove"), "Del", False),
}
_BUTTONS = ("new", "enter", "leave", "adopt")
_MORE = Text("更多 ▾", "More ▾")
_GO_AHEAD = Text("统计日期移到 {date}", "Move the date to {date}")


class ScenarioPanel(QWidget):
    """Lists the scenarios, and makes, branches, re-bases, adopts and removes them, each as one undo step."""

    scenario_chosen = Signal(object)  # its id, None for the county as it stands
    refused = Signal(object)  # Text: why nothing was done

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell, self._opened, self._language = shell, shell.open_document, shell.language
        self.tree = ScenarioTree(shell.language)
        self.actions_ = {key: self._action(key) for key in _ACTIONS}
        self.more, self.ahead = QToolButton(), AheadLine(shell.language)
        self._lay_out()
        self.ahead.clicked.connect(self._go_ahead)
        self.tree.entered.connect(self.enter)
        self.tree.scenario_chosen.connect(self._choose)
        self.tree.customContextMenuRequested.connect(
            lambda place: self.menu().popup(self.tree.viewport().mapToGlobal(place))
        )
        self.more.clicked.connect(
            lambda: self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
        )
        self.retranslate()

    def _action(self, key: str) -> QAction:
        run: Mapping[str, Callable[[], object]] = {
            "new": self.ask_new,
            "enter": self.enter,
            "leave": self.leave,
            "adopt": self.ask_adopt,
            "rename": self.ask_rename,
            "duplicate": self.ask_duplicate,
            "base": self.ask_base,
            "remove": self.remove,
        }
        _, keys, everywhere = _ACTIONS[key]
        action = QAction(self)
        action.setObjectName(key)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _=False: run[key]())
        if not everywhere:
            self.tree.addAction(action)
        return action

    @property
    def page_actions(self) -> Sequence[QAction]:
        """What is reached by its keys from anywhere on the page."""
        return [self.actions_[key] for key, (_, _, everywhere) in _ACTIONS.items() if everywhere]

    def _lay_out(self) -> None:
        self.buttons: dict[str, QToolButton] = {}
        row = QWidget()
        flow = FlowLayout(row)
        for key in _BUTTONS:
            button = self.buttons[key] = QToolButton()
            button.setDefaultAction(self.actions_[key])
            flow.addWidget(button)
        flow.addWidget(self.more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(row)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.ahead)

    def menu(self) -> QMenu:
        """Return the menu of the scenario selected."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, action in self.actions_.items():
            if key == "rename":
                menu.addSeparator()
            menu.addAction(action)
        return menu

    # following

    def show_scenarios(self) -> None:
        """Show the scenarios of the version in force with what is at hand of them."""
        opened = self._opened
        rows = scenario_rows(opened.base, opened.branches.of, self._audit)
        self.tree.show_rows(rows, opened.scenario)
        self._fit_actions()
        self._show_ahead()

    def _ahead(self) -> list[tuple[Scenario, date]]:
        """Return the scenarios that change nothing by the date in view, the one selected first."""
        scenarios = self._opened.base.scenarios
        found = still_ahead(scenarios, scenarios.values(), self._opened.on)
        return sorted(found, key=lambda one: one[0].id != self.tree.chosen)

    def _show_ahead(self) -> None:
        found = self._ahead()
        offer = _GO_AHEAD.format(date=found[0][1]) if found else Text("", "")
        self.ahead.show_ahead(self._opened.on, found, offer)

    def _go_ahead(self) -> None:
        self._opened.go_to(self._ahead()[0][1])

    def _audit(self, scenario: int | None) -> Any:
        if scenario == self._opened.scenario:
            return self._opened.audit
        return self._opened.branches.audit(scenario)

    def retranslate(self) -> None:
        """Show everything in the language in force."""
        say = self._language.words
        for key, (title, keys, _) in _ACTIONS.items():
            self.actions_[key].setText(say(title))
            self.actions_[key].setToolTip(f"{say(title)} ({keys})" if keys else say(title))
        self.more.setText(say(_MORE))

    def _fit_actions(self) -> None:
        is_scenario = self.chosen is not None
        for key in ("rename", "duplicate", "base", "remove"):
            self.actions_[key].setEnabled(is_scenario)
        at_hand = is_scenario and self._opened.branches.of(self.tree.chosen or 0) is not None
        self.actions_["adopt"].setEnabled(at_hand)  # working it out takes longer than a click may
        self.actions_["enter"].setEnabled(self.tree.chosen != self._opened.scenario)
        self.actions_["leave"].setEnabled(self._opened.scenario is not None)

    @property
    def chosen(self) -> Scenario | None:
        """The scenario selected; None for the county as it stands."""
        return self._opened.base.scenarios.get(self.tree.chosen or 0)

    def _choose(self) -> None:
        self._fit_actions()
        self._show_ahead()
        self.scenario_chosen.emit(self.tree.chosen)

    # going into one

    def enter(self) -> None:
        """Show everything in the window as it is in the scenario selected, or as it stands."""
        self._opened.go_into(self.tree.chosen)

    def leave(self) -> None:
        """Show the county as it stands again."""
        self._opened.go_into(None)
        self.tree.choose(None)

    # making and changing

    def ask_new(self) -> FormDialog:
        """Ask for a new scenario on the county as it stands, or on another one."""
        return self._ask(
            scenario_forms.NEW,
            scenario_forms.new_fields(self._opened.base, self.tree.chosen),
            scenario_forms.made,
            scenario_forms.NEW_INTRO,
            choose_new=True,
        )

    def ask_starter(self, starter: Starter) -> FormDialog:
        """Ask for the change a usual what-if begins with; OK makes the scenario with it."""
        opened = self._opened
        start, known = starter.change(opened.on), opened.base
        name = free_name(known, self._language.words(starter.title))
        dialog = self._ask(
            starter.title,
            (scenario_forms.name_field(name), *change_forms.change_fields(start, known, several=True)),
            lambda document, values: change_forms.begun(document, start, values, known),
            change_forms.about(start),
            choose_new=True,
        )
        change_forms.follow_choices(dialog, start, known, self._language.current)
        return dialog

    def ask_rename(self) -> FormDialog:
        """Ask for another name and note."""
        one = self._of_chosen()
        return self._ask(
            scenario_forms.RENAME,
            scenario_forms.rename_fields(one),
            lambda document, values: scenario_forms.renamed(document, one.id, values),
        )

    def ask_duplicate(self) -> FormDialog:
        """Ask for the name of a copy."""
        one = self._of_chosen()
        return self._ask(
            scenario_forms.DUPLICATE,
            scenario_forms.duplicate_fields(self._opened.base, one),
            lambda document, values: scenario_forms.duplicated(document, one.id, values),
            choose_new=True,
        )

    def ask_base(self) -> FormDialog:
        """Ask for another base."""
        one = self._of_chosen()
        return self._ask(
            scenario_forms.BASE,
            scenario_forms.base_fields(self._opened.base, one),
            lambda document, values: scenario_forms.rebased(document, one.id, values),
            scenario_forms.BASE_INTRO.format(name=one.name),
        )

    def remove(self) -> None:
        """Remove the scenario selected, unless others stand on it."""
        one = self._of_chosen()
        try:
            self._opened.apply_to_base(
                scenario_forms.REMOVE, lambda document: remove_scenario(document, one.id)
            )
        except InputError as fault:
            self.refused.emit(fault.message)

    def ask_adopt(self) -> FormDialog:
        """Say what adopting the scenario selected will do, and do it on OK."""
        one, branches = self._of_chosen(), self._opened.branches
        return self._ask(
            scenario_forms.ADOPT,
            (),
            lambda document, _: adopt(document, one.id, branches.of(one.id)),
            scenario_forms.adopt_words(self._opened.base, one),
        )

    def _of_chosen(self) -> Scenario:
        chosen = self.chosen
        assert chosen is not None  # its action is off otherwise
        return chosen

    def _ask(
        self,
        title: Text,
        fields: Sequence[Field],
        edit: Callable[[Document, Any], Document],
        intro: Text | None = None,
        *,
        choose_new: bool = False,
    ) -> FormDialog:
        """Ask for values and edit the scenarios with them, as one undo step named like the form."""
        opened = self._opened

        def submit(values: Mapping[str, Any]) -> None:
            made: Edit = lambda document: edit(document, values)  # noqa: E731
            opened.apply_to_base(title, made)
            if choose_new:
                self.tree.choose(max(opened.base.scenarios))

        dialog = FormDialog(title, fields, submit, opened.base, self._language.current, self, intro=intro)
        dialog.open()
        return dialog
