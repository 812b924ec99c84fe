"""What every page does with changes: in view it follows at once, hidden it catches up when it is shown."""

from __future__ import annotations

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget


class FollowingPage(QWidget):
    """A page of the window that shows the open document; a page says in `show_document` what it shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stale = True

    def keep_up_with(self, *changes: SignalInstance) -> None:
        """Show the document again after any of these signals."""
        for change in changes:
            change.connect(self.take_note)

    def take_note(self, *_: object) -> None:
        """Take note that something changed."""
        self._stale = True
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the page was hidden."""
        if self._stale:
            self.refresh()
        super().showEvent(event)

    def refresh(self) -> None:
        """Show the version in force."""
        self._stale = False
        self.show_document()

    def show_document(self) -> None:
        """Put what the version in force says into the widgets; every page has its own way."""
