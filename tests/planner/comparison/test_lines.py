from __future__ import annotations

from planner.comparison.lines import Line, Value, counted
from planner.text import same


def test_a_share_is_read_with_its_counts_and_never_rounded_up() -> None:
    line = Line("share", same("share"), (Value(71, 190), Value(2000, 4999, 100), Value(0, 0)))
    assert [line.words(n).en for n in range(3)] == ["37.3% (71/190)", "40.0% (20/49.99)", "—"]
    assert line.words(0).zh == "37.3%(71/190)"


def test_the_difference_is_that_of_the_numbers_read() -> None:
    line = Line("share", same("share"), (Value(381, 1000), Value(3865, 10000), Value(37, 100)), (), True)
    assert [line.change_words(n) for n in range(3)] == ["", "+0.5", "−1.1"]
    assert [line.is_better(n) for n in range(3)] == [None, True, False]


def test_fewer_findings_are_better_and_what_is_unknown_is_neither() -> None:
    line = counted("findings", same("findings"), [5, 3, 5, None], more_is_better=False)
    assert [line.is_better(n) for n in range(4)] == [None, True, None, None]
    assert [line.change_words(n) for n in range(4)] == ["", "−2", "", ""]
    assert line.words(3).en == "—"


def test_a_count_of_neither_kind_is_not_better_for_being_more() -> None:
    assert counted("strength", same("strength"), [5, 9]).is_better(1) is None


def test_a_requirement_is_written_once_for_the_options_shown() -> None:
    line = Line("share", same("share"), (None, None, None), ("≥ 40%", "≥ 45%", "≥ 40%"))
    assert line.required_of([0, 2]) == "≥ 40%"
    assert line.required_of([0, 1, 2]) == "≥ 40% · ≥ 45%"
