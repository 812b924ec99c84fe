"""Marks a page may put on cells: a colour of the theme, never the only sign of what it means."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from PySide6.QtGui import QColor, QPalette


class Hint(StrEnum):
    """What a cell wants to say by its background."""

    GRAVE = "grave"
    WARNING = "warning"
    GOOD = "good"
    NOTE = "note"
    QUIET = "quiet"  # greyed text: computed, past, or not counted


Hinting = Callable[[Any, str], Hint | None]  # of a row and a column key

_LIGHT = {Hint.GRAVE: "#fbdcd9", Hint.WARNING: "#fdeecb", Hint.GOOD: "#dcf1e0", Hint.NOTE: "#dfe9fb"}
_DARK = {Hint.GRAVE: "#5a2b2b", Hint.WARNING: "#544420", Hint.GOOD: "#25452e", Hint.NOTE: "#2b3d5c"}


def is_dark(palette: QPalette) -> bool:
    """Return whether a palette is a dark one."""
    return palette.color(QPalette.ColorRole.Base).lightness() < 128


def background(hint: Hint, palette: QPalette) -> QColor | None:
    """Return the background a hint gives a cell, None for none."""
    shade = (_DARK if is_dark(palette) else _LIGHT).get(hint)
    return QColor(shade) if shade else None


def foreground(hint: Hint, palette: QPalette) -> QColor | None:
    """Return the colour a hint gives the words, None for the usual one."""
    return palette.color(QPalette.ColorRole.PlaceholderText) if hint is Hint.QUIET else None
