"""From the state of a county to an allocation problem: who may do what, and every constraint of a plan.

Adding a constraint: one module in `constraints`, its line in `_TARGETS` or `_BOUNDS`, one test file; a limit
on single officers goes into `_worker` instead.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from models.allocation.problem import Problem, Site, Worker
from models.allocation.requirements import Requirement
from planner.county.records import Unit
from planner.county.state import Placed, State
from planner.optimise.asked import AS_IT_STANDS, Asked
from planner.optimise.constraints.community_share import community_share
from planner.optimise.constraints.custody_women import WOMAN, custody_women, is_kept_woman
from planner.optimise.constraints.field_time import field_time
from planner.optimise.constraints.handover_limit import handover_limit
from planner.optimise.constraints.kin_avoidance import closed_by_kin, kin_avoidance
from planner.optimise.constraints.maximum import maximum
from planner.optimise.constraints.minimum_kept import minimum_kept
from planner.optimise.constraints.planned import Planned, is_due, level_name, planned_rules
from planner.optimise.constraints.posts import OPEN_POSTS, offered_posts, post_tag
from planner.optimise.constraints.qualification import is_qualified
from planner.optimise.constraints.returns import returns
from planner.optimise.constraints.station_minimum import station_minimum
from planner.optimise.constraints.station_share import station_share
from planner.optimise.constraints.two_teams import two_teams
from planner.optimise.hardship import post_change_hardship, transfer_hardship, travel_hardship
from planner.optimise.movable import MovableRange

__all__ = ["Translation", "is_due", "level_name", "planned_rules", "translate"]

Constraint = Callable[[Planned], Requirement | tuple[Requirement, ...]]
_TARGETS: Mapping[str, Constraint] = {
    "secondment": returns,
    "station_minimum": station_minimum,
    "station_share": station_share,
    "community_share": community_share,
    "field_time": field_time,
}
_BOUNDS: tuple[Constraint, ...] = (
    minimum_kept,
    maximum,
    two_teams,
    custody_women,
    handover_limit,
)


@dataclass(frozen=True, slots=True)
class Translation:
    """An allocation problem in which workers are people and sites are units."""

    problem: Problem
    returning: frozenset[int]  # drawn-off officers whom the plan may send home
    returned_apart: frozenset[int]  # of these, who is counted at home already: no worker, or one at home


def translate(
    state: State, movable: MovableRange, outside: bool = False, asked: Asked = AS_IT_STANDS
) -> Translation:
    """Return the problem of a state; with `outside`, draw-offs beyond the bureau come home too."""
    counted = list(state.counted())
    planned = Planned(state, tuple(p for p in counted if is_due(p, state, outside)))
    home_already = {p.person.id for p in planned.due if p.present_unit == p.home}
    apart = frozenset(home_already - asked.staying)
    returning = frozenset(p.person.id for p in planned.due)
    closed = closed_by_kin(state, movable)
    workers, fixed = [], defaultdict[int, list[Placed]](list)
    for placed in counted:
        id_ = placed.person.id
        must_return = id_ in returning and id_ not in apart
        if must_return or movable.is_movable(id_) or _may_only_change_post(placed, planned, movable):
            held = must_return and id_ in asked.staying
            worker = _worker(placed, planned, movable, must_return, held)
            workers.append(replace(worker, barred=closed[id_]) if id_ in closed else worker)
            if not held or id_ not in home_already:  # else left away, yet counted at home
                continue
        if placed.present_unit is not None and not _is_borrowed(placed, state):
            fixed[placed.present_unit].append(placed)
    soft = [r for r in planned_rules(state) if not state.policy.is_hard(r)]
    problem = Problem(
        tuple(workers),
        tuple(_site(u, fixed[u.id], planned) for u in state.county.units.values() if u.ours),
        (*_requirements(planned), kin_avoidance(state, movable)),
        tuple(level_name(r) for r in soft),
        _travel(state, {w.home for w in workers if w.movable}),
    )
    return Translation(problem, returning, apart)


def _may_only_change_post(placed: Placed, planned: Planned, movable: MovableRange) -> bool:
    home = planned.state.unit(placed.home)
    return movable.may_change_post(placed.person.id) and home is not None and home.is_station


def _requirements(planned: Planned) -> Iterator[Requirement]:
    for constraint in (*(_TARGETS[rule] for rule in planned_rules(planned.state)), *_BOUNDS):
        found = constraint(planned)
        yield from found if isinstance(found, tuple) else (found,)


def _is_borrowed(placed: Placed, state: State) -> bool:
    """Whether somebody drawn off works at headquarters: there a draw-off counts for no minimum."""
    unit = state.unit(placed.present_unit)
    return placed.drawn_off and unit is not None and not unit.is_station


def _worker(placed: Placed, planned: Planned, movable: MovableRange, must_return: bool, held: bool) -> Worker:
    state, id_ = planned.state, placed.person.id
    home = state.unit(placed.home)
    assert home is not None  # neither a movable nor a drawn-off officer has a blank unit
    changes = movable.may_change_post(id_)
    return Worker(
        id=id_,
        home=home.id,
        current=None if must_return else placed.present_unit,
        post=post_tag(placed, state),
        allowed_posts=frozenset(post for post in OPEN_POSTS if is_qualified(placed, post, state)),
        movable=movable.is_movable(id_),
        postable=changes and home.is_station,
        must_return=must_return,
        held=held,
        tags=frozenset({WOMAN}) if is_kept_woman(placed, state) else frozenset(),
        weight=placed.weight,
        transfer_cost=transfer_hardship(placed, state),
        change_cost=post_change_hardship(placed, state),
    )


def _site(unit: Unit, fixed: list[Placed], planned: Planned) -> Site:
    """Return a unit with those who cannot change, as the engine counts them."""
    state = planned.state
    posts: Counter[str] = Counter()
    weights: Counter[str] = Counter()
    for placed in fixed:
        tag = post_tag(placed, state)
        posts[tag] += 1
        weights[tag] += placed.weight
    women = sum(is_kept_woman(placed, state) for placed in fixed)
    return Site(
        unit.id,
        receiver=unit.is_station,
        posts=offered_posts(unit) if unit.is_station else frozenset(),
        fixed=dict(posts),
        fixed_weight=dict(weights) if planned.weighted else {},
        fixed_tags={WOMAN: women} if women else {},
    )


def _travel(state: State, homes: set[int]) -> dict[tuple[int, int], int]:
    units, stations = state.county.units, state.stations()
    costs = {
        (home, station.id): travel_hardship(units[home], station, state)
        for home in sorted(homes)
        for station in stations
        if home != station.id
    }
    return {way: cost for way, cost in costs.items() if cost}
