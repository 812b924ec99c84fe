"""The planned figures before and after the ticked moves, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planner.tables.before_after import FigureChange
from planner.text import Text
from ui.language import LanguageSwitch
from ui.marks import Mark, mark_colour, mark_pixmap
from ui.plain_label import PlainLabel

_LARGE = 1.3
_ON_PRESENT = Text("在岗口径,已计入已通过的调整", "present ledger, approved moves included")
_UNCHANGED = Text("{now}(不变)", "{now} (unchanged)")


class _Change(QFrame):
    """One figure: its title, before → after, and the counts behind it."""

    def __init__(self, language: LanguageSwitch) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._language = language
        self.title, self.mark, self.value, self.detail = (PlainLabel() for _ in range(4))
        self.detail.setObjectName("quiet")
        font = self.value.font()
        font.setPointSizeF(font.pointSizeF() * _LARGE)
        font.setBold(True)
        self.value.setFont(font)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.mark)
        line.addWidget(self.value, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 10, 6)
        layout.setSpacing(1)
        layout.addWidget(self.title)
        layout.addLayout(line)
        layout.addWidget(self.detail)
        for label in (self.title, self.value, self.detail):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_change(self, change: FigureChange) -> None:
        """Show a figure in the language and the colours in force."""
        say, mark = self._language.words, Mark(change.verdict)
        before, after = say(change.before), say(change.after)
        value = f"{before} → {after}" if change.changes else say(_UNCHANGED.format(now=after))
        self.title.setText(say(change.title))
        self.value.setText(value)
        self.detail.setText(say(change.detail))
        self.mark.setPixmap(mark_pixmap(mark, self.palette(), 16, self.devicePixelRatioF()))
        palette = self.value.palette()
        palette.setColor(palette.ColorRole.WindowText, mark_colour(mark, self.palette()))
        self.value.setPalette(palette)
        self.setToolTip("\n".join((f"{say(change.title)}: {value}", say(change.detail), say(_ON_PRESENT))))
        self.setAccessibleName(f"{say(change.title)} {value}")


class FigureStrip(QWidget):
    """Shows what some moves do to the figures."""

    def __init__(self, language: LanguageSwitch) -> None:
        super().__init__()
        self._language = language
        self.changes: tuple[FigureChange, ...] = ()
        self.panels: list[_Change] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.setAlignment(Qt.AlignmentFlag.AlignTop)

    def show_changes(self, changes: Sequence[FigureChange]) -> None:
        """Show some figures."""
        self.changes = tuple(changes)
        while len(self.panels) < len(changes):
            panel = _Change(self._language)
            self.panels.append(panel)
            self._row.addWidget(panel, 1)
        self.refresh()

    def refresh(self) -> None:
        """Show everything in the language and the colours in force."""
        for number, panel in enumerate(self.panels):
            panel.setVisible(number < len(self.changes))
        for panel, change in zip(self.panels, self.changes, strict=False):
            panel.show_change(change)
