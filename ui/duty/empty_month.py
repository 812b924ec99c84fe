"""What stands in place of a grid that is not there yet, and how to come by one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from planner.text import Text
from ui.tables.session import LiveLanguage


class EmptyMonth(QWidget):
    """A title, a sentence and the ways to begin."""

    def __init__(self, language: LiveLanguage, ways: Sequence[QPushButton]) -> None:
        super().__init__()
        self._language = language
        self.title = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.words = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.words.setObjectName("quiet")
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        font.setBold(True)
        self.title.setFont(font)
        frame = QFrame()
        frame.setObjectName("drop")
        frame.setMaximumSize(720, 280)
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(40, 32, 40, 32)
        inner.setSpacing(14)
        inner.addStretch()
        inner.addWidget(self.title)
        inner.addWidget(self.words)
        line = QHBoxLayout()
        line.addStretch()
        for way in ways:
            line.addWidget(way)
        line.addStretch()
        inner.addLayout(line)
        inner.addStretch()
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(frame, 6)
        middle.addStretch(1)
        outer.addLayout(middle, 3)
        outer.addStretch(2)

    def say(self, title: Text, words: Text) -> None:
        """Show a title and a sentence."""
        self.title.setText(title.in_language(self._language.current))
        self.words.setText(words.in_language(self._language.current))
