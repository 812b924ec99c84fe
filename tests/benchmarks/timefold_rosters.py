"""Timefold on a rostering problem: a cell for every worker and day, the rules as constraint streams.

Annotations are read by Timefold while classes are made, so they are no strings here. It knows what the public
instances have: no history, tallies, tags or locked cells.
"""

import time
from dataclasses import dataclass, field
from typing import Annotated

from timefold.solver import SolverFactory
from timefold.solver.config import (
    Duration,
    ScoreDirectorFactoryConfig,
    SolverConfig,
    SolverConfigOverride,
    TerminationConfig,
)
from timefold.solver.domain import (
    PlanningEntityCollectionProperty,
    PlanningId,
    PlanningScore,
    PlanningVariable,
    ProblemFactCollectionProperty,
    ValueRangeProvider,
    planning_entity,
    planning_solution,
)
from timefold.solver.score import (
    Constraint,
    ConstraintCollectors,
    ConstraintFactory,
    HardSoftScore,
    Joiners,
    constraint_provider,
)

from models.rostering.problem import Problem
from tests.benchmarks.plain_searches import Answer

_LEAST_SECONDS = 0.1
HARD, SOFT = HardSoftScore.ONE_HARD, HardSoftScore.ONE_SOFT


@dataclass
class Kind:
    """A shift."""

    id: Annotated[str, PlanningId]
    minutes: int


@dataclass
class Person:
    """A worker with limits."""

    id: Annotated[int, PlanningId]
    least: int
    most: int
    max_run: int
    min_run: int
    min_rest: int
    weekends: int
    step: int  # minutes of one shift: what is missing or too much counts in shifts, as all else does


@planning_entity
@dataclass
class Cell:
    """A day that a worker may work."""

    id: Annotated[int, PlanningId]
    person: Person
    day: int
    last: int  # day of the horizon
    week: int  # of a weekend day; -1: of the week
    kind: Annotated[Kind | None, PlanningVariable(allows_unassigned=True)] = field(default=None)


@dataclass
class Cap:
    """How often a worker may have a shift."""

    person: Person
    kind: Kind
    most: int


@dataclass
class Barred:
    """A shift that may not follow another on the next day."""

    kind: Kind
    next: Kind


@dataclass
class Need:
    """How many have a shift on a day."""

    day: int
    kind: Kind
    required: int
    under: int
    over: int


@dataclass
class Wish:
    """What a worker wants, or not."""

    person: Person
    day: int
    kind: Kind
    weight: int
    wanted: bool


@planning_solution
@dataclass
class Plan:
    """The roster as Timefold sees it."""

    kinds: Annotated[list[Kind], ProblemFactCollectionProperty, ValueRangeProvider]
    people: Annotated[list[Person], ProblemFactCollectionProperty]
    caps: Annotated[list[Cap], ProblemFactCollectionProperty]
    barred: Annotated[list[Barred], ProblemFactCollectionProperty]
    needs: Annotated[list[Need], ProblemFactCollectionProperty]
    wishes: Annotated[list[Wish], ProblemFactCollectionProperty]
    cells: Annotated[list[Cell], PlanningEntityCollectionProperty]
    score: Annotated[HardSoftScore | None, PlanningScore] = field(default=None)


@constraint_provider
def rules(factory: ConstraintFactory) -> list[Constraint]:
    """Return every rule, each in whole units of what is broken."""
    return [*limits(factory), *sequences(factory), *costs(factory)]


def limits(factory: ConstraintFactory) -> list[Constraint]:
    """Return the totals over the horizon."""
    minutes = factory.for_each(Cell).group_by(
        lambda cell: cell.person, ConstraintCollectors.sum(lambda cell: cell.kind.minutes)
    )
    weekends = (
        factory.for_each(Cell)
        .filter(lambda cell: cell.week >= 0)
        .group_by(lambda cell: cell.person, ConstraintCollectors.count_distinct(lambda cell: cell.week))
    )
    return [
        minutes.filter(lambda person, total: total > person.most)
        .penalize(HARD, lambda person, total: (total - person.most + person.step - 1) // person.step)
        .as_constraint("most minutes"),
        minutes.filter(lambda person, total: total < person.least)
        .penalize(HARD, lambda person, total: (person.least - total + person.step - 1) // person.step)
        .as_constraint("least minutes"),
        factory.for_each(Person)
        .if_not_exists(Cell, Joiners.equal(lambda person: person, lambda cell: cell.person))
        .penalize(HARD, lambda person: (person.least + person.step - 1) // person.step)
        .as_constraint("least minutes of who has no work"),
        weekends.filter(lambda person, n: n > person.weekends)
        .penalize(HARD, lambda person, n: n - person.weekends)
        .as_constraint("weekends"),
        factory.for_each(Cap)
        .join(
            Cell,
            Joiners.equal(lambda cap: cap.person, lambda cell: cell.person),
            Joiners.equal(lambda cap: cap.kind, lambda cell: cell.kind),
        )
        .group_by(lambda cap, cell: cap, ConstraintCollectors.count_bi())
        .filter(lambda cap, n: n > cap.most)
        .penalize(HARD, lambda cap, n: n - cap.most)
        .as_constraint("most of a shift"),
    ]


def sequences(factory: ConstraintFactory) -> list[Constraint]:
    """Return what may follow what, and how long runs of work and of free days are."""
    chains = factory.for_each(Cell).group_by(
        lambda cell: cell.person, ConstraintCollectors.to_consecutive_sequences(lambda cell: cell.day)
    )
    runs = chains.flatten_last(lambda chain: chain.getConsecutiveSequences())
    rests = chains.flatten_last(lambda chain: chain.getBreaks())
    return [
        factory.for_each(Cell)
        .join(
            Cell,
            Joiners.equal(lambda cell: cell.person),
            Joiners.equal(lambda cell: cell.day + 1, lambda cell: cell.day),
        )
        .if_exists(
            Barred,
            Joiners.equal(lambda cell, after: cell.kind, lambda barred: barred.kind),
            Joiners.equal(lambda cell, after: after.kind, lambda barred: barred.next),
        )
        .penalize(HARD)
        .as_constraint("successions"),
        runs.filter(lambda person, run: run.getCount() > person.max_run)
        .penalize(HARD, lambda person, run: run.getCount() - person.max_run)
        .as_constraint("longest run"),
        runs.filter(lambda person, run: run.getCount() < person.min_run)
        .filter(lambda person, run: run.getFirstItem().day > 0)
        .filter(lambda person, run: run.getLastItem().day < run.getLastItem().last)
        .penalize(HARD, lambda person, run: person.min_run - run.getCount())
        .as_constraint("shortest run"),
        rests.filter(lambda person, rest: rest.getLength() - 1 < person.min_rest)
        .penalize(HARD, lambda person, rest: person.min_rest + 1 - rest.getLength())
        .as_constraint("shortest rest"),
    ]


def costs(factory: ConstraintFactory) -> list[Constraint]:
    """Return covers and wishes."""
    there = (
        factory.for_each(Need)
        .join(
            Cell,
            Joiners.equal(lambda need: need.day, lambda cell: cell.day),
            Joiners.equal(lambda need: need.kind, lambda cell: cell.kind),
        )
        .group_by(lambda need, cell: need, ConstraintCollectors.count_bi())
    )
    granted = (
        Joiners.equal(lambda wish: wish.person, lambda cell: cell.person),
        Joiners.equal(lambda wish: wish.day, lambda cell: cell.day),
        Joiners.equal(lambda wish: wish.kind, lambda cell: cell.kind),
    )
    return [
        there.filter(lambda need, n: n < need.required)
        .penalize(SOFT, lambda need, n: (need.required - n) * need.under)
        .as_constraint("too few"),
        there.filter(lambda need, n: n > need.required)
        .penalize(SOFT, lambda need, n: (n - need.required) * need.over)
        .as_constraint("too many"),
        factory.for_each(Need)
        .if_not_exists(
            Cell,
            Joiners.equal(lambda need: need.day, lambda cell: cell.day),
            Joiners.equal(lambda need: need.kind, lambda cell: cell.kind),
        )
        .penalize(SOFT, lambda need: need.required * need.under)
        .as_constraint("nobody"),
        factory.for_each(Wish)
        .filter(lambda wish: wish.wanted)
        .if_not_exists(Cell, *granted)
        .penalize(SOFT, lambda wish: wish.weight)
        .as_constraint("wanted"),
        factory.for_each(Wish)
        .filter(lambda wish: not wish.wanted)
        .if_exists(Cell, *granted)
        .penalize(SOFT, lambda wish: wish.weight)
        .as_constraint("unwanted"),
    ]


def by_timefold(problem: Problem, seconds: float, seed: int = 0) -> Answer:
    """Search with Timefold's default phases, on one thread as its open edition does; its bound is unknown."""
    start = time.perf_counter()
    plan = _plan(problem)
    factory = SolverFactory.create(
        SolverConfig(
            solution_class=Plan,
            entity_class_list=[Cell],
            random_seed=seed,
            score_director_factory_config=ScoreDirectorFactoryConfig(constraint_provider_function=rules),
        )
    )
    left = max(_LEAST_SECONDS, seconds - (time.perf_counter() - start))
    ends = TerminationConfig(spent_limit=Duration(milliseconds=round(left * 1000)))
    found = factory.build_solver(SolverConfigOverride(termination_config=ends)).solve(plan)
    cells = [cell for cell in found.cells if cell.kind is not None]
    return Answer({(cell.person.id, cell.day): cell.kind.id for cell in cells})


def _plan(problem: Problem) -> Plan:
    kinds = {shift.id: Kind(shift.id, shift.minutes) for shift in problem.shifts}
    step = max(1, *(shift.minutes for shift in problem.shifts))
    people = {
        w.id: Person(
            w.id,
            w.min_minutes or 0,
            problem.days * step if w.max_minutes is None else w.max_minutes,
            w.max_run or problem.days,
            w.min_run,
            w.min_rest,
            len(problem.weekends) if w.max_weekends is None else w.max_weekends,
            step,
        )
        for w in problem.workers
    }
    weekend = {day: number for number, span in enumerate(problem.weekends) for day in span}
    days = [(w, day) for w in problem.workers for day in range(problem.days) if day not in w.days_off]
    return Plan(
        kinds=list(kinds.values()),
        people=list(people.values()),
        caps=[Cap(people[w.id], kinds[s], n) for w in problem.workers for s, n in w.max_shifts.items()],
        barred=[Barred(kinds[s.id], kinds[after]) for s in problem.shifts for after in s.not_next],
        needs=[
            Need(c.day, kinds[shift], c.required, c.under, c.over)
            for c in problem.covers
            for shift in c.shifts
        ],
        wishes=[Wish(people[r.worker], r.day, kinds[r.shift], r.weight, r.wanted) for r in problem.requests],
        cells=[
            Cell(number, people[w.id], day, problem.days - 1, weekend.get(day, -1))
            for number, (w, day) in enumerate(days)
        ],
    )
