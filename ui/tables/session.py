"""What a page needs of the window: the open document and the live language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Protocol

from planner.audit.results import Audit
from planner.document import Document
from planner.text import Language, Text

Edit = Callable[[Document], Document]


class OpenDocument(Protocol):
    """The one open document; `apply` is one undo step, and an InputError of the edit is the caller's."""

    changed: Any  # signal: the document or the date changed

    @property
    def document(self) -> Document:
        """The version in force."""
        ...

    @property
    def audit(self) -> Audit:
        """The audit of the version in force on the date."""
        ...

    @property
    def on(self) -> date:
        """The date everything is shown for."""
        ...

    def apply(self, label: Text, edit: Edit) -> None:
        """Make an edit as one undo step."""
        ...


class LiveLanguage(Protocol):
    """The language everything is shown in, switched while the window is open."""

    changed: Any  # signal

    @property
    def current(self) -> Language:
        """The language in force."""
        ...
