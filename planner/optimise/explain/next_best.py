"""For every proposed move the next best candidate, and what choosing them would cost (design 4.1).

Where somebody of the mover's own group who is not moved has the same hardship, taking the same place costs
nothing, and nothing can cost less. Every other price is a plan of its own; people of a group with the same
hardship who all move share one, in which they change parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from models.allocation.grouping import GroupKey, groups_of
from models.allocation.post_kinds import PostKinds
from models.run import Clock, Limits, OnProgress, Progress, Stop, unheard
from planner.county.records import MoveKind, Post
from planner.document import Document
from planner.optimise.explain.price_tag import PriceTag, plan_without, same_change, tag_of
from planner.optimise.proposal import Proposal
from planner.optimise.question import pose_of

_LEAST_SECONDS = 0.01


@dataclass(frozen=True, slots=True)
class _Kind:
    """What makes people interchangeable at every level, hardship too, and alike on paper."""

    key: GroupKey
    transfer_cost: int
    change_cost: int
    working: int | None
    post: Post


def next_bests(
    proposal: Proposal,
    document: Document,
    limits: Limits | None = None,
    on_progress: OnProgress = unheard,
    stop: Stop | None = None,
) -> Mapping[int, PriceTag]:
    """Return the price of every mover's staying, by person; those not reached in time are left out."""
    clock = Clock(limits or Limits(), stop or Stop())
    kinds = dict(_kinds(proposal))
    found = {tag.person: tag for tag in _taken_over(proposal, kinds)}  # first all that need no search
    searched: dict[_Kind, tuple[int, Proposal, bool]] = {}
    for move in proposal.moves:
        person = move.person
        if person in found:
            continue
        on_progress(Progress("level", "next_best", len(found), len(proposal.moves), clock.seconds))
        kind = kinds.get(person)
        tag = _shared(person, searched[kind], proposal) if kind in searched else None
        if tag is None and not clock.over:
            left = replace(clock.limits, seconds=max(clock.left, _LEAST_SECONDS))
            after, fewest = plan_without(proposal, document, person, left, clock.stop)
            tag = tag_of("staying", proposal, after, person, fewest)
            if kind is not None:
                searched[kind] = (person, after, fewest)
        if tag is not None:
            found[person] = tag
    on_progress(Progress("done", "next_best", len(found), len(found), clock.seconds))
    return {move.person: found[move.person] for move in proposal.moves if move.person in found}


def _kinds(proposal: Proposal) -> Iterator[tuple[int, _Kind]]:
    """Yield everybody the plan may change; who is counted at home already, and returns, is like nobody."""
    placed = proposal.before.state.placed
    translation = pose_of(proposal.before, proposal.asked).translation
    for group in groups_of(translation.problem, PostKinds(translation.problem)):
        for worker in group.members:
            if worker.id not in translation.returned_apart and not worker.held:
                there = placed[worker.id]
                costs = (worker.transfer_cost, worker.change_cost)
                yield worker.id, _Kind(group.key, *costs, there.working, there.post)


def _taken_over(proposal: Proposal, kinds: Mapping[int, _Kind]) -> Iterator[PriceTag]:
    """Yield the prices of movers whose place somebody alike can take who is not moved."""
    movers = {move.person for move in proposal.moves}
    others: dict[_Kind, int] = {}
    for person in sorted(kinds.keys() - movers):
        others.setdefault(kinds[person], person)
    for person in movers & kinds.keys():
        if kinds[person] not in others:
            continue
        after = _exchanged(person, others[kinds[person]], proposal, proposal)
        if after is not None:
            yield tag_of("staying", proposal, after, person)


def _shared(person: int, searched: tuple[int, Proposal, bool], proposal: Proposal) -> PriceTag | None:
    """Return the price of somebody from the plan in which another one like them stays."""
    other, plan, fewest = searched
    after = _exchanged(person, other, plan, proposal)
    return None if after is None else tag_of("staying", proposal, after, person, fewest)


def _exchanged(person: int, other: int, plan: Proposal, proposal: Proposal) -> Proposal | None:
    """Return a plan in which two people who are alike have changed parts, so that `person` stays.

    None where the other one would return who did not: why is told of each return in its own words.
    """
    known = {move.person: move for move in proposal.moves}
    parts = {person: other, other: person}
    moves = {}
    for move in plan.moves:
        id_ = parts.get(move.person, move.person)
        if id_ not in parts:
            moves[id_] = move
        elif id_ in known and same_change(known[id_], move):
            moves[id_] = known[id_]
        elif move.kind is MoveKind.RETURN:
            return None
        else:
            moves[id_] = replace(move, person=id_)
    ordered = tuple(moves[id_] for id_ in proposal.before.state.placed if id_ in moves)
    asked = replace(proposal.asked, staying=proposal.asked.staying | {person})
    return replace(plan, moves=ordered, asked=asked)
