"""方案: what if; the scenarios on the left, and on the right the changes of the one selected."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QStackedLayout,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.text import Text
from ui.following_page import FollowingPage
from ui.part_tabs import PartTabs
from ui.scenarios.changes_panel import ChangesPanel
from ui.scenarios.empty_state import EmptyState
from ui.scenarios.page_parts import PARTS
from ui.scenarios.scenario_panel import ScenarioPanel
from ui.settings import SCENARIOS_SPLITTER, as_bytes
from ui.shell import Shell

_FOLD, _UNFOLD = Text("收起方案列表", "Fold the list away"), Text("显示方案列表", "Show the list")
_LEAST_PART = 380  # pixels


class ScenariosPage(FollowingPage):
    """Follows the version in force and what is at hand of its scenarios."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.panel, self.empty = ScenarioPanel(shell), EmptyState(shell.language)
        self.tabs = PartTabs({entry.key: entry.title for entry in PARTS}, shell.language)
        self.stack, self.splitter = QStackedWidget(), QSplitter()
        self.fold = QToolButton()
        self.fold.setAutoRaise(True)
        self.parts: dict[str, QWidget] = {}
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_part(0)

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.fold)
        line.addWidget(self.tabs, 1)
        column.addLayout(line)
        column.addWidget(self.stack, 1)
        right.setMinimumWidth(_LEAST_PART)  # the list gives way first
        self.splitter.setHandleWidth(10)
        self.splitter.setObjectName("quiet")
        self.splitter.addWidget(self.panel)
        self.splitter.addWidget(right)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setCollapsible(1, False)
        if state := self._shell.settings.get(SCENARIOS_SPLITTER):
            self.splitter.restoreState(state)
        full = QWidget()
        margins = QVBoxLayout(full)
        margins.setContentsMargins(12, 10, 12, 8)
        margins.addWidget(self.splitter)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(full)
        self._pages.addWidget(self.empty)
        self.addActions(self.panel.page_actions)

    def _connect(self) -> None:
        shell, opened = self._shell, self._shell.open_document
        self.keep_up_with(opened.changed, opened.branches.changed)
        shell.language.changed.connect(self.retranslate)
        self.splitter.splitterMoved.connect(
            lambda *_: shell.settings.set(SCENARIOS_SPLITTER, as_bytes(self.splitter.saveState()))
        )
        self.splitter.splitterMoved.connect(lambda *_: self._show_fold())
        self.fold.clicked.connect(self.fold_list)
        self.tabs.currentChanged.connect(self._show_part)
        self.panel.scenario_chosen.connect(self._show_changes_of)
        self.panel.refused.connect(shell.messages.complain)
        self.empty.new_clicked.connect(self.panel.ask_new)
        self.empty.starter_clicked.connect(self.panel.ask_starter)
        self.empty.campaign_clicked.connect(lambda: self.show_part("campaign"))

    @property
    def changes(self) -> ChangesPanel:
        """The table of changes."""
        panel = self.parts["changes"]
        assert isinstance(panel, ChangesPanel)
        return panel

    def show_document(self) -> None:
        """Show the scenarios, or how to begin with them."""
        opened = self._shell.open_document
        self.empty.show_for(has_county=not opened.is_empty)
        self._invite()
        self.panel.show_scenarios()
        self._fit_list()

    def show_part(self, key: str) -> None:
        """Bring one part into view."""
        self.tabs.choose(key)

    def _show_part(self, index: int) -> None:
        entry = PARTS[index]
        if entry.key not in self.parts:
            self.parts[entry.key] = entry.make(self._shell)
            self.stack.addWidget(self.parts[entry.key])
        self.stack.setCurrentWidget(self.parts[entry.key])
        self._invite()
        if entry.key == "changes":  # its key holds in the list too
            self.addAction(self.changes.page_actions["add"])
        else:
            self.removeAction(self.changes.page_actions["add"])

    def _invite(self) -> None:
        """Invite to a first scenario where there is none; a campaign can be planned without one."""
        invited = not self._shell.open_document.base.scenarios and self.tabs.currentIndex() == 0
        self._pages.setCurrentIndex(1 if invited else 0)

    def fold_list(self) -> None:
        """Give the list's room to the part in view, or give it back."""
        if self.splitter.sizes()[0]:
            self.splitter.setSizes([0, sum(self.splitter.sizes())])
        else:
            self._open_list()
        self._shell.settings.set(SCENARIOS_SPLITTER, as_bytes(self.splitter.saveState()))
        self._show_fold()

    def _fit_list(self) -> None:
        if self.isVisible() and not self._shell.settings.get(SCENARIOS_SPLITTER):
            self._open_list()

    def _open_list(self) -> None:
        wanted = self.panel.tree.wanted_width
        self.splitter.setSizes([wanted, max(sum(self.splitter.sizes()) - wanted, 1)])

    def _show_fold(self) -> None:
        folded = not self.splitter.sizes()[0]
        self.fold.setText("»" if folded else "«")
        self.fold.setToolTip(self._shell.language.words(_UNFOLD if folded else _FOLD))

    def _show_changes_of(self, scenario: int | None) -> None:
        self.changes.show_scenario(scenario)

    def retranslate(self) -> None:
        """Show everything in the language in force."""
        self._show_fold()
        self.panel.retranslate()
        self.empty.retranslate()
        if not self._stale:
            self.panel.show_scenarios()
            self._fit_list()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the list the room it needs unless another was chosen; only what is seen has sizes."""
        super().showEvent(event)
        self._fit_list()
        self._show_fold()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the list."""
        super().focusInEvent(event)
        self.panel.tree.setFocus(event.reason())
