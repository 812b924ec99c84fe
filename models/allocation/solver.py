"""Minimise one integer expression over a linear program, exactly (design 4.1).

HiGHS proves grouped models at the root node or soon after, but cannot be interrupted; so it runs on a
thread of its own, within a fixed number of nodes (unlike a clock, a node limit gives the same answer every
time), and a model it leaves open goes on to CP-SAT, which can be stopped.

Large programs are priced first: the relaxation says what a unit of each column costs beyond the lower
bound, and columns too dear for any optimal plan are left out.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TypeVar

from ortools.util.python.solve_interrupter import SolveInterrupter

from models.allocation.linear import Expression, LinearModel, Row
from models.allocation.program import Program, Solved
from models.run import Clock

FIRST_ALLOWANCE = 6.0  # reduced cost up to which columns are tried first
_TOLERANCE = 0.001  # of relaxed costs, far above the rounding of the relaxation and far below 1
PRICED_FROM = 900  # columns; smaller programs are searched whole
ROOT_NODES = 400  # what HiGHS may explore before CP-SAT takes over
_POLL_SECONDS = 0.02

OnBetter = Callable[[int, int | None], None]  # best value, bound
T = TypeVar("T")


def minimise(
    linear: LinearModel,
    objective: Expression,
    clock: Clock,
    hint: list[int] | None = None,
    on_better: OnBetter = lambda _best, _bound: None,
    thorough: bool = True,
) -> Solved:
    """Minimise `objective`; `hint` is a known solution.

    Open means out of time or stopped, or, unless `thorough`, not settled within the first nodes.
    """
    if clock.over:
        return Solved("open", None, None, None)
    if not linear.lower:
        return _constant(linear, objective)
    effort = _Effort(clock, on_better, thorough)
    if len(linear.lower) < PRICED_FROM:
        return _search(linear, objective, effort, hint)
    return _priced(linear, objective, effort)


@dataclass(frozen=True, slots=True)
class _Effort:
    """What a search may spend, and whom it tells."""

    clock: Clock
    on_better: OnBetter
    thorough: bool


def _constant(linear: LinearModel, objective: Expression) -> Solved:
    """Settle a program without columns, which MathOpt would not take."""
    for row in linear.rows:
        if (row.lower is not None and row.lower > 0) or (row.upper is not None and row.upper < 0):
            return Solved("infeasible", None, None, None)
    return Solved("optimal", [], objective.constant, objective.constant)


def _priced(linear: LinearModel, objective: Expression, effort: _Effort) -> Solved:
    """Search without the columns that cost too much to be in an optimal plan.

    A plan that uses a column costs at least the relaxation's bound and the column's reduced cost. So what is
    optimal without the columns dearer than some allowance is optimal, once every better plan, which costs
    at least 1 less, would cost no more than the bound and the allowance.
    """
    clock = effort.clock
    program = Program(linear, objective, clock.limits.seed)
    relaxed = _on_own_thread(lambda: program.relaxation(_seconds(clock)), clock)
    if relaxed is None:
        return _search(linear, objective, effort, None)
    allowance = FIRST_ALLOWANCE
    before: Solved | None = None  # the best without dearer columns
    while True:
        kept = [i for i, cost in enumerate(relaxed.reduced_costs) if cost <= allowance + _TOLERANCE]
        hint = None if before is None else before.values
        solved = _search_among(kept, linear, objective, effort, hint)
        if solved.state == "open":
            found = before if before is not None and solved.values is None else solved
            return replace(found, state="open", bound=math.ceil(relaxed.bound - _TOLERANCE))
        if len(kept) == len(linear.lower):
            return solved
        if solved.value is None:
            allowance *= 4
        elif solved.value - 1 <= relaxed.bound + allowance + _TOLERANCE:
            return solved
        else:
            allowance, before = solved.value - 1 - relaxed.bound, solved


def _search_among(
    kept: list[int],
    linear: LinearModel,
    objective: Expression,
    effort: _Effort,
    hint: list[int] | None,
) -> Solved:
    """Search with all but the kept columns held at 0."""
    place = {column: i for i, column in enumerate(kept)}
    rest = LinearModel(
        [linear.lower[column] for column in kept],
        [linear.upper[column] for column in kept],
        [linear.whole[column] for column in kept],
        [Row({place[c]: a for c, a in r.terms.items() if c in place}, r.lower, r.upper) for r in linear.rows],
    )
    goal = Expression(objective.constant, {place[c]: a for c, a in objective.terms.items() if c in place})
    known = None if hint is None else [hint[column] for column in kept]
    solved = _search(rest, goal, effort, known)
    if solved.values is None:
        return solved
    values = [0] * len(linear.lower)
    for column, value in zip(kept, solved.values, strict=True):
        values[column] = value
    return replace(solved, values=values)


def _search(linear: LinearModel, objective: Expression, effort: _Effort, hint: list[int] | None) -> Solved:
    clock = effort.clock
    program = Program(linear, objective, clock.limits.seed)
    quick = _on_own_thread(lambda: program.by_highs(_seconds(clock), ROOT_NODES), clock)
    if quick is None:
        return Solved("open", None, None, None)
    if quick.state != "open" or clock.over or not effort.thorough:
        return quick
    interrupter = SolveInterrupter()
    with _on_stop(clock, interrupter.interrupt):
        long = program.by_cp_sat(
            _seconds(clock),
            quick.values or hint,
            lambda best: effort.on_better(best, quick.bound),
            interrupter,
        )
    return _better(quick, long)


def _seconds(clock: Clock) -> float:
    return max(clock.left, 0.001)


def _on_own_thread(work: Callable[[], T], clock: Clock) -> T | None:
    """Run work that cannot be interrupted; once stop is requested, leave it to end unheard."""
    executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="allocation")
    future = executor.submit(work)
    executor.shutdown(wait=False)
    while not wait((future,), timeout=_POLL_SECONDS).done:
        if clock.stop.requested:
            return None
    return future.result()


@contextmanager
def _on_stop(clock: Clock, interrupt: Callable[[], None]) -> Iterator[None]:
    """Interrupt what runs in the `with` block within moments of a stop request."""
    ended = threading.Event()

    def watch() -> None:
        while not ended.wait(_POLL_SECONDS):
            if clock.stop.requested:
                interrupt()
                return

    thread = threading.Thread(target=watch, name="allocation-watch")
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _better(before: Solved, after: Solved) -> Solved:
    """Join two searches of the same program: the later one never loses what the first knew."""
    if after.state != "open":
        return after
    bound = max((b for b in (before.bound, after.bound) if b is not None), default=None)
    best = before
    if after.value is not None and (before.value is None or after.value <= before.value):
        best = after
    proven = best.value is not None and bound is not None and bound >= best.value
    return Solved("optimal" if proven else "open", best.values, best.value, bound)
