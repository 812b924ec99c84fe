"""A neighbour of a plan is as good, of another kind, and never told twice."""

from __future__ import annotations

from models.allocation.bounds import no_worse_than_today
from models.allocation.check import check
from models.allocation.kinds import Kind, kind_of
from models.allocation.model import solve
from models.allocation.neighbours import neighbours
from models.run import Clock, Limits, Stop
from tests.models.allocation.synthetic import county


def test_neighbours_are_sound_equal_and_each_of_a_kind_of_its_own() -> None:
    problem, _ = no_worse_than_today(county(80, 1, same_place=True))
    outcome = solve(problem)
    found = list(neighbours(problem, outcome, Clock(Limits(), Stop())))
    kinds = [kind_of(problem, outcome.assignments), *(kind for kind, _ in found)]
    assert len(set(kinds)) == len(kinds) > 1
    for kind, plan in found:
        report = check(problem, plan.assignments)
        assert report.sound
        assert dict(report.levels) == dict(outcome.values)
        assert kind == kind_of(problem, plan.assignments)


def test_once_stopped_no_neighbour_is_sought() -> None:
    problem = county(80, 1, same_place=True)
    stop = Stop()
    stop.request()
    assert not list(neighbours(problem, solve(problem), Clock(Limits(), stop)))


def test_an_exchange_moves_one_from_one_giver_to_another() -> None:
    kind = Kind(((11, 1), (12, 2)), ((1, 3),))
    assert kind.exchanged(11, 13) == Kind(((12, 2), (13, 1)), ((1, 3),))
    assert kind.distance(kind.exchanged(11, 12)) == 1
