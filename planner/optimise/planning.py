"""The planner's one question to the engine: the least that must change so that the county complies."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from models.allocation.bounds import Relaxed
from models.allocation.changes import change_of
from models.allocation.model import solve
from models.allocation.outcome import Level, Outcome
from models.allocation.problem import Problem
from models.run import Limits, OnProgress, Progress, Stop, unheard
from planner.county.records import MoveKind, Post
from planner.county.state import Standing, State
from planner.document import Document
from planner.optimise.asked import AS_IT_STANDS, Asked
from planner.optimise.doubts import doubts, kin_left
from planner.optimise.explain.infeasible import why_infeasible
from planner.optimise.proposal import Proposal, ProposedMove
from planner.optimise.question import Question, once_outside_returns, pose
from planner.optimise.reasons import with_reasons
from planner.optimise.recount import after_moves, verify
from planner.optimise.translate import is_due, level_name, planned_rules
from planner.text import Text

__all__ = ["Limits", "Progress", "Stop", "plan"]

_LEAST_SECONDS = 0.5
_NOTES = {
    "Maximum": Text(
        "{unit}已超过最高 {required} 人,按不超过现有 {became} 人处理。",
        "{unit} is above its maximum of {required} already; the plan keeps it at {became} or below.",
    ),
    "PostMinimum": Text(
        "{unit}的{post}现有 {became} 人,不足 {required} 人,按不少于现状处理。",
        "{unit} has {became} in the {post}, fewer than {required} already; the plan takes none away.",
    ),
    "Kept": Text(
        "{unit}现有 {became} 人,不足最低保留 {required} 人,按不少于现状处理。",
        "{unit} has {became} officers, fewer than the {required} to keep; the plan takes none away.",
    ),
    "TagMinimum": Text(
        "{unit}现有女民警 {became} 人,不足 {required} 人,按不少于现状处理。",
        "{unit} has {became} women officers, fewer than {required} already; the plan takes none away.",
    ),
}
_TEAMS = {Post.COMMAND_ROOM: Text("综合指挥室", "command room"), Post.CASE: Text("案件办理队", "case team")}


def plan(
    document: Document,
    on: date,
    limits: Limits | None = None,
    on_progress: OnProgress = unheard,
    stop: Stop | None = None,
    both: bool = True,
    asked: Asked = AS_IT_STANDS,
) -> Proposal:
    """Return the proven least change on a date, counted from the county with all approved moves carried out.

    With `both`, and where officers are drawn off to outside the bureau, the second result stands in
    `once_outside_returned`. The answer has passed the engine's check and a recount by the audit;
    PlanError or the engine's fault is raised where it does not, which is an error of the program.
    """
    limits, stop = limits or Limits(), stop or Stop()
    begun = time.perf_counter()
    question = pose(document, on, asked)
    building = time.perf_counter() - begun

    def left() -> Limits:
        return replace(limits, seconds=max(_LEAST_SECONDS, limits.seconds - (time.perf_counter() - begun)))

    outcome = solve(question.problem, limits, on_progress, stop, asked.caps)
    proposal = proposal_of(question, outcome, building, left(), stop)
    if not both or not proposal.to_negotiate or proposal.status in ("infeasible", "stopped"):
        return proposal
    second = once_outside_returns(question)
    outcome = solve(second.problem, left(), on_progress, stop, asked.caps)
    return replace(proposal, once_outside_returned=proposal_of(second, outcome, 0.0, left(), stop))


def proposal_of(
    question: Question,
    outcome: Outcome,
    building: float = 0.0,
    limits: Limits | None = None,
    stop: Stop | None = None,
) -> Proposal:
    """Return an outcome as a proposal, carried out on paper and recounted; PlanError where it does not hold.

    `building` is what building the problem took, in seconds, beside the outcome's own; `limits` and `stop`
    are for the explanation where there is no plan.
    """
    before = question.state
    moves = tuple(_moves(question, outcome))
    after = after_moves(before, moves)
    if outcome.assignments:
        caps = question.asked.caps
        verify(before, after, moves, outcome.values, question.movable, question.outside, caps)
    infeasible = outcome.status == "infeasible"
    relaxed = (_note(relaxed, before) for relaxed in outcome.relaxed)
    return Proposal(
        date=before.date,
        status=outcome.status,
        proven=outcome.proven,
        seconds=building + outcome.seconds,
        levels=_levels(before, outcome),
        moves=with_reasons(moves, question.before, after),
        to_negotiate=() if question.outside else _to_negotiate(before),
        movable=question.movable,
        before=question.before,
        after=after,
        policy=question.policy,
        explanation=why_infeasible(question, limits, stop) if infeasible else None,
        notes=(*doubts(before, question.movable), *relaxed, *kin_left(after)),
        asked=question.asked,
    )


def _levels(before: State, outcome: Outcome) -> tuple[Level, ...]:
    """Return the engine's levels, with those of hard rules, which are met, in their place."""
    if not outcome.levels:
        return ()
    known = {level.name: level for level in outcome.levels}
    rules = [level_name(rule) for rule in planned_rules(before)]
    rest = [level for level in outcome.levels if level.name not in rules]
    return (*(known.get(name) or Level(name, 0, 0) for name in rules), *rest)


def _to_negotiate(before: State) -> tuple[int, ...]:
    return tuple(
        p.person.id
        for p in before.placed.values()
        if p.standing is Standing.SECONDED_OUTSIDE and is_due(p, before, outside=True)
    )


def _moves(question: Question, outcome: Outcome) -> Iterator[ProposedMove]:
    """Yield the changes of a plan in roster order: each officer in at most one move."""
    translation = question.translation
    assigned = {a.worker: (a.site, a.post) for a in outcome.assignments}
    if not assigned and translation.problem.workers:
        return
    for id_, placed in question.state.placed.items():
        kind, unit, post = MoveKind.RETURN, placed.home, placed.post
        if id_ in assigned:
            site, tag = assigned[id_]
            change = _change(translation.problem, id_, site, tag)
            if change is None and id_ not in translation.returned_apart:
                continue
            kind, unit = change or kind, site
            post = placed.post if tag == translation.problem.worker_by_id[id_].post else Post(tag)
            if kind is MoveKind.POST_CHANGE and id_ in translation.returned_apart:
                kind = MoveKind.RETURN
        elif id_ not in translation.returned_apart:
            continue
        assert unit is not None
        yield ProposedMove(id_, kind, placed.working, placed.post, unit, post, Text("", ""))


def _change(problem: Problem, id_: int, site: int | None, post: str) -> MoveKind | None:
    change = change_of(problem.worker_by_id[id_], site, post)
    return None if change == "stay" else MoveKind(change)


def _note(relaxed: Relaxed, before: State) -> Text:
    team = _TEAMS.get(Post(relaxed.post)) if relaxed.post else None
    return _NOTES[relaxed.kind].format(
        unit=before.unit_name(relaxed.site), required=relaxed.required, became=relaxed.became, post=team
    )
