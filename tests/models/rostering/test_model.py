from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from models.rostering import model
from models.rostering.check import check
from models.rostering.columns import search
from models.rostering.grid import Grid
from models.rostering.model import UnsoundRosterError, by_columns, repair, size, solve
from models.rostering.problem import Problem, Request, Tally, Worker
from models.rostering.rules.runs import runs
from models.rostering.solver import Found, run
from models.run import Limits, Progress, Stop
from tests.models.rostering.brute_force import tiny_classic
from tests.models.rostering.small import (
    DAY,
    NIGHT,
    SHIFTS,
    every_day,
    impossible,
    lines,
    roster,
    solved,
    wants,
)


def week(*workers: Worker) -> Problem:
    return Problem(7, SHIFTS, workers, every_day(7))


def station(people: int = 30, days: int = 28, *, plain: bool = False) -> Problem:
    """Return a problem that is solved at once, and not proven for long; only a plain one is for columns."""
    random = Random(1)
    workers = tuple(
        Worker(i, max_run=4, min_run=2, min_rest=2, max_weekends=2, max_minutes=8 * 17) for i in range(people)
    )
    wishes = tuple(
        Request(random.randrange(people), random.randrange(days), random.choice("DN"), random.randint(1, 9))
        for _ in range(people * days // 2)
    )
    covers = every_day(days, "D", people // 3, 20, 3) + every_day(days, "N", people // 3, 20, 3)
    tallies = () if plain else (Tally("days", 0, {"D": 1}, low=0),)
    return Problem(days, SHIFTS, workers, covers, wishes, tallies)


def test_an_optimum_is_proven_by_its_bound() -> None:
    outcome = solved(week(Worker(0, max_run=3), Worker(1, days_off=frozenset({2, 3}))))
    assert outcome.proven
    assert (outcome.objective, outcome.bound, outcome.changed) == (0, 0, None)
    assert outcome.seconds > 0


def test_no_roster_is_proven_infeasible() -> None:
    outcome = solve(week(Worker(0, min_minutes=60)))
    assert (outcome.status, outcome.proven) == ("optimal", True)
    outcome = solve(week(Worker(0, min_minutes=85)))
    assert (outcome.status, outcome.proven, outcome.objective, outcome.bound) == (
        "infeasible",
        True,
        None,
        None,
    )


def test_problems_without_workers_or_covers_are_answered() -> None:
    assert solved(week()).objective == 70
    assert solved(Problem(3, SHIFTS, (Worker(0),))).objective == 0
    assert solved(Problem(3, (), (Worker(0),))).roster == {}


@pytest.mark.parametrize("plain", [False, True])
def test_a_stop_ends_the_search_with_its_best(plain: bool) -> None:
    stop, problem = Stop(), station(plain=plain)

    def on_progress(event: Progress) -> None:
        if event.best is not None:
            stop.request()

    outcome = solve(problem, Limits(60), on_progress, stop)
    assert outcome.status == "stopped"
    assert outcome.seconds < 10
    assert outcome.roster is not None
    assert check(problem, outcome.roster).sound
    assert outcome.bound is not None
    assert outcome.objective is not None
    assert outcome.bound < outcome.objective


def test_a_search_that_ends_before_its_first_roster_says_so() -> None:
    outcome = solve(station(), Limits(1e-6))
    assert (outcome.status, outcome.roster, outcome.proven) == ("stopped", None, False)


def unfinished(*given: Any) -> Found:
    return replace(run(*given), bound=3)


def test_time_that_runs_out_leaves_a_roster_that_may_be_bettered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "run", unfinished)
    outcome = solve(week(Worker(0, max_run=6)))
    assert (outcome.status, outcome.proven) == ("feasible", False)
    assert (outcome.objective, outcome.bound) == (10, 3)


def test_the_same_seed_gives_the_same_roster() -> None:
    problem = station(6, 10)
    for seed in (0, 7):
        first, again = (solve(problem, Limits(60, seed)) for _ in range(2))
        assert first.status == "optimal"
        assert first.roster == again.roster


def test_the_seed_does_not_move_the_optimum() -> None:
    assert len({solve(station(6, 10), Limits(60, seed)).objective for seed in range(3)}) == 1


def test_two_threads_find_the_same_optimum() -> None:
    problem = station(6, 10)
    assert solve(problem, workers=2).objective == solve(problem).objective


def test_a_start_is_where_the_search_begins() -> None:
    problem = station(6, 10)
    best = solved(problem)
    seen: list[Progress] = []
    again = solve(problem, on_progress=seen.append, start=best.roster)
    assert again.objective == best.objective
    assert [event.best for event in seen][:2] == [None, best.objective]


def test_a_dear_start_that_keeps_every_rule_costs_no_optimum() -> None:
    problem = station(6, 10)
    dear = roster(*["-" * 10] * 6)
    assert check(problem, dear).sound
    assert solve(problem, start=dear).objective == solved(problem).objective


def test_a_start_against_the_rules_does_no_harm() -> None:
    problem = week(Worker(0, max_run=2), Worker(1, max_run=2))
    assert solve(problem, start=roster("DDDDDDD", "NNNNNNN")).objective == solved(problem).objective


def test_progress_tells_of_best_and_bound_until_they_meet() -> None:
    seen: list[Progress] = []
    outcome = solve(station(6, 10), on_progress=seen.append)
    assert (seen[0].best, seen[0].bound, seen[0].gap) == (None, None, None)
    best = [event.best for event in seen[1:] if event.best is not None]
    assert best == sorted(best, reverse=True)
    assert best[-1] == outcome.objective
    assert all(event.gap is not None and event.gap >= 0 for event in seen[1:])
    assert [event.seconds for event in seen] == sorted(event.seconds for event in seen)


def test_columns_are_for_larger_problems_that_they_can_say() -> None:
    assert by_columns(station(plain=True))
    assert not by_columns(station())
    assert not by_columns(station(3, 10, plain=True))
    assert size(station(3, 10)) == 60


def test_columns_find_what_cells_find(monkeypatch: pytest.MonkeyPatch) -> None:
    problems = [tiny_classic(seed) for seed in range(25)]
    by_cells = [solve(problem) for problem in problems]
    monkeypatch.setattr(model, "TINY", 0)
    for problem, cells in zip(problems, by_cells, strict=True):
        columns = solve(problem, Limits(20))
        assert (columns.status, columns.objective) == (cells.status, cells.objective)
        assert columns.bound == cells.bound


def test_cells_prove_what_columns_leave_open(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = station(6, 10, plain=True)
    best = solve(problem)
    assert best.status == "optimal"
    poor = check(problem, {}).cost
    monkeypatch.setattr(search, "search", lambda *_: search.Searched({}, poor, 0))
    again = solve(problem)
    assert (again.status, again.objective, again.bound) == ("optimal", best.objective, best.objective)


def test_a_roster_by_columns_is_kept_where_cells_find_none(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = station(8, 14, plain=True)
    poor = check(problem, {}).cost
    monkeypatch.setattr(search, "search", lambda *_: search.Searched({}, poor, 7))
    monkeypatch.setattr(model, "run", lambda *_: Found(None, None, None, False))
    outcome = solve(problem)
    assert (outcome.status, outcome.roster, outcome.objective, outcome.bound) == ("feasible", {}, poor, 7)


def test_columns_tell_of_their_progress() -> None:
    seen: list[Progress] = []
    outcome = solve(station(8, 14, plain=True), Limits(5), seen.append)
    assert (seen[0].best, seen[0].bound) == (None, None)
    assert min(event.best for event in seen if event.best is not None) == outcome.objective
    assert outcome.objective is not None
    assert all(event.bound is None or event.bound <= outcome.objective for event in seen)


def test_threads_of_a_search_end_with_it() -> None:
    before = threading.active_count()
    solve(week(Worker(0)))
    assert threading.active_count() == before


def without(rule: Callable[[Grid], None]) -> tuple[Callable[[Grid], None], ...]:
    return tuple(each for each in model.RULES if each is not rule)


def test_a_roster_that_fails_its_check_is_withheld(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "RULES", without(runs))
    with pytest.raises(UnsoundRosterError, match="7 days, at most 2"):
        solve(week(Worker(0, max_run=2)))


def test_a_roster_dearer_than_claimed_is_withheld(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "RULES", without(model.covers))
    with pytest.raises(UnsoundRosterError, match="costs 70, not 0"):
        solve(week(Worker(0, days_off=frozenset(range(7)))))


def test_a_roster_that_still_holds_is_kept() -> None:
    problem = week(Worker(0, max_run=4), Worker(1, max_run=4))
    before = roster("DDD---D", "---DDD-")
    outcome = repair(problem, before)
    assert (outcome.status, outcome.changed, outcome.roster) == ("optimal", 0, before)


def test_a_sick_day_changes_the_day_and_who_stands_in() -> None:
    ill = Worker(0, days_off=frozenset({1}))
    problem = week(ill, Worker(1), Worker(2))
    before = roster("DDDDDDD", "-------", "NNNNNNN")
    outcome = repair(problem, before)
    assert outcome.changed == 2
    assert lines(problem, outcome.roster)[0] == "D-DDDDD"
    assert outcome.objective == 0


def test_changes_nobody_can_avoid_are_counted() -> None:
    away = Worker(0, days_off=frozenset(range(7)))
    outcome = repair(Problem(7, SHIFTS, (away,)), roster("DDD-DD-"))
    assert (outcome.status, outcome.changed, outcome.roster) == ("optimal", 5, {})
    locked_now = Problem(2, SHIFTS, (Worker(0),), locked={(0, 0): "N"})
    assert repair(locked_now, roster("DD")).changed == 1


def test_covers_go_before_few_changes() -> None:
    shifts = (DAY, replace(NIGHT, not_next=frozenset({"D"})))
    outcome = repair(Problem(2, shifts, (Worker(0),), (wants(1, under=1),)), roster("N-"))
    assert (outcome.changed, outcome.objective) == (2, 0)


def test_few_changes_go_before_wishes() -> None:
    problem = Problem(2, SHIFTS, (Worker(0),), (wants(0),), (Request(0, 1, "N", 99),))
    outcome = repair(problem, roster("D-"))
    assert (outcome.status, outcome.changed, outcome.objective, outcome.bound) == ("optimal", 0, 99, 99)


def test_the_cheapest_of_the_least_changed_is_taken() -> None:
    workers = (Worker(0, days_off=frozenset({0})), Worker(1), Worker(2))
    wishes = (Request(1, 0, "D", 5, wanted=False), Request(2, 0, "D", 4, wanted=False))
    outcome = repair(Problem(1, SHIFTS, workers, (wants(0),), wishes), roster("D", "-", "-"))
    assert (outcome.changed, outcome.objective, outcome.roster) == (2, 4, {(2, 0): "D"})


def test_a_repair_of_the_impossible_is_infeasible() -> None:
    outcome = repair(week(Worker(0, min_minutes=85)), roster("DDDDDDD"))
    assert (outcome.status, outcome.roster, outcome.changed) == ("infeasible", None, None)


def test_a_repair_that_ends_before_its_first_roster_says_so() -> None:
    outcome = repair(station(), {}, Limits(1e-6))
    assert (outcome.status, outcome.roster, outcome.bound) == ("stopped", None, None)


def test_a_repair_that_is_not_finished_claims_no_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "run", unfinished)
    outcome = repair(week(Worker(0, max_run=6)), {})
    assert (outcome.status, outcome.bound) == ("feasible", None)
    assert (outcome.changed, outcome.objective) == (6, 10)


def test_a_repair_cut_short_in_its_second_half_keeps_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    halves = iter([run, lambda *_: Found(None, None, None, False)])
    monkeypatch.setattr(model, "run", lambda *given: next(halves)(*given))
    outcome = repair(week(Worker(0, max_run=6)), {})
    assert (outcome.status, outcome.bound) == ("feasible", None)
    assert (outcome.changed, outcome.objective) == (6, 10)


def test_a_repair_keeps_what_is_locked() -> None:
    problem = replace(week(Worker(0), Worker(1, days_off=frozenset({0}))), locked={(0, 0): None})
    outcome = repair(problem, roster("-DDDDDD", "D------"))
    assert outcome.objective == 10
    assert outcome.changed == 1
    assert not impossible(problem)
