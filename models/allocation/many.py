"""Many problems through one executor, here or on a cluster; a lost worker costs a retry, not the run."""

from __future__ import annotations

import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait
from concurrent.futures import ProcessPoolExecutor as Processes
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Generic, TypeVar

from models.allocation.model import UnsoundPlanError, solve
from models.allocation.outcome import Outcome
from models.allocation.problem import Problem
from models.run import Limits, Stop

K = TypeVar("K")
Solved = Outcome | UnsoundPlanError | None
TRIES = 3  # how often a problem is given to a worker before it is called lost
_POLL_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Pool:
    """Where problems are solved: `opened` makes an executor, anew after all its workers were lost.

    `lost` are the exceptions of a future whose worker went away, beside those every executor has.
    """

    opened: Callable[[], Executor]
    at_once: int  # problems under way at the same time
    lost: tuple[type[BaseException], ...] = ()

    @property
    def losses(self) -> tuple[type[BaseException], ...]:
        """Every exception that means a worker went away, and not that its work failed."""
        return (BrokenExecutor, CancelledError, *self.lost)


def processes(workers: int) -> Pool:
    """Return a pool of so many processes here, started afresh on every system alike."""

    def opened() -> Executor:
        return Processes(workers, get_context("spawn"), initializer=_leave_interrupts_to_the_parent)

    return Pool(opened, 2 * workers)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def solve_many(
    problems: Iterable[tuple[K, Problem]], pool: Pool, limits: Limits, stop: Stop | None = None
) -> Iterator[tuple[K, Solved]]:
    """Yield every key with its outcome as they come.

    None stands where `TRIES` workers in a row were lost with it, the fault where the engine withheld its
    plan. `problems` is read only as far as the pool has room. After a stop request nothing more is started
    and nothing more is yielded.
    """
    run = _Run(iter(problems), pool, limits, stop or Stop())
    try:
        yield from run.outcomes()
    finally:
        run.end()


@dataclass(slots=True)
class _Task(Generic[K]):
    key: K
    problem: Problem
    tries: int = 0


class _Run(Generic[K]):
    """One pass over the problems."""

    def __init__(self, problems: Iterator[tuple[K, Problem]], pool: Pool, limits: Limits, stop: Stop) -> None:
        self._problems, self._pool, self._limits, self._stop = problems, pool, limits, stop
        self._executor = pool.opened()
        self._under_way: dict[Future[Outcome], _Task[K]] = {}
        self._again: deque[_Task[K]] = deque()

    def outcomes(self) -> Iterator[tuple[K, Solved]]:
        """Yield outcomes until all problems are settled or somebody asks to stop."""
        while not self._stop.requested:
            self._fill()
            if not self._under_way:
                return
            done, _ = wait(self._under_way, timeout=_POLL_SECONDS, return_when=FIRST_COMPLETED)
            for future in done:
                task = self._under_way.pop(future)
                try:
                    solved: Solved = future.result()
                except UnsoundPlanError as fault:
                    solved = fault
                except self._pool.losses:
                    if task.tries < TRIES:
                        self._again.append(task)
                        continue
                    solved = None
                yield task.key, solved

    def end(self) -> None:
        """Let go of the workers without waiting for what they still do."""
        for future in self._under_way:
            future.cancel()
        self._executor.shutdown(wait=False)

    def _fill(self) -> None:
        while len(self._under_way) < self._pool.at_once:
            task = self._next()
            if task is None:
                return
            task.tries += 1
            self._under_way[self._submitted(task)] = task

    def _next(self) -> _Task[K] | None:
        if self._again:
            return self._again.popleft()
        following = next(self._problems, None)
        return None if following is None else _Task(*following)

    def _submitted(self, task: _Task[K]) -> Future[Outcome]:
        with _interrupts_held():
            try:
                return self._executor.submit(solve, task.problem, self._limits)
            except self._pool.losses:
                self._executor.shutdown(wait=False)
                self._executor = self._pool.opened()
                return self._executor.submit(solve, task.problem, self._limits)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Let processes begun here inherit that Ctrl+C is not theirs, from their first moment on."""
    if threading.current_thread() is not threading.main_thread():
        yield  # signals are not ours to set here
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
