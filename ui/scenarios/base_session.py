"""The table of changes speaks of the version in force, whichever scenario is in view."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from planner.audit.results import Audit
from planner.document import Document
from planner.scenarios.applying import Applied
from planner.tables.change_rows import ChangeRow, change_rows
from planner.text import Text
from ui.open_document import Edit, OpenDocument


class BaseSession(QObject):
    """The open document as a table of changes sees it: edits are made in the version in force."""

    changed = Signal()

    def __init__(self, opened: OpenDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self.scenario: int | None = None  # whose changes are shown
        self.with_bases = False
        opened.changed.connect(self.changed)

    @property
    def base(self) -> Document:
        """The version in force."""
        return self._opened.base

    @property
    def applied(self) -> Applied | None:
        """The scenario applied, None while it is being worked out."""
        return None if self.scenario is None else self._opened.branches.of(self.scenario)

    @property
    def document(self) -> Document:
        """Whom and what a change may name: the county with what the scenario itself makes, once at hand."""
        return self.applied.document if self.applied is not None else self._opened.base

    @property
    def audit(self) -> Audit:
        """The audit of what is in view."""
        return self._opened.audit

    @property
    def on(self) -> date:
        """The date everything is shown for."""
        return self._opened.on

    def apply(self, label: Text, edit: Edit) -> None:
        """Edit the version in force as one undo step."""
        self._opened.apply_to_base(label, edit)

    def rows(self, *, with_bases: bool) -> list[ChangeRow]:
        """Return the changes of the scenario shown, with those of its bases if asked for."""
        if self.scenario is None or self.scenario not in self.base.scenarios:
            return []
        return change_rows(self.base, self.scenario, self.applied, with_bases=with_bases)
