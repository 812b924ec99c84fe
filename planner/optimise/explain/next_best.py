"""For every proposed move the next best candidate, and what choosing them would cost (design 4.1).

Somebody of the mover's own group who is not moved takes the same place at the same cost but hardship; only
where the whole group moves is another plan needed, one for all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from models.allocation.grouping import Group, groups_of
from models.allocation.post_kinds import PostKinds
from models.allocation.problem import Problem, Worker
from models.allocation.requirements import HARDSHIP
from models.run import Clock, Limits, OnProgress, Progress, Stop, unheard
from planner.county.records import MoveKind
from planner.document import Document
from planner.optimise.explain.price_tag import LevelChange, PriceTag, price_in
from planner.optimise.explain.price_words import sentence_of
from planner.optimise.proposal import Proposal, ProposedMove
from planner.optimise.question import pose


def next_bests(
    proposal: Proposal,
    document: Document,
    limits: Limits | None = None,
    on_progress: OnProgress = unheard,
    stop: Stop | None = None,
) -> Mapping[int, PriceTag]:
    """Return the price of every mover's staying, by person; those not reached in time are left out."""
    clock = Clock(limits or Limits(), stop or Stop())
    posed = pose(document, proposal.date, proposal.asked)
    problem = posed.problem
    group_of = {w.id: g for g in groups_of(problem, PostKinds(problem)) for w in g.members}
    movers = {m.person for m in proposal.moves}
    solved: dict[Group, PriceTag] = {}
    found: dict[int, PriceTag] = {}
    for n, move in enumerate(proposal.moves):
        on_progress(Progress("level", "next_best", n, len(proposal.moves), clock.seconds))
        group = group_of.get(move.person)
        tag = _within_group(move, group, movers, proposal, problem) if group is not None else None
        if tag is None and group in solved:
            tag = _same_for(move.person, solved[group], proposal)
        if tag is None and not clock.over:
            tag = price_in(posed, proposal, move.person, Limits(max(clock.left, 0.01)), stop)
            if group is not None and tag.proven:
                solved[group] = tag
        if tag is not None:
            found[move.person] = tag
    on_progress(Progress("done", "next_best", len(found), len(found), clock.seconds))
    return found


def _within_group(
    move: ProposedMove, group: Group, movers: set[int], proposal: Proposal, problem: Problem
) -> PriceTag | None:
    """Return the swap with somebody interchangeable who stays, at the least hardship; None without one."""
    if move.kind is MoveKind.RETURN:
        return None
    mover = problem.worker_by_id[move.person]
    others = [w for w in group.members if w.id not in movers]
    if not others:
        return None
    other = min(others, key=lambda w: (_cost(w, move), w.id))
    by = _cost(other, move) - _cost(mover, move)
    placed = proposal.before.state.placed[other.id]
    instead = replace(move, person=other.id, from_unit=placed.working, from_post=placed.post)
    before = proposal.level(HARDSHIP) or 0
    changes = (LevelChange(HARDSHIP, before, before + by),) if by else ()
    words = sentence_of(
        "staying",
        proposal,
        proposal,
        move.person,
        [(c.name, c.before, c.after) for c in changes],
        [instead],
        0,
    )
    asked = replace(proposal.asked, staying=proposal.asked.staying | {move.person})
    return PriceTag(move.person, changes, (instead,), (), (), proposal.proven, words, asked)


def _cost(worker: Worker, move: ProposedMove) -> int:
    return worker.transfer_cost if move.kind is MoveKind.TRANSFER else worker.change_cost


def _same_for(person: int, tag: PriceTag, proposal: Proposal) -> PriceTag:
    """Return the tag of another one of the same group, all of whom move: the two change their parts."""

    def part(move: ProposedMove) -> ProposedMove:
        return replace(move, person=tag.person) if move.person == person else move

    changes = [(c.name, c.before, c.after) for c in tag.changes if c.name != HARDSHIP]
    words = sentence_of("staying", proposal, proposal, person, changes, tag.replacements, len(tag.rearranged))
    return replace(
        tag,
        person=person,
        changes=tuple(c for c in tag.changes if c.name != HARDSHIP),
        rearranged=tuple(map(part, tag.rearranged)),
        sentence=words,
        asked=replace(proposal.asked, staying=proposal.asked.staying | {person}),
    )
