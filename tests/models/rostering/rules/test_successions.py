from __future__ import annotations

import pytest

from models.rostering.problem import Problem, Shift, Worker
from tests.models.rostering.small import DAY, alone, broken, every_day, impossible, line, lines, past, solved

NIGHT = Shift("N", 12, frozenset({"D"}))
GUARD = Shift("G", 24, rest_after=2)
SHIFTS = (DAY, NIGHT, GUARD)


def posed(written: str, history: str = "") -> Problem:
    return alone(Worker(0, history=past(history)), written, shifts=SHIFTS)


def test_what_may_follow_is_worked() -> None:
    assert line(posed("DNN")) == "DNN"


def test_a_barred_shift_is_not_worked_on_the_day_after() -> None:
    assert line(posed("N..")) == "N-D"
    assert impossible(posed("ND."))


def test_two_workers_change_places_at_no_cost_where_one_alone_could_not() -> None:
    covers = (*every_day(2, "N"), *every_day(2, "D"))
    problem = Problem(2, SHIFTS, (Worker(0), Worker(1)), covers)
    outcome = solved(problem)
    assert outcome.objective == 0
    assert sorted(lines(problem, outcome.roster)) == ["DD", "NN"]


def test_rest_after_a_shift_keeps_all_its_days_free() -> None:
    assert line(posed("G....")) == "G--DD"
    assert impossible(posed("G.D"))
    assert impossible(posed("G.G"))


@pytest.mark.parametrize(
    ("history", "expected"), [("N", "-DD"), ("N-", "DDD"), ("G", "--D"), ("G-", "-DD"), ("G--", "DDD")]
)
def test_history_reaches_into_the_first_days(history: str, expected: str) -> None:
    assert line(posed("...", history)) == expected


def test_a_first_day_against_the_history_is_infeasible() -> None:
    assert impossible(posed("D..", "N"))
    assert impossible(posed(".D.", "G"))


def test_what_was_broken_in_the_past_is_not_reproached() -> None:
    assert broken(posed("...", "ND"), "DDD") == []
    assert line(posed("...", "ND")) == "DDD"


def test_the_check_names_the_second_day() -> None:
    assert broken(posed("..."), "ND-") == [("succession", 0, 1)]
    assert broken(posed("...", "N"), "D--") == [("succession", 0, 0)]
    assert broken(posed("...."), "GD-D") == [("succession", 0, 1)]


def test_each_lost_day_costs_its_cover() -> None:
    assert solved(posed("G....")).objective == 30
