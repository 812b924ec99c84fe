"""Says which scenarios change nothing yet on the day in view, and leads to a day on which they do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from planner.scenarios.records import Scenario
from planner.text import Text, joined
from ui.language import LanguageSwitch
from ui.plain_label import PlainLabel

_SAID = Text("{on} 之后才有变动:{names}", "Changes lie only after {on}: {names}")
_MORE = Text("{names}等 {n} 个", "{names} and more, {n} in all")
_ONE = Text("“{name}”(自 {date})", "“{name}” (from {date})")
_NAMED = 2


class AheadLine(QWidget):
    """Hidden where every scenario already has a change in force."""

    clicked = Signal()

    def __init__(self, language: LanguageSwitch) -> None:
        super().__init__()
        self._language = language
        self.words, self.button = PlainLabel(wordWrap=True), QToolButton()
        self.words.setObjectName("quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.button)
        self.button.clicked.connect(self.clicked)
        self.hide()

    def show_ahead(self, on: date, ahead: Sequence[tuple[Scenario, date]], offer: Text) -> None:
        """Name the scenarios and from when they change something; `offer` is what the button does."""
        self.setVisible(bool(ahead))
        say = self._language.words
        names = joined(_ONE.format(name=one.name, date=day) for one, day in ahead[:_NAMED])
        if len(ahead) > _NAMED:
            names = _MORE.format(names=names, n=len(ahead))
        self.words.setText(say(_SAID.format(on=on, names=names)))
        self.button.setText(say(offer))
