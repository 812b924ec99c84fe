"""The files opened last, listed afresh whenever the menu opens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from planner.text import Text
from ui.language import LanguageSwitch
from ui.settings import Settings

_NONE = Text("(还没有)", "(none yet)")
_CLEAR = Text("清空列表", "Clear the list")


class RecentMenu(QObject):
    """Fills a menu with the recent files that are still there."""

    def __init__(
        self, menu: QMenu, settings: Settings, language: LanguageSwitch, open_path: Callable[[Path], None]
    ) -> None:
        super().__init__(menu)
        self._menu, self._settings, self._language, self._open_path = menu, settings, language, open_path
        menu.aboutToShow.connect(self.fill)
        menu.setToolTipsVisible(True)

    def fill(self) -> None:
        """List the files, newest first, with a digit each to choose it by."""
        self._menu.clear()
        files = self._settings.recent_files()
        for number, path in enumerate(files, 1):
            action = self._menu.addAction(f"&{number % 10}  {path.name.replace('&', '&&')}")
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, p=path: self._open_path(p))
        if not files:
            self._menu.addAction(self._language.words(_NONE)).setEnabled(False)
            return
        self._menu.addSeparator()
        self._menu.addAction(self._language.words(_CLEAR), self._settings.forget_files)
