"""Numbers that follow each other told by their ends."""

from __future__ import annotations

from planner.files.spans import spans
from planner.text import Text


def test_runs_are_told_by_their_ends_and_repeats_once() -> None:
    assert spans([3, 4, 5, 9, 9, 7]) == Text("3-5、7、9", "3-5, 7, 9")
    assert spans([2]) == Text("2", "2")
