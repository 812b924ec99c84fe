from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from random import Random

import numpy as np
import pytest

from models.rostering.columns import compiled, pricing, stepwise
from models.rostering.columns import space as spaces
from models.rostering.columns.compiling import COMPILES
from models.rostering.columns.pricing import CAREFULLY, QUICKLY, Path, cheapest, cheapest_within_limits
from models.rostering.columns.space import Floats, Ints, Space, spaces_of
from models.rostering.problem import Problem, Worker
from tests.models.rostering.brute_force import lines_of, tiny_classic
from tests.models.rostering.columns.shops import keeps_limits
from tests.models.rostering.small import SHIFTS

Asked = tuple[dict[bytes, Ints], Space, Floats, float]


@cache
def everything(seed: int) -> tuple[dict[bytes, Ints], ...]:
    """Return every roster of each worker of a random problem."""
    problem = tiny_classic(seed)
    return tuple(
        {(line := numbered(each)).tobytes(): line for each in lines_of(problem, worker)}
        for worker in problem.workers
    )


def asked(seeds: range) -> Iterator[Asked]:
    """Ask every worker of random problems at random prices, of shifts and of a weekend."""
    for seed in seeds:
        problem, random = tiny_classic(seed), np.random.default_rng(seed)
        for rosters, space in zip(everything(seed), spaces_of(problem), strict=True):
            prices = random.integers(-9, 6, (problem.days, len(problem.shifts))).astype(float)
            yield rosters, space, prices, float(Random(seed).choice([0, 4, -3]))


def by(forward: object, space: Space, prices: Floats, weekend: float) -> tuple[Floats, list[Path]]:
    """Return the states a programme fills, outside its band 0, and five of its paths."""
    arrays = (space.class_of, space.group_of, space.follows, space.added, space.valid, space.weekend)
    best = np.full((len(prices), space.nodes, space.width), np.nan)
    assert callable(forward)
    forward(prices, weekend, space.allowed, space.free, *arrays, *space.runs, space.window, best)
    for day, (low, high) in enumerate(space.window):
        best[day, :, high - low :] = 0
    return best, cheapest(space, prices, weekend, many=5)


@pytest.mark.skipif(not COMPILES, reason="numba is not installed")
def test_numpy_fills_the_states_that_compiled_code_fills(monkeypatch: pytest.MonkeyPatch) -> None:
    for _, space, prices, weekend in asked(range(40)):
        monkeypatch.setattr(pricing, "forward", compiled.forward)
        fast, its_paths = by(compiled.forward, space, prices, weekend)
        monkeypatch.setattr(pricing, "forward", stepwise.forward)
        slow, paths = by(stepwise.forward, space, prices, weekend)
        assert np.array_equal(fast, slow)
        assert [(p.price, p.line.tolist()) for p in paths] == [(p.price, p.line.tolist()) for p in its_paths]


def price(space: Space, line: Ints, prices: Floats, weekend: float) -> float:
    days = np.flatnonzero(line >= 0)
    return float(prices[days, line[days]].sum() + weekend * space.counts(line)[-1])


def numbered(line: tuple[str | None, ...]) -> Ints:
    return np.array([-1 if s is None else "AB".index(s) for s in line])


@pytest.mark.parametrize("forward", [compiled.forward, stepwise.forward])
def test_the_cheapest_roster_is_that_of_trying_everything(
    forward: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pricing, "forward", forward)
    impossible = 0
    for rosters, space, prices, weekend in asked(range(40)):
        found = cheapest(space, prices, weekend)
        if not rosters:
            assert not found
            impossible += 1
            continue
        assert found[0].price == min(price(space, line, prices, weekend) for line in rosters.values())
        assert found[0].price == price(space, found[0].line, prices, weekend)
        assert found[0].line.tobytes() in rosters
    assert 5 < impossible < 50


def test_further_paths_are_dearer_rosters_too() -> None:
    for rosters, space, prices, weekend in asked(range(20)):
        paths = cheapest(space, prices, weekend, many=6)
        assert len({path.line.tobytes() for path in paths}) == len(paths) <= 6
        assert [p.price for p in paths] == sorted(p.price for p in paths)
        assert {path.line.tobytes() for path in paths} <= rosters.keys()
        assert all(p.price == price(space, p.line, prices, weekend) for p in paths)


@pytest.mark.parametrize("raised", [CAREFULLY, QUICKLY])
def test_limits_are_kept_by_raising_prices_where_states_are_too_many(
    raised: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spaces, "MOST_STATES", 0)
    beyond = given_up = 0
    for rosters, space, prices, _ in asked(range(40)):
        unlimited, found = cheapest(space, prices - 4), cheapest_within_limits(space, prices - 4, raised)
        if found is None:
            given_up += bool(rosters)
            continue
        assert found.line.tobytes() in rosters
        least = min(price(space, line, prices - 4, 0) for line in rosters.values())
        assert price(space, found.line, prices - 4, 0) >= least >= unlimited[0].price
        beyond += not keeps_limits(space, unlimited[0].line)
    assert beyond > 3
    assert given_up == 0


def test_without_further_limits_the_cheapest_keeps_them() -> None:
    (space,) = spaces_of(Problem(7, SHIFTS, (Worker(0, {"D": 2}, max_weekends=0),)))
    found = cheapest_within_limits(space, np.full((7, 2), [-2.0, -1.0]))
    assert found is not None
    assert found.price == -2 * 2 - 3
    assert space.counts(found.line).tolist() == [2, 3, 0]


def test_a_worker_without_a_roster_has_none() -> None:
    (space,) = spaces_of(Problem(3, SHIFTS, (Worker(0, min_minutes=37),)))
    assert cheapest(space, np.zeros((3, 2))) == []
    assert cheapest_within_limits(space, np.zeros((3, 2))) is None


def test_prices_are_left_as_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spaces, "MOST_STATES", 0)
    (space,) = spaces_of(Problem(4, SHIFTS, (Worker(0, {"D": 1}),)))
    prices = np.full((4, 2), [-2.0, 5.0])
    assert cheapest_within_limits(space, prices) is not None
    assert prices.tolist() == [[-2.0, 5.0]] * 4


def test_what_limits_cost_is_remembered_and_fades(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spaces, "MOST_STATES", 0)
    (space,) = spaces_of(Problem(4, SHIFTS, (Worker(0, {"D": 1}),)))
    prices, paid = np.full((4, 2), [-2.0, 5.0]), np.zeros(len(space.limits))
    prices[0, 0] = -9.0
    first = cheapest_within_limits(space, prices, QUICKLY, paid)
    needed = paid.copy()
    again = cheapest_within_limits(space, prices, QUICKLY, paid)
    assert first is not None
    assert again is not None
    assert first.line.tolist() == again.line.tolist() == [0, -1, -1, -1]
    assert needed[0] > 2
    assert 2 < paid[0] < needed[0]
    assert paid[1:].tolist() == [0.0] * (len(paid) - 1)


def test_pricing_needs_no_compiler() -> None:
    script = (
        "import sys; sys.modules['numba'] = None\n"
        "from models.rostering.columns import pricing, stepwise\n"
        "from models.rostering.columns.space import spaces_of\n"
        "from tests.models.rostering.brute_force import tiny_classic\n"
        "assert pricing.forward is stepwise.forward\n"
        "(space, *_) = spaces_of(tiny_classic(1))\n"
        "print([p.line.tolist() for p in pricing.cheapest(space, space.own_cost - 1.0, many=3)])\n"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    space, *_ = spaces_of(tiny_classic(1))
    assert ran.stdout.strip() == str([p.line.tolist() for p in cheapest(space, space.own_cost - 1.0, many=3)])
