"""The codes over the grid: what each letter means, and a click that sets it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from planner.policy.duty_codes import DutyCode
from planner.tables.duty_words import initial
from planner.text import Text
from ui.duty.colours import ICON, code_icon
from ui.tables.flow_layout import FlowLayout
from ui.tables.session import LiveLanguage

_HEIGHT = ICON + 8
_HINT = Text(
    "{name}:在岗 {presence} 小时,计 {counted} 小时。按 {key} 键填写",
    "{name}: {presence} h present, {counted} h counted. Press {key}",
)


class CodeRow(QWidget):
    """One button for each code."""

    chosen = Signal(str)  # code id

    def __init__(self, language: LiveLanguage) -> None:
        super().__init__()
        self._language = language
        self._codes: Mapping[str, DutyCode] = {}
        self.buttons: dict[str, QToolButton] = {}
        self._flow = FlowLayout(self)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_codes(self, codes: Mapping[str, DutyCode]) -> None:
        """Offer these codes."""
        if codes != self._codes:
            for button in self.buttons.values():
                self._flow.removeWidget(button)
                button.deleteLater()
            self._codes = codes
            self.buttons = {id_: self._button(id_) for id_ in codes}
        self.retranslate()

    def _button(self, id_: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("code")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(ICON, ICON))
        button.setAutoRaise(True)
        button.setFixedHeight(_HEIGHT)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard stays in the grid, where keys are codes
        button.clicked.connect(lambda: self.chosen.emit(id_))
        self._flow.addWidget(button)
        button.show()
        return button

    def retranslate(self) -> None:
        """Show everything in the language and the colours in force."""
        language = self._language.current
        for id_, button in self.buttons.items():
            code = self._codes[id_]
            keys = dict.fromkeys((code.letter, initial(code.letter).upper()))
            button.setIcon(code_icon(code, self.palette(), self.font()))
            button.setText(code.name.in_language(language))
            hint = _HINT.format(
                name=code.name,
                presence=code.presence,
                counted=code.counted,
                key=" / ".join(k for k in keys if k),
            )
            button.setToolTip(hint.in_language(language))

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "buttons"):
            self.retranslate()
