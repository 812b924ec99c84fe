"""The planner's one question to the engine: the least that must change so that the county complies."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from models.allocation.bounds import Relaxed
from models.allocation.check import change_of
from models.allocation.model import solve
from models.allocation.outcome import Level, Outcome
from models.allocation.problem import Problem
from models.run import Limits, OnProgress, Progress, Stop, unheard
from planner.audit.audit import audit
from planner.audit.results import Audit
from planner.county.records import MoveKind, Post
from planner.county.state import Standing, State, state
from planner.document import Document
from planner.optimise.explanation import why_infeasible
from planner.optimise.movable import MovableRange, movable_range
from planner.optimise.proposal import Proposal, ProposedMove
from planner.optimise.reasons import with_reasons
from planner.optimise.recount import after_moves, verify
from planner.optimise.translate import Translation, is_due, level_name, planned_rules, translate
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
}
_TEAMS = {Post.COMMAND_ROOM: Text("综合指挥室", "command room"), Post.CASE: Text("案件办理队", "case team")}


@dataclass(frozen=True, slots=True)
class _Run:
    """What one plan works with."""

    before: Audit
    movable: MovableRange
    outside: bool
    on_progress: OnProgress
    stop: Stop

    @property
    def state(self) -> State:
        """The county before the plan."""
        return self.before.state


def plan(
    document: Document,
    on: date,
    limits: Limits | None = None,
    on_progress: OnProgress = unheard,
    stop: Stop | None = None,
    both: bool = True,
) -> Proposal:
    """Return the proven least change on a date, counted from the county with all approved moves carried out.

    With `both`, and where officers are drawn off to outside the bureau, the second result stands in
    `once_outside_returned`. The answer has passed the engine's check and a recount by the audit;
    PlanError or the engine's fault is raised where it does not, which is an error of the program.
    """
    limits, stop = limits or Limits(), stop or Stop()
    begun = time.perf_counter()
    before = audit(state(document.county, on, document.policy, "all_approved"))
    movable = movable_range(before.state)
    proposal = _proposal(_Run(before, movable, False, on_progress, stop), limits)
    if not both or not proposal.to_negotiate or proposal.status in ("infeasible", "stopped"):
        return proposal
    left = max(_LEAST_SECONDS, limits.seconds - (time.perf_counter() - begun))
    second = _proposal(_Run(before, movable, True, on_progress, stop), replace(limits, seconds=left))
    return replace(proposal, once_outside_returned=second)


def _proposal(run: _Run, limits: Limits) -> Proposal:
    begun = time.perf_counter()
    translation = translate(run.state, run.movable, run.outside)
    outcome = solve(translation.problem, limits, run.on_progress, run.stop)
    seconds = time.perf_counter() - begun
    moves = tuple(_moves(run, translation, outcome))
    after = after_moves(run.state, moves)
    if outcome.assignments:
        verify(run.state, after, moves, outcome.values, run.movable, run.outside)
    explanation = why_infeasible(run.state, run.movable) if outcome.status == "infeasible" else None
    return Proposal(
        date=run.state.date,
        status=outcome.status,
        proven=outcome.proven,
        seconds=seconds,
        levels=_levels(run.state, outcome),
        moves=with_reasons(moves, run.before, after),
        to_negotiate=() if run.outside else _to_negotiate(run.state),
        movable=run.movable,
        before=run.before,
        after=after,
        explanation=explanation,
        notes=tuple(_note(relaxed, run.state) for relaxed in outcome.relaxed),
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


def _moves(run: _Run, translation: Translation, outcome: Outcome) -> Iterator[ProposedMove]:
    """Yield the changes of a plan in roster order: each officer in at most one move."""
    assigned = {a.worker: (a.site, a.post) for a in outcome.assignments}
    if not assigned and translation.problem.workers:
        return
    for id_, placed in run.state.placed.items():
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
