"""One large figure of the overview: a card that is a button, leading to how the figure was counted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from planner.tables.figures import Figure
from planner.text import Text
from ui.elided import ElidedLabel
from ui.language import LanguageSwitch
from ui.marks import Mark, mark_colour, mark_pixmap
from ui.plain_label import PlainLabel

_HOW = Text("这个数怎么来的?单击查看名单", "How was this counted? Click for the names")
_LINES = 3
_LARGE = 2.3
_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class FigureCard(QFrame):
    """Shows a Figure; a click, Enter or the space bar asks how it was counted."""

    clicked = Signal(str)  # key of the figure

    def __init__(self, language: LanguageSwitch) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._language = language
        self.figure: Figure | None = None
        self.title, self.value, self.mark, self.meaning = (PlainLabel() for _ in range(4))
        self.after = PlainLabel()
        self.lines = [ElidedLabel() for _ in range(_LINES)]
        self._lay_out()

    def _lay_out(self) -> None:
        self.title.setObjectName("title")
        font = QFont(self.value.font())
        font.setPointSizeF(font.pointSizeF() * _LARGE)
        font.setBold(True)
        self.value.setFont(font)
        verdict = QHBoxLayout()
        verdict.setSpacing(5)
        verdict.addWidget(self.mark)
        verdict.addWidget(self.meaning, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 12, 10)
        layout.setSpacing(1)
        layout.addWidget(self.title)
        layout.addWidget(self.value)
        layout.addLayout(verdict)
        layout.addSpacing(3)
        for label in (*self.lines, self.after):
            layout.addWidget(label)
        layout.addStretch()
        for label in (self.title, self.meaning, *self.lines, self.after):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for label in self.lines:
            label.setObjectName("quiet")
        self.setMinimumWidth(120)

    def show_figure(self, figure: Figure) -> None:
        """Show a figure in the language and the colours in force."""
        self.figure = figure
        say, mark = self._language.words, Mark(figure.verdict)
        self.title.setText(say(figure.title))
        self.value.setText(say(figure.value))
        self.mark.setPixmap(mark_pixmap(mark, self.palette(), 16, self.devicePixelRatioF()))
        self.meaning.setText(say(figure.meaning))
        palette = self.meaning.palette()
        palette.setColor(palette.ColorRole.WindowText, mark_colour(mark, self.palette()))
        self.meaning.setPalette(palette)
        words = [say(line) for line in figure.lines]
        for label, line in zip(self.lines, words + [""] * _LINES, strict=False):
            label.setText(line)
            label.setVisible(bool(line))
        self.after.setText(say(figure.after) if figure.after else "")
        self.after.setVisible(figure.after is not None)
        self.setToolTip("\n".join((*words, say(_HOW))))
        self.setAccessibleName(f"{say(figure.title)} {say(figure.value)} {say(figure.meaning)}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask how the figure was counted."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask how the figure was counted."""
        if event.key() in _KEYS:
            self._ask()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        if self.figure is not None:
            self.clicked.emit(self.figure.key)
