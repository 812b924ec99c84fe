"""Quantified shortage: of every rule that stays short, by how many, where, and one thing to do about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from models.allocation.model import solve
from models.run import Limits, Stop
from planner.audit.ledgers import SCALE
from planner.audit.obligations import hours_of
from planner.audit.results import Audit
from planner.county.records import Post
from planner.optimise.constraints.planned import is_due, planned_rules, planning_ledger
from planner.optimise.doubts import who
from planner.optimise.explain import shortfall_words as words
from planner.optimise.explain.adding import recruits_for
from planner.optimise.explain.givers import Givers, givers
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
    if proposal.status != "infeasible":
        return tuple(_statements(proposal.before, proposal.after, proposal))
    question = soft(pose_of(proposal.before, proposal.asked))
    problem = question.problem
    outcome = solve(problem, limits or Limits(), stop=stop, through=problem.levels[-1])
    best = proposal_of(question, outcome)
    return tuple(_statements(best.before, best.after, best))


def _statements(before: Audit, after: Audit, proposal: Proposal) -> Iterator[Statement]:
    state = after.state
    ledger = planning_ledger(state)
    for rule in planned_rules(state):
        if rule == "secondment":
            yield from _draw_offs(after)
        elif rule == "field_time":
            yield from _hours(after)
        for target in after.targets:
            if target.rule != rule or target.ledger is not ledger or not target.shortfall:
                continue
            if rule == "station_share":
                yield _station_share(before, after, proposal, target.shortfall)
            elif target.unit is not None and rule == "station_minimum":
                yield _minimum(after, target.unit, target.shortfall)
            elif target.unit is not None and rule == "community_share":
                yield _community(after, target.unit, target.shortfall)


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
                words.ADD.format(unit=name, n=hours.short),
                words.HOURS_MET.format(n=hours.short),
            )


def _minimum(after: Audit, unit: int, short: int) -> Statement:
    state = after.state
    target = after.target("station_minimum", planning_ledger(state), unit)
    required = target.required if target is not None and isinstance(target.required, int) else 0
    name = state.unit_name(unit)
    return Statement(
        "station_minimum",
        unit,
        short,
        (unit,),
        words.MINIMUM.format(unit=name, have=required - short, required=required, n=short),
        words.ADD.format(unit=name, n=short),
        words.MINIMUM_MET.format(unit=name, required=required, n=short),
    )


def _community(after: Audit, unit: int, short: int) -> Statement:
    state = after.state
    name, share = state.unit_name(unit), state.policy.share("community_share.required")
    there = [p for p in state.counted() if p.present_unit == unit]
    leaders = [p for p in there if p.post is Post.LEADER and not p.beat]
    least = share.least(len(there))
    text = words.COMMUNITY.format(
        unit=name, present=len(there), required=share.words, least=least, have=least - short, n=short
    )
    if len(leaders) >= short:
        action = words.BEATS.format(unit=name, n=short, who=who(leaders[:short]))
        effect = words.BEATS_EFFECT.format(have=least - short, least=least, n=short)
    else:
        action = words.MARK.format(unit=name)
        effect = words.MARK_EFFECT.format(n=short)
    return Statement("community_share", unit, short, (unit,), text, action, effect)


def _station_share(before: Audit, after: Audit, proposal: Proposal, short: int) -> Statement:
    state = after.state
    share, ledger = state.policy.share("station_share.required"), planning_ledger(state)
    base = after.ledgers.base[ledger]
    scale = SCALE[ledger]
    least = share.least(base)
    found: Givers = givers(before, proposal)
    numbers = {
        "required": share.words,
        "base": base // scale,
        "least": -(-least // scale),
        "have": -(-least // scale) - short,
        "n": short,
        "k": len(found.units),
        "present": found.present,
        "kept": found.kept,
        "movable": found.movable,
        "can": found.can,
        "allowed": found.present - found.gave - short,
        "gave": found.gave,
    }
    text = (words.SHARE_KEPT if found.gave >= found.can else words.SHARE).format(**numbers)
    action, effect = _share_action(found, after, short)
    return Statement("station_share", None, short, found.units, text, action, effect)


def _share_action(found: Givers, after: Audit, short: int) -> tuple[Text, Text]:
    state = after.state
    if not state.stations():
        return words.NO_STATION, words.NO_STATION_EFFECT.format(n=short)
    lowered = found.lowered(short)
    if lowered and found.gave >= found.can and found.free:
        n = sum(lowered.values())
        changes = words.lowered(lowered, found.kept_by, state)
        return (
            words.LOWER.format(n=n, changes=changes),
            words.LESS_SHORT.format(before=short, after=short - n),
        )
    required = state.policy.share("station_share.required")
    whole = SCALE[planning_ledger(state)]
    base = after.ledgers.base[planning_ledger(state)]
    have = required.least(base) - short * whole
    recruits = recruits_for(required, have, base)
    if recruits is None:
        reached = 100 * have // base if base else 0
        return words.LOWER_TARGET.format(to=reached), words.LESS_SHORT.format(before=short, after=0)
    return words.RECRUIT.format(n=-(-recruits // whole)), words.LESS_SHORT.format(before=short, after=0)
