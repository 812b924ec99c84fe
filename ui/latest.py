"""Background work of which only the newest order counts, such as recounting while boxes are ticked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from ui.background import Background, Failed, Task, Work


class Latest:
    """Carries out one order at a time; an order given meanwhile follows and replaces what was waiting."""

    def __init__(self, background: Background, on_done: Callable[[Any], None], owner: QObject) -> None:
        self._background, self._on_done, self._owner = background, on_done, owner
        self._task: Task | None = None
        self._waiting: Work | None = None

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._task is not None

    def order(self, work: Work) -> None:
        """Ask for something else; only its answer, or that of a later order, will be delivered."""
        if self._task is None:
            self._task = self._background.run(work, self._done, on_failed=self._failed, owner=self._owner)
        else:
            self._waiting = work

    def forget(self) -> None:
        """Drop every answer still to come."""
        if self._task is not None:
            self._task.forget()
        self._task = self._waiting = None

    def _done(self, value: Any) -> None:
        self._task = None
        if not self._follow():
            self._on_done(value)

    def _failed(self, failed: Failed) -> None:
        self._task = None
        if not self._follow():
            self._background.failed.emit(failed)

    def _follow(self) -> bool:
        work, self._waiting = self._waiting, None
        if work is not None:
            self.order(work)
        return work is not None
