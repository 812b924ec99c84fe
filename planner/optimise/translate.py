"""From the state of a county to an allocation problem: the rules of design 4.1 as requirements."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.allocation.problem import Problem, Site, Worker
from models.allocation.requirements import (
    GroupShare,
    Kept,
    Maximum,
    Minimum,
    PostMinimum,
    PostShare,
    Requirement,
    Returns,
)
from planner.audit.ledgers import Ledger, count, is_community_officer, is_in_base
from planner.audit.rules import Situation
from planner.audit.rules.community_share import is_judged
from planner.audit.rules.station_minimum import required_officers
from planner.county.records import Post, Unit
from planner.county.state import Placed, Standing, State
from planner.optimise.asked import AS_IT_STANDS, Asked
from planner.optimise.hardship import post_change_hardship, transfer_hardship, travel_hardship
from planner.optimise.kept import kept_minimums
from planner.optimise.movable import MovableRange

LEADER_WITH_BEAT = "leader_with_beat"  # counts as a community officer, and is on offer to nobody
COMMUNITY_POSTS = frozenset({str(Post.COMMUNITY), LEADER_WITH_BEAT})
OPEN_POSTS = frozenset(str(p) for p in (Post.COMMUNITY, Post.CASE, Post.COMMAND_ROOM, Post.OFFICE))


@dataclass(frozen=True, slots=True)
class Translation:
    """An allocation problem in which workers are people and sites are units."""

    problem: Problem
    returning: frozenset[int]  # drawn-off officers whom the plan may send home
    returned_apart: frozenset[
        int
    ]  # of these, whom the policy counts at home already: no worker, or one at home


def level_name(rule: str) -> str:
    """Return the name of a planning rule's level."""
    return f"shortage:{rule}"


def planned_rules(state: State) -> tuple[str, ...]:
    """Return the planning rules in force, in the policy's priority order."""
    return tuple(rule for rule in state.policy.order("planning.order") if state.policy.is_on(rule))


def is_due(placed: Placed, state: State, outside: bool) -> bool:
    """Return whether a draw-off ends by this plan: not kept, and within the bureau unless `outside`."""
    if not placed.drawn_off or state.is_kept(placed):
        return False
    return outside or placed.standing is not Standing.SECONDED_OUTSIDE


def translate(
    state: State, movable: MovableRange, outside: bool = False, asked: Asked = AS_IT_STANDS
) -> Translation:
    """Return the problem of a state; with `outside`, draw-offs beyond the bureau come home too."""
    counted = list(state.counted())
    due = [p for p in counted if is_due(p, state, outside)]
    apart = frozenset(p.person.id for p in due if p.present_unit == p.home)
    returning = frozenset(p.person.id for p in due)
    workers, fixed = [], defaultdict[int, Counter[str]](Counter)
    for placed in counted:
        id_ = placed.person.id
        must_return = id_ in returning and id_ not in apart
        if must_return or movable.is_movable(id_):
            held = must_return and id_ in asked.staying
            workers.append(_worker(placed, state, movable.is_movable(id_), must_return, held))
        elif placed.present_unit is not None and not _is_borrowed(placed, state):
            fixed[placed.present_unit][post_tag(placed, state)] += 1
    requirements = _requirements(state, due)
    soft = [r for r in planned_rules(state) if not state.policy.is_hard(r)]
    sites = tuple(_site(u, fixed[u.id]) for u in state.county.units.values() if u.ours)
    travel = _travel(state, {w.home for w in workers if w.movable})
    problem = Problem(tuple(workers), sites, requirements, tuple(level_name(r) for r in soft), travel)
    return Translation(problem, returning, apart)


def post_tag(placed: Placed, state: State) -> str:
    """Return the engine's word for a post; posts at headquarters are all one, which groups more officers."""
    if placed.post is Post.LEADER and is_community_officer(placed):
        return LEADER_WITH_BEAT
    units = (state.unit(placed.home), state.unit(placed.present_unit))
    return str(placed.post) if any(u is not None and u.is_station for u in units) else str(Post.OTHER)


def _is_borrowed(placed: Placed, state: State) -> bool:
    """Whether somebody drawn off works at headquarters: there a draw-off counts for no minimum."""
    unit = state.unit(placed.present_unit)
    return placed.drawn_off and unit is not None and not unit.is_station


def _worker(placed: Placed, state: State, movable: bool, must_return: bool, held: bool) -> Worker:
    home = state.unit(placed.home)
    assert home is not None  # neither a movable nor a drawn-off officer has a blank unit
    return Worker(
        id=placed.person.id,
        home=home.id,
        current=None if must_return else placed.present_unit,
        post=post_tag(placed, state),
        allowed_posts=OPEN_POSTS,
        movable=movable,
        postable=movable and home.is_station,
        must_return=must_return,
        held=held,
        transfer_cost=transfer_hardship(placed, state),
        change_cost=post_change_hardship(placed, state),
    )


def _site(unit: Unit, fixed: Mapping[str, int]) -> Site:
    if not unit.is_station:
        return Site(unit.id, fixed=dict(fixed))
    all_officer = unit.two_teams_one_office is False
    posts = frozenset({str(Post.COMMUNITY)}) if all_officer else OPEN_POSTS
    return Site(unit.id, receiver=True, posts=posts, fixed=dict(fixed))


def _travel(state: State, homes: set[int]) -> dict[tuple[int, int], int]:
    units, stations = state.county.units, state.stations()
    costs = {
        (home, station.id): travel_hardship(units[home], station, state)
        for home in sorted(homes)
        for station in stations
        if home != station.id
    }
    return {way: cost for way, cost in costs.items() if cost}


def _requirements(state: State, due: list[Placed]) -> tuple[Requirement, ...]:
    targets = (_target(rule, state, due) for rule in planned_rules(state))
    bounds = (Kept(kept_minimums(state)), _maxima(state, due), _post_minimums(state))
    return (*targets, *bounds)


def _target(rule: str, state: State, due: list[Placed]) -> Requirement:
    level = None if state.policy.is_hard(rule) else level_name(rule)
    situation = Situation(state, count(state))
    stations = state.stations()
    match rule:
        case "secondment":
            return Returns(level)
        case "station_minimum":
            floor = required_officers(situation)
            return Minimum({u.id: max(floor, u.minimum or 0) for u in stations}, level)
        case "station_share":
            base = situation.ledgers.base[Ledger.PRESENT]
            least = state.policy.share("station_share.required").least(base)
            return GroupShare(frozenset(u.id for u in stations), least + _uncounted(state, due), level)
        case "community_share":
            share = state.policy.share("community_share.required")
            judged = {u.id: 0 for u in stations if is_judged(u)}
            return PostShare(judged, COMMUNITY_POSTS, share.numerator, share.denominator, level)
    raise KeyError(rule)


def _uncounted(state: State, due: list[Placed]) -> int:
    """Return how many will work in stations whom the policy leaves out of the county; none may be moved."""
    there = _once_home(due, (p for p in state.counted() if not is_in_base(p, state)))
    return sum(there[u.id] for u in state.stations())


def _once_home(due: list[Placed], people: Iterable[Placed]) -> Counter[int | None]:
    """Return how many of these people are where, once those due have come home."""
    going = {p.person.id for p in due}
    return Counter(p.home if p.person.id in going else p.present_unit for p in people)


def _maxima(state: State, due: list[Placed]) -> Maximum:
    """Bound stations by their maximum; where the officers there and those due home are more, by their number.

    A maximum may keep transfers away, but never one of the station's own officers from coming home.
    """
    there = _once_home(due, state.counted())
    return Maximum({u.id: max(u.maximum, there[u.id]) for u in state.stations() if u.maximum is not None})


def _post_minimums(state: State) -> PostMinimum:
    """Stations marked 两队一室 keep their command room and their case team staffed."""
    least = {post: state.policy.count(f"two_teams.{post}") for post in (Post.COMMAND_ROOM, Post.CASE)}
    marked: Iterable[Unit] = (u for u in state.stations() if u.two_teams_one_office)
    return PostMinimum({(u.id, str(post)): n for u in marked for post, n in least.items()})
