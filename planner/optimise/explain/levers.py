"""Every limit on a plan as a lever of its own: by how much it is lifted is an expression over one model.

One model answers all questions "what if this were allowed": a lever held at 0 is the limit as it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from models.allocation.bounds import no_worse_than_today
from models.allocation.problem import Problem, Site, Worker
from models.allocation.requirements import (
    Apart,
    Capacity,
    Kept,
    Maximum,
    Minimum,
    Outflow,
    PostMinimum,
    PostShare,
    Requirement,
    TagMinimum,
    Unmoved,
)
from planner.audit.results import Audit
from planner.county.state import Placed, Standing
from planner.optimise.asked import Asked
from planner.optimise.constraints.posts import post_tag
from planner.optimise.movable import Bar, MovableRange, movable_range
from planner.optimise.translate import is_due, level_name, translate


class Family(StrEnum):
    """Kinds of limits that somebody could lift; those nearest to hand first."""

    CAP = "cap"
    MINIMUM = "minimum_kept"
    KEPT = "kept_with_approval"
    PINNED = "pinned"
    NEAR_RETIREMENT = "near_retirement"
    SHORT_SERVICE = "short_service"
    TECHNICAL = "technical"
    TENURE = "tenure"
    HANDOVER = "handover_limit"
    MAXIMUM = "maximum"
    TWO_TEAMS = "two_teams"
    WOMEN = "custody_women"
    KIN = "kin_avoidance"
    OUTSIDE = "outside"


LIFTED: Mapping[Bar, Family] = {  # never the private ones: health, family, an investigation
    Bar.PINNED: Family.PINNED,
    Bar.NEAR_RETIREMENT: Family.NEAR_RETIREMENT,
    Bar.SHORT_SERVICE: Family.SHORT_SERVICE,
    Bar.TECHNICAL: Family.TECHNICAL,
    Bar.TENURE: Family.TENURE,
}
PRIVATE = frozenset({Bar.PREGNANT.value, Bar.NURSING.value, Bar.INVESTIGATED.value})
WHOLE = frozenset({*LIFTED.values(), Family.KEPT, Family.KIN, Family.OUTSIDE})  # told as one limit each
AWAY: Mapping[Family, int] = {Family.KEPT: -1, Family.OUTSIDE: -2}  # where those who could come home are


@dataclass(frozen=True, slots=True)
class Lever:
    """One limit at one unit; `unit` is None where it is no unit's own, `post` where it is of no post."""

    family: Family
    unit: int | None
    post: str | None = None
    capped: str | None = None  # the level that the question itself holds at a value

    @property
    def level(self) -> str:
        """The engine's level that says by how much the limit is lifted."""
        return f"lever:{self.family}:{self.unit}:{self.post}"


Goal = tuple[str, int | None]  # a planning rule and the unit it judges, None for all together


def is_private(placed: Placed) -> bool:
    """Return whether somebody's health, family or an investigation forbids to name them in a way out."""
    return not PRIVATE.isdisjoint(placed.person.special_codes)


def goal_level(goal: Goal) -> str:
    """Return the engine's level of a target at one unit; of a rule without units it is the rule's own."""
    rule, unit = goal
    return level_name(rule) if unit is None else f"{level_name(rule)}:{unit}"


@dataclass(frozen=True, slots=True)
class Levered:
    """A problem in which every limit is a lever and every target is soft, unit by unit."""

    before: Audit
    asked: Asked
    movable: MovableRange  # as it stands, with nothing lifted
    problem: Problem
    rules: tuple[str, ...]
    goals: tuple[Goal, ...]
    levers: tuple[Lever, ...]
    people: Mapping[int, Family]  # who could move, or come home, if a limit on them were lifted
    required: Mapping[Lever, int]  # what a limit is as it stands, where it is a number


def levered(before: Audit, movable: MovableRange, asked: Asked) -> Levered:
    """Return the levers of a county whose rules are all soft; broken bounds are "no worse than today"."""
    state = before.state
    lifted = {
        p: LIFTED[bar]
        for p, bar in movable.bars.items()
        if bar is not None and bar in LIFTED and not is_private(state.placed[p])
    }
    wide = replace(asked, freed=asked.freed | frozenset(lifted))
    problem, _ = no_worse_than_today(translate(state, movable_range(state, wide), False, wide).problem)
    away = dict(_could_return(before, asked))
    homes = {p: state.placed[p].home for p in lifted}
    tagged = {p: Lever(family, homes[p]).level for p, family in lifted.items()}
    workers = [replace(w, tags=w.tags | {tagged[w.id]}) if w.id in tagged else w for w in problem.workers]
    workers += [_absent(state.placed[p], family, before) for p, family in away.items()]
    parts = [part for requirement in problem.requirements for part in _parts(requirement)]
    people = {**lifted, **away}
    present = {w.id for w in workers}
    personal = {Lever(f, state.placed[p].home) for p, f in people.items() if p in present}
    parts += [(lever, Unmoved(lever.level, lever.level), 0) for lever in personal if lever.family not in AWAY]
    levels = dict.fromkeys(str(requirement.level) for _, requirement, _ in parts)
    levers = {lever: n for lever, _, n in parts if isinstance(lever, Lever)}
    levers |= {Lever(Family.CAP, None, capped=level): most for level, most in asked.caps.items()}
    return Levered(
        before,
        asked,
        movable,
        replace(
            problem,
            workers=tuple(workers),
            sites=(*problem.sites, *(Site(id_) for id_ in AWAY.values())),
            requirements=tuple(requirement for _, requirement, _ in parts),
            levels=tuple(levels),
        ),
        tuple(level.partition(":")[2] for level in problem.levels),
        tuple(goal for goal, _, _ in parts if not isinstance(goal, Lever)),
        tuple(
            sorted(
                {*levers, *personal},
                key=lambda lv: (list(Family).index(lv.family), lv.unit or 0, lv.post or lv.capped or ""),
            )
        ),
        {p: f for p, f in people.items() if p in present},
        levers,
    )


def _could_return(before: Audit, asked: Asked) -> Iterator[tuple[int, Family]]:
    """Yield who is drawn off and not due: kept with approval, or beyond the bureau's power."""
    state = before.state
    for placed in state.counted():
        id_ = placed.person.id
        if not placed.drawn_off or placed.present_unit == placed.home or id_ in asked.staying:
            continue
        if is_private(placed):
            continue
        outside = placed.standing is Standing.SECONDED_OUTSIDE
        if state.is_kept(placed):
            if not outside:
                yield id_, Family.KEPT
        elif outside and is_due(placed, state, outside=True):
            yield id_, Family.OUTSIDE


def _absent(placed: Placed, family: Family, before: Audit) -> Worker:
    assert placed.home is not None  # who is drawn off has a home
    return Worker(
        placed.person.id,
        placed.home,
        AWAY[family],
        post_tag(placed, before.state),
        must_return=True,
        weight=placed.weight,
    )


_Part = tuple[Goal | Lever, Requirement, int]
_Bound = Callable[[int, int, str], Requirement]


def _parts(requirement: Requirement) -> Iterator[_Part]:
    """Yield a requirement piece by piece, each on a level of its own."""
    match requirement:
        case Kept(at_least=least):
            yield from _bounds(Family.MINIMUM, least, lambda u, n, lv: Kept({u: n}, lv))
        case Maximum(at_most=most):
            yield from _bounds(Family.MAXIMUM, most, lambda u, n, lv: Maximum({u: n}, lv))
        case Outflow(at_most=most):
            yield from _bounds(Family.HANDOVER, most, lambda u, n, lv: Outflow({u: n}, lv))
        case PostMinimum(at_least=by_post):
            for (unit, post), n in by_post.items():
                lever = Lever(Family.TWO_TEAMS, unit, post)
                yield lever, PostMinimum({(unit, post): n}, lever.level), n
        case TagMinimum(at_least=by_tag):
            for (unit, tag), n in by_tag.items():
                lever = Lever(Family.WOMEN, unit)
                yield lever, TagMinimum({(unit, tag): n}, lever.level), n
        case Apart():
            lever = Lever(Family.KIN, None)
            if requirement.pairs:
                yield lever, replace(requirement, level=lever.level), len(requirement.pairs)
        case _:
            yield from _goals(requirement)


def _bounds(family: Family, numbers: Mapping[int, int], bound: _Bound) -> Iterator[_Part]:
    for unit, n in numbers.items():
        lever = Lever(family, unit)
        yield lever, bound(unit, n, lever.level), n


def _goals(requirement: Requirement) -> Iterator[_Part]:
    rule = str(requirement.level).partition(":")[2]

    def level(unit: int) -> str:
        return goal_level((rule, unit))

    match requirement:
        case Minimum(at_least=least):
            pieces: Iterable[tuple[int, Requirement]] = (
                (u, replace(requirement, at_least={u: n}, level=level(u))) for u, n in least.items()
            )
        case PostShare(sites=sites) | Capacity(sites=sites):
            pieces = ((u, replace(requirement, sites={u: n}, level=level(u))) for u, n in sites.items())
        case _:
            yield (rule, None), requirement, 0
            return
    for unit, piece in pieces:
        yield (rule, unit), piece, 0
