from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from models.allocation import model
from models.allocation.descent import Descent
from models.allocation.model import UnsoundPlanError, solve, today
from models.allocation.outcome import Assignment, Level, Outcome
from models.allocation.problem import Problem
from models.allocation.requirements import Minimum, Returns
from models.run import Limits, Progress, Stop
from tests.models.allocation.small import borrowed, costs, donor, mover, posed, receiver, solved
from tests.models.allocation.synthetic import county

FIVE_SHORT = Minimum({1: 5}, "minimum")


def shuffled(problem: Problem, seed: int) -> Problem:
    random = Random(seed)
    workers, sites = list(problem.workers), list(problem.sites)
    random.shuffle(workers)
    random.shuffle(sites)
    return replace(problem, workers=tuple(workers), sites=tuple(sites))


def answer(outcome: Outcome) -> tuple[object, ...]:
    return outcome.status, outcome.levels, outcome.assignments, outcome.relaxed


def test_a_problem_without_workers_is_optimal_at_its_shortage() -> None:
    assert costs(solved(posed([], [receiver(beta=2)], FIVE_SHORT))) == (3, 0, 0, 0)


def test_a_problem_without_requirements_changes_nobody() -> None:
    outcome = solved(posed([mover(1), borrowed(2)], [receiver(), donor()]))
    assert costs(outcome) == (0, 0, 0)
    assert outcome.assignments[0] == Assignment(1, 11, "beta")


def test_every_level_of_a_county_is_proven() -> None:
    outcome = solve(county(180, 3))
    assert outcome.status == "optimal"
    assert outcome.proven
    assert [level.name for level in outcome.levels] == [
        "returns", "minimum", "group", "share", "transfers", "post_changes", "hardship",
    ]  # fmt: skip
    assert all(level.proven and level.bound == level.value for level in outcome.levels)
    assert outcome.seconds > 0


def test_the_answer_does_not_depend_on_the_order_of_workers_and_sites() -> None:
    problem = county(90, 2)
    assert len({answer(solve(shuffled(problem, seed))) for seed in range(3)}) == 1


def test_the_answer_does_not_depend_on_the_process() -> None:
    script = (
        "from models.allocation.model import solve\n"
        "from tests.models.allocation.synthetic import county\n"
        "o = solve(county(90, 2)); print(o.levels, o.assignments)"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", script], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(answers) == 1
    assert b"hardship" in answers.pop()


def test_problems_and_checks_load_no_solver() -> None:
    script = "import sys, models.allocation.check, models.run; print('ortools' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert result.stdout == "False\n"


def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    solve(county(90, 1))
    assert capfd.readouterr() == ("", "")


def test_two_threads_solve_at_once_without_disturbing_each_other() -> None:
    problems = [county(90, seed) for seed in (1, 2)]
    found: dict[int, Outcome] = {}
    threads = [
        threading.Thread(target=lambda i=i, p=p: found.__setitem__(i, solve(p)))
        for i, p in enumerate(problems)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [answer(found[i]) for i in (0, 1)] == [answer(solve(p)) for p in problems]


def test_progress_tells_phases_and_levels_in_order() -> None:
    events: list[Progress] = []
    outcome = solve(county(80, 0), on_progress=events.append)
    assert list(dict.fromkeys(event.phase for event in events)) == [
        "prepare",
        "level",
        "name",
        "check",
        "done",
    ]
    last = {event.level: event for event in events if event.phase == "level"}
    assert [(e.level, e.best, e.bound) for e in last.values()] == [
        (level.name, level.value, level.bound) for level in outcome.levels
    ]
    assert [e.seconds for e in events] == sorted(e.seconds for e in events)


def test_a_stop_before_the_start_leaves_everybody_where_they_are() -> None:
    stop = Stop()
    stop.request()
    problem = posed([mover(1)], [receiver(), donor()], FIVE_SHORT)
    outcome = solve(problem, stop=stop)
    assert outcome.status == "stopped"
    assert outcome.assignments == today(problem)
    assert costs(outcome) == (5, 0, 0, 0)
    assert not any(level.proven for level in outcome.levels)


def test_a_stop_half_way_keeps_the_levels_proven_so_far() -> None:
    stop = Stop()

    def stop_at_hardship(event: Progress) -> None:
        if event.level == "hardship":
            stop.request()

    outcome = solve(county(180, 1), on_progress=stop_at_hardship, stop=stop)
    assert outcome.status == "stopped"
    assert [level.bound is None for level in outcome.levels] == [False] * 6 + [True]
    assert outcome.levels[4].value > 0


def test_out_of_time_is_feasible_with_the_best_so_far() -> None:
    outcome = solve(county(80, 0), Limits(seconds=1e-6))
    assert outcome.status == "feasible"
    assert not outcome.proven
    assert outcome.assignments


def test_out_of_time_without_any_plan_has_no_plan() -> None:
    problem = posed([borrowed(1)], [receiver(), donor()], Returns())
    outcome = solve(problem, Limits(seconds=1e-6))
    assert outcome.status == "feasible"
    assert outcome.assignments == ()
    assert outcome.levels == ()


def test_a_capped_level_is_kept_at_the_price_of_the_others() -> None:
    problem = posed([mover(i, cost=i) for i in range(1, 6)], [receiver(), donor()], FIVE_SHORT)
    assert costs(solve(problem, caps={"transfers": 2})) == (3, 2, 0, 3)
    assert costs(solve(problem, caps={"transfers": 9})) == (0, 5, 0, 15)
    assert costs(solve(problem, caps={"hardship": 7})) == (2, 3, 0, 6)
    assert solve(problem, caps={"minimum": 4, "transfers": 0}).status == "infeasible"


def test_out_of_time_no_plan_breaks_a_cap() -> None:
    problem = posed([mover(1)], [receiver(), donor()], FIVE_SHORT)
    assert solve(problem, Limits(seconds=1e-6), caps={"minimum": 4}).assignments == ()


def test_levels_after_the_last_asked_for_are_measured_but_not_proven() -> None:
    problem = posed([mover(i, cost=i) for i in range(1, 6)], [receiver(), donor()], FIVE_SHORT)
    outcome = solve(problem, through="transfers")
    assert outcome.status == "feasible"
    assert outcome.levels == (
        Level("minimum", 0, 0), Level("transfers", 5, 5), Level("post_changes", 0, None),
        Level("hardship", 15, None),
    )  # fmt: skip


def test_what_is_asked_of_a_level_there_is_not_is_refused() -> None:
    problem = posed([], [receiver()], FIVE_SHORT)
    with pytest.raises(ValueError, match="there is no level share"):
        solve(problem, caps={"share": 1})
    with pytest.raises(ValueError, match="there is no level share"):
        solve(problem, through="share")


def test_names_may_better_a_level_left_open_but_not_a_proven_one(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = posed([mover(1, cost=4)], [receiver(), donor()], Minimum({1: 1}, "minimum"))

    def descent_with(bound: int) -> Callable[..., Descent]:
        def descend(*arguments: Any) -> Descent:
            found = real(*arguments)
            found.levels[-1] = Level("hardship", 9, bound)
            return found

        return descend

    real = model.descend
    monkeypatch.setattr(model, "descend", descent_with(2))
    outcome = solve(problem)
    assert outcome.status == "feasible"
    assert outcome.levels[-1] == Level("hardship", 4, 2)
    monkeypatch.setattr(model, "descend", descent_with(9))
    with pytest.raises(UnsoundPlanError, match="hardship is 4, not 9"):
        solve(problem)


def test_a_plan_that_fails_its_check_is_withheld(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = posed([mover(1)], [receiver(), donor()], Minimum({1: 1}, "minimum"))
    monkeypatch.setattr(model, "name", lambda *_: today(problem))
    with pytest.raises(UnsoundPlanError, match="minimum is 1, not 0"):
        solve(problem)
    monkeypatch.setattr(model, "name", lambda *_: (Assignment(1, 1, "gamma"),))
    with pytest.raises(UnsoundPlanError, match="not allowed"):
        solve(problem)
