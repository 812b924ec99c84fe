"""Plans as good as the one proposed: how many kinds there are, how they differ, whom they make older."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from models.allocation.alternatives import alternatives as other_plans
from models.allocation.outcome import Assignment, Outcome
from models.run import Limits, OnProgress, Progress, Stop, unheard
from planner.county.records import MoveKind
from planner.document import Document
from planner.optimise.ages import StationAge, aging, station_ages
from planner.optimise.planning import proposal_of
from planner.optimise.proposal import Proposal, ProposedMove
from planner.optimise.question import Question, pose
from planner.text import Text, joined

MOST = 5
_EXACTLY = Text("同等方案还有 {n} 种。", "{n} more kinds of equal plans.")
_AT_LEAST = Text(
    "同等方案至少还有 {n} 种(未数完)。", "At least {n} more kinds of equal plans; not all are counted."
)
_OTHER_PEOPLE = Text(
    "调出、调入的单位和人数没有别的同等安排;同样的单位换人的方案列出 {n} 个。",
    "No other units could give and take at equal cost; plans with other people listed: {n}.",
)
_NONE = Text(
    "没有同等的其他方案:调出、调入的单位和人数只有这一种最省。",
    "There is no other kind of equal plan: only these units giving and taking are the least.",
)
_NOT_COUNTED = Text(
    "尚未数完,还没有找到同等的其他方案。", "No other equal plan was found before the count ended."
)
_UNPROVEN = Text(
    "当前方案尚未证明最优,不列同等方案;请加长求解时限后重新提出。",
    "The plan is not proven optimal, so no equal plans are listed; propose again with more time.",
)
_NO_MOVES = Text("无需调整,没有可比较的方案。", "Nothing needs to change, so there is nothing to compare.")
_FIRST = Text("当前方案", "the plan in view")
_SAME_UNITS = Text("单位相同,换 {n} 人", "the same units, {n} other people")
_MORE_GIVEN = Text("{unit}多出 {n} 人", "{n} more from {unit}")
_FEWER_GIVEN = Text("{unit}少出 {n} 人", "{n} fewer from {unit}")
_MORE_TAKEN = Text("{unit}多进 {n} 人", "{n} more to {unit}")
_FEWER_TAKEN = Text("{unit}少进 {n} 人", "{n} fewer to {unit}")
_BOTH = Text("{gives};{takes}", "{gives}; {takes}")


@dataclass(frozen=True, slots=True)
class Alternative:
    """One of several equal plans, with what sets it apart from the first."""

    proposal: Proposal
    difference: Text
    differing: int  # moves the first plan does not have
    ages: tuple[StationAge, ...]
    aging: Text | None  # which stations it makes clearly older


@dataclass(frozen=True, slots=True)
class Alternatives:
    """Equal plans, the given one first, and how many other kinds there are; `words` say so."""

    plans: tuple[Alternative, ...]
    others: int
    exact: bool
    words: Text


def alternatives(
    proposal: Proposal,
    document: Document,
    limits: Limits | None = None,
    on_progress: OnProgress = unheard,
    stop: Stop | None = None,
) -> Alternatives:
    """Return up to five plans equal to a proven one on every level; each has passed check and recount.

    The kinds counted are who gives and who takes how many by transfer. Progress tells the kinds known.
    """
    if proposal.status != "optimal" or not proposal.moves:
        words = _UNPROVEN if proposal.status != "optimal" else _NO_MOVES
        return Alternatives((_alternative(proposal, proposal),), 0, proposal.status == "optimal", words)
    begun = time.perf_counter()
    question = pose(document, proposal.date, proposal.asked)

    def tell(known: int) -> None:
        on_progress(Progress("level", "alternatives", known, None, time.perf_counter() - begun))

    outcome = _outcome_of(proposal, question)
    found = other_plans(question.problem, outcome, MOST, limits, tell, stop)
    plans = [proposal, *(proposal_of(question, other) for other in found.outcomes[1:])]
    return Alternatives(
        tuple(_alternative(plan, proposal) for plan in plans),
        found.others,
        found.exact,
        _words(found.others, found.exact, len(plans) - 1),
    )


def _words(others: int, exact: bool, listed: int) -> Text:
    if others:
        return (_EXACTLY if exact else _AT_LEAST).format(n=others)
    if listed:
        return _OTHER_PEOPLE.format(n=listed)
    return _NONE if exact else _NOT_COUNTED


def _outcome_of(proposal: Proposal, question: Question) -> Outcome:
    """Return the engine's outcome a proposal was made of."""
    moves = {move.person: move for move in proposal.moves}
    problem = question.problem
    assignments = []
    for worker in sorted(problem.workers, key=lambda w: w.id):
        move = moves.get(worker.id)
        if move is None:
            assignments.append(Assignment(worker.id, worker.current, worker.post))
            continue
        kept = move.kind is not MoveKind.TRANSFER and move.to_post is question.state.placed[worker.id].post
        assignments.append(Assignment(worker.id, move.to_unit, worker.post if kept else str(move.to_post)))
    levels = tuple(level for level in proposal.levels if level.name in problem.all_levels)
    return Outcome(proposal.status, levels, tuple(assignments), (), proposal.seconds)


def _alternative(plan: Proposal, first: Proposal) -> Alternative:
    ages = station_ages(plan.before.state, plan.after.state)
    differing = len(_places(plan) - _places(first))
    return Alternative(plan, _difference(plan, first, differing), differing, ages, aging(ages))


def _places(plan: Proposal) -> set[tuple[int, MoveKind, int, str]]:
    return {(m.person, m.kind, m.to_unit, str(m.to_post)) for m in plan.moves}


def _difference(plan: Proposal, first: Proposal, differing: int) -> Text:
    if plan is first:
        return _FIRST
    gives = _compared(plan, _gives(plan) - _gives(first), _MORE_GIVEN)
    gives += _compared(plan, _gives(first) - _gives(plan), _FEWER_GIVEN)
    takes = _compared(plan, _takes(plan) - _takes(first), _MORE_TAKEN)
    takes += _compared(plan, _takes(first) - _takes(plan), _FEWER_TAKEN)
    if gives and takes:
        return _BOTH.format(gives=joined(gives), takes=joined(takes))
    return joined(gives or takes) if gives or takes else _SAME_UNITS.format(n=differing)


def _compared(plan: Proposal, counts: Counter[int | None], words: Text) -> list[Text]:
    """Word a difference of counts, in the county's order."""
    state = plan.before.state
    return [
        words.format(unit=state.unit_name(unit), n=counts[unit])
        for unit in state.county.units
        if counts[unit]
    ]


def _gives(plan: Proposal) -> Counter[int | None]:
    return Counter(plan.before.state.placed[move.person].home for move in _transfers(plan))


def _takes(plan: Proposal) -> Counter[int | None]:
    return Counter(move.to_unit for move in _transfers(plan))


def _transfers(plan: Proposal) -> Iterator[ProposedMove]:
    return (move for move in plan.moves if move.kind is MoveKind.TRANSFER)
