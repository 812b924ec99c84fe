"""The least that one family of limits must give so that as little as can be stays short."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from models.allocation.changes import change_of, changes_post
from models.allocation.linear import Expression, LinearModel
from models.allocation.requirements import TRANSFERS, Apart
from planner.county.records import County
from planner.optimise.asked import Asked
from planner.optimise.explain.bench import Bench, summed
from planner.optimise.explain.levers import AWAY, Family, Lever


@dataclass(frozen=True, slots=True)
class Draft:
    """One way out before it is put into words: what to ask for, and how much of it.

    `given` says by unit how much of the amount is that unit's; `short` is what stays short by level.
    `county` is what the county would be, where `asked` cannot say it.
    """

    family: str
    amount: int
    short: Mapping[str, int]
    asked: Asked
    county: County | None = None
    given: Mapping[int, int] = field(default_factory=dict)
    people: tuple[int, ...] = ()
    proven: bool = True  # that `short` is what a plan reaches that is asked so

    @property
    def total(self) -> int:
        """People short, all rules together."""
        return sum(self.short.values())


@dataclass(frozen=True, slots=True)
class Found:
    """The columns of the best plan with one family lifted, not yet named."""

    family: Family
    amount: int
    short: Mapping[str, int]
    values: list[int]


def liftable(family: Family, bench: Bench) -> list[Lever]:
    """Return the levers of a family that people can be had by; of what the question caps, the transfers."""
    levers = (lever for lever in bench.model.levers if lever.family is family)
    return [lever for lever in levers if lever.capped in (None, TRANSFERS)]


def potential(family: Family, bench: Bench) -> dict[str, int]:
    """Return what stays short at least with a family lifted: one officer fills one place of each rule."""
    levers = (bench.model.levers[lever] for lever in liftable(family, bench))
    officers = max(0, bench.model.linear().most(summed(levers)))
    return {level: max(0, short - officers) for level, short in bench.short.items()}


def lift(family: Family, bench: Bench, wholly: bool = False) -> Found | None:
    """Return the least by which a family must be lifted to help the most; None where it does not help.

    With `wholly` only where nothing stays short.
    """
    levers = liftable(family, bench)
    least = potential(family, bench)
    if least == bench.short:
        return None
    cost = summed(bench.model.levers[lever] for lever in levers)
    values = None
    if not any(least.values()):
        values = _cheapest(bench, levers, least, cost)
    if values is None and not wholly:
        values = _furthest(bench, levers, least)
        reached = bench.worth(values)
        if values is None or reached == bench.short:
            return None
        values = _cheapest(bench, levers, reached, cost)
    if values is None:
        return None
    return Found(family, cost.value(values), bench.worth(values), values)


def _furthest(bench: Bench, levers: list[Lever], least: Mapping[str, int]) -> list[int] | None:
    """Return the plan that leaves the least short, rule after rule, with no rule shorter than it is."""
    linear, values = _no_worse(bench, levers, bench.short), None
    for level, short in bench.short.items():
        if not short:
            continue
        worth = bench.model.level(level)
        linear.require(worth, at_least=least[level])  # known, and soon reached: it saves the proof
        values = bench.least(linear, worth)
        if values is None:
            return None
        linear.require(worth, at_most=worth.value(values))
    return values


def _cheapest(
    bench: Bench, levers: list[Lever], short: Mapping[str, int], cost: Expression
) -> list[int] | None:
    """Return the plan with no more short than this that lifts the least."""
    linear, least = _no_worse(bench, levers, short), max(n - short[level] for level, n in bench.short.items())
    exactly = linear.copy()
    exactly.require(cost, at_most=least)
    values = bench.least(exactly, bench.model.level(TRANSFERS))  # nearly always, and found sooner
    if values is not None:
        return values
    linear.require(cost, at_least=least + 1)
    return bench.least(linear, cost)


def _no_worse(bench: Bench, levers: list[Lever], short: Mapping[str, int]) -> LinearModel:
    linear = bench.program(levers)
    for level, most in short.items():
        linear.require(bench.model.level(level), at_most=most)
    return linear


def drafted(found: Found, bench: Bench) -> Draft:
    """Return what to ask a plan for, so that it reaches what was found."""
    here = liftable(found.family, bench)
    by_lever = {lever: n for lever in here if (n := bench.model.levers[lever].value(found.values)) > 0}
    given: dict[int, int] = {}
    for lever, n in by_lever.items():
        if lever.unit is not None:
            given[lever.unit] = given.get(lever.unit, 0) + n
    people = tuple(_people(found, bench))
    asked = _asked(found.family, by_lever, people, bench)
    proven = not sum(found.short.values())  # nothing less is possible
    return Draft(found.family, found.amount, found.short, asked, None, given, people, proven)


def _people(found: Found, bench: Bench) -> Iterator[int]:
    workers = bench.ground.problem.worker_by_id
    if found.family is Family.KIN:
        yield from _brought_together(found, bench)
        return
    chosen = {p for p, family in bench.ground.people.items() if family is found.family}
    if not chosen:
        return
    for a in bench.named(found.values):
        if a.worker not in chosen:
            continue
        worker = workers[a.worker]
        transferred = change_of(worker, a.site, a.post) == "transfer"
        if found.family in AWAY:
            if a.site == worker.home:
                yield a.worker
        elif transferred or (found.family is not Family.TENURE and changes_post(worker, a.site, a.post)):
            yield a.worker


def _brought_together(found: Found, bench: Bench) -> Iterator[int]:
    """Yield the relatives of whom one is transferred to where the other is."""
    workers = bench.ground.problem.worker_by_id
    placed = {a.worker: a for a in bench.named(found.values)}
    moved = {w for w, a in placed.items() if change_of(workers[w], a.site, a.post) == "transfer"}
    for requirement in bench.ground.problem.requirements:
        if isinstance(requirement, Apart):
            for pair in sorted(requirement.pairs):
                if placed[pair[0]].site == placed[pair[1]].site and not moved.isdisjoint(pair):
                    yield from pair


def _asked(family: Family, by_lever: Mapping[Lever, int], people: tuple[int, ...], bench: Bench) -> Asked:
    asked, required = bench.ground.asked, bench.ground.required
    changed = {lever.unit: required.get(lever, 0) for lever in by_lever if lever.unit is not None}
    more = {lever.unit: n for lever, n in by_lever.items() if lever.unit is not None}
    match family:
        case Family.CAP:
            more_by_level = {str(lever.capped): required[lever] + n for lever, n in by_lever.items()}
            return replace(asked, caps={**asked.caps, **more_by_level})
        case Family.MINIMUM:
            least = {unit: n - more[unit] for unit, n in changed.items()}
            return replace(asked, minimums={**asked.minimums, **least})
        case Family.MAXIMUM:
            most = {unit: n + more[unit] for unit, n in changed.items()}
            return replace(asked, maximums={**asked.maximums, **most})
        case Family.KEPT:
            return replace(asked, ended=asked.ended | frozenset(people))
        case Family.OUTSIDE:
            return replace(asked, given_back=asked.given_back | frozenset(people))
        case Family.HANDOVER | Family.TWO_TEAMS | Family.WOMEN | Family.KIN:
            return _other_policy(family, by_lever, bench)
        case _:
            return replace(asked, freed=asked.freed | frozenset(people))


def _other_policy(family: Family, by_lever: Mapping[Lever, int], bench: Bench) -> Asked:
    policy = bench.ground.before.state.policy
    if family is Family.KIN:
        policy = policy.with_override("kin_avoidance.enforcement", "off")
    for lever, n in by_lever.items():
        if family is Family.KIN:
            continue
        post = f"two_teams.{lever.post}"
        key = {Family.HANDOVER: "planning.handover_limit", Family.WOMEN: "planning.custody_women"}.get(
            family, post
        )
        now = bench.ground.required[lever]
        wanted = now + n if family is Family.HANDOVER else max(0, now - n)
        told = policy.count(key)
        better = max(told, wanted) if family is Family.HANDOVER else min(told, wanted)
        policy = policy.with_override(key, better)
    return replace(bench.ground.asked, policy=policy)
