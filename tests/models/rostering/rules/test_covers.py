from __future__ import annotations

import pytest

from models.rostering.problem import Cover, Problem, Shift, Worker
from tests.models.rostering.small import SHIFTS, locked, solved, wants

EITHER = frozenset({"D", "N"})


def two(*covers: Cover, written: tuple[str, ...] = (), shifts: tuple[Shift, ...] = SHIFTS) -> Problem:
    workers = (Worker(0, tags=frozenset({"sworn"})), Worker(1))
    return Problem(2, shifts, workers, covers, locked=locked(*written))


def test_a_cover_that_can_be_met_costs_nothing() -> None:
    outcome = solved(two(wants(0, required=2), wants(1, "N")))
    assert (outcome.objective, outcome.shortages) == (0, ())


def test_each_missing_one_costs_its_weight_and_is_named() -> None:
    cover = wants(0, required=5, under=7)
    outcome = solved(two(cover))
    assert outcome.objective == 21
    assert [(s.cover, s.missing) for s in outcome.shortages] == [(cover, 3)]


def test_each_one_too_many_costs_its_weight() -> None:
    assert solved(two(wants(0, required=0, over=3), written=("D.", "D."))).objective == 6
    assert solved(two(wants(0, required=1, over=3), written=("D.", "D."))).objective == 3


def test_a_shortage_without_a_weight_is_named_and_costs_nothing() -> None:
    outcome = solved(two(wants(0, required=3, under=0), written=("D.", "N.")))
    assert (outcome.objective, outcome.shortages[0].missing) == (0, 2)


def test_several_shifts_count_together() -> None:
    cover = Cover(0, EITHER, 2, under=10, over=1)
    assert solved(two(cover, written=("D.", "N."))).objective == 0


@pytest.mark.parametrize(("written", "cost"), [(("D.", "-."), 0), (("-.", "D."), 10)])
def test_only_those_with_the_tag_count(written: tuple[str, str], cost: int) -> None:
    assert solved(two(Cover(0, EITHER, 1, under=10, tag="sworn"), written=written)).objective == cost


def test_two_there_and_one_of_them_sworn() -> None:
    problem = two(Cover(0, EITHER, 2, under=10), Cover(0, EITHER, 1, under=10, tag="sworn"))
    assert solved(problem).objective == 0


def test_a_tag_that_nobody_has_is_short() -> None:
    outcome = solved(two(Cover(1, EITHER, 2, under=4, tag="woman")))
    assert (outcome.objective, outcome.shortages[0].missing) == (8, 2)


def test_one_person_cannot_be_in_two_shifts() -> None:
    problem = Problem(1, SHIFTS, (Worker(0),), (wants(0, "D", under=3), wants(0, "N", under=5)))
    outcome = solved(problem)
    assert (outcome.objective, outcome.roster) == (3, {(0, 0): "N"})
