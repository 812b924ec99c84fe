"""The one mutable object of the window: the version in force, what is in view of it, and its way back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from planner.audit.results import Audit
from planner.county.records import MoveStatus
from planner.document import Document
from planner.scenarios.applying import Conflict, same_county
from planner.scenarios.recording import recorded
from planner.scenarios.records import Scenario
from planner.text import Text
from ui.background import Background
from ui.branches import Branches

Edit = Callable[[Document], Document]


class EditCommand(QUndoCommand):
    """One undo step: the whole document before and after it; versions share what did not change."""

    def __init__(self, open_document: OpenDocument, label: Text, after: Document) -> None:
        super().__init__(label.en)
        self._open_document, self._before, self._after = open_document, open_document.base, after

    def redo(self) -> None:
        """Put the later version in force."""
        self._open_document.put_in_force(self._after)

    def undo(self) -> None:
        """Put the earlier version in force."""
        self._open_document.put_in_force(self._before)


class OpenDocument(QObject):
    """What is open. Everybody reads it; only the two ways to apply an edit, undo and redo change it.

    `base` is the version in force, which is what is saved. `document` is what is in view of it: the
    county as it stands, or with the scenario that was gone into.
    """

    changed = Signal()  # what is in view: the version in force, the scenario or the date
    replaced = Signal()  # another document was opened; `changed` follows
    saved_changed = Signal()  # the path, or whether everything is saved
    steps_changed = Signal()  # what undo and redo would do; a step is counted only after `changed`

    def __init__(
        self,
        on: date | None = None,
        parent: QObject | None = None,
        background: Background | None = None,
    ) -> None:
        super().__init__(parent)
        self.base = self.document = Document()
        self.scenario: int | None = None  # the one in view
        self.branches = Branches(background, self)
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
        """The audit of what is in view on the date."""
        if self._audit is None:
            self._audit = self.branches.audit(self.scenario) or self.document.audit(self.on)
            self.branches.keep_audit(self.scenario, self._audit)
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

    def is_as_it_stands(self) -> bool:
        """Return whether no scenario is in view."""
        return self.scenario is None

    @property
    def scenario_in_view(self) -> Scenario | None:
        """The scenario that was gone into; None for the county as it stands."""
        return None if self.scenario is None else self.base.scenarios[self.scenario]

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What of the scenario in view cannot be made."""
        return () if self.scenario is None else self.branches.applied_now(self.scenario).conflicts

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
        """Edit what is in view as one undo step; an InputError of the edit leaves everything as it was.

        Within a scenario what the edit does becomes changes of the scenario, and the county stays.
        """
        scenario = self.scenario
        if scenario is None:
            self.apply_to_base(label, edit)
            return
        before, after = self.branches.applied_now(scenario), edit(self.document)
        if after is not self.document:
            made = recorded(self.base, scenario, before, after, self.on)
            self.branches.expect(made.document, scenario, made.applied)
            self.apply_to_base(label, lambda _: made.document)

    def apply_to_base(self, label: Text, edit: Edit) -> None:
        """Edit the version in force as one undo step, whichever scenario is in view."""
        after = edit(self.base)
        if after is self.base:
            return
        self._labels = [*self._labels[: self.undo_stack.index()], label]
        self.undo_stack.push(EditCommand(self, label, after))

    def put_in_force(self, base: Document) -> None:
        """Show another version; for undo commands."""
        self.previous_audit = self.audit
        self._show(base)

    def go_into(self, scenario: int | None) -> None:
        """Show everything as it is in a scenario; with None as it stands."""
        if scenario != self.scenario:
            self.scenario, self.previous_audit = scenario, None
            self._show(self.base)

    def go_to(self, on: date) -> None:
        """Show everything for another date."""
        if on != self.on:
            self.on = on
            self.previous_audit = None
            self._recount()
            self.changed.emit()

    def open(self, document: Document, path: Path | None, *, saved: bool = True) -> None:
        """Put another document in the place of this one; what was imported is not `saved` yet."""
        self._labels = []  # first: whoever hears that the steps are gone asks for their names
        self.undo_stack.clear()
        self.base = self.document = document
        self.scenario, self.path, self.previous_audit = None, path, None
        if saved:
            self.undo_stack.setClean()
        else:
            self.undo_stack.resetClean()
        self._recount()
        self.replaced.emit()
        self.saved_changed.emit()
        self.changed.emit()

    def mark_saved(self, document: Document, path: Path) -> None:
        """Take note that a version is on disk; later edits stay unsaved."""
        self.path = path
        if document is self.base:
            self.undo_stack.setClean()
        self.saved_changed.emit()

    def _show(self, base: Document) -> None:
        self.base = base
        self.branches.show(base, self.on)
        if self.scenario is not None and self.scenario not in base.scenarios:
            self.scenario = self.previous_audit = None  # it was adopted, removed, or not made yet
        before = self.document
        self.document = base if self.scenario is None else self.branches.applied_now(self.scenario).document
        if not same_county(before, self.document):
            self._recount()
        self.changed.emit()

    def _recount(self) -> None:
        self._audit = self._after = None
        self.branches.show(self.base, self.on)
