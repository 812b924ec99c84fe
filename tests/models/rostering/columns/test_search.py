from __future__ import annotations

import pytest

from models.rostering.check import check
from models.rostering.columns import search as searching
from models.rostering.columns import space as spaces
from models.rostering.columns.search import search
from models.rostering.model import solve
from models.rostering.problem import Problem, Request, Worker
from models.run import Clock, Limits, Stop
from tests.models.rostering.brute_force import tiny_classic
from tests.models.rostering.small import SHIFTS, every_day


def clock(seconds: float = 20, seed: int = 0, stop: Stop | None = None) -> Clock:
    return Clock(Limits(seconds, seed), stop or Stop())


def unheard(_best: int | None, _bound: int | None) -> None:
    pass


def middling() -> Problem:
    """Return a problem whose linear programme leaves a gap for the neighbourhoods."""
    workers = tuple(
        Worker(i, max_run=5, min_run=2, min_rest=2, max_weekends=2, min_minutes=8 * 12, max_minutes=8 * 15)
        for i in range(9)
    )
    wishes = tuple(Request(i % 9, i % 28, "DN"[i % 2], 1 + i % 3, i % 5 < 3) for i in range(90))
    return Problem(28, SHIFTS, workers, every_day(28, "D", 3, 100, 1) + every_day(28, "N", 2, 100, 1), wishes)


@pytest.mark.parametrize("batch", range(3))
def test_small_problems_cost_what_the_other_engine_finds(batch: int) -> None:
    for seed in range(batch * 15, batch * 15 + 15):
        problem = tiny_classic(seed)
        outcome, found = solve(problem), search(problem, clock(), unheard, threads=1)
        assert found.cost == outcome.objective, f"seed {seed}"
        if found.roster is None:
            assert outcome.status == "infeasible"
            continue
        report = check(problem, found.roster)
        assert report.sound
        assert report.cost == found.cost == found.bound


@pytest.mark.parametrize("size", ["MIDDLING", "LARGE", "HUGE"])
@pytest.mark.parametrize("threads", [1, 2])
def test_larger_problems_come_to_the_same(size: str, threads: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for bound in ("MIDDLING", "LARGE", "HUGE")[: ["MIDDLING", "LARGE", "HUGE"].index(size) + 1]:
        monkeypatch.setattr(searching, bound, 0)
    for seed in range(6):
        problem = tiny_classic(seed)
        found = search(problem, clock(0.5), unheard, threads)
        assert found.cost == solve(problem).objective
        assert found.cost is None or found.bound <= found.cost


def test_limits_left_to_the_master_are_kept_and_bound_no_less(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spaces, "MOST_STATES", 0)
    for seed in range(15):
        problem = tiny_classic(seed)
        best, found = solve(problem).objective, search(problem, clock(0.5), unheard, threads=1)
        if found.roster is None or found.cost is None or best is None:
            assert best is None
            continue
        assert check(problem, found.roster).sound
        assert found.bound <= best <= found.cost


def test_the_best_never_beats_the_bound() -> None:
    problem = middling()
    told: list[tuple[int | None, int | None]] = []
    found = search(problem, clock(1), lambda best, bound: told.append((best, bound)), threads=2)
    assert found.roster is not None
    assert found.cost is not None
    report = check(problem, found.roster)
    assert report.sound
    assert report.cost == found.cost >= found.bound
    best = [b for b, _ in told if b is not None]
    bounds = [b for _, b in told if b is not None]
    assert best == sorted(best, reverse=True)
    assert bounds == sorted(bounds)
    assert best[-1] == found.cost
    assert all(b is None or found.cost >= b for _, b in told)


def test_the_bound_is_below_what_the_other_engine_finds() -> None:
    problem = middling()
    other = solve(problem, Limits(0.8))
    assert other.objective is not None
    assert search(problem, clock(0.8), unheard, threads=1).bound <= other.objective


def test_a_stop_ends_the_search_with_its_best() -> None:
    stop, problem = Stop(), middling()

    def tell(best: int | None, _bound: int | None) -> None:
        if best is not None:
            stop.request()

    time = clock(60, stop=stop)
    found = search(problem, time, tell, threads=1)
    assert time.seconds < 10
    assert found.roster is not None
    assert check(problem, found.roster).sound
    assert found.cost == check(problem, found.roster).cost


def test_a_worker_without_any_roster_is_reported() -> None:
    problem = Problem(3, SHIFTS, (Worker(0), Worker(1, min_minutes=37)), every_day(3))
    found = search(problem, clock(), unheard, threads=1)
    assert (found.roster, found.cost) == (None, None)


def test_nobody_at_all_costs_every_cover() -> None:
    found = search(Problem(3, SHIFTS, (), every_day(3)), clock(0.5), unheard, threads=1)
    assert (found.roster, found.cost) == ({}, 30)


def test_the_same_seed_gives_the_same_roster() -> None:
    problem = tiny_classic(0)
    first, again = (search(problem, clock(seed=3), unheard, threads=1) for _ in range(2))
    assert first == again


def test_two_threads_find_the_same_cost() -> None:
    problem = tiny_classic(1)
    both = {search(problem, clock(), unheard, threads).cost for threads in (1, 2)}
    assert len(both) == 1
