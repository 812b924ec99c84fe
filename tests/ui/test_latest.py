from __future__ import annotations

import threading
from typing import Any

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.background import Background
from ui.latest import Latest


def _background(qtbot: QtBot) -> tuple[Background, list[Any], QObject, Latest]:
    background, heard, owner = Background(), [], QObject()
    return background, heard, owner, Latest(background, heard.append, owner)


def test_only_the_newest_of_several_orders_is_answered(qtbot: QtBot) -> None:
    background, heard, _owner, latest = _background(qtbot)
    go_on, done = threading.Event(), []

    def slow(*_: object) -> str:
        go_on.wait(10)
        return "first"

    latest.order(slow)
    latest.order(lambda *_: done.append("second"))
    latest.order(lambda *_: "third")
    go_on.set()
    qtbot.waitUntil(lambda: not background.busy)
    assert (heard, done) == (["third"], [])
    assert not latest.busy


def test_what_is_forgotten_is_never_answered(qtbot: QtBot) -> None:
    background, heard, _owner, latest = _background(qtbot)
    latest.order(lambda *_: "first")
    latest.forget()
    latest.order(lambda *_: "second")
    qtbot.waitUntil(lambda: not background.busy)
    assert heard == ["second"]


def test_a_failure_is_told_and_the_next_order_goes_on(qtbot: QtBot) -> None:
    background, heard, _owner, latest = _background(qtbot)

    def broken(*_: object) -> None:
        raise ValueError("broken")

    with qtbot.waitSignal(background.failed):
        latest.order(broken)
    latest.order(lambda *_: "again")
    qtbot.waitUntil(lambda: not background.busy)
    assert heard == ["again"]
