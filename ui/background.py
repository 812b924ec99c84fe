"""The one door to threads: a pure function goes in, its result comes back as a value on the GUI thread."""

from __future__ import annotations

import sys
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from planner.errors import InputError
from planner.optimise.running import Stop

Report = Callable[[object], None]  # takes one small progress event, from any thread
Work = Callable[[Report, Stop], Any]  # pure: gets only immutable things, touches no widget
_TURN = 0.0005  # seconds: work lets the window's thread have its turn ten times as soon as usual
_PATIENCE = 3.0  # seconds that leaving the program waits for work that was asked to stop


@dataclass(frozen=True, slots=True)
class Done:
    """The work ended with a value."""

    value: Any


@dataclass(frozen=True, slots=True)
class Failed:
    """The work ended with an error; `details` is its traceback, empty where a sentence says it all."""

    error: Exception
    details: str = ""


Outcome = Done | Failed


class Task:
    """One piece of running work: it can be asked to stop, and says whether it still runs."""

    def __init__(
        self,
        on_done: Callable[[Any], None],
        on_failed: Callable[[Failed], None] | None,
        on_progress: Callable[[Any], None] | None,
        owner: QObject | None,
    ) -> None:
        self.on_done, self.on_failed, self.on_progress = on_done, on_failed, on_progress
        self.owner = owner
        self.stop_flag = Stop()
        self.running = True
        self.wanted = True

    def stop(self) -> None:
        """Ask the work to end soon with its best so far."""
        self.stop_flag.request()

    def forget(self) -> None:
        """Ask the work to end, and drop whatever it still says."""
        self.wanted = False
        self.stop_flag.request()

    @property
    def heard(self) -> bool:
        """Whether anybody still wants to know."""
        return self.wanted and (self.owner is None or shiboken6.isValid(self.owner))


class Background(QObject):
    """Runs work on threads of its own and delivers on the thread it was made on."""

    failed = Signal(object)  # Failed, of work that named nobody to tell
    busy_changed = Signal(bool)
    _arrived = Signal(object, object)  # Task, an event or an Outcome

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(_TURN)
        self._threads: dict[Task, threading.Thread] = {}
        self._over = False  # `stop_all` was called: the window is being left
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether any work still runs."""
        return bool(self._threads)

    def run(
        self,
        work: Work,
        on_done: Callable[[Any], None],
        *,
        on_failed: Callable[[Failed], None] | None = None,
        on_progress: Callable[[Any], None] | None = None,
        owner: QObject | None = None,
    ) -> Task:
        """Start `work(report, stop)` and return its task.

        `on_done` gets its value; an exception goes to `on_failed`, or else to the signal `failed`.
        Nothing is delivered once `owner` is deleted, and nothing begins after `stop_all`.
        """
        task = Task(on_done, on_failed, on_progress, owner)
        if self._over:
            task.running = False
            return task
        thread = threading.Thread(target=self._carry_out, args=(task, work), daemon=True)
        self._threads[task] = thread
        if len(self._threads) == 1:
            self.busy_changed.emit(True)
        thread.start()
        return task

    def _carry_out(self, task: Task, work: Work) -> None:
        try:
            outcome: Outcome = Done(work(lambda event: self._send(task, event), task.stop_flag))
        except InputError as fault:
            outcome = Failed(fault)
        except Exception as fault:  # noqa: BLE001 - an error of the program is a value too, shown to be reported
            outcome = Failed(fault, traceback.format_exc())
        self._send(task, outcome)

    def _send(self, task: Task, what: object) -> None:
        # Work that outlived the patience of `stop_all` ends after the window: then nobody is left to hear it.
        if not self._over:
            with suppress(RuntimeError):
                self._arrived.emit(task, what)

    @Slot(object, object)
    def _deliver(self, task: Task, what: object) -> None:
        ended = isinstance(what, (Done, Failed))
        if ended:
            task.running = False
            self._threads.pop(task, None)
            if not self._threads:
                self.busy_changed.emit(False)
        if not task.heard:
            return
        if isinstance(what, Done):
            task.on_done(what.value)
        elif isinstance(what, Failed):
            (task.on_failed or self.failed.emit)(what)
        elif task.on_progress is not None and task.running:
            task.on_progress(what)

    def stop_all(self) -> None:
        """Ask all work to end for good, drop what it would say, and wait a moment for it."""
        self._over = True
        running = dict(self._threads)
        for task in running:
            task.forget()
        until = time.monotonic() + _PATIENCE
        for thread in running.values():
            thread.join(max(0.0, until - time.monotonic()))
