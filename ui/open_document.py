"""The one mutable object of the window: the version in force, its file, its date and its way back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from planner.audit.results import Audit
from planner.county.records import MoveStatus
from planner.document import Document
from planner.text import Text

Edit = Callable[[Document], Document]


class EditCommand(QUndoCommand):
    """One undo step: the whole document before and after it; versions share what did not change."""

    def __init__(self, open_document: OpenDocument, label: Text, after: Document) -> None:
        super().__init__(label.en)
        self._open_document, self._before, self._after = open_document, open_document.document, after

    def redo(self) -> None:
        """Put the later version in force."""
        self._open_document.put_in_force(self._after)

    def undo(self) -> None:
        """Put the earlier version in force."""
        self._open_document.put_in_force(self._before)


class OpenDocument(QObject):
    """What is open. Everybody reads it; only `apply`, undo and redo change the document."""

    changed = Signal()  # the version in force or the date
    replaced = Signal()  # another document was opened; `changed` follows
    saved_changed = Signal()  # the path, or whether everything is saved
    steps_changed = Signal()  # what undo and redo would do; a step is counted only after `changed`

    def __init__(self, on: date | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = Document()
        self.path: Path | None = None
        self.on = on or date.today()
        self.previous_audit: Audit | None = None  # of the version before the last step
        self.undo_stack = QUndoStack(self)
        self.undo_stack.indexChanged.connect(self.steps_changed)
        self.undo_stack.cleanChanged.connect(self.saved_changed)
        self._labels: list[Text] = []
        self._audit: Audit | None = None
        self._after: Audit | None = None

    # reading

    @property
    def audit(self) -> Audit:
        """The audit of the version in force on the date."""
        if self._audit is None:
            self._audit = self.document.audit(self.on)
        return self._audit

    @property
    def audit_after_approved(self) -> Audit:
        """The audit once every approved move is carried out; the same object where none is pending."""
        if self._after is None:
            pending = any(
                move.status is not MoveStatus.PROPOSED and move.effective > self.on
                for move in self.document.county.moves.values()
            )
            self._after = self.document.audit(self.on, "all_approved") if pending else self.audit
        return self._after

    @property
    def is_saved(self) -> bool:
        """Whether the version in force is the one on disk (a new, empty document counts as saved)."""
        return self.undo_stack.isClean()

    @property
    def is_empty(self) -> bool:
        """Whether there is nobody and nothing yet."""
        return not self.document.county.people and not self.document.county.units

    @property
    def undo_label(self) -> Text | None:
        """What the next undo takes back."""
        index = self.undo_stack.index()
        return self._labels[index - 1] if index > 0 else None

    @property
    def redo_label(self) -> Text | None:
        """What the next redo does again."""
        index = self.undo_stack.index()
        return self._labels[index] if index < len(self._labels) else None

    # changing

    def apply(self, label: Text, edit: Edit) -> None:
        """Make an edit as one undo step; an InputError of the edit leaves everything as it was."""
        after = edit(self.document)
        if after is self.document:
            return
        self._labels = [*self._labels[: self.undo_stack.index()], label]
        self.undo_stack.push(EditCommand(self, label, after))

    def put_in_force(self, document: Document) -> None:
        """Show another version; for undo commands."""
        self.previous_audit = self.audit
        self.document = document
        self._recount()

    def go_to(self, on: date) -> None:
        """Show everything for another date."""
        if on != self.on:
            self.on = on
            self.previous_audit = None
            self._recount()

    def open(self, document: Document, path: Path | None, *, saved: bool = True) -> None:
        """Put another document in the place of this one; what was imported is not `saved` yet."""
        self._labels = []  # first: whoever hears that the steps are gone asks for their names
        self.undo_stack.clear()
        self.document, self.path, self.previous_audit = document, path, None
        if saved:
            self.undo_stack.setClean()
        else:
            self.undo_stack.resetClean()
        self._audit = self._after = None
        self.replaced.emit()
        self.saved_changed.emit()
        self.changed.emit()

    def mark_saved(self, document: Document, path: Path) -> None:
        """Take note that a version is on disk; later edits stay unsaved."""
        self.path = path
        if document is self.document:
            self.undo_stack.setClean()
        self.saved_changed.emit()

    def _recount(self) -> None:
        self._audit = self._after = None
        self.changed.emit()
