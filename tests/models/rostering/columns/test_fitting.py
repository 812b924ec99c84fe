from __future__ import annotations

from models.rostering.columns.fitting import fits
from models.rostering.problem import Cover, Problem, Shift, Tally, Worker
from tests.models.rostering.small import SHIFTS, past, wants


def posed(*covers: Cover, shifts: tuple[Shift, ...] = SHIFTS, history: str = "") -> Problem:
    return Problem(3, shifts, (Worker(0, history=past(history)),), covers)


def test_covers_of_single_shifts_fit() -> None:
    assert fits(posed(wants(0), wants(1), wants(1, "N")))


def test_covers_of_several_shifts_or_a_tag_do_not() -> None:
    assert not fits(posed(Cover(0, frozenset({"D", "N"}), 1)))
    assert not fits(posed(Cover(0, frozenset({"D"}), 1, tag="sworn")))


def test_two_covers_of_the_same_cell_do_not() -> None:
    assert not fits(posed(wants(0), wants(0)))


def test_a_tally_does_not() -> None:
    tally = Tally("days", 0, {"D": 1})
    assert not fits(Problem(3, SHIFTS, (Worker(0),), tallies=(tally,)))


def test_one_day_of_rest_after_a_shift_fits_and_two_do_not() -> None:
    assert fits(posed(shifts=(Shift("D", rest_after=1),)))
    assert not fits(posed(shifts=(Shift("D", rest_after=2),)))


def test_a_past_does_not_fit() -> None:
    assert not fits(posed(history="D"))
