"""The station share that stays short: what headquarters have, keep and give, and one thing to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from models.allocation.counts import fixed_counts
from models.allocation.model import solve
from models.allocation.outcome import Level
from models.run import Clock
from planner.audit.audit import audit
from planner.audit.ledgers import SCALE, Ledger
from planner.audit.results import Audit, Target
from planner.county.state import state
from planner.optimise.asked import Asked, in_question
from planner.optimise.constraints.custody_women import women_asked
from planner.optimise.constraints.planned import level_name
from planner.optimise.explain import shortfall_words as words
from planner.optimise.explain.adding import recruits_for
from planner.optimise.explain.givers import Givers, givers
from planner.optimise.explain.softened import soft
from planner.optimise.proposal import Proposal
from planner.optimise.question import pose_of
from planner.policy.share import Share
from planner.text import Text, joined

_RULE = "station_share"
_LEVEL = level_name(_RULE)
_LEAST_SECONDS = 0.01


@dataclass(frozen=True, slots=True)
class ShareShort:
    """The station share of a plan that leaves it short."""

    before: Audit
    after: Audit
    proposal: Proposal
    target: Target
    givers: Givers

    @property
    def level(self) -> Level | None:
        """The plan's level, None where there is no plan and the county is spoken of as it stands."""
        return next((level for level in self.proposal.levels if level.name == _LEVEL), None)

    @property
    def proven(self) -> bool:
        """Whether nothing less can stay short."""
        return self.level is not None and self.level.proven

    @property
    def required(self) -> Share:
        """The share required."""
        return self.after.state.policy.share(f"{_RULE}.required")

    @property
    def whole(self) -> int:
        """How many units of the ledger one person is."""
        return SCALE[self.target.ledger]


def share_short(before: Audit, after: Audit, proposal: Proposal, target: Target) -> ShareShort:
    """Return the shortage of the station share with what headquarters give."""
    return ShareShort(before, after, proposal, target, givers(before, proposal))


def text_of(share: ShareShort) -> Text:
    """Return by how many the share is short, and what the units of headquarters have, keep and give."""
    base = share.target.denominator or 0
    stations = share.after.state.stations()
    first = (words.SHARE if stations else words.SHARE_NOWHERE).format(
        required=share.required.words,
        base=base // share.whole,
        least=words.counted(share.required.least(base), share.whole),
        reached=_reached(share),
        n=share.target.shortfall,
        by_weight=words.BY_WEIGHT if share.target.ledger is Ledger.EFFECTIVE else Text("", ""),
    )
    return words.sentences(first, _of_headquarters(share)) if stations and share.givers.units else first


def _reached(share: ShareShort) -> Text:
    have = words.counted(share.target.numerator, share.whole)
    if share.level is None:
        return words.AS_IT_STANDS.format(have=have)
    return (words.AT_MOST if share.proven else words.NOT_PROVEN).format(have=have)


def _of_headquarters(share: ShareShort) -> Text:
    found = share.givers
    return words.HEADQUARTERS.format(
        k=len(found.units),
        present=found.present,
        kept=found.kept,
        movable=found.movable,
        can=found.can,
        going=_going(share) if share.level is not None else Text("", ""),
    )


def _going(share: ShareShort) -> Text:
    """Return how many go with the plan, and what keeps others: the minima, or what other limits there are."""
    found = share.givers
    rest, allowed = Text("", ""), found.present - found.gave - share.target.shortfall
    if found.gave < found.can:
        limits = joined(_limits(share))
        rest = words.OTHER_LIMITS.format(limits=limits) if limits.zh else rest
    elif allowed >= 0 and share.target.ledger is Ledger.PRESENT:
        rest = words.ALLOWED.format(allowed=allowed)
    return words.GOING.format(gave=found.gave, rest=rest)


def _limits(share: ShareShort) -> Iterator[Text]:
    """Yield the limits there are that may keep somebody from going to a station."""
    counted, asked = share.before.state, share.proposal.asked
    if any(u.maximum is not None for u in counted.stations()):
        yield words.MAXIMA
    if most := counted.policy.count("planning.handover_limit"):
        yield words.HANDOVER.format(n=most)
    if women_asked(counted):
        yield words.WOMEN.format(n=counted.policy.count("planning.custody_women"))
    if counted.county.relations and counted.policy.is_on("kin_avoidance"):
        yield words.KIN
    if asked.caps:
        yield words.CAPS


def action_of(share: ShareShort, clock: Clock) -> tuple[Text, Text]:
    """Return one thing to do, and what it truly does: lower minima, add officers, or lower the target."""
    if not share.after.state.stations():
        return words.NO_STATION, words.NO_STATION_EFFECT.format(n=share.target.shortfall)
    lowered = share.givers.lowered(share.target.shortfall)
    if lowered and share.proven and not clock.over:
        needed, left = _with_lower_minima(share, lowered, clock)
        if left is not None and left < share.target.shortfall:
            changes = words.lowered(needed, share.givers.kept_by, share.after.state)
            return (
                words.LOWER.format(n=sum(needed.values()), changes=changes),
                words.LESS_SHORT.format(before=share.target.shortfall, after=left),
            )
    return _more_or_less(share)


def _with_lower_minima(
    share: ShareShort, lowered: Mapping[int, int], clock: Clock
) -> tuple[Mapping[int, int], int | None]:
    """Return how far the best plan with these minima needs them lowered, and what it leaves short.

    The latter is None where it is not proven in time.
    """
    now, asked = share.before.state, share.proposal.asked
    minimums = {unit: share.givers.kept_by[unit] - n for unit, n in lowered.items()}
    county = in_question(now.county, Asked(minimums=minimums))
    before = audit(state(county, now.date, now.policy, "all_approved"))
    question = soft(pose_of(before, replace(asked, minimums={**asked.minimums, **minimums})))
    limits = replace(clock.limits, seconds=max(_LEAST_SECONDS, clock.left))
    outcome = solve(question.problem, limits, stop=clock.stop, caps=asked.caps, through=_LEVEL)
    counts, workers = fixed_counts(question.problem), question.problem.worker_by_id
    for a in outcome.assignments:
        counts.add(workers[a.worker], a.site, a.post)
    needed = {unit: share.givers.kept_by[unit] - counts.present[unit] for unit in lowered}
    left = (level.value for level in outcome.levels if level.name == _LEVEL and level.proven)
    return {unit: n for unit, n in needed.items() if n > 0}, next(left, None)


def _more_or_less(share: ShareShort) -> tuple[Text, Text]:
    """Return how many officers more in stations, or which lower target, end the shortage of the plan."""
    have, base = share.target.numerator, share.target.denominator or 0
    short = share.target.shortfall
    recruits = recruits_for(share.required, have, base)
    if recruits is not None and _fit(n := -(-recruits // share.whole), share):
        return words.RECRUIT.format(n=n), words.LESS_SHORT.format(before=short, after=0)
    reached = 100 * have // base if base else 0
    return words.LOWER_TARGET.format(to=reached), words.LESS_SHORT.format(before=short, after=0)


def _fit(n: int, share: ShareShort) -> bool:
    """Return whether so many more fit into the stations' maxima."""
    present = share.after.ledgers.units[Ledger.PRESENT]
    room = 0
    for station in share.after.state.stations():
        if station.maximum is None:
            return True
        there = present[station.id].officers if station.id in present else 0
        room += max(0, station.maximum - there)
    return n <= room
