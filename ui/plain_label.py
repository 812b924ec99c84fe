"""Words shown as they are written: a name with angle brackets in it is never read as markup."""

from __future__ import annotations

from html import escape
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QLabel


class PlainLabel(QLabel):
    """A label of plain words, as is what it says on hovering."""

    def __init__(self, *args: Any, **properties: Any) -> None:
        super().__init__(*args, **properties)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def setToolTip(self, words: str) -> None:
        """Say something on hovering."""
        super().setToolTip(plain_tip(words))


def plain_tip(words: str) -> str:
    """Return words for a tool tip, which would read them as markup where they look like it."""
    return escape(words).replace("\n", "<br>") if GuiQt.mightBeRichText(words) else words
