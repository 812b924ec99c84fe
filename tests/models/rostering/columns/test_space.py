from __future__ import annotations

import numpy as np
import pytest

from models.rostering.columns import space as spaces
from models.rostering.columns.space import Ints, Space, spaces_of
from models.rostering.problem import Problem, Request, Shift, Worker
from tests.models.rostering.brute_force import lines_of, own_cost, tiny_classic
from tests.models.rostering.columns.shops import keeps_limits
from tests.models.rostering.small import DAY, SHIFTS, locked

NIGHT = Shift("N", 12, frozenset({"D"}))


def space(worker: Worker, days: int = 7, shifts: tuple[Shift, ...] = SHIFTS, weekday: int = 0) -> Space:
    return spaces_of(Problem(days, shifts, (worker,), first_weekday=weekday))[0]


def numbered(line: str) -> Ints:
    return np.array(["DN".find(letter) for letter in line])


def test_shifts_with_the_same_successors_are_one_class() -> None:
    late = Shift("L", 8)
    found = space(Worker(0), shifts=(DAY, NIGHT, late))
    assert found.class_of.tolist() == [0, 1, 0]
    assert found.group_of.tolist() == [0, 1, 1]
    assert found.follows.tolist() == [[True, False], [True, True]]


def test_a_shift_that_asks_for_rest_is_followed_by_nothing() -> None:
    found = space(Worker(0), shifts=(DAY, Shift("G", rest_after=1)))
    assert found.follows[:, found.class_of[1]].tolist() == [False]


def test_minutes_are_counted_in_their_common_part() -> None:
    found = space(Worker(0, min_minutes=21, max_minutes=39))
    assert found.added[0].tolist() == [2, 3]
    assert found.least == 6
    assert found.window[-1].tolist() == [6, 10]


def test_days_off_locks_and_forbidden_shifts_close_cells() -> None:
    worker = Worker(0, {"N": 0}, days_off=frozenset({0}))
    (found,) = spaces_of(Problem(4, SHIFTS, (worker,), locked=locked(".D-N")))
    assert found.allowed.tolist() == [[False, False], [True, False], [False, False], [False, False]]
    assert found.free.tolist() == [True, False, True, False]


def test_weekends_begin_on_saturday_or_after_a_free_saturday() -> None:
    found = space(Worker(0, max_weekends=1), days=8, weekday=6)
    assert found.weekend.tolist() == [2, 0, 0, 0, 0, 0, 1, 2]
    assert found.counts(numbered("D-----DD")).tolist() == [3, 0, 2]
    assert found.counts(numbered("------ND")).tolist() == [1, 1, 1]
    assert found.counts(numbered("-------D")).tolist() == [1, 0, 1]
    assert not keeps_limits(found, numbered("D-----DD"))
    assert keeps_limits(found, numbered("------DD"))


def test_a_roster_costs_what_the_check_counts() -> None:
    for seed in range(20):
        problem = tiny_classic(seed)
        for worker, mine in zip(problem.workers, spaces_of(problem), strict=True):
            for line in list(lines_of(problem, worker))[:40]:
                written = np.array([-1 if s is None else "AB".index(s) for s in line])
                assert keeps_limits(mine, written)
                assert mine.cost(written) == own_cost(problem, worker, line)


def test_wishes_are_a_constant_and_a_price_of_cells() -> None:
    wishes = (Request(0, 1, "N", 5), Request(0, 0, "D", 3, wanted=False))
    (found,) = spaces_of(Problem(2, SHIFTS, (Worker(0),), requests=wishes))
    assert found.constant == 5
    assert found.own_cost.tolist() == [[3, 0], [0, -5]]


def test_limits_are_counted_along_a_path_while_states_are_few(monkeypatch: pytest.MonkeyPatch) -> None:
    worker = Worker(0, {"D": 2, "N": 3}, max_weekends=1)
    assert space(worker, 14).priced == ()
    exact = space(worker, 14).width
    monkeypatch.setattr(spaces, "MOST_STATES", 20_000)
    assert space(worker, 14).priced == (0, 1)
    monkeypatch.setattr(spaces, "MOST_STATES", 0)
    none_kept = space(worker, 14)
    assert none_kept.priced == (0, 1, 2)
    assert none_kept.limits.tolist() == [2, 3, 1]
    assert exact == none_kept.width * 3 * 4 * 2


def test_a_limit_of_nothing_is_always_kept_along_a_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spaces, "MOST_STATES", 0)
    found = space(Worker(0, max_weekends=0))
    assert found.priced == ()
    assert found.valid[0].any()
    assert not found.valid[1].any()


def test_a_limit_of_every_day_is_none() -> None:
    assert space(Worker(0, {"D": 9}, max_weekends=5)).limits.tolist() == [7, 7, 7]


def test_fixed_cells_leave_the_lines_that_have_them() -> None:
    for seed in range(10):
        problem = tiny_classic(seed)
        for worker, mine in zip(problem.workers, spaces_of(problem), strict=True):
            every = [
                np.array([-1 if s is None else "AB".index(s) for s in x]) for x in lines_of(problem, worker)
            ]
            for chosen in every[:5]:
                first = mine.fixed({0: int(chosen[0])})
                assert [first.takes(line) for line in every] == [line[0] == chosen[0] for line in every]
                whole = first.fixed(dict(enumerate(chosen.tolist())))
                assert not whole.undecided.any()
                assert [line.tolist() for line in every if whole.takes(line)] == [chosen.tolist()]


def test_a_day_with_one_choice_is_decided() -> None:
    worker = Worker(0, {"N": 0}, days_off=frozenset({0}))
    (found,) = spaces_of(Problem(4, SHIFTS, (worker,), locked=locked("..-D")))
    assert found.undecided.tolist() == [False, True, False, False]
    assert found.fixed({1: -1}).undecided.tolist() == [False, False, False, False]
    assert not found.fixed({0: 0}).allowed[0].any()
