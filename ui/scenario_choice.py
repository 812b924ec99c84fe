"""Which scenario is in view: a chooser in the tool bar, and a strip over the pages while one is."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStyleOptionComboBox,
    QWidget,
)

from planner.scenarios.applying import next_day
from planner.tables.scenarios import AS_IT_STANDS, CANNOT_BE_MADE, by_base
from planner.text import Text, same
from ui.elided import ElidedLabel
from ui.language import LanguageSwitch
from ui.open_document import OpenDocument
from ui.plain_label import PlainLabel

_LABEL = Text("方案", "Scenario")
_HINT = Text(
    "各页的数字、修改、排班和打印都按所选方案;“现状”即登记的情况",
    "figures, edits, duty and prints follow the scenario chosen; “as it stands” is what is on record",
)
_IN = Text(
    "方案“{name}”:各页均按此方案计算,所作修改只记为方案的变动,现状不变",
    "Scenario “{name}”: every page shows it, edits become its changes, and the county stays as it stands",
)
_BACK, _CHANGES = Text("回到现状", "Back to as it stands"), Text("查看变动", "Show its changes")
_NEXT = Text("下一变动日 {date}", "Next change: {date}")
_NEXT_HINT = Text(
    "统计日期之后还有变动;点击把统计日期移到那一天",
    "changes lie after the date in view; click to move it there",
)
_INDENT = "    "


class _IndentedList(QComboBox):
    """Indents its entries in the list, and not the one that is chosen."""

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Show the chosen one from the left."""
        super().initStyleOption(option)
        option.currentText = option.currentText.lstrip()


class ScenarioChoice(QWidget):
    """Follows the open document; a choice shows everything as it is in that scenario."""

    def __init__(self, open_document: OpenDocument, language: LanguageSwitch) -> None:
        super().__init__()
        self._open_document, self._language = open_document, language
        self.label, self.field = PlainLabel(), _IndentedList()
        self.field.setMinimumContentsLength(8)
        self.field.setMaximumWidth(260)
        self.field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 10, 0)
        layout.addWidget(self.label)
        layout.addWidget(self.field)
        self.label.setBuddy(self.field)
        self.field.activated.connect(lambda _: open_document.go_into(self.field.currentData()))
        open_document.changed.connect(self.refresh)
        language.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show every scenario under its base, and the one in view as chosen."""
        say, scenarios = self._language.words, self._open_document.base.scenarios
        self.setVisible(bool(scenarios))
        self.label.setText(say(_LABEL))
        self.field.setToolTip(say(_HINT))
        self.field.clear()
        self.field.addItem(say(AS_IT_STANDS), None)
        for scenario, depth in by_base(scenarios):
            self.field.addItem(_INDENT * depth + scenario.name, scenario.id)
        self.field.setCurrentIndex(max(0, self.field.findData(self._open_document.scenario)))


class ScenarioStrip(QFrame):
    """Says over every page which scenario is in view, and leads back; hidden while none is."""

    changes_clicked = Signal()

    def __init__(self, open_document: OpenDocument, language: LanguageSwitch) -> None:
        super().__init__()
        self.setObjectName("scenario")
        self._open_document, self._language = open_document, language
        self.words, self.conflicts = ElidedLabel(), PlainLabel()
        self.next_button, self.changes_button, self.back_button = (QPushButton() for _ in range(3))
        self._next: date | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 3, 8, 3)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.conflicts)
        layout.addWidget(self.next_button)
        layout.addWidget(self.changes_button)
        layout.addWidget(self.back_button)
        self.next_button.clicked.connect(self._go_to_next)
        self.changes_button.clicked.connect(self.changes_clicked)
        self.back_button.clicked.connect(lambda: open_document.go_into(None))
        open_document.changed.connect(self.refresh)
        language.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say which scenario is in view and whether all of it can be made."""
        say, scenario = self._language.words, self._open_document.scenario_in_view
        self.setVisible(scenario is not None)
        if scenario is None:
            return
        self.words.setText(say(_IN.format(name=same(scenario.name))))
        self.words.setToolTip(self.words.text())
        n = len(self._open_document.conflicts)
        self.conflicts.setText(say(CANNOT_BE_MADE.format(n=n)) if n else "")
        self.changes_button.setText(say(_CHANGES))
        self.back_button.setText(say(_BACK))
        self._next = next_day(self._open_document.base.scenarios, scenario.id, self._open_document.on)
        self.next_button.setVisible(self._next is not None)
        self.next_button.setText(say(_NEXT.format(date=self._next)))
        self.next_button.setToolTip(say(_NEXT_HINT))

    def _go_to_next(self) -> None:
        if self._next is not None:
            self._open_document.go_to(self._next)
