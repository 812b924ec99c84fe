"""Where changes are written to: the scenario in view, or a new one that is named here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from planner.scenarios.adding import with_changes
from planner.scenarios.records import Change, Scenario
from planner.text import Text, same
from ui.language import LanguageSwitch
from ui.open_document import OpenDocument

_CURRENT = Text("当前方案“{name}”", "current scenario “{name}”")
_NEW = Text("新方案", "a new scenario")
_WIDEST = 300  # pixels of the choice
_NAME = Text("新方案名称", "name of the new scenario")


class ScenarioTarget(QWidget):
    """Offers the scenario in view first; a new one stands on what is in view."""

    def __init__(self, open_document: OpenDocument, language: LanguageSwitch, suggested: Text) -> None:
        super().__init__()
        self._opened, self._language, self._suggested = open_document, language, suggested
        self.choice, self.name = QComboBox(), QLineEdit()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.choice)
        layout.addWidget(self.name)
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.choice.setMaximumWidth(_WIDEST)
        self.name.setMinimumWidth(120)
        self.name.setMaximumWidth(220)
        self.choice.currentIndexChanged.connect(lambda *_: self._show_name())
        self.retranslate()

    @property
    def is_new(self) -> bool:
        """Whether a new scenario is to be made."""
        return self.choice.currentData() is None

    def retranslate(self) -> None:
        """Offer what is in view now, in the language in force."""
        known, new = self._opened.scenario_in_view, self.is_new and self.choice.count() > 1
        self.choice.blockSignals(True)
        self.choice.clear()
        if known is not None:
            self.choice.addItem(self._language.words(_CURRENT.format(name=known.name)), known.id)
        self.choice.addItem(self._language.words(_NEW), None)
        self.choice.setCurrentIndex(self.choice.count() - 1 if new else 0)
        self.choice.blockSignals(False)
        self.name.setPlaceholderText(self._language.words(self._suggested))
        self.name.setToolTip(self._language.words(_NAME))
        self._show_name()

    def _show_name(self) -> None:
        self.name.setVisible(self.is_new)

    def write(self, label: Text, changes: Sequence[Change]) -> Text:
        """Write changes as one undo step, and return the name of the scenario they are in."""
        name = self.name.text().strip() or self._language.words(self._suggested)
        target, base = self.choice.currentData(), self._opened.scenario
        self._opened.apply_to_base(
            label, lambda document: with_changes(document, target, changes, name=name, base=base)
        )
        return same(written_into(self._opened, target).name)


def written_into(opened: OpenDocument, scenario: int | None) -> Scenario:
    """Return the scenario that has just been written into: the newest where a new one was asked for."""
    scenarios = opened.base.scenarios
    return scenarios[max(scenarios) if scenario is None else scenario]
