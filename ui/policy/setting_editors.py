"""One editor per kind of policy value; each shows a value and gives what the user typed or chose."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.policy.setting import Setting, Value
from planner.tables.policy import value_words
from planner.text import Language


class SettingEditor(QWidget):
    """Shows the value of one setting; `given` carries what the user wants instead, unchecked."""

    given = Signal(str, object)  # key, raw value

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self.setting = setting
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)

    def show_value(self, value: Value, language: Language) -> None:
        """Show a value in a language."""


class LineEditor(SettingEditor):
    """A whole number, or a share written as a percentage."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self.edit = QLineEdit()
        self.edit.setMaximumWidth(110)
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.edit.editingFinished.connect(self._give)
        self._shown = ""
        self.line.addWidget(self.edit)
        self.line.addStretch()

    def show_value(self, value: Value, language: Language) -> None:
        """Show a number or a share."""
        self._shown = value_words(self.setting, value).in_language(language)
        self.edit.setText(self._shown)

    def _give(self) -> None:
        words = self.edit.text().strip()
        if words == self._shown:
            return
        if self.setting.kind == "share" and words.isdecimal():
            words += "%"
        self.given.emit(self.setting.key, words)


class SwitchEditor(SettingEditor):
    """Yes or no."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self.box = QCheckBox()
        self.box.clicked.connect(lambda on: self.given.emit(setting.key, bool(on)))
        self.line.addWidget(self.box)
        self.line.addStretch()

    def show_value(self, value: Value, language: Language) -> None:
        """Show whether it is on."""
        self.box.setChecked(bool(value))
        self.box.setText(value_words(self.setting, value).in_language(language))


class ChoiceEditor(SettingEditor):
    """One of the declared words."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self.box = QComboBox()
        self.box.setMinimumWidth(150)
        self.box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box.installEventFilter(self)
        self.box.activated.connect(self._give)
        self.line.addWidget(self.box)
        self.line.addStretch()

    def show_value(self, value: Value, language: Language) -> None:
        """Show the chosen word among all."""
        self.box.clear()
        for code, words in (self.setting.choices or {}).items():
            self.box.addItem(words.in_language(language), code)
        self.box.setCurrentIndex(self.box.findData(value))

    def _give(self, _: int) -> None:
        self.given.emit(self.setting.key, self.box.currentData())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the wheel to the page unless the list has the focus: scrolling must change nothing."""
        if event.type() == QEvent.Type.Wheel and not self.box.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class OrderEditor(SettingEditor):
    """The declared words in an order of the user's."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self.list = QListWidget()
        self.list.setMaximumHeight(104)
        self.list.setMaximumWidth(240)
        buttons = QVBoxLayout()
        self.up, self.down = QToolButton(), QToolButton()
        self.up.setText("▲")
        self.down.setText("▼")
        self.up.clicked.connect(lambda: self._shift(-1))
        self.down.clicked.connect(lambda: self._shift(1))
        buttons.addWidget(self.up)
        buttons.addWidget(self.down)
        buttons.addStretch()
        self.line.addWidget(self.list)
        self.line.addLayout(buttons)
        self.line.addStretch()
        self._order: tuple[str, ...] = ()

    def show_value(self, value: Value, language: Language) -> None:
        """Show the order, first in priority on top."""
        current = max(self.list.currentRow(), 0)
        self._order = value if isinstance(value, tuple) else ()
        self.list.clear()
        for number, code in enumerate(self._order, 1):
            words = (self.setting.choices or {})[code].in_language(language)
            self.list.addItem(f"{number}. {words}")
        self.list.setCurrentRow(current)

    def _shift(self, by: int) -> None:
        here = self.list.currentRow()
        there = here + by
        if here < 0 or not 0 <= there < len(self._order):
            return
        order = list(self._order)
        order[here], order[there] = order[there], order[here]
        self.list.setCurrentRow(there)
        self.given.emit(self.setting.key, tuple(order))


def editor_of(setting: Setting) -> SettingEditor:
    """Return the editor for a setting's kind."""
    match setting.kind:
        case "switch":
            return SwitchEditor(setting)
        case "choice":
            return ChoiceEditor(setting)
        case "order":
            return OrderEditor(setting)
        case _:
            return LineEditor(setting)
