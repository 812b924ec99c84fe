"""The window's part in page tests: an open document with undo, and a language that can be switched."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from planner.audit.results import Audit
from planner.document import Document
from planner.text import Language, Text
from tests.planner.building import TODAY


class Session(QObject):
    """A document that is edited and undone, on a date that can be changed."""

    changed = Signal()

    def __init__(self, document: Document, on: date = TODAY) -> None:
        super().__init__()
        self.history: list[Document] = []
        self.labels: list[Text] = []
        self._set(document, on)

    def _set(self, document: Document, on: date) -> None:
        self.document, self.on = document, on
        self.audit: Audit = document.audit(on)
        self.changed.emit()

    def apply(self, label: Text, edit: Callable[[Document], Document]) -> None:
        after = edit(self.document)
        self.history.append(self.document)
        self.labels.append(label)
        self._set(after, self.on)

    def undo(self) -> None:
        self._set(self.history.pop(), self.on)

    def go_to(self, on: date) -> None:
        self._set(self.document, on)


class Switch(QObject):
    """The live language."""

    changed = Signal()

    def __init__(self, current: Language = "zh") -> None:
        super().__init__()
        self.current: Language = current

    def to(self, language: Language) -> None:
        self.current = language
        self.changed.emit()
