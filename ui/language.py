"""The language everything is shown in, switched while the window is open."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from planner.text import Language, Text
from ui.settings import LANGUAGE, Settings

CHOICES: dict[str, Text] = {
    "system": Text("跟随系统", "As the system"),
    "zh": Text("中文", "中文 (Chinese)"),
    "en": Text("English(英文)", "English"),
}


def system_language() -> Language:
    """Return Chinese where the system is Chinese, else English."""
    return "zh" if QLocale.system().language() == QLocale.Language.Chinese else "en"


class LanguageSwitch(QObject):
    """Holds the language in force and tells everybody when it changes."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._qt_words = QTranslator(self)
        self.choice = settings.get(LANGUAGE)
        self.current: Language = self._wanted()
        self._translate_qt()

    def _wanted(self) -> Language:
        if self.choice == "system":
            return system_language()
        return "zh" if self.choice == "zh" else "en"

    def choose(self, choice: str) -> None:
        """Switch to "zh", "en" or "system" at once, and remember it."""
        self.choice = choice
        self._settings.set(LANGUAGE, choice)
        if self._wanted() != self.current:
            self.current = self._wanted()
            self._translate_qt()
            self.changed.emit()

    def words(self, text: Text) -> str:
        """Return a text in the language in force."""
        return text.in_language(self.current)

    def _translate_qt(self) -> None:
        """Let Qt's own buttons and menus speak the language, and dates and numbers follow it."""
        chinese = self.current == "zh"
        QLocale.setDefault(QLocale("zh_CN") if chinese else QLocale("en_GB"))
        if QApplication.instance() is None:
            return
        QApplication.removeTranslator(self._qt_words)
        if chinese:
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if self._qt_words.load("qtbase_zh_CN", folder):
                QApplication.installTranslator(self._qt_words)
