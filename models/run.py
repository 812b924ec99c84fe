"""How long work runs, how it is stopped and how it tells of its progress; knows no listener."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

Phase = Literal["prepare", "level", "name", "check", "done"]


@dataclass(frozen=True, slots=True)
class Progress:
    """One small event of running work; numbers are None while unknown."""

    phase: Phase
    level: str  # the level being settled; empty outside the phase "level"
    best: int | None
    bound: int | None
    seconds: float  # since the start of the work

    @property
    def gap(self) -> int | None:
        """How far the best value may still be from the optimum; 0 is proven."""
        if self.best is None or self.bound is None:
            return None
        return max(0, self.best - self.bound)


OnProgress = Callable[[Progress], None]


def unheard(_event: Progress) -> None:
    """Take a progress event and tell nobody."""


class Stop:
    """A flag any thread may raise; work looks at it often and ends with its best so far."""

    def __init__(self) -> None:
        """Start lowered."""
        self._event = threading.Event()

    def request(self) -> None:
        """Ask the work to end; asking twice is asking once."""
        self._event.set()

    @property
    def requested(self) -> bool:
        """Whether somebody asked the work to end."""
        return self._event.is_set()

    def wait(self, seconds: float) -> bool:
        """Wait until somebody asks, at most `seconds`; return whether they did."""
        return self._event.wait(seconds)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a run may spend: wall seconds (building included), and the seed of every random choice."""

    seconds: float = 60.0
    seed: int = 0

    def __post_init__(self) -> None:
        """Refuse limits no run could keep."""
        if not self.seconds > 0:
            raise ValueError(f"seconds must be positive, not {self.seconds}")
        if not 0 <= self.seed < 2**31:
            raise ValueError(f"seed must be in 0 .. 2**31 - 1, not {self.seed}")


class Clock:
    """Wall time since the start of a run, against its limits and its stop flag."""

    def __init__(self, limits: Limits, stop: Stop) -> None:
        """Start now."""
        self.limits = limits
        self.stop = stop
        self._start = time.perf_counter()

    @property
    def seconds(self) -> float:
        """Seconds since the start."""
        return time.perf_counter() - self._start

    @property
    def left(self) -> float:
        """Seconds that remain, never negative."""
        return max(0.0, self.limits.seconds - self.seconds)

    def part(self, seconds: float) -> Clock:
        """Return a clock begun and stopped with this one that ends in `seconds` at the latest."""
        part = Clock(
            replace(self.limits, seconds=min(self.limits.seconds, self.seconds + seconds)), self.stop
        )
        part._start = self._start
        return part

    @property
    def over(self) -> bool:
        """Whether the run must end now: out of time, or asked to stop."""
        return self.stop.requested or self.left <= 0.0
