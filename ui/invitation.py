"""What stands in the middle of a page where there is nothing to show yet, and how to begin."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.plain_label import PlainLabel

_WIDEST, _HIGHEST = 720, 320
_TITLE_SIZE = 1.8  # of the window's letters


class Invitation(QWidget):
    """A title, a sentence and the ways to begin, `more` of them on a line above the others."""

    def __init__(self, ways: Sequence[QPushButton], more: QWidget | None = None) -> None:
        super().__init__()
        self.title = PlainLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.words = PlainLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.words.setObjectName("quiet")
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * _TITLE_SIZE)
        font.setBold(True)
        self.title.setFont(font)
        self._lay_out(self._frame(ways, more))

    def _frame(self, ways: Sequence[QPushButton], more: QWidget | None) -> QFrame:
        frame = QFrame()
        frame.setObjectName("drop")
        frame.setMaximumSize(_WIDEST, _HIGHEST)
        column = QVBoxLayout(frame)
        column.setContentsMargins(40, 40, 40, 40)
        column.setSpacing(14)
        column.addStretch()
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addSpacing(8)
        if more is not None:
            middle = QHBoxLayout()
            middle.addStretch(1)
            middle.addWidget(more, 100)
            middle.addStretch(1)
            column.addLayout(middle)
        line = QHBoxLayout()
        line.addStretch()
        for way in ways:
            line.addWidget(way)
        line.addStretch()
        column.addLayout(line)
        column.addStretch()
        return frame

    def _lay_out(self, frame: QFrame) -> None:
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(frame, 6)
        middle.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(middle, 6)
        outer.addStretch(3)

    def say(self, title: str, words: str) -> None:
        """Show a title and a sentence."""
        self.title.setText(title)
        self.words.setText(words)
