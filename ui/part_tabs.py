"""The tabs over the parts of a page: each known by its key, with how much stands under it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QTabBar

from planner.text import Text
from ui.language import LanguageSwitch


class PartTabs(QTabBar):
    """Follows the language."""

    def __init__(self, titles: Mapping[str, Text], language: LanguageSwitch) -> None:
        super().__init__()
        self._titles, self._language = titles, language
        self._counts: Mapping[str, int | None] = {}
        self.setObjectName("parts")
        self.setDrawBase(False)
        self.setExpanding(False)
        for key in titles:
            self.setTabData(self.addTab(""), key)
        language.changed.connect(self._write)
        self._write()

    @property
    def chosen(self) -> str:
        """The key of the part in view."""
        return str(self.tabData(self.currentIndex()))

    def choose(self, key: str) -> None:
        """Bring one part into view."""
        self.setCurrentIndex(list(self._titles).index(key))

    def show_counts(self, counts: Mapping[str, int | None]) -> None:
        """Say how much stands under the parts that count."""
        self._counts = counts
        self._write()

    def _write(self) -> None:
        for index, (key, title) in enumerate(self._titles.items()):
            words, n = self._language.words(title), self._counts.get(key)
            self.setTabText(index, words if n is None else f"{words} {n}")
