from __future__ import annotations

from pathlib import Path

import pytest

from models.rostering.problem import Cover, Request, Shift, Worker
from tests.benchmarks.shift_instances import Instance, read_instance, written

WORDS = """\
# A comment
SECTION_HORIZON
14

SECTION_SHIFTS
# ShiftID, Length in mins, Shifts which cannot follow this shift | separated
E,480,
L,600,E|L

SECTION_STAFF
# ID, MaxShifts, MaxTotalMinutes, MinTotalMinutes, MaxConsecutiveShifts, MinConsecutiveShifts, ...
A,E=14|L=2,4320,3360,5,2,3,1
B,E=0,3000,0,6,1,2,2

SECTION_DAYS_OFF
A,0,5

SECTION_SHIFT_ON_REQUESTS
A,2,E,3

SECTION_SHIFT_OFF_REQUESTS
B,4,L,1

SECTION_COVER
# Day, ShiftID, Requirement, Weight for under, Weight for over
0,E,3,100,1
13,L,2,50,2
"""


def read(folder: Path, words: str = WORDS) -> Instance:
    path = folder / "Instance0.txt"
    path.write_text(words, encoding="utf-8")
    return read_instance(path)


def test_an_instance_is_a_problem(tmp_path: Path) -> None:
    instance = read(tmp_path)
    problem = instance.problem
    assert instance.names == ("A", "B")
    assert (problem.days, problem.first_weekday) == (14, 0)
    assert problem.shifts == (Shift("E", 480), Shift("L", 600, frozenset({"E", "L"})))
    assert problem.workers == (
        Worker(0, {"E": 14, "L": 2}, 3360, 4320, 5, 2, 3, 1, frozenset({0, 5})),
        Worker(1, {"E": 0}, 0, 3000, 6, 1, 2, 2),
    )
    assert problem.requests == (Request(0, 2, "E", 3), Request(1, 4, "L", 1, wanted=False))
    assert problem.covers == (
        Cover(0, frozenset({"E"}), 3, 100, 1),
        Cover(13, frozenset({"L"}), 2, 50, 2),
    )


def test_days_off_and_requests_may_be_absent(tmp_path: Path) -> None:
    start, end = WORDS.index("SECTION_DAYS_OFF"), WORDS.index("SECTION_COVER")
    problem = read(tmp_path, WORDS[:start] + WORDS[end:]).problem
    assert problem.requests == ()
    assert problem.workers[0].days_off == frozenset()


def test_a_roster_is_written_one_assignment_a_line(tmp_path: Path) -> None:
    instance = read(tmp_path)
    assert written(instance, {(1, 0): "L", (0, 10): "E", (0, 2): "E"}) == "A\t2\tE\nA\t10\tE\nB\t0\tL\n"
    assert written(instance, {}) == ""


@pytest.mark.parametrize("section", ["HORIZON", "SHIFTS", "STAFF", "COVER"])
def test_a_section_that_is_missing_is_named(tmp_path: Path, section: str) -> None:
    with pytest.raises(ValueError, match=f"Instance0.txt has no SECTION_{section}"):
        read(tmp_path, WORDS.replace(f"SECTION_{section}\n", f"SECTION_OTHER_{section}\n"))


@pytest.mark.parametrize(
    ("good", "bad", "section"),
    [
        ("A,2,E,3", "Z,2,E,3", "SHIFT_ON_REQUESTS"),
        ("B,4,L,1", "B,4,L", "SHIFT_OFF_REQUESTS"),
        ("A,0,5", "Z,0,5", "DAYS_OFF"),
        ("0,E,3,100,1", "0,E,3,100,1,7", "COVER"),
        ("0,E,3,100,1", "0,E,many,100,1", "COVER"),
        ("L,600,E|L", "L", "SHIFTS"),
        ("A,E=14|L=2,4320,3360,5,2,3,1", "A,E:14,4320,3360,5,2,3,1", "STAFF"),
        ("B,E=0,3000,0,6,1,2,2", "B,E=0,3000,0,6,1", "STAFF"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_with_its_section(
    tmp_path: Path, good: str, bad: str, section: str
) -> None:
    with pytest.raises(ValueError, match=r"^Instance0\.txt cannot be read") as refused:
        read(tmp_path, WORDS.replace(good, bad))
    assert str(refused.value).endswith(f"SECTION_{section} has the row {bad}")


@pytest.mark.parametrize(
    ("good", "bad", "reason"),
    [
        ("4320,3360", "3000,3360", "worker 0 has at least 3360 and at most 3000 minutes"),
        ("13,L,2,50,2", "14,L,2,50,2", "a cover names day 14"),
    ],
)
def test_an_instance_against_itself_is_refused(tmp_path: Path, good: str, bad: str, reason: str) -> None:
    with pytest.raises(ValueError, match=rf"^Instance0\.txt cannot be read: {reason}"):
        read(tmp_path, WORDS.replace(good, bad))


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "Instance0.txt"
    path.write_bytes(b"SECTION_HORIZON\n\xff\xfe")
    with pytest.raises(ValueError, match=r"^Instance0\.txt is not text in UTF-8"):
        read_instance(path)
