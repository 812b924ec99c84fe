from __future__ import annotations

from typing import Any

import pytest

from models.rostering.problem import Cover, Problem, ProblemError, Request, Shift, Tally, Worker

D, N = Shift("D", 8), Shift("N", 12)
WORKER = Worker(0)
ONE = frozenset({"D"})


def faults(days: int = 2, shifts: Any = (D, N), workers: Any = (WORKER,), **rest: Any) -> tuple[str, ...]:
    with pytest.raises(ProblemError) as refused:
        Problem(days, shifts, workers, **rest)
    assert str(refused.value) == "; ".join(refused.value.faults)
    return refused.value.faults


def test_a_sound_problem_is_taken_as_it_is() -> None:
    assert Problem(1, (D,), (WORKER,), locked={(0, 0): None}).days == 1


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"days": 0}, "the horizon has 0 days"),
        ({"first_weekday": 7}, "weekday 7 does not exist"),
        ({"shifts": (D, D)}, "a shift is given twice"),
        ({"workers": (WORKER, WORKER)}, "a worker is given twice"),
        ({"shifts": (Shift("D", -1),)}, "shift D has a negative length"),
        ({"shifts": (Shift("D", rest_after=-1),)}, "shift D has a negative length"),
        ({"shifts": (Shift("D", not_next=frozenset("X")),)}, "shift D forbids the unknown shift X"),
        ({"workers": (Worker(4, {"X": 1}),)}, "worker 4 names the unknown shift X"),
        ({"workers": (Worker(4, history=("X", None)),)}, "worker 4 names the unknown shift X"),
        (
            {"workers": (Worker(4, days_off=frozenset({2})),)},
            "worker 4 is off on a day outside the horizon",
        ),
        (
            {"workers": (Worker(4, min_minutes=9, max_minutes=8),)},
            "worker 4 has at least 9 and at most 8 minutes",
        ),
        ({"workers": (Worker(4, min_rest=0),)}, "worker 4 has a run shorter than a day"),
        (
            {"workers": (Worker(4, min_run=3, max_run=2),)},
            "worker 4 has runs of at least 3 and at most 2",
        ),
        ({"requests": (Request(1, 0, "D", 1),)}, "a request names worker 1, day 0, shift D"),
        ({"requests": (Request(0, 0, "D", -2),)}, "a request has the weight -2"),
        ({"covers": (Cover(2, ONE, 1),)}, "a cover names day 2, shifts ['D']"),
        ({"covers": (Cover(1, frozenset(), 1),)}, "a cover names day 1, shifts []"),
        ({"covers": (Cover(1, ONE, 1, over=-1),)}, "a cover on day 1 has a negative number"),
        ({"tallies": (Tally("t", 9, {"D": 1}),)}, "tally t names worker 9, shifts ['D']"),
        ({"tallies": (Tally("t", 0, {"X": 1}),)}, "tally t names worker 0, shifts ['X']"),
        ({"tallies": (Tally("t", 0, {}, low=2, high=1),)}, "tally t lies between 2 and 1"),
        ({"tallies": (Tally("t", 0, {}, low=2, under=-1),)}, "tally t has a negative weight"),
        ({"locked": {(0, 2): None}}, "cell 0, 2 is locked to None, which does not exist"),
        ({"locked": {(0, 0): "X"}}, "cell 0, 0 is locked to X, which does not exist"),
        ({"locked": {(5, 0): "D"}}, "cell 5, 0 is locked to D, which does not exist"),
    ],
)
def test_each_contradiction_is_named(given: dict[str, Any], fault: str) -> None:
    assert faults(**given) == (fault,)


def test_all_contradictions_are_listed_at_once() -> None:
    found = faults(
        shifts=(D, Shift("N", not_next=frozenset({"A", "B"}))),
        workers=(Worker(0, {"X": 1}, min_run=0, days_off=frozenset({7})),),
        requests=(Request(3, 0, "D", -1),),
        covers=(Cover(9, ONE, -1),),
    )
    assert found == (
        "shift N forbids the unknown shift A",
        "shift N forbids the unknown shift B",
        "worker 0 names the unknown shift X",
        "worker 0 is off on a day outside the horizon",
        "worker 0 has a run shorter than a day",
        "a request names worker 3, day 0, shift D",
        "a request has the weight -1",
        "a cover names day 9, shifts ['D']",
        "a cover on day 9 has a negative number",
    )
