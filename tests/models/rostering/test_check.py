from __future__ import annotations

import subprocess
import sys

from models.rostering.check import check, line_of
from models.rostering.problem import Cover, Problem, Request, Shift, Tally, Worker
from tests.models.rostering.small import broken, past, roster, wants

NIGHT = Shift("N", 12, frozenset({"D"}))
GUARD = Shift("G", 24, rest_after=2)
SHIFTS = (Shift("D", 8), NIGHT, GUARD)
STRICT = Worker(
    3,
    {"D": 2, "N": 1},
    min_minutes=82,
    max_minutes=90,
    max_run=2,
    min_run=2,
    min_rest=2,
    max_weekends=0,
    days_off=frozenset({1}),
    history=past("-D-"),
)


def test_every_broken_rule_is_listed_with_worker_and_day() -> None:
    tally = Tally("nights", 3, {"N": 1}, high=1)
    problem = Problem(9, SHIFTS, (Worker(0), STRICT), tallies=(tally,), locked={(3, 0): "N", (3, 8): "N"})
    written = {(3, day): shift for day, shift in enumerate("-DN-NDDDG") if shift != "-"}
    found = [(f.rule, f.worker, f.day) for f in check(problem, written).faults]
    assert found == [
        ("locked", 3, 0),
        ("locked", 3, 8),
        ("days_off", 3, 1),
        ("succession", 3, 5),
        ("max_shifts", 3, None),
        ("max_shifts", 3, None),
        ("minutes", 3, None),
        ("min_rest", 3, 3),
        ("max_run", 3, 4),
        ("weekends", 3, None),
        ("tally", 3, None),
    ]


def test_each_fault_has_a_sentence() -> None:
    problem = Problem(2, SHIFTS, (Worker(0, {"D": 1}, max_run=1, max_minutes=8),))
    report = check(problem, roster("DD"))
    assert not report.sound
    assert [f.message for f in report.faults] == [
        "2 of D, at most 1",
        "16 minutes, not None to 8",
        "2 days, at most 1",
    ]


def test_the_faults_of_all_workers_are_listed() -> None:
    problem = Problem(3, SHIFTS, (Worker(0, max_run=1), Worker(1, max_run=1)))
    assert broken(problem, "DD-", "-DD") == [("max_run", 0, 0), ("max_run", 1, 1)]


def test_unknown_cells_are_listed_and_count_for_nothing() -> None:
    cover = Cover(0, frozenset({"D"}), 2, under=5, tag="sworn")
    worker = Worker(0, tags=frozenset({"sworn"}))
    problem = Problem(2, SHIFTS, (worker,), (cover,), tallies=(Tally("days", 0, {"D": 1}, high=1, over=1),))
    report = check(problem, {(0, 0): "D", (9, 0): "D", (0, 1): "X", (0, 2): "D", (0, -1): "D"})
    assert [(f.rule, f.worker, f.day) for f in report.faults] == [
        ("unknown", 9, 0),
        ("unknown", 0, 1),
        ("unknown", 0, 2),
        ("unknown", 0, -1),
    ]
    assert report.cost == 5
    assert [s.missing for s in report.shortages] == [1]


def test_cost_adds_up_covers_requests_and_tallies() -> None:
    covers = (wants(0, "D", 2, under=10), wants(1, "D", 0, over=7), wants(1, "N", 1, under=100))
    requests = (Request(0, 0, "N", 1000), Request(1, 1, "N", 2000), Request(0, 1, "D", 4000, wanted=False))
    tallies = (Tally("hours", 0, {"D": 8}, high=9, over=10_000, carried=1),)
    problem = Problem(2, SHIFTS, (Worker(0), Worker(1)), covers, requests, tallies)
    written = roster("DD", "-N")
    report = check(problem, written)
    assert report.sound
    assert report.cost == 10 + 7 + 1000 + 4000 + 80_000
    assert [(s.cover, s.missing) for s in report.shortages] == [(covers[0], 1)]


def test_requests_and_tallies_cost_what_their_own_worker_breaks() -> None:
    requests = (Request(0, 0, "N", 3), Request(1, 0, "N", 50))
    tallies = (Tally("days", 0, {"D": 1}, low=3, under=2), Tally("days", 1, {"D": 1}, low=3, under=70))
    problem = Problem(2, SHIFTS, (Worker(0), Worker(1)), (), requests, tallies)
    assert check(problem, roster("D-", "--")).cost == 3 + 4 + 50 + 210
    assert check(problem, roster("ND", "--")).cost == 4 + 50 + 210
    assert check(problem, roster("--", "ND")).cost == 3 + 6 + 140
    assert line_of(problem, roster("D-", "-N"), problem.workers[1]) == [None, "N"]


def test_a_hard_tally_costs_nothing_and_is_a_fault() -> None:
    problem = Problem(2, SHIFTS, (Worker(0),), tallies=(Tally("days", 0, {"D": 1}, low=1, over=9),))
    report = check(problem, {})
    assert report.cost == 0
    assert [f.message for f in report.faults] == ["days is 1 below, 0 above"]


def test_a_roster_that_keeps_every_rule_is_sound() -> None:
    problem = Problem(9, SHIFTS, (STRICT,), locked={(3, 8): None})
    assert check(problem, {(3, 0): "N"}).faults != ()
    lax = Problem(9, SHIFTS, (Worker(3, {"D": 4, "N": 1}, 44, 44, 5, 2, 1, 0),))
    assert check(lax, {(3, d): s for d, s in enumerate("DDDDN")}).sound


def test_problems_outcomes_and_checks_load_no_solver() -> None:
    script = (
        "import sys, models.rostering.problem, models.rostering.check, models.rostering.outcome;"
        "sys.exit(any(m.partition('.')[0] in ('ortools', 'numpy', 'numba') for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
