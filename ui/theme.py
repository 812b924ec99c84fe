"""Light and dark, switched while the window is open: fonts, a palette and a small style sheet."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from planner.assets import asset
from planner.text import Text
from ui.settings import THEME, Settings
from ui.style_sheet import style_sheet

CHOICES: dict[str, Text] = {
    "system": Text("跟随系统", "As the system"),
    "light": Text("浅色", "Light"),
    "dark": Text("深色", "Dark"),
}
FONT_FAMILY = "Noto Sans SC"
_FONT_FILES = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")
_POINTS = 10.0
_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}
_Role, _Group = QPalette.ColorRole, QPalette.ColorGroup
_LIGHT = {
    _Role.Window: "#f3f5f9",
    _Role.WindowText: "#1d2430",
    _Role.Base: "#ffffff",
    _Role.AlternateBase: "#f7f9fc",
    _Role.Text: "#1d2430",
    _Role.Button: "#ffffff",
    _Role.ButtonText: "#1d2430",
    _Role.BrightText: "#ffffff",
    _Role.Highlight: "#1d56ad",
    _Role.HighlightedText: "#ffffff",
    _Role.Accent: "#1d56ad",
    _Role.Link: "#1d56ad",
    _Role.LinkVisited: "#1d56ad",
    _Role.ToolTipBase: "#1d2430",
    _Role.ToolTipText: "#ffffff",
    _Role.PlaceholderText: "#667085",
    _Role.Light: "#ffffff",
    _Role.Midlight: "#e9edf4",
    _Role.Mid: "#d3dae6",
    _Role.Dark: "#98a2b3",
    _Role.Shadow: "#667085",
}
_DARK = {
    _Role.Window: "#1a1e26",
    _Role.WindowText: "#e6eaf1",
    _Role.Base: "#222732",
    _Role.AlternateBase: "#272d39",
    _Role.Text: "#e6eaf1",
    _Role.Button: "#2a303d",
    _Role.ButtonText: "#e6eaf1",
    _Role.BrightText: "#ffffff",
    _Role.Highlight: "#3a6cc0",
    _Role.HighlightedText: "#ffffff",
    _Role.Accent: "#7fb0ff",
    _Role.Link: "#8fb8ff",
    _Role.LinkVisited: "#8fb8ff",
    _Role.ToolTipBase: "#3a4252",
    _Role.ToolTipText: "#e6eaf1",
    _Role.PlaceholderText: "#98a2b3",
    _Role.Light: "#343b4a",
    _Role.Midlight: "#2e3543",
    _Role.Mid: "#3c4454",
    _Role.Dark: "#14181f",
    _Role.Shadow: "#0d1015",
}
_FAINT = {False: "#98a2b3", True: "#667085"}  # words of what cannot be used now


class Theme(QObject):
    """Holds the look in force; everything drawn by hand follows its signal or the palette."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.choice = settings.get(THEME)
        self.is_dark = False
        self.palette = QPalette()
        hints = QApplication.styleHints()
        hints.setColorScheme(_SCHEMES[self.choice])
        hints.colorSchemeChanged.connect(self._follow_system)  # a method: the hints outlive the window
        self._put_on()

    def choose(self, choice: str) -> None:
        """Switch to "light", "dark" or "system" at once, and remember it."""
        self.choice = choice
        self._settings.set(THEME, choice)
        QApplication.styleHints().setColorScheme(_SCHEMES[choice])
        self._put_on()

    def _follow_system(self, _: Qt.ColorScheme) -> None:
        self._put_on()

    def _put_on(self) -> None:
        scheme = QApplication.styleHints().colorScheme()
        wanted = _SCHEMES[self.choice]
        if wanted is Qt.ColorScheme.Unknown:
            wanted = scheme
        self.is_dark = wanted is Qt.ColorScheme.Dark
        self.palette = palette(self.is_dark)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setStyleSheet("")  # exchanged in place, a sheet styles every widget once per ancestor
        QApplication.setPalette(self.palette)
        application.setStyleSheet(style_sheet(self.palette))
        self.changed.emit()


def palette(dark: bool) -> QPalette:
    """Return the colours of a theme."""
    made = QPalette()
    for role, colour in (_DARK if dark else _LIGHT).items():
        made.setColor(role, QColor(colour))
    for role in (_Role.Text, _Role.WindowText, _Role.ButtonText, _Role.HighlightedText):
        made.setColor(_Group.Disabled, role, QColor(_FAINT[dark]))
    made.setColor(_Group.Disabled, _Role.Highlight, QColor("#c3ccda" if not dark else "#3c4454"))
    return made


def register_fonts() -> None:
    """Make the bundled font the program's own, the same on every machine."""
    for name in _FONT_FILES:
        QFontDatabase.addApplicationFont(str(asset("fonts", name)))
    font = QFont(FONT_FAMILY)
    font.setPointSizeF(_POINTS)
    font.setFeature(QFont.Tag("pwid"), 1)  # else “quotes” are as wide as two letters in English words
    QApplication.setFont(font)
