"""Garbage is collected on the GUI thread alone: on another one it could free Qt objects in use, and crash."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 2000  # milliseconds
_YOUNG, _OLD = 20_000, 40  # allocations that make a short collection, short ones that make a whole one


class Garbage(QObject):
    """Switches automatic collection off and collects from a timer; switches it on again when it goes."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._short_ones = 0
        timer = QTimer(self, interval=_EVERY)
        timer.timeout.connect(self.collect)
        timer.start()
        parent.destroyed.connect(gc.enable)

    def collect(self) -> None:
        """Collect what has piled up; mostly the young, seldom everything."""
        if gc.get_count()[0] < _YOUNG:
            return
        self._short_ones += 1
        gc.collect(2 if self._short_ones % _OLD == 0 else 1)

    def freeze(self) -> None:
        """Leave what exists now, libraries above all, out of every later collection."""
        gc.collect()
        gc.freeze()
