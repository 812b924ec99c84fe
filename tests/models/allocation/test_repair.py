"""A repair changes the least after which nothing is worse than allowed; enumeration says so too."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from random import Random

import pytest

from models.allocation.bounds import no_worse_than_today
from models.allocation.check import check
from models.allocation.model import today
from models.allocation.outcome import Assignment, Outcome
from models.allocation.problem import Problem
from models.allocation.repair import RETURNS, least_change
from models.allocation.requirements import (
    GroupShare,
    Kept,
    Maximum,
    Minimum,
    PostShare,
    Returns,
    Target,
    Unmoved,
)
from models.run import Limits, Stop
from tests.models.allocation import brute_force
from tests.models.allocation.small import (
    ALPHA,
    BETA,
    borrowed,
    changer,
    donor,
    mover,
    places,
    posed,
    receiver,
)
from tests.models.allocation.synthetic import county, tiny

BATCHES = 8
BATCH = 15
Allowed = dict[tuple[str | None, int | None], int]


def changed(problem: Problem, outcome: Outcome) -> dict[int, tuple[int | None, str]]:
    """Return where those are after a repair whom it touches."""
    before = {a.worker: (a.site, a.post) for a in today(problem)}
    return {worker: place for worker, place in places(outcome).items() if place != before[worker]}


def short_today(problem: Problem) -> Allowed:
    """Return what is short today, target by target and site by site."""
    found: Allowed = {}
    for missed in check(problem, today(problem)).shortages:
        if isinstance(missed.requirement, Target):
            together = isinstance(missed.requirement, Returns | GroupShare | Unmoved)
            key = missed.requirement.level, None if together else missed.site
            found[key] = found.get(key, 0) + missed.short
    return found


SITES = [receiver(1, beta=4), receiver(2, beta=2), donor(11, other=9)]


def test_only_the_new_hole_is_filled() -> None:
    workers = [mover(n) for n in (1, 2, 3, 4)]
    problem = posed(workers, SITES, Minimum({1: 5, 2: 5}, "minimum"))
    outcome = least_change(problem, {("minimum", 2): 3})
    assert changed(problem, outcome) == {1: (1, BETA)}
    assert outcome.status == "optimal"
    assert outcome.values["minimum"] == 3


def test_the_hole_is_not_shifted_to_another_site() -> None:
    sites = [receiver(1, beta=4), receiver(2, beta=4), donor(11, other=9)]
    workers = [mover(1, home=2), mover(2)]
    outcome = least_change(posed(workers, sites, Minimum({1: 5, 2: 5}, "minimum")), {})
    assert places(outcome)[1] == (2, BETA)
    assert places(outcome)[2][0] == 1


def test_nothing_changes_where_everything_is_allowed() -> None:
    problem = posed([mover(1), borrowed(2)], SITES, Minimum({1: 5, 2: 5}, "minimum"), Returns("returns_due"))
    outcome = least_change(problem, short_today(problem))
    assert changed(problem, outcome) == {}
    assert outcome.status == "optimal"


def test_somebody_drawn_off_comes_home_before_anybody_is_transferred_or_changes_post() -> None:
    sites = [receiver(1, alpha=1, beta=3), donor(11, other=9)]
    workers = [changer(1), mover(2), borrowed(3, post=ALPHA), borrowed(4)]
    requirements = (PostShare({1: 0}, frozenset({ALPHA}), 40, 100, "share"), Returns("due"))
    problem = posed(workers, sites, *requirements)
    outcome = least_change(problem, {("due", None): 2})
    assert changed(problem, outcome) in ({3: (1, ALPHA)}, {1: (1, ALPHA)})
    assert outcome.values["transfers"] == 0


def test_whoever_is_returning_comes_home_and_the_others_stay_away() -> None:
    problem = posed([borrowed(1), borrowed(2), borrowed(3)], SITES, Returns("due"))
    outcome = least_change(problem, {("due", None): 3}, returning={2})
    assert changed(problem, outcome) == {2: (1, BETA)}


def test_what_cannot_be_repaired_stays_as_little_short_as_can_be() -> None:
    problem = posed([mover(1)], [receiver(1, beta=2), donor(11, other=9)], Minimum({1: 5}, "minimum"))
    outcome = least_change(problem, {("minimum", 1): 1})
    assert changed(problem, outcome) == {1: (1, BETA)}
    assert outcome.values["minimum"] == 2


def test_bounds_are_never_allowed_to_be_broken() -> None:
    problem = posed([mover(1)], [receiver(1, beta=4), donor()], Minimum({1: 5}, "minimum"), Kept({11: 1}))
    outcome = least_change(problem, {("minimum", 11): 5, (None, 11): 5})
    assert changed(problem, outcome) == {}
    assert outcome.values["minimum"] == 1


def test_a_hard_target_that_cannot_be_met_is_infeasible() -> None:
    problem = posed([], [receiver(1, beta=4), donor()], Minimum({1: 5}))
    assert least_change(problem, {}).status == "infeasible"


def test_a_stopped_repair_says_so_and_has_no_plan() -> None:
    stop = Stop()
    stop.request()
    outcome = least_change(posed([mover(1)], SITES, Minimum({1: 5}, "minimum")), {}, stop=stop)
    assert (outcome.status, outcome.assignments) == ("stopped", ())


def test_a_county_short_of_one_more_is_repaired_by_one() -> None:
    problem = county(400, 3)
    before = short_today(problem)
    [minimum] = [r for r in problem.requirements if isinstance(r, Minimum)]
    there = dict.fromkeys(minimum.at_least, 0)
    for assignment in today(problem):
        if assignment.site in there:
            there[assignment.site] += 1
    site = min(there)
    present = there[site] + problem.site_by_id[site].fixed_total
    higher = replace(
        minimum, at_least={**minimum.at_least, site: present + before.get(("minimum", site), 0) + 1}
    )
    requirements = tuple(higher if r is minimum else r for r in problem.requirements)
    outcome = least_change(replace(problem, requirements=requirements), before, limits=Limits(20))
    assert outcome.status == "optimal"
    assert len(changed(problem, outcome)) == 1


# the law


def _lacking(problem: Problem, allowed: Allowed, plan: tuple[Assignment, ...]) -> dict[str, int] | None:
    """Return by level how far a plan exceeds what is allowed; None where it breaks something hard."""
    report = check(problem, plan)
    if not report.sound:
        return None
    over = dict.fromkeys(problem.levels, 0)
    for requirement in problem.requirements:
        if requirement.level is None:
            continue
        sites = [None, *(site.id for site in problem.sites)]
        short = dict.fromkeys(sites, 0)
        for missed in report.shortages:
            if missed.requirement is requirement:
                by_site = isinstance(requirement, Target) and not isinstance(
                    requirement, Returns | GroupShare | Unmoved
                )
                short[missed.site if by_site else None] += missed.short
        for site in sites:
            spared = allowed.get((requirement.level, site), 0) if isinstance(requirement, Target) else 0
            over[requirement.level] += max(0, short[site] - spared)
    return over


def _best(problem: Problem, allowed: Allowed) -> tuple[int, ...] | None:
    best: tuple[int, ...] | None = None
    for chosen in product(*(brute_force.options(problem, worker) for worker in problem.workers)):
        plan = tuple(Assignment(w.id, *o[0]) for w, o in zip(problem.workers, chosen, strict=True))
        over = _lacking(problem, allowed, plan)
        if over is None:
            continue
        home = sum(
            w.must_return and not w.held and a.site != w.current
            for w, a in zip(problem.workers, plan, strict=True)
        )
        value = (*over.values(), sum(o[1] for o in chosen), sum(o[2] for o in chosen), home)
        best = value if best is None else min(best, value)
    return best


def _found(problem: Problem, allowed: Allowed, outcome: Outcome) -> tuple[int, ...]:
    over = _lacking(problem, allowed, outcome.assignments)
    assert over is not None
    by_id = problem.worker_by_id
    home = sum(
        by_id[a.worker].must_return and not by_id[a.worker].held and a.site != by_id[a.worker].current
        for a in outcome.assignments
    )
    return (*over.values(), outcome.values["transfers"], outcome.values["post_changes"], home)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_no_smaller_change_keeps_to_what_is_allowed(batch: int) -> None:
    for seed in range(batch * BATCH, (batch + 1) * BATCH):
        problem, _ = no_worse_than_today(tiny(5000 + seed))
        if brute_force.size(problem) > 1500:
            continue
        random = Random(seed)
        today_short = short_today(problem)
        allowed: Allowed = {key: random.randint(0, n) for key, n in today_short.items()}
        outcome, best = least_change(problem, allowed), _best(problem, allowed)
        if best is None:
            assert outcome.status == "infeasible", seed
        else:
            assert outcome.status == "optimal", seed
            assert _found(problem, allowed, outcome) == best, seed


def test_the_returns_level_is_no_level_of_a_problem() -> None:
    problem = posed([mover(1)], SITES, Minimum({1: 5}, "minimum"), Maximum({1: 6}))
    assert RETURNS not in least_change(problem, {}).values
