"""One public instance is solved by the command, and bad input is answered with one sentence."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from models.rostering.check import check
from models.rostering.outcome import Outcome
from models.rostering.problem import Problem
from models.run import Limits
from tests.benchmarks import shift_scheduling
from tests.benchmarks.shift_instances import read_instance, roster_of, written
from tests.sources import ROOT

TINY = """
SECTION_HORIZON
# days
7

SECTION_SHIFTS
# ShiftID, Length in mins, Shifts which cannot follow this shift | separated
E,480,
L,480,E

SECTION_STAFF
# ID, MaxShifts, MaxTotalMinutes, MinTotalMinutes, MaxConsecutiveShifts, MinConsecutiveShifts, ...
A,E=7|L=7,2400,960,5,2,2,1
B,E=7|L=7,2400,960,5,2,2,1
C,E=7|L=0,2400,960,5,2,2,1

SECTION_DAYS_OFF
# EmployeeID, DayIndexes (start at zero)
A,0
B,

SECTION_SHIFT_ON_REQUESTS
# EmployeeID, Day, ShiftID, Weight
B,2,L,3

SECTION_SHIFT_OFF_REQUESTS
# EmployeeID, Day, ShiftID, Weight
C,1,E,2

SECTION_COVER
# Day, ShiftID, Requirement, Weight for under, Weight for over
0,E,1,100,1
1,E,1,100,1
2,L,1,100,1
3,L,1,100,1
5,E,1,100,1
6,L,1,100,1
"""


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    path = tmp_path / "Tiny.txt"
    path.write_text(TINY, encoding="utf-8")
    return path


def _solve(file: Path, out: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.benchmarks.shift_scheduling", str(file), "--seconds", "10"]
    return subprocess.run(
        [*command, "--workers", "1", "--out", str(out), *more],
        capture_output=True, text=True, encoding="utf-8", check=False, cwd=ROOT,
    )  # fmt: skip


def test_the_solution_is_a_sound_roster_of_the_cost_that_is_told(tiny: Path, tmp_path: Path) -> None:
    done = _solve(tiny, tmp_path / "solution.txt", "--seed", "3")
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert list(told) == ["instance", "objective", "bound", "status", "seconds"]
    assert (told["instance"], told["status"], told["bound"]) == ("Tiny", "optimal", told["objective"])
    instance = read_instance(tiny)
    words = (tmp_path / "solution.txt").read_text(encoding="utf-8")
    report = check(instance.problem, roster_of(instance, words))
    assert (report.sound, report.cost) == (True, told["objective"])
    assert written(instance, roster_of(instance, words)) == words


def test_reading_and_imports_are_part_of_the_seconds(
    tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given: list[tuple[Limits, int]] = []

    def solve(problem: Problem, limits: Limits, workers: int) -> Outcome:
        given.append((limits, workers))
        return Outcome("feasible", None, None, 7, (), 0.1)

    monkeypatch.setattr("models.rostering.model.solve", solve)
    monkeypatch.setattr(shift_scheduling, "STARTED", shift_scheduling.STARTED - 1_000)
    words = [str(tiny), "--out", str(tmp_path / "solution.txt"), "--workers", "2", "--seed", "5"]
    assert shift_scheduling.main([*words, "--seconds", "10000"]) == 1
    [(limits, workers)] = given
    assert 8_000 < limits.seconds < 9_000
    assert (limits.seed, workers) == (5, 2)
    told = json.loads(capsys.readouterr().out)
    assert (told["objective"], told["bound"], told["status"]) == (None, 7, "feasible")


def test_an_instance_without_a_roster_leaves_no_lines_and_ends_with_1(tiny: Path, tmp_path: Path) -> None:
    tiny.write_text(TINY.replace("A,0\n", "A,0,1,2,3,4,5,6\n"), encoding="utf-8")
    out = tmp_path / "solution.txt"
    out.write_text("A\t1\tE\n", encoding="utf-8")
    done = _solve(tiny, out)
    told = json.loads(done.stdout)
    assert (done.returncode, told["status"], told["objective"]) == (1, "infeasible", None)
    assert out.read_text(encoding="utf-8") == ""


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("SECTION_COVER", "SECTION_OTHER"), "Tiny.txt has no SECTION_COVER"),
        (("0,E,1,100,1", "0,E,one,100,1"), "SECTION_COVER has the row 0,E,one,100,1"),
        (("A,0\n", "Z,0\n"), "SECTION_DAYS_OFF has the row Z,0"),
        (("6,L,1,100,1", "7,L,1,100,1"), "Tiny.txt cannot be read"),
    ],
)
def test_a_bad_file_is_answered_with_one_sentence(
    tiny: Path, tmp_path: Path, change: tuple[str, str], said: str
) -> None:
    tiny.write_text(TINY.replace(*change), encoding="utf-8")
    done = _solve(tiny, tmp_path / "solution.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("more", [["--seconds", "0"], ["--seconds", "soon"], ["--workers", "0"], ["--fast"]])
def test_a_bad_option_is_answered_with_one_sentence(tiny: Path, tmp_path: Path, more: list[str]) -> None:
    done = _solve(tiny, tmp_path / "solution.txt", *more)
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1


def test_a_missing_file_or_folder_is_answered_with_one_sentence(tiny: Path, tmp_path: Path) -> None:
    for done in (
        _solve(tmp_path / "none.txt", tmp_path / "solution.txt"),
        _solve(tiny, tmp_path / "none" / "solution.txt"),
    ):
        assert (done.returncode, done.stdout) == (2, "")
        assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("line", ["A\t1", "Z\t1\tE", "A\tone\tE", "A\t1\tE\nA\t1\tL"])
def test_a_solution_that_cannot_be_read_is_refused(tiny: Path, line: str) -> None:
    with pytest.raises(ValueError, match=r"assignment|two shifts"):
        roster_of(read_instance(tiny), line)
