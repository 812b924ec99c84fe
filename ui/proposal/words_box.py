"""A few lines of words in a fixed height, scrolled where they are longer, so that nothing below moves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea

from ui.plain_label import PlainLabel


class WordsBox(QScrollArea):
    """Shows a sentence in so many lines; it can be selected and copied."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._label = PlainLabel()
        self._label.setWordWrap(True)
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setWidget(self._label)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(lines * self._label.fontMetrics().lineSpacing() + 4)

    def text(self) -> str:
        """Return the words in view."""
        return self._label.text()

    def show_words(self, words: str, *, quiet: bool = False) -> None:
        """Show other words; `quiet` ones are greyed."""
        name = "quiet" if quiet else ""
        if self._label.objectName() != name:
            self._label.setObjectName(name)
            self._label.style().polish(self._label)
        if words != self._label.text():
            self._label.setText(words)
            self.verticalScrollBar().setValue(0)
        self.setToolTip(words)
