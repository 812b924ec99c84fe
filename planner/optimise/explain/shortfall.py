"""Quantified shortage: of every rule that stays short, by how many, where, and one thing to do about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models.allocation.model import solve
from models.run import Clock, Limits, Stop
from planner.audit.ledgers import SCALE
from planner.audit.obligations import hours_of
from planner.audit.results import Audit, Target
from planner.county.records import Post
from planner.county.state import Placed, State
from planner.optimise.constraints.planned import is_due, planned_rules, planning_ledger
from planner.optimise.doubts import who
from planner.optimise.explain import shortfall_words as words
from planner.optimise.explain.levers import is_private
from planner.optimise.explain.share_shortfall import action_of, share_short, text_of
from planner.optimise.explain.softened import soft
from planner.optimise.planning import proposal_of
from planner.optimise.proposal import Proposal
from planner.optimise.question import pose_of
from planner.text import Text


@dataclass(frozen=True, slots=True)
class Statement:
    """One rule that stays short with the plan, at one unit or (None) in the county.

    `units` are those it is about; `action` is one thing to do, and `effect` what that does to this shortage.
    """

    rule: str
    unit: int | None
    short: int
    units: tuple[int, ...]
    text: Text
    action: Text
    effect: Text


def quantified(
    proposal: Proposal, limits: Limits | None = None, stop: Stop | None = None
) -> tuple[Statement, ...]:
    """Return a statement for every rule that stays short, hard rules that cannot hold taken as soft ones.

    A proposal without a plan, out of time or stopped, is spoken of as the county stands.
    """
    clock = Clock(limits or Limits(), stop or Stop())
    if proposal.status != "infeasible":
        return tuple(_statements(proposal, clock))
    question = soft(pose_of(proposal.before, proposal.asked))
    problem, caps = question.problem, question.asked.caps
    outcome = solve(problem, clock.limits, stop=clock.stop, caps=caps, through=problem.levels[-1])
    return tuple(_statements(proposal_of(question, outcome, 0.0, clock.limits, clock.stop), clock))


def _statements(proposal: Proposal, clock: Clock) -> Iterator[Statement]:
    after = proposal.after
    ledger = planning_ledger(after.state)
    for rule in planned_rules(after.state):
        if rule == "secondment":
            yield from _draw_offs(after)
        elif rule == "field_time":
            yield from _hours(after)
        for target in after.targets:
            if target.rule != rule or target.ledger is not ledger or not target.shortfall:
                continue
            if rule == "station_share":
                yield _station_share(proposal, target, clock)
            elif target.unit is not None and rule == "station_minimum":
                yield _minimum(target.unit, target, after.state)
            elif target.unit is not None and rule == "community_share":
                yield _community(target.unit, target, after.state)


def _draw_offs(after: Audit) -> Iterator[Statement]:
    state = after.state
    for station in state.stations():
        away = [p for p in state.placed.values() if p.home == station.id and is_due(p, state, outside=False)]
        if away:
            n, people = len(away), who(away)
            yield Statement(
                "secondment",
                station.id,
                n,
                (station.id,),
                words.DRAWN_OFF.format(unit=station.name, n=n, who=people),
                words.RETURN.format(unit=station.name, n=n),
                words.RETURNED.format(n=n),
            )


def _hours(after: Audit) -> Iterator[Statement]:
    state = after.state
    for unit, hours in hours_of(state).items():
        name = state.unit_name(unit)
        if hours.short:
            yield Statement(
                "field_time",
                unit,
                hours.short,
                (unit,),
                words.HOURS.format(
                    unit=name,
                    needed=-(-hours.needed // 1),
                    available=hours.available // 1,
                    n=hours.short,
                ),
                words.ADD_FOR_HOURS.format(unit=name, n=hours.short),
                words.HOURS_MET.format(n=hours.short),
            )


def _minimum(unit: int, target: Target, state: State) -> Statement:
    name, short, most = state.unit_name(unit), target.shortfall, state.county.units[unit].maximum
    barred = most is not None and isinstance(target.required, int) and most < target.required
    action = words.ADD.format(unit=name, n=short)
    if barred:
        action = words.RAISE_AND_ADD.format(unit=name, most=most, required=target.required, n=short)
    return Statement(
        target.rule,
        unit,
        short,
        (unit,),
        words.MINIMUM.format(
            unit=name,
            have=words.counted(target.numerator, SCALE[target.ledger]),
            required=target.required,
            n=short,
        ),
        action,
        words.MINIMUM_MET.format(unit=name, required=target.required, n=short),
    )


def _community(unit: int, target: Target, state: State) -> Statement:
    name, share, short = (
        state.unit_name(unit),
        state.policy.share("community_share.required"),
        target.shortfall,
    )
    whole, present = SCALE[target.ledger], target.denominator or 0
    least = share.least(present)
    text = words.COMMUNITY.format(
        unit=name,
        present=words.counted(present, whole),
        required=share.words,
        least=words.counted(least, whole),
        have=words.counted(target.numerator, whole),
        n=short,
    )
    leaders, holding = _leaders_enough(unit, least - target.numerator, whole, state)
    if leaders:
        action = words.BEATS.format(unit=name, n=len(leaders), who=who(leaders))
        effect = words.BEATS_EFFECT.format(
            have=words.counted(target.numerator, whole),
            then=words.counted(target.numerator + holding, whole),
            n=short,
        )
    else:
        action = words.MARK.format(unit=name)
        effect = words.MARK_EFFECT.format(n=short)
    return Statement(target.rule, unit, short, (unit,), text, action, effect)


def _leaders_enough(unit: int, missing: int, whole: int, state: State) -> tuple[list[Placed], int]:
    """Return the fewest leaders without a beat who would fill what is missing, and what they count."""
    there = [p for p in state.counted() if p.present_unit == unit and p.post is Post.LEADER and not p.beat]
    weights = {p.person.id: p.weight if whole > 1 else 1 for p in there}
    chosen: list[Placed] = []
    holding = 0
    for leader in sorted(there, key=lambda p: -weights[p.person.id]):
        if holding < missing and not is_private(leader):
            chosen.append(leader)
            holding += weights[leader.person.id]
    return (chosen, holding) if holding >= missing else ([], 0)


def _station_share(proposal: Proposal, target: Target, clock: Clock) -> Statement:
    share = share_short(proposal.before, proposal.after, proposal, target)
    units = share.givers.units or tuple(u.id for u in proposal.after.state.stations())
    action, effect = action_of(share, clock)
    return Statement(target.rule, None, target.shortfall, units, text_of(share), action, effect)
