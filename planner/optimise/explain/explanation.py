"""Everything a plan can be asked, gathered: what stays short, ways out, prices and the trade-off curve."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from models.run import Clock, Limits, Stop
from planner.document import Document
from planner.optimise.explain.bench import Bench
from planner.optimise.explain.conflict import Conflict, conflict_of
from planner.optimise.explain.curve import CurvePoint, trade_off
from planner.optimise.explain.next_best import next_bests
from planner.optimise.explain.price_tag import PriceTag, price_of
from planner.optimise.explain.relaxations import NOTHING_SHORT, Relaxation, WaysOut, ways_out_of
from planner.optimise.explain.shortfall import Statement, quantified
from planner.optimise.planning import plan
from planner.optimise.proposal import Proposal

_LEAST_SECONDS = 0.01


@dataclass(frozen=True, slots=True)
class Explanation:
    """A plan and its explanation; candidates and prices name people, and are never printed.

    `ways_out` says itself why it is empty; `conflict` is None where it was not asked for.
    """

    proposal: Proposal
    shortages: tuple[Statement, ...]
    ways_out: WaysOut
    conflict: Conflict | None
    price_tags: Mapping[int, PriceTag | None]  # officers asked for; None where no question fits them
    curve: tuple[CurvePoint, ...]
    next_bests: Mapping[int, PriceTag]  # mover -> the price of their staying

    @property
    def relaxations(self) -> tuple[Relaxation, ...]:
        """The cheapest ways out."""
        return self.ways_out.relaxations


def explain(
    document: Document,
    on: date,
    limits: Limits | None = None,
    stop: Stop | None = None,
    with_conflict: bool = False,
    officers: Collection[int] = (),
) -> Explanation:
    """Return the plan of a document with its explanation; what is not reached in time is left out."""
    clock = Clock(limits or Limits(), stop or Stop())

    def left() -> Limits:
        return replace(clock.limits, seconds=max(_LEAST_SECONDS, clock.left))

    proposal = plan(document, on, clock.limits, stop=clock.stop, both=False)
    shortages = quantified(proposal, left(), clock.stop)
    ways, conflict = WaysOut((), NOTHING_SHORT), None
    if shortages or with_conflict:
        bench = Bench(document, on, proposal.asked, Clock(left(), clock.stop))
        ways = ways_out_of(bench)
        conflict = conflict_of(bench) if with_conflict else None
    tags = {person: price_of(proposal, document, person, left(), clock.stop) for person in officers}
    curve = trade_off(document, on, left(), stop=clock.stop)
    bests = next_bests(proposal, document, left(), stop=clock.stop)
    return Explanation(proposal, shortages, ways, conflict, tags, curve, bests)
