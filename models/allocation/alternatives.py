"""Other plans of equal cost: every kind of them counted, and the most different ones named (design 4.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from models.allocation.bounds import no_worse_than_today
from models.allocation.changes import change_of
from models.allocation.check import check
from models.allocation.descent import GroupedModel
from models.allocation.kinds import Kind, kind_of
from models.allocation.linear import Expression, LinearModel, total
from models.allocation.model import UnsoundPlanError, solve
from models.allocation.naming import name
from models.allocation.neighbours import neighbours
from models.allocation.outcome import Assignment, Outcome
from models.allocation.problem import Problem
from models.allocation.program import Program
from models.allocation.requirements import HARDSHIP, Unmoved
from models.allocation.solver import minimise
from models.run import Clock, Limits, Stop

MOST_KINDS = 200  # counted at most; beyond it the count is a lower bound
_TOLERANCE = 0.001  # of relaxed costs, far above their rounding and far below 1
FAR_KINDS = 10  # searched first, so that the plans named are not all alike
_SAME = "same"  # the level that counts who moves in both plans
_CHOSEN = "chosen"  # the tag of who moves in a plan chosen already

OnKind = Callable[[int], None]  # how many kinds are known


@dataclass(frozen=True, slots=True)
class Alternatives:
    """Plans of equal cost, the given one first, and how many other kinds there are.

    `exact` says whether every kind was found; else `others` is a lower bound.
    """

    outcomes: tuple[Outcome, ...]
    others: int
    exact: bool


def moves_of(problem: Problem, outcome: Outcome) -> frozenset[Assignment]:
    """Return what a plan changes: everybody who does not stay."""
    workers = problem.worker_by_id
    return frozenset(a for a in outcome.assignments if change_of(workers[a.worker], a.site, a.post) != "stay")


def alternatives(
    problem: Problem,
    outcome: Outcome,
    most: int = 5,
    limits: Limits | None = None,
    on_kind: OnKind = lambda _known: None,
    stop: Stop | None = None,
) -> Alternatives:
    """Return up to `most` plans as good as a proven one on every level, and count the kinds there are.

    They differ from each other in a site that gives or takes, or, where there are too few such kinds, in at
    least a third of their moves. Every one has passed its check; UnsoundPlanError where one does not.
    """
    clock = Clock(limits or Limits(), stop or Stop())
    problem, _ = no_worse_than_today(problem)
    search = _Search(problem, outcome, clock)
    kinds: dict[Kind, Outcome] = {kind_of(problem, outcome.assignments): outcome}
    for kind, found in search.kinds_and_neighbours(kinds):
        kinds.setdefault(kind, found)
        on_kind(len(kinds) - 1)
        if len(kinds) > MOST_KINDS:
            break
    exact = search.exhausted
    chosen = _most_different(kinds, most)
    while len(chosen) < most and not clock.over:
        other = _other_people(problem, chosen, clock)
        if other is None:
            break
        chosen.append(other)
    return Alternatives(tuple(chosen), len(kinds) - 1, exact)


def _most_different(kinds: Mapping[Kind, Outcome], most: int) -> list[Outcome]:
    """Choose the first plan, then again and again the kind that is furthest from those chosen."""
    first, *rest = kinds
    chosen = [first]
    while rest and len(chosen) < most:
        furthest = max(rest, key=lambda kind: min(kind.distance(other) for other in chosen))
        rest.remove(furthest)
        chosen.append(furthest)
    return [kinds[kind] for kind in chosen]


class _Search:
    """Finds one kind after another, each known one forbidden by a row."""

    def __init__(self, problem: Problem, outcome: Outcome, clock: Clock) -> None:
        self._problem, self._outcome, self._clock = problem, outcome, clock
        self.exhausted = False
        model = GroupedModel(problem)
        self._model = model
        self._linear = model.linear(HARDSHIP)
        for level in outcome.levels:
            if level.name != HARDSHIP:
                self._linear.require(model.level(level.name), at_most=level.value)
        self._close_dear_columns()
        self._counts = _counts(model)
        self._more: dict[tuple[int, int, int], int | None] = {}  # (giving or taking, site, known) -> column

    def _close_dear_columns(self) -> None:
        """Hold at 0 what no equal plan can use: it would cost that much beyond the relaxation's bound."""
        hardship, linear = self._model.level(HARDSHIP), self._linear
        if self._clock.over or not linear.lower:
            return
        relaxed = Program(linear, hardship, self._clock.limits.seed).relaxation(max(self._clock.left, 0.001))
        if relaxed is None:
            return
        allowance = self._outcome.values[HARDSHIP] - relaxed.bound + _TOLERANCE
        for column, cost in enumerate(relaxed.reduced_costs):
            if cost > allowance and linear.lower[column] == 0:
                linear.upper[column] = 0

    def kinds_and_neighbours(self, known: Mapping[Kind, Outcome]) -> Iterator[tuple[Kind, Outcome]]:
        """Yield some kinds far from the first, then those near it, which are quick, then what is missing."""
        searched = self._kinds(known)
        yield from islice(searched, FAR_KINDS)
        if not self.exhausted:
            yield from neighbours(self._problem, self._outcome, self._clock)
        yield from searched

    def _kinds(self, known: Mapping[Kind, Outcome]) -> Iterator[tuple[Kind, Outcome]]:
        """Yield a plan of every kind not known by then, until there is none or time is up."""
        forbidden = 0
        hardship = self._model.level(HARDSHIP)
        cost = self._outcome.values[HARDSHIP]
        while not self._clock.over:
            for kind in list(known)[forbidden:]:
                if not self._forbid(kind):
                    self.exhausted = True
                    return
            forbidden = len(known)
            solved = minimise(self._linear, hardship, self._clock)
            if solved.state == "infeasible" or (solved.bound is not None and solved.bound > cost):
                self.exhausted = True
                return
            if solved.values is None or solved.value is None or solved.value > cost:
                return
            found = self._named(solved.values)
            yield kind_of(self._problem, found.assignments), found

    def _forbid(self, kind: Kind) -> bool:
        """Ask for more from a giver or more to a receiver; equal sums make every other kind have one."""
        more = (
            self._column_above(which, site, dict(table).get(site, 0))
            for which, table in enumerate((kind.gives, kind.takes))
            for site in self._counts[which]
        )
        wanted = [column for column in more if column is not None]
        self._linear.require(total(wanted), at_least=1)
        return bool(wanted)

    def _column_above(self, which: int, site: int, known: int) -> int | None:
        """Return a 0-1 column that may only be 1 where a count is above `known`; None where it never is."""
        key = (which, site, known)
        if key not in self._more:
            self._more[key] = _at_least_more(self._linear, self._counts[which][site], known)
        return self._more[key]

    def _named(self, values: list[int]) -> Outcome:
        assignments = name(self._model.flows, values)
        report = check(self._problem, assignments)
        values_true = {level: report.levels[level] for level in self._outcome.values}
        if not report.sound or values_true != dict(self._outcome.values):
            raise UnsoundPlanError(
                "; ".join(report.faults) or f"{values_true} is not {dict(self._outcome.values)}"
            )
        return replace(self._outcome, assignments=assignments)


def _counts(model: GroupedModel) -> tuple[dict[int, Expression], dict[int, Expression]]:
    """Return how many each home site gives and each receiver takes, as expressions."""
    flows = model.flows
    gives: dict[int, Expression] = {}
    takes: dict[int, Expression] = {}
    for index, column in flows.out.items():
        gives.setdefault(flows.groups[index].key.home, Expression()).add_column(column)
    for fills in flows.fill.values():
        for (site, _), column in fills.items():
            takes.setdefault(site, Expression()).add_column(column)
    return dict(sorted(gives.items())), dict(sorted(takes.items()))


def _at_least_more(linear: LinearModel, count: Expression, known: int) -> int | None:
    """Add a 0-1 column that may only be 1 where the count is above `known`; None where it never is."""
    most = sum(linear.upper[column] for column in count.terms)
    if most <= known:
        return None
    column = linear.column(1)
    linear.require(Expression().add(count).add_column(column, -(known + 1)), at_least=0)
    return column


def _other_people(problem: Problem, chosen: list[Outcome], clock: Clock) -> Outcome | None:
    """Return an equal plan with as many other people as can be, if it differs enough from those chosen."""
    first = chosen[0]
    moved = {a.worker for outcome in chosen for a in moves_of(problem, outcome)}
    fewest = min(len(moves_of(problem, outcome)) for outcome in chosen)
    if not fewest:
        return None
    workers = tuple(replace(w, tags=w.tags | {_CHOSEN}) if w.id in moved else w for w in problem.workers)
    apart = replace(
        problem,
        workers=workers,
        requirements=(*problem.requirements, Unmoved(_CHOSEN, _SAME)),
        levels=(_SAME, *problem.levels),
    )
    left = replace(clock.limits, seconds=max(clock.left, 0.001))
    found = solve(apart, left, stop=clock.stop, caps=first.values)
    if found.status != "optimal":
        return None
    other = replace(first, assignments=found.assignments)
    if all(_differ(problem, other, outcome) for outcome in chosen):
        return other
    return None


def _differ(problem: Problem, a: Outcome, b: Outcome) -> bool:
    """Whether two plans differ in a giver or receiver, or in at least a third of their moves."""
    if kind_of(problem, a.assignments) != kind_of(problem, b.assignments):
        return True
    one, other = moves_of(problem, a), moves_of(problem, b)
    return 3 * len(one - other) >= max(len(one), len(other))
