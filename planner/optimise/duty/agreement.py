"""Do the two engines agree: a county plan's claim that field time can hold, against a roster that exists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from models.run import Limits, Stop
from planner.audit.obligations import hours_of
from planner.county.state import state
from planner.document import Document
from planner.optimise.duty.filling import DutyProposal, existing, fill
from planner.optimise.duty.shortfall import shortfall_sentences
from planner.text import Text

Verdict = Literal["confirmed", "contradicted", "short", "short_but_rostered", "unclaimed", "unsettled"]

_SAID: dict[Verdict, Text] = {
    "confirmed": Text(
        "{unit} {month}:按月工时测算可以保证在辖区工作时间,并已排出满足要求的值班表。",
        "{unit}, {month}: the hours suffice for field time, and a duty roster that keeps it exists.",
    ),
    "contradicted": Text(
        "{unit} {month}:按月工时测算可以保证在辖区工作时间,但排不出满足要求的值班表:{why}",
        "{unit}, {month}: the hours suffice for field time, but no duty roster keeps it: {why}",
    ),
    "short": Text(
        "{unit} {month}:按月工时测算少{missing}人,值班表也无法满足要求:{why}",
        "{unit}, {month}: the hours are {missing} officers short, and no duty roster makes up for it: {why}",
    ),
    "short_but_rostered": Text(
        "{unit} {month}:按月工时测算少{missing}人,但本月已排出满足要求的值班表。",
        "{unit}, {month}: the hours are {missing} officers short, yet a roster of this month keeps the rule.",
    ),
    "unclaimed": Text(
        "{unit} {month}:未登记值班、报表或办案工时,调整方案没有测算在辖区工作时间。",
        "{unit}, {month}: no obligations are given, so the county plan claims nothing about field time.",
    ),
    "unsettled": Text(
        "{unit} {month}:在时限内没有找到满足要求的值班表,也没有证明不存在。",
        "{unit}, {month}: no roster that keeps the rule was found in time, nor proven impossible.",
    ),
}
_NAMED = 3  # shortages told in a sentence; the roster has them all


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the county plan claims of a station's field time, and what its duty month says to it."""

    unit: int
    month: date
    verdict: Verdict
    missing: int  # officers the station is short of by its hours
    proposal: DutyProposal
    message: Text

    @property
    def roster_exists(self) -> bool | None:
        """Whether a roster keeps the rule; None where it is not known."""
        if self.proposal.complies:
            return True
        return False if self.proposal.status == "optimal" else None

    @property
    def agrees(self) -> bool:
        """Whether what the county plan claims is borne out by the roster."""
        return self.verdict not in ("contradicted", "unsettled")


def confirmed(
    document: Document,
    unit: int,
    month: date,
    limits: Limits | None = None,
    stop: Stop | None = None,
) -> Agreement:
    """Return whether the field-time claim for a station holds against a roster of the month.

    A roster has 28 to 31 days and leave, where the claim counts the policy's month; both numbers are exact.
    Any that keeps the rules will do; the best is asked only where none is found at once, and says why.
    """
    first = month.replace(day=1)
    proposal = existing(document, unit, first, limits, stop) or fill(document, unit, first, limits, stop=stop)
    claim = hours_of(state(document.county, first, document.policy)).get(unit)
    missing = claim.short if claim is not None else 0
    verdict = _verdict(claim is not None, missing, proposal)
    named = shortfall_sentences(proposal.uncovered)[:_NAMED]
    why = Text("".join(said.zh for said in named), " ".join(said.en for said in named))
    name = document.county.units[unit].name
    said = _SAID[verdict].format(unit=name, month=f"{first:%Y-%m}", missing=missing, why=why)
    return Agreement(unit, first, verdict, missing, proposal, said)


def _verdict(claimed: bool, missing: int, proposal: DutyProposal) -> Verdict:
    if not claimed:
        return "unclaimed"
    if proposal.complies:
        return "short_but_rostered" if missing else "confirmed"
    if proposal.status != "optimal":
        return "unsettled"
    return "short" if missing else "contradicted"
