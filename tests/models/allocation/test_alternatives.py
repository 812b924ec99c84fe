"""Other plans of equal cost: their kinds are counted exactly, and each differs and costs the same."""

from __future__ import annotations

from itertools import combinations, product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.allocation.alternatives import MOST_KINDS, Alternatives, alternatives, moves_of
from models.allocation.bounds import no_worse_than_today
from models.allocation.check import check
from models.allocation.kinds import Kind, kind_of
from models.allocation.model import solve
from models.allocation.outcome import Assignment, Outcome
from models.allocation.problem import Problem
from models.allocation.requirements import Kept, Minimum
from models.run import Limits, Stop
from tests.models.allocation.brute_force import options, size, values_of
from tests.models.allocation.small import donor, mover, posed, receiver, solved
from tests.models.allocation.synthetic import county, tiny

SMALL_ENOUGH = 5_000


def kinds_by_enumeration(problem: Problem, best: tuple[int, ...]) -> set[Kind]:
    """Return the kinds of all optimal plans by trying everything."""
    problem, _ = no_worse_than_today(problem)
    found = set()
    for chosen in product(*(options(problem, worker) for worker in problem.workers)):
        if values_of(problem, chosen) == best:
            places = (option[0] for option in chosen)
            assigned = zip(problem.workers, places, strict=True)
            found.add(kind_of(problem, tuple(Assignment(w.id, site, post) for w, (site, post) in assigned)))
    return found


def alike(seed: int) -> Problem:
    """Return a problem of interchangeable donors and receivers, in which many plans are equal."""
    random = Random(seed)
    donors, receivers = range(11, 11 + random.randint(1, 3)), range(1, 1 + random.randint(1, 3))
    people = [donor for donor in donors for _ in range(random.randint(1, 2))]
    needed = {site: random.randint(0, 2) for site in receivers}
    return posed(
        [mover(number, home, cost=random.choice((0, 0, 0, 1))) for number, home in enumerate(people, 1)],
        [*(receiver(site) for site in receivers), *(donor(home) for home in donors)],
        Minimum(needed, "minimum"),
        Kept({random.choice(donors): random.randint(0, 1)}),
    )


def _assert_equal_and_different(problem: Problem, first: Outcome, found: Alternatives) -> None:
    for outcome in found.outcomes:
        report = check(problem, outcome.assignments)
        assert report.sound
        assert dict(report.levels) == dict(first.values)
    assert len(found.outcomes) <= 5
    for a, b in combinations(found.outcomes, 2):
        one, other = moves_of(problem, a), moves_of(problem, b)
        assert kind_of(problem, a.assignments) != kind_of(problem, b.assignments) or 3 * len(
            one - other
        ) >= max(len(one), len(other))


def test_the_kinds_of_tiny_problems_are_all_counted() -> None:
    several = 0
    for seed in range(90):
        problem = alike(seed) if seed % 3 else tiny(seed)
        outcome = solve(problem)
        if size(problem) > SMALL_ENOUGH or not outcome.assignments:
            continue
        found = alternatives(problem, outcome)
        kinds = kinds_by_enumeration(problem, tuple(outcome.values.values()))
        assert (found.others, found.exact) == (len(kinds) - 1, True), seed
        _assert_equal_and_different(problem, outcome, found)
        several += len(kinds) > 1
    assert several > 20


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 2**20))
def test_any_two_alternatives_cost_the_same_and_differ(seed: int) -> None:
    problem = alike(seed)
    outcome = solve(problem)
    if outcome.assignments:
        _assert_equal_and_different(problem, outcome, alternatives(problem, outcome))


@pytest.mark.parametrize("seed", range(3))
def test_the_alternatives_of_a_county_cost_the_same_and_differ(seed: int) -> None:
    problem = county(80, seed, same_place=True)
    outcome = solve(problem)
    found = alternatives(problem, outcome, limits=Limits(20))
    assert found.outcomes[0] == outcome
    assert 1 <= len(found.outcomes) <= 5
    _assert_equal_and_different(problem, outcome, found)


def test_two_donors_that_could_give_the_same_are_two_kinds() -> None:
    problem = posed([mover(1, 11), mover(2, 12)], [receiver(), donor(11), donor(12)], Minimum({1: 1}))
    found = alternatives(problem, solved(problem))
    assert (found.others, found.exact, len(found.outcomes)) == (1, True, 2)


def test_where_only_the_people_differ_another_plan_is_named_and_no_kind_counted() -> None:
    problem = posed([mover(1), mover(2)], [receiver(), donor()], Minimum({1: 1}))
    found = alternatives(problem, solved(problem))
    assert (found.others, found.exact) == (0, True)
    first, second = (moves_of(problem, outcome) for outcome in found.outcomes)
    assert not first & second


def test_a_dearer_plan_is_no_alternative() -> None:
    problem = posed(
        [mover(1, 11, cost=1), mover(2, 12, cost=2)], [receiver(), donor(11), donor(12)], Minimum({1: 1})
    )
    found = alternatives(problem, solved(problem))
    assert (found.others, len(found.outcomes)) == (0, 1)


def test_a_search_that_is_stopped_claims_no_exact_count() -> None:
    problem = posed([mover(1, 11), mover(2, 12)], [receiver(), donor(11), donor(12)], Minimum({1: 1}))
    stop = Stop()
    stop.request()
    found = alternatives(problem, solved(problem), stop=stop)
    assert (len(found.outcomes), found.exact) == (1, False)


def test_other_people_are_found_although_the_most_different_ones_are_dearer() -> None:
    movers = [*(mover(number, cost=0) for number in range(1, 5)), mover(5, cost=3), mover(6, cost=3)]
    problem = posed(movers, [receiver(), donor()], Minimum({1: 3}))
    found = alternatives(problem, solved(problem))
    first, second = (moves_of(problem, outcome) for outcome in found.outcomes[:2])
    assert len(first - second) == 1
    _assert_equal_and_different(problem, found.outcomes[0], found)


def test_beyond_the_most_that_are_counted_the_count_is_a_lower_bound() -> None:
    homes = range(11, 22)
    problem = posed(
        [mover(home, home) for home in homes], [receiver(), *(donor(h) for h in homes)], Minimum({1: 5})
    )
    found = alternatives(problem, solved(problem))
    assert (found.others, found.exact, len(found.outcomes)) == (MOST_KINDS, False, 5)


def test_a_problem_in_which_nobody_may_move_has_no_other_plan() -> None:
    problem = posed([], [receiver(), donor()], Minimum({1: 0}))
    found = alternatives(problem, solved(problem))
    assert (found.others, found.exact, len(found.outcomes)) == (0, True, 1)
