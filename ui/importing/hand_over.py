"""The way of a spreadsheet into the open document: its import page stands in place of the pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from planner.document import Document
from planner.text import Text
from ui.shell import Shell

if TYPE_CHECKING:
    from ui.importing.import_page import ImportPage

_IMPORTED_AGAIN = Text("再次导入花名册", "Import the roster again")
_ISSUES = Text("已导入;另有 {n} 条导入提示。", "Imported, with {n} remarks on the file.")


class ImportHandOver(QObject):
    """Shows the import page over the first of some views, and takes what is confirmed on it."""

    began = Signal()
    ended = Signal()  # imported or left
    said = Signal(object)  # Text for the status bar, None for nothing to say

    def __init__(
        self, shell: Shell, views: QStackedWidget, when_settled: Callable[[Callable[[], None]], None]
    ) -> None:
        super().__init__(views)
        self._shell, self._views, self._when_settled = shell, views, when_settled
        self.page: ImportPage | None = None

    @property
    def running(self) -> bool:
        """Whether a file is being confirmed."""
        return self.page is not None and self._views.currentWidget() is self.page

    def begin(self, path: Path, updates: bool) -> None:
        """Show what is read of a spreadsheet, until it is imported or left."""
        page = self._made_page()
        self._shell.messages.close_message()
        self._views.setCurrentWidget(page)
        self.began.emit()
        page.start(path, updates and not self._shell.open_document.is_empty)

    def _made_page(self) -> ImportPage:
        if self.page is None:
            from ui.importing.import_page import ImportPage

            self.page = ImportPage(self._shell)
            self.page.imported.connect(self._take)
            self.page.cancelled.connect(self._end)
            self._views.addWidget(self.page)
        return self.page

    def _take(self, document: Document, issues: tuple[object, ...]) -> None:
        assert self.page is not None
        if self.page.updates:
            self._shell.open_document.apply(_IMPORTED_AGAIN, lambda _: document)
            self._end()
            return

        def open_it() -> None:
            self._shell.open_document.open(document, None, saved=False)
            self._end()
            self._shell.navigation.show_page("overview")
            self.said.emit(_ISSUES.format(n=len(issues)) if issues else None)

        self._when_settled(open_it)

    def _end(self) -> None:
        self._views.setCurrentIndex(0)
        self.ended.emit()
        self._shell.navigation.setFocus()
