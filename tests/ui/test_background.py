from __future__ import annotations

import threading
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from planner.errors import InputError
from planner.text import Text
from ui.background import Background, Failed, Report
from ui.background import Task as Running


@pytest.fixture
def background(qtbot: QtBot) -> Background:
    return Background()


class Heard:
    """What came back, and whether it came on the GUI thread."""

    def __init__(self) -> None:
        self.values: list[Any] = []
        self.threads: set[bool] = set()

    def __call__(self, value: Any) -> None:
        self.values.append(value)
        self.threads.add(QThread.isMainThread())


def test_a_value_comes_back_on_the_gui_thread_from_work_that_ran_on_another(
    background: Background, qtbot: QtBot
) -> None:
    heard = Heard()
    background.run(lambda _report, _stop: threading.current_thread() is threading.main_thread(), heard)
    assert background.busy
    qtbot.waitUntil(lambda: not background.busy)
    assert heard.values == [False]
    assert heard.threads == {True}


def test_progress_arrives_in_order_and_before_the_value(background: Background, qtbot: QtBot) -> None:
    heard = Heard()

    def work(report: Report, _stop: object) -> str:
        for n in range(3):
            report(n)
        return "done"

    background.run(work, heard, on_progress=heard)
    qtbot.waitUntil(lambda: not background.busy)
    assert heard.values == [0, 1, 2, "done"]


def test_work_asked_to_stop_still_gives_its_best_so_far(background: Background, qtbot: QtBot) -> None:
    heard, started = Heard(), threading.Event()

    def work(_report: Report, stop: Any) -> str:
        started.set()
        while not stop.requested:
            started.wait(0.001)
        return "best so far"

    task = background.run(work, heard)
    started.wait(5)
    task.stop()
    qtbot.waitUntil(lambda: not background.busy)
    assert heard.values == ["best so far"]
    assert not task.running


def test_a_failure_goes_to_who_asked_or_else_to_everybody(background: Background, qtbot: QtBot) -> None:
    heard, everybody = Heard(), Heard()
    background.failed.connect(everybody)

    def refuse(_report: Report, _stop: object) -> None:
        raise InputError(Text("不行。", "No."))

    def stumble(_report: Report, _stop: object) -> None:
        raise ZeroDivisionError

    background.run(refuse, heard, on_failed=heard)
    background.run(stumble, heard)
    qtbot.waitUntil(lambda: not background.busy)
    (refusal,), (fault,) = heard.values, everybody.values
    assert isinstance(refusal, Failed)
    assert isinstance(fault, Failed)
    assert refusal.details == ""
    assert "ZeroDivisionError" in fault.details


def test_nothing_is_delivered_to_an_owner_that_is_gone(background: Background, qtbot: QtBot) -> None:
    heard, owner, go = Heard(), QObject(), threading.Event()
    background.run(lambda _report, _stop: go.wait(5), heard, owner=owner)
    shiboken6.delete(owner)
    go.set()
    qtbot.waitUntil(lambda: not background.busy)
    assert heard.values == []


def test_forgotten_work_says_nothing_more(background: Background, qtbot: QtBot) -> None:
    heard, go = Heard(), threading.Event()
    task = background.run(lambda _report, _stop: go.wait(5), heard)
    task.forget()
    go.set()
    qtbot.waitUntil(lambda: not background.busy)
    assert heard.values == []


def test_being_busy_is_told_once_for_work_that_overlaps(background: Background, qtbot: QtBot) -> None:
    said, go = Heard(), threading.Event()
    background.busy_changed.connect(said)
    for _ in range(2):
        background.run(lambda _report, _stop: go.wait(5), lambda _: None)
    go.set()
    qtbot.waitUntil(lambda: not background.busy)
    assert said.values == [True, False]


def test_leaving_stops_all_work_and_waits_for_it(background: Background) -> None:
    ended = threading.Event()

    def work(_report: Report, stop: Any) -> None:
        while not stop.requested:
            ended.wait(0.001)
        ended.set()

    background.run(work, lambda _: None)
    background.stop_all()
    assert ended.is_set()


def test_nothing_begins_once_the_window_is_left() -> None:
    background, begun = Background(), list[str]()
    background.stop_all()
    task = background.run(lambda *_: begun.append("begun"), lambda _: None)
    assert not task.running
    assert not background.busy
    assert begun == []


def test_work_that_outlives_the_window_ends_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    complaints: list[object] = []
    monkeypatch.setattr(threading, "excepthook", complaints.append)
    background, go = Background(), threading.Event()

    def work(report: Report, _stop: object) -> None:
        go.wait(5)
        report("late")

    task: Running = background.run(work, lambda _: None)
    (thread,) = (t for t in threading.enumerate() if t.daemon and t.name.endswith("(_carry_out)"))
    shiboken6.delete(background)
    go.set()
    thread.join(5)
    assert complaints == []
    assert task.running
