"""Ctrl+C: asked for once it gives the best so far, asked for twice it ends the program."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.optimise.running import Stop


def stop_flag() -> Stop:
    """Return what a run asks whether to stop."""
    from planner.optimise.running import Stop

    return Stop()


@contextmanager
def stopped_by_user(stop: Stop) -> Iterator[None]:
    """Let the first Ctrl+C ask for the best plan so far, and the second end the program."""

    def ask(_signal: int, _frame: object) -> None:
        if stop.requested:
            raise KeyboardInterrupt
        stop.request()

    if threading.current_thread() is not threading.main_thread():
        yield  # signals are not ours here
        return
    before = signal.signal(signal.SIGINT, ask)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
