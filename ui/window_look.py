"""How the window looked when it was left: its place, its docks, and the width of the tree."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow, QSplitter

from ui.settings import DOCKS, GEOMETRY, SPLITTER, Settings, as_bytes

_FIRST_SIZE = (1280, 760)


def restore_look(window: QMainWindow, splitter: QSplitter, settings: Settings) -> None:
    """Show a window as it was left, or at a size that fits most screens."""
    window.resize(*_FIRST_SIZE)
    if geometry := settings.get(GEOMETRY):
        window.restoreGeometry(geometry)
    if docks := settings.get(DOCKS):
        window.restoreState(docks)
    if widths := settings.get(SPLITTER):
        splitter.restoreState(widths)


def remember_look(window: QMainWindow, splitter: QSplitter, settings: Settings) -> None:
    """Remember how a window looks, on disk."""
    settings.set(GEOMETRY, as_bytes(window.saveGeometry()))
    settings.set(DOCKS, as_bytes(window.saveState()))
    settings.set(SPLITTER, as_bytes(splitter.saveState()))
    settings.keep()
