from __future__ import annotations

import pytest

from models.allocation import descent
from models.allocation.descent import GroupedModel, descend
from models.allocation.requirements import Kept, Maximum, Minimum, Outflow, Requirement
from models.run import Clock, Limits, Stop
from tests.models.allocation.small import donor, mover, posed, receiver

PROBLEM = posed(
    [mover(i, cost=i) for i in range(1, 6)],
    [receiver(1, beta=1), receiver(2), donor(beta=1)],
    Minimum({1: 3, 2: 2}, "minimum"),
    Kept({11: 1}),
)


def clock() -> Clock:
    return Clock(Limits(), Stop())


def test_the_best_shortage_for_each_number_of_transfers() -> None:
    model = GroupedModel(PROBLEM)
    curve = [descend(model, clock(), caps={"transfers": k}).levels[0].value for k in range(6)]
    assert curve == [4, 3, 2, 1, 0, 0]


def test_one_model_answers_again_and_again() -> None:
    model = GroupedModel(PROBLEM)
    first = descend(model, clock())
    descend(model, clock(), caps={"transfers": 1})
    assert descend(model, clock()).levels == first.levels
    assert [(level.name, level.value) for level in first.levels] == [
        ("minimum", 0), ("transfers", 4), ("post_changes", 0), ("hardship", 10),
    ]  # fmt: skip


def test_caps_no_plan_can_keep_are_infeasible() -> None:
    assert descend(GroupedModel(PROBLEM), clock(), caps={"transfers": 1, "minimum": 1}).infeasible


def test_levels_met_without_shortage_cost_no_search_of_their_own() -> None:
    told: list[tuple[str, int | None, int | None]] = []
    descend(GroupedModel(PROBLEM), clock(), lambda *event: told.append(event))
    assert told[:3] == [("minimum", 0, 0), ("transfers", 4, 4), ("post_changes", 0, 0)]


@pytest.mark.parametrize(
    ("requirements", "searches"),
    [
        ((Minimum({1: 2}, "a"), Minimum({2: 2}, "b"), Outflow({11: 9}, "c")), 2),
        ((Minimum({1: 2}, "a"), Minimum({2: 9}, "b"), Maximum({1: 9}, "c")), 4),
        ((Minimum({1: 9}, "a"), Minimum({2: 2}, "b"), Minimum({1: 1}, "c")), 8),
    ],
)
def test_one_search_leaps_as_far_as_nothing_more_is_short(
    monkeypatch: pytest.MonkeyPatch, requirements: tuple[Requirement, ...], searches: int
) -> None:
    asked: list[object] = []

    def minimise(*arguments: object, **options: object) -> object:
        asked.append(options)
        return real(*arguments, **options)

    real = descent.minimise
    monkeypatch.setattr(descent, "minimise", minimise)
    workers = [mover(i) for i in range(1, 8)]
    found = descend(GroupedModel(posed(workers, [receiver(1), receiver(2), donor()], *requirements)), clock())
    assert all(level.proven for level in found.levels)
    assert len(asked) == searches
