from __future__ import annotations

import gc

import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.garbage import Garbage


def test_collection_waits_for_the_timer_and_comes_back_with_the_end_of_the_window(qtbot: QtBot) -> None:
    gc.enable()
    window = QObject()
    garbage = Garbage(window)
    assert not gc.isenabled()
    garbage.collect()
    assert not gc.isenabled()
    shiboken6.delete(window)
    assert gc.isenabled()
    gc.disable()


def test_what_has_piled_up_is_collected(qtbot: QtBot) -> None:
    window = QObject()
    garbage = Garbage(window)
    rings: list[list[object]] = []
    for _ in range(30_000):
        ring: list[object] = []
        ring.append(ring)
        rings.append(ring)
    rings.clear()
    assert gc.get_count()[0] > 20_000
    garbage.collect()
    assert gc.get_count()[0] < 20_000
    shiboken6.delete(window)
    gc.disable()
