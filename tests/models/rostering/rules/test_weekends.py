from __future__ import annotations

from models.rostering.problem import Problem, Worker
from tests.models.rostering.small import SHIFTS, alone, broken, every_day, impossible, line, lines, solved


def test_two_workers_share_the_weekends() -> None:
    workers = (Worker(0, max_weekends=1), Worker(1, max_weekends=1))
    problem = Problem(14, SHIFTS, workers, every_day(14))
    outcome = solved(problem)
    assert outcome.objective == 0
    worked = [written[5:7] + written[12:14] for written in lines(problem, outcome.roster)]
    assert all("--" in (both[:2], both[2:]) for both in worked)


def test_a_weekend_too_many_costs_both_its_days() -> None:
    assert solved(alone(Worker(0, max_weekends=1), "." * 14)).objective == 20


def test_one_day_is_a_weekend() -> None:
    assert line(alone(Worker(0, max_weekends=1), "." * 12 + "D-")) == "DDDDD--DDDDDD-"
    assert line(alone(Worker(0, max_weekends=1), "." * 12 + "-D")) == "DDDDD--DDDDD-D"


def test_more_locked_weekends_than_allowed_are_infeasible() -> None:
    assert impossible(alone(Worker(0, max_weekends=0), ".....D."))


def test_the_horizon_may_begin_and_end_within_a_weekend() -> None:
    worker = Worker(0, max_weekends=1)
    assert solved(alone(worker, "." * 7, weekday=6)).objective == 10  # Sunday, then the next Saturday
    assert solved(alone(worker, "." * 6, weekday=6)).objective == 0
    assert Problem(7, SHIFTS, (worker,), first_weekday=6).weekends == ((0,), (6,))


def test_nobody_is_kept_from_weekends_without_a_limit() -> None:
    assert line(alone(Worker(0), "." * 7)) == "DDDDDDD"


def test_the_check_counts_weekends() -> None:
    problem = alone(Worker(0, max_weekends=1), "." * 14)
    assert broken(problem, "-----D------D-") == [("weekends", 0, None)]
    assert broken(problem, "-----DD-------") == []
