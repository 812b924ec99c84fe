"""A price tag: what changes if an officer stays, is unpinned, or comes home (design 4.1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from models.run import Limits, Stop
from planner.document import Document
from planner.optimise.asked import Asked
from planner.optimise.explain.levers import LIFTED, is_private
from planner.optimise.explain.nearest import nearest_plan
from planner.optimise.explain.price_words import sentence_of
from planner.optimise.movable import Bar
from planner.optimise.proposal import Proposal, ProposedMove
from planner.optimise.question import Question, pose, pose_of
from planner.text import Text


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
    """What a question about one officer costs or brings, with few others moving.

    Together the moves named are a plan: take from the proposal the officer's own move and those `dropped`,
    put those `rearranged` in place of what the same people did, and add `replacements`, who move only now,
    and `own`. A plan asked for `asked` is as good at every level. Where there is no plan nothing is named.
    """

    person: int
    changes: tuple[LevelChange, ...]  # only the levels that change, in order
    own: ProposedMove | None  # where the officer goes now; None for one who stays
    replacements: tuple[ProposedMove, ...]
    rearranged: tuple[ProposedMove, ...]
    dropped: tuple[ProposedMove, ...]
    proven: bool  # both plans at every level, and the search for who moves was not cut short
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
    after, fewest = plan_without(proposal, document, person, limits, stop)
    return tag_of("staying", proposal, after, person, fewest)


def plan_without(
    proposal: Proposal,
    document: Document,
    person: int,
    limits: Limits | None = None,
    stop: Stop | None = None,
) -> tuple[Proposal, bool]:
    """Return the plan nearest to a proposal in which an officer stays, and whether none is proven nearer."""
    asked = replace(proposal.asked, staying=proposal.asked.staying | {person})
    question = replace(pose_of(proposal.before, asked), policy=document.policy)
    return nearest_plan(question, proposal, person, limits, stop)


def price_of_pin(
    proposal: Proposal,
    document: Document,
    person: int,
    limits: Limits | None = None,
    stop: Stop | None = None,
) -> PriceTag:
    """Return what it brings if an officer who is pinned, or excluded by the policy, may move.

    Nothing private (health, family, an investigation) is ever lifted.
    """
    asked = proposal.asked
    if not is_private(proposal.before.state.placed[person]):
        asked = replace(asked, freed=asked.freed | {person})
    question = replace(pose_of(proposal.before, asked), policy=document.policy)
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


def price_of_giving_back(
    proposal: Proposal,
    document: Document,
    person: int,
    limits: Limits | None = None,
    stop: Stop | None = None,
) -> PriceTag:
    """Return what it brings if a unit outside the bureau gives an officer back, an approval ended with it."""
    state, asked = proposal.before.state, proposal.asked
    asked = replace(asked, given_back=asked.given_back | {person})
    kind = "outside_kept" if state.is_kept(state.placed[person]) else "outside"
    return _priced(kind, proposal, pose(document, proposal.date, asked), person, limits, stop)


def price_of(
    proposal: Proposal,
    document: Document,
    person: int,
    limits: Limits | None = None,
    stop: Stop | None = None,
) -> PriceTag | None:
    """Return the price of the question that fits an officer; None where none does.

    Movers stay, draw-offs kept with approval end, units outside give back whom they have, and the pinned or
    excluded may move.
    """
    bar = proposal.movable.bars.get(person)
    if any(move.person == person for move in proposal.moves):
        return price_of_staying(proposal, document, person, limits, stop)
    if bar is Bar.KEPT:
        return price_of_kept(proposal, document, person, limits, stop)
    if bar is Bar.BEYOND:
        return price_of_giving_back(proposal, document, person, limits, stop)
    if bar in LIFTED and not is_private(proposal.before.state.placed[person]):
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
    after, fewest = nearest_plan(question, proposal, person, limits, stop)
    return tag_of(kind, proposal, after, person, fewest)


def tag_of(kind: str, proposal: Proposal, after: Proposal, person: int, fewest: bool = True) -> PriceTag:
    """Return the difference between two plans as a price tag; `fewest`: no search for few others was cut."""
    old, new = _moves(proposal), _moves(after)
    possible = bool(after.levels)
    changes = tuple(
        LevelChange(lv.name, before, lv.value)
        for lv in after.levels
        if (before := proposal.level(lv.name)) is not None and before != lv.value
    )
    others = [m for m in after.moves if m.person != person]
    tag = PriceTag(
        person,
        changes,
        new.get(person),
        tuple(m for m in others if m.person not in old),
        tuple(m for m in others if m.person in old and not same_change(m, old[m.person])),
        tuple(m for m in proposal.moves if m.person not in new and m.person != person) if possible else (),
        proposal.proven and after.proven and fewest,
        Text("", ""),
        after.asked,
    )
    return replace(tag, sentence=sentence_of(kind, tag, proposal, after))


def _moves(proposal: Proposal) -> Mapping[int, ProposedMove]:
    return {m.person: m for m in proposal.moves}


def same_change(one: ProposedMove, other: ProposedMove) -> bool:
    """Return whether two moves come to the same, whoever makes them."""
    return (one.kind, one.to_unit, one.to_post) == (other.kind, other.to_unit, other.to_post)
