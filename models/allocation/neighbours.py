"""Plans as good as a known one that hand one transfer from one home site to another, found without a solver.

They are a quick start for counting kinds of equal plans; what they miss, a search finds afterwards.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import replace

from models.allocation.changes import change_of
from models.allocation.check import check
from models.allocation.kinds import Kind, kind_of
from models.allocation.outcome import Assignment, Outcome
from models.allocation.problem import Problem, Worker
from models.run import Clock

PATIENCE = 100  # kinds refused one after another before the rest is left to a search

Found = tuple[Kind, Outcome]


def neighbours(problem: Problem, outcome: Outcome, clock: Clock) -> Iterator[Found]:
    """Yield equal plans of other kinds, then their own neighbours, until too many in a row are refused."""
    first = kind_of(problem, outcome.assignments)
    tried, refused = {first}, 0
    waiting: deque[Found] = deque([(first, outcome)])
    while waiting:
        kind, plan = waiting.popleft()
        places = {a.worker: a for a in plan.assignments}
        for leaving, coming in _pairs(problem, places):
            if refused == PATIENCE or clock.over:
                return
            near = kind.exchanged(leaving.home, coming.home)
            if near in tried:
                continue
            tried.add(near)
            found = replace(plan, assignments=_exchanged(places, leaving, coming))
            if _is_equal(problem, outcome, found):
                refused = 0
                waiting.append((near, found))
                yield near, found
            else:
                refused += 1


def _is_equal(problem: Problem, outcome: Outcome, other: Outcome) -> bool:
    """Whether a plan is sound and has the same value as an outcome on every level."""
    report = check(problem, other.assignments)
    return report.sound and dict(report.levels) == dict(outcome.values)


def _exchanged(places: dict[int, Assignment], leaving: Worker, coming: Worker) -> tuple[Assignment, ...]:
    """Return the plan with one transferred worker left where they are and another sent instead."""
    there = places[leaving.id]
    changed = {
        leaving.id: Assignment(leaving.id, leaving.current, leaving.post),
        coming.id: Assignment(coming.id, there.site, there.post),
    }
    return tuple((places | changed).values())


def _pairs(problem: Problem, places: dict[int, Assignment]) -> Iterator[tuple[Worker, Worker]]:
    """Yield who is transferred and who could go instead, one pair for each two homes."""
    changes = {w.id: change_of(w, places[w.id].site, places[w.id].post) for w in problem.workers}
    givers: dict[int, Worker] = {}
    staying: dict[int, Worker] = {}
    for worker in problem.workers:
        if changes[worker.id] == "transfer":
            givers.setdefault(worker.home, worker)
        elif changes[worker.id] == "stay" and not worker.held:
            staying.setdefault(worker.home, worker)
    for leaving in givers.values():
        for coming in staying.values():
            if coming.home != leaving.home:
                yield leaving, coming
