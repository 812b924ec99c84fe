"""What the page asks the planner, always off the GUI thread; solvers are imported when first asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from planner.document import Document
from planner.optimise.asked import AS_IT_STANDS, Asked
from planner.optimise.proposal import Proposal
from planner.optimise.running import Limits, OnProgress, Stop
from planner.tables.priced import Price

if TYPE_CHECKING:
    from planner.optimise.alternatives import Alternatives
    from planner.optimise.duty.agreement import Agreement
    from planner.optimise.explain.conflict import Conflict
    from planner.optimise.explain.curve import CurvePoint
    from planner.optimise.explain.price_tag import PriceTag
    from planner.optimise.explain.relaxations import WaysOut
    from planner.optimise.explain.shortfall import Statement

Planning = Callable[..., Proposal]  # (document, on, limits, on_progress, stop), and what is asked
_PRICE_SECONDS = 20.0
_CONFIRMING_SECONDS = 20.0
_EQUAL_SECONDS = 30.0  # counting can go on without end, and what is known by then is shown


@dataclass(frozen=True, slots=True)
class Subject:
    """A plan in view with the document it was made of: what the explanations speak of."""

    proposal: Proposal
    document: Document

    @property
    def on(self) -> date:
        """The date the plan is made on."""
        return self.proposal.date

    @property
    def asked(self) -> Asked:
        """What the plan takes otherwise than the document says."""
        return self.proposal.asked


def plan_in_full(
    document: Document,
    on: date,
    limits: Limits,
    on_progress: OnProgress,
    stop: Stop,
    asked: Asked = AS_IT_STANDS,
) -> Proposal:
    """Return the engine's proposal."""
    from planner.optimise.planning import plan

    return plan(document, on, limits, on_progress, stop, asked=asked)


def price(subject: Subject, person: int, what: Price, stop: Stop) -> PriceTag:
    """Return what it costs that somebody stays, or may be moved, or comes home."""
    from planner.optimise.explain import price_tag

    asking: Mapping[Price, Callable[..., PriceTag]] = {
        Price.STAYING: price_tag.price_of_staying,
        Price.PIN: price_tag.price_of_pin,
        Price.KEPT: price_tag.price_of_kept,
        Price.OUTSIDE: price_tag.price_of_giving_back,
    }
    return asking[what](subject.proposal, subject.document, person, Limits(_PRICE_SECONDS), stop)


def shortfall(subject: Subject, stop: Stop) -> tuple[Statement, ...]:
    """Return the shortages in numbers."""
    from planner.optimise.explain.shortfall import quantified

    return quantified(subject.proposal, Limits(), stop)


def relaxations(subject: Subject, stop: Stop) -> WaysOut:
    """Return the cheapest ways out of the shortages, or why there are none."""
    from planner.optimise.explain.relaxations import ways_out

    return ways_out(subject.document, subject.on, Limits(), stop, subject.asked)


def conflict(subject: Subject, stop: Stop) -> Conflict:
    """Return a smallest set of what cannot hold together, or that there is none, or that it is not known."""
    from planner.optimise.explain.conflict import minimal_conflict

    return minimal_conflict(subject.document, subject.on, None, Limits(), stop, subject.asked)


def curve(subject: Subject, on_progress: OnProgress, stop: Stop) -> tuple[CurvePoint, ...]:
    """Return what stays short with 0, 1, 2 … transfers."""
    from planner.optimise.explain.curve import trade_off

    return trade_off(subject.document, subject.on, Limits(), on_progress, stop, subject.asked)


def equal_plans(subject: Subject, on_progress: OnProgress, stop: Stop) -> Alternatives:
    """Return plans as good as the one in view, each with the second result beside it, which is the same."""
    from planner.optimise.alternatives import alternatives

    limits, second = Limits(_EQUAL_SECONDS), subject.proposal.once_outside_returned
    found = alternatives(subject.proposal, subject.document, limits, on_progress, stop)
    first, *others = found.plans
    with_second = (replace(o, proposal=replace(o.proposal, once_outside_returned=second)) for o in others)
    return replace(found, plans=(first, *with_second))


def confirmed(subject: Subject, stop: Stop) -> tuple[Agreement, ...]:
    """Return what duty rosters say of the field time that a plan claims."""
    from planner.optimise.duty.confirming import confirmations

    limits = Limits(_CONFIRMING_SECONDS)
    return tuple(confirmations(subject.document, subject.proposal, limits, stop))


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions a page may ask; tests put slower or faulty ones in their place."""

    plan: Planning = plan_in_full
    price: Callable[[Subject, int, Price, Stop], Any] = price
    shortfall: Callable[[Subject, Stop], Any] = shortfall
    relaxations: Callable[[Subject, Stop], Any] = relaxations
    conflict: Callable[[Subject, Stop], Any] = conflict
    curve: Callable[[Subject, OnProgress, Stop], Any] = curve
    equal_plans: Callable[[Subject, OnProgress, Stop], Any] = equal_plans
    confirmed: Callable[[Subject, Stop], Any] = confirmed
