"""The best plan of another question, of equal ones one that is near to a proposal (design 4.1).

What is as good is told by the engine's own check, which needs no solver.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from itertools import islice

from models.allocation.changes import change_of, changes_post
from models.allocation.check import check
from models.allocation.model import solve
from models.allocation.outcome import Assignment, Level, Outcome
from models.allocation.problem import Problem, Worker
from models.allocation.requirements import CHANGE_LEVELS, Unmoved
from models.run import Clock, Limits, Stop
from planner.optimise.planning import proposal_of
from planner.optimise.proposal import Proposal
from planner.optimise.question import Question

_OTHERS = "others"  # people the proposal does not move
_LEAST_SECONDS = 0.01
PATIENCE = 40  # plans refused one after another before no nearer one is looked for
Place = tuple[int | None, str]  # site, post


def nearest_plan(
    question: Question,
    proposal: Proposal,
    person: int,
    limits: Limits | None = None,
    stop: Stop | None = None,
) -> tuple[Proposal, bool]:
    """Return the best plan of a question about one person, and whether it is settled how near it can be.

    Of equal plans it is the proposal itself but for the person, or that with one other in their place, or
    else one that moves as few as can be whom the proposal does not.
    """
    clock = Clock(limits or Limits(), stop or Stop())
    problem = question.problem
    outcome = solve(problem, clock.limits, stop=clock.stop, caps=question.asked.caps)
    if outcome.status == "infeasible" or not problem.workers:
        return proposal_of(question, outcome), True
    before = _Before(question, proposal, person)
    near = before.but_for_the_person(outcome) or before.with_one_other(outcome, clock)
    if near is not None or not outcome.assignments:
        return proposal_of(question, near or outcome), True
    settled = True
    if not _changed(problem, outcome) <= before.movers:
        outcome, settled = _with_fewest(question, outcome, before.movers, clock)
    return proposal_of(question, before.regained(outcome, clock)), settled


class _Before:
    """Where everybody is by the proposal, as far as the question still has them change."""

    def __init__(self, question: Question, proposal: Proposal, person: int) -> None:
        self._problem, self._person, self._caps = question.problem, person, question.asked.caps
        self._home = question.state.placed[person].home
        moves = {m.person: m for m in proposal.moves}
        self.movers = frozenset(moves)
        self._places: dict[int, Place] = {}
        self._part: Place | None = None  # what the person did
        for worker in sorted(question.problem.workers, key=lambda w: w.id):
            place = worker.current, worker.post
            if (move := moves.get(worker.id)) is not None:
                same_post = move.to_post is question.state.placed[worker.id].post
                place = move.to_unit, worker.post if same_post else str(move.to_post)
            self._places[worker.id] = place
        if person in moves:
            move = moves[person]
            self._part = self._places.get(person, (move.to_unit, str(move.to_post)))
        if person in self._places:
            self._places[person] = _at_rest(question.problem.worker_by_id[person])

    def but_for_the_person(self, outcome: Outcome) -> Outcome | None:
        """Return the plan in which the person alone does otherwise, None where it is not as good.

        Where time was up it may well be better than what was found by then.
        """
        return self._as_good(self._places, outcome)

    def with_one_other(self, outcome: Outcome, clock: Clock) -> Outcome | None:
        """Return the plan in which somebody takes the person's part, None where nobody is found who can."""
        if self._part is None or not outcome.assignments:
            return None
        for worker in islice(self._others(outcome, self._part), PATIENCE):
            if clock.over:
                return None
            found = self._as_good({**self._places, worker.id: self._part}, outcome)
            if found is not None:
                return found
        return None

    def _others(self, outcome: Outcome, part: Place) -> Iterator[Worker]:
        """Yield whom the proposal leaves and whose change costs what is missing, those of the unit first."""
        workers = self._problem.worker_by_id
        left = check(self._problem, _listed(self._places)).levels
        missing = tuple(outcome.values[level] - left[level] for level in CHANGE_LEVELS)
        home = self._home
        seen: set[Worker] = set()
        for worker in sorted(workers.values(), key=lambda w: (w.home != home, w.id)):
            like = replace(worker, id=0)
            if worker.id in self.movers or worker.id == self._person or worker.must_return or like in seen:
                continue
            if self._cost(worker, *part) == missing:
                seen.add(like)
                yield worker

    def _cost(self, worker: Worker, site: int | None, post: str) -> tuple[int, int, int]:
        """Return what a worker's change adds to the levels of changes; nothing where they may not make it."""
        if change_of(worker, site, post) == "transfer" and worker.movable and site is not None:
            return 1, 0, worker.transfer_cost + self._problem.travel.get((worker.home, site), 0)
        if changes_post(worker, site, post) and worker.postable:
            return 0, 1, worker.change_cost
        return 0, 0, 0

    def regained(self, outcome: Outcome, clock: Clock) -> Outcome:
        """Return a plan as good in which more people do as they did, by exchanging the parts of two."""
        tried = 0
        for worker in self._problem.workers:
            places = {a.worker: (a.site, a.post) for a in outcome.assignments}
            wanted = self._places[worker.id]
            if worker.id not in self.movers or places[worker.id] == wanted:
                continue
            for other, place in places.items():
                if place != wanted or self._places[other] == place or tried == PATIENCE or clock.over:
                    continue
                tried += 1
                found = self._as_good(self._exchanged(worker, other, places), outcome)
                if found is not None:
                    outcome, tried = found, 0
                    break
        return outcome

    def _exchanged(self, worker: Worker, other: int, places: Mapping[int, Place]) -> dict[int, Place]:
        part = places[worker.id]
        if part == _at_rest(worker):
            part = _at_rest(self._problem.worker_by_id[other])
        return {**places, worker.id: places[other], other: part}

    def _as_good(self, places: Mapping[int, Place], outcome: Outcome) -> Outcome | None:
        """Return a plan if it keeps all that is hard and is, level by level, no worse than the outcome."""
        assignments = _listed(places)
        report = check(self._problem, assignments)
        over = any(report.levels.get(level, 0) > most for level, most in self._caps.items())
        worse = outcome.levels and tuple(report.levels.values()) > tuple(outcome.values.values())
        if not report.sound or over or worse:
            return None
        bounds = {level.name: level.bound for level in outcome.levels}
        levels = tuple(Level(name, value, bounds.get(name)) for name, value in report.levels.items())
        return replace(outcome, levels=levels, assignments=assignments)


def _listed(places: Mapping[int, Place]) -> tuple[Assignment, ...]:
    return tuple(Assignment(worker, *place) for worker, place in sorted(places.items()))


def _changed(problem: Problem, outcome: Outcome) -> set[int]:
    """Return whom a plan changes."""
    workers = problem.worker_by_id
    return {a.worker for a in outcome.assignments if (a.site, a.post) != _at_rest(workers[a.worker])}


def _at_rest(worker: Worker) -> Place:
    return worker.home if worker.must_return and not worker.held else worker.current, worker.post


def _with_fewest(
    question: Question, outcome: Outcome, movers: Collection[int], clock: Clock
) -> tuple[Outcome, bool]:
    """Return a plan as good at every level that moves the fewest others, and whether that is proven."""
    if clock.over:
        return outcome, False
    problem = question.problem
    workers = tuple(w if w.id in movers else replace(w, tags=w.tags | {_OTHERS}) for w in problem.workers)
    near = replace(
        problem,
        workers=workers,
        requirements=(*problem.requirements, Unmoved(_OTHERS, _OTHERS)),
        levels=(_OTHERS, *problem.levels),
    )
    left = replace(clock.limits, seconds=max(clock.left, _LEAST_SECONDS))
    caps = {**question.asked.caps, **outcome.values}
    found = solve(near, left, stop=clock.stop, caps=caps, through=_OTHERS)
    if not found.assignments:
        return outcome, False
    values = found.values
    levels = tuple(Level(lv.name, values[lv.name], lv.bound) for lv in outcome.levels)
    return replace(outcome, levels=levels, assignments=found.assignments), found.levels[0].proven
