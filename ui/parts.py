"""Moving the keyboard from part to part of the window, out of tables that keep the Tab key for themselves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

_REASON = Qt.FocusReason.ShortcutFocusReason


def go_to_next(parts: Sequence[QWidget]) -> None:
    """Give the keyboard to the visible part after the one that has it, to the first if none has."""
    focused = QApplication.focusWidget()
    seen = [part for part in parts if part.isVisible()]
    here = next((n for n, part in enumerate(seen) if _holds(part, focused)), -1)
    for step in range(1, len(seen) + 1):
        taker = _taker(seen[(here + step) % len(seen)])
        if taker is not None:
            taker.setFocus(_REASON)
            return


def _holds(part: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (part is widget or part.isAncestorOf(widget))


def _taker(part: QWidget) -> QWidget | None:
    """Return the part itself, or the first widget in it that Tab leads to."""
    widget: QWidget | None = part
    while widget is not None:
        tabbed = _holds(part, widget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if tabbed and widget.isEnabled() and widget.isVisible():
            return widget
        widget = widget.nextInFocusChain()
        if widget is part:
            break
    return None
