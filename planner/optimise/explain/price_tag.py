"""A price tag: what changes if an officer stays, is unpinned, or comes home (design 4.1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from models.allocation.model import solve
from models.allocation.outcome import Level, Outcome
from models.allocation.problem import Problem, Worker
from models.allocation.requirements import HARDSHIP, POST_CHANGES, Unmoved
from models.run import Clock, Limits, Stop
from planner.document import Document
from planner.optimise.asked import Asked
from planner.optimise.explain.levers import LIFTED
from planner.optimise.explain.price_words import sentence_of
from planner.optimise.movable import Bar
from planner.optimise.planning import proposal_of
from planner.optimise.proposal import Proposal, ProposedMove
from planner.optimise.question import Question, pose
from planner.text import Text

_OTHERS = "others"  # people the proposal does not move


@dataclass(frozen=True, slots=True)
class LevelChange:
    """One level of the plan before and after a question."""

    name: str
    before: int
    after: int

    @property
    def by(self) -> int:
        """How much more it is."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class PriceTag:
    """What a question about one officer costs or brings, with as few others moving as can be.

    `replacements` are people who move only now, `rearranged` those who go elsewhere than before, `dropped`
    the moves no longer made. A plan asked for `asked` shows it in full.
    """

    person: int
    changes: tuple[LevelChange, ...]  # only the levels that change, in order
    replacements: tuple[ProposedMove, ...]
    rearranged: tuple[ProposedMove, ...]
    dropped: tuple[ProposedMove, ...]
    proven: bool
    sentence: Text
    asked: Asked

    @property
    def next_best(self) -> ProposedMove | None:
        """The next best candidate: who moves instead; None where nobody can."""
        return next(iter(self.replacements), None)


def price_of_staying(
    proposal: Proposal,
    document: Document,
    person: int,
    limits: Limits | None = None,
    stop: Stop | None = None,
) -> PriceTag:
    """Return what it costs if an officer stays where and what they are."""
    posed = pose(document, proposal.date, proposal.asked)
    return price_in(posed, proposal, person, limits, stop)


def price_in(
    posed: Question, proposal: Proposal, person: int, limits: Limits | None = None, stop: Stop | None = None
) -> PriceTag:
    """Return what it costs if an officer stays, where the proposal's question is posed already."""
    asked = replace(proposal.asked, staying=proposal.asked.staying | {person})
    problem = posed.problem
    workers = tuple(
        replace(w, movable=False, postable=False, held=w.must_return) if w.id == person else w
        for w in problem.workers
    )
    bars = {**posed.movable.bars, person: Bar.STAYING}
    question = replace(
        posed,
        asked=asked,
        movable=replace(posed.movable, bars=bars),
        translation=replace(posed.translation, problem=replace(problem, workers=workers)),
    )
    return _priced("staying", proposal, question, person, limits, stop)


def price_of_pin(
    proposal: Proposal,
    document: Document,
    person: int,
    limits: Limits | None = None,
    stop: Stop | None = None,
) -> PriceTag:
    """Return what it brings if an officer who is pinned, or excluded by the policy, may move."""
    asked = replace(proposal.asked, freed=proposal.asked.freed | {person})
    question = pose(document, proposal.date, asked)
    return _priced("pin", proposal, question, person, limits, stop)


def price_of_kept(
    proposal: Proposal,
    document: Document,
    person: int,
    limits: Limits | None = None,
    stop: Stop | None = None,
) -> PriceTag:
    """Return what it brings if a draw-off kept with approval is ended."""
    asked = replace(proposal.asked, ended=proposal.asked.ended | {person})
    question = pose(document, proposal.date, asked)
    return _priced("kept", proposal, question, person, limits, stop)


def price_of(
    proposal: Proposal,
    document: Document,
    person: int,
    limits: Limits | None = None,
    stop: Stop | None = None,
) -> PriceTag | None:
    """Return the price of the question that fits an officer; None where none does.

    Movers stay, draw-offs kept with approval end, and the pinned or excluded may move.
    """
    bar = proposal.movable.bars.get(person)
    if any(move.person == person for move in proposal.moves):
        return price_of_staying(proposal, document, person, limits, stop)
    if bar is Bar.KEPT:
        return price_of_kept(proposal, document, person, limits, stop)
    if bar in LIFTED:
        return price_of_pin(proposal, document, person, limits, stop)
    return None


def _priced(
    kind: str,
    proposal: Proposal,
    question: Question,
    person: int,
    limits: Limits | None,
    stop: Stop | None,
) -> PriceTag:
    clock, asked = Clock(limits or Limits(), stop or Stop()), question.asked
    outcome = solve(question.problem, clock.limits, stop=clock.stop, caps=asked.caps, through=POST_CHANGES)
    movers = {m.person for m in proposal.moves}
    if not clock.over and not _changed(question.problem, outcome) <= movers:
        outcome = _nearest(question.problem, outcome, movers, clock, asked)
    after = proposal_of(question, outcome)
    return tag_of(kind, proposal, after, person)


def _changed(problem: Problem, outcome: Outcome) -> set[int]:
    """Return whom a plan changes."""
    workers = problem.worker_by_id
    return {a.worker for a in outcome.assignments if (a.site, a.post) != _at_rest(workers[a.worker])}


def _at_rest(worker: Worker) -> tuple[int | None, str]:
    return worker.home if worker.must_return and not worker.held else worker.current, worker.post


def _nearest(problem: Problem, outcome: Outcome, movers: set[int], clock: Clock, asked: Asked) -> Outcome:
    """Return a plan as good as this one that moves the fewest whom the proposal does not."""
    workers = tuple(w if w.id in movers else replace(w, tags=w.tags | {_OTHERS}) for w in problem.workers)
    near = replace(
        problem,
        workers=workers,
        requirements=(*problem.requirements, Unmoved(_OTHERS, _OTHERS)),
        levels=(_OTHERS, *problem.levels),
    )
    caps = {**asked.caps, **{lv.name: lv.value for lv in outcome.levels if lv.name != HARDSHIP}}
    left = Limits(max(clock.left, 0.01), clock.limits.seed)
    found = solve(near, left, stop=clock.stop, caps=caps, through=_OTHERS)
    if not found.assignments:
        return outcome
    bounds = {lv.name: lv.bound for lv in outcome.levels}
    levels = tuple(Level(lv.name, lv.value, bounds.get(lv.name)) for lv in found.levels if lv.name != _OTHERS)
    return replace(found, levels=levels)


def tag_of(kind: str, proposal: Proposal, after: Proposal, person: int) -> PriceTag:
    """Return the difference between two plans as a price tag."""
    old, new = _places(proposal), _places(after)
    changes = tuple(
        LevelChange(lv.name, before, lv.value)
        for lv in after.levels
        if (before := proposal.level(lv.name)) is not None and before != lv.value
    )
    replacements = tuple(m for m in after.moves if m.person not in old and m.person != person)
    rearranged = tuple(
        m for m in after.moves if m.person in old and old[m.person] != new[m.person] and m.person != person
    )
    dropped = tuple(m for m in proposal.moves if m.person not in new and m.person != person)
    settled = {lv.name for lv in after.levels if lv.proven}
    names = {lv.name for lv in after.levels} - {HARDSHIP}
    tag = PriceTag(
        person,
        changes,
        replacements,
        rearranged,
        dropped,
        after.status == "infeasible" or (bool(names) and settled >= names),
        Text("", ""),
        after.asked,
    )
    words = sentence_of(
        kind,
        proposal,
        after,
        person,
        [(c.name, c.before, c.after) for c in changes],
        replacements,
        len(rearranged),
    )
    return replace(tag, sentence=words)


def _places(proposal: Proposal) -> Mapping[int, tuple[int, str]]:
    return {m.person: (m.to_unit, str(m.to_post)) for m in proposal.moves}
