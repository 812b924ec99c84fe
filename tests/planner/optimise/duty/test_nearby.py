from __future__ import annotations

import pytest

from models.rostering.model import repair as engine_repair
from models.run import Limits
from planner.optimise.duty.filling import fill
from planner.optimise.duty.frame import Asked, Frame
from planner.optimise.duty.month import Gone, month_of
from planner.optimise.duty.nearby import fewest_changes, nearby
from planner.optimise.duty.problem_of import problem_of
from planner.optimise.duty.spacing import spacings_of
from tests.planner.optimise.duty.stations import NOVEMBER, Station


def _frame(s: Station, gone: Gone) -> Frame:
    month = month_of(s.document, s.id, NOVEMBER, gone)
    first = min(day for _, day in gone)
    return Frame(month, Asked(spacings_of(month), spaced=False, mends=True, from_day=first))


@pytest.mark.parametrize("at", range(10))
def test_a_repair_nearby_that_needs_no_more_is_the_best_of_all(at: int) -> None:
    s = Station(leaders=2, community=3, others=4, auxiliaries=1)
    s.plan(fill(s.document, s.id, NOVEMBER, Limits(20)).cells)
    everybody = [*s.leaders, *s.community, *s.others, *s.auxiliaries]
    frame = _frame(s, frozenset((everybody[at], day) for day in range(8, 15)))
    near = nearby(frame)
    found = engine_repair(problem_of(near), near.standing, Limits(20))
    if found.changed == fewest_changes(frame) and not found.shortages:
        whole = engine_repair(problem_of(frame), frame.standing, Limits(20))
        assert (whole.changed, whole.objective) == (found.changed, found.objective)


def test_where_nobody_is_missing_nothing_is_open() -> None:
    s = Station(others=10)
    s.plan(fill(s.document, s.id, NOVEMBER, Limits(20)).cells)
    frame = _frame(s, frozenset({(999, 5)}))
    assert (frame.open_seats, fewest_changes(frame)) == ({}, 0)


def test_an_open_seat_costs_one_cell_and_the_work_its_rest_takes_away() -> None:
    s = Station(others=4)
    a, b, c, d = s.others
    s.plan(
        {(a, 4): "duty", (b, 4): "duty", (c, 5): "office", (d, 5): "rest", **{(p, 6): "duty" for p in (a, b)}}
    )
    frame = _frame(s, frozenset({(a, 4), (b, 4)}))
    assert frame.open_seats[4] == 2
    assert fewest_changes(frame) == (1 + 2) + 25 * (1 + 1)  # days 7 to 30 and day 5 are blank
