from __future__ import annotations

from dataclasses import replace

from models.allocation.grouping import PostKinds, groups_of
from models.allocation.problem import Problem
from models.allocation.requirements import PostMinimum, PostShare, Requirement
from tests.models.allocation.small import changer, donor, mover, posed, receiver

ABCD = frozenset({"a", "b", "c", "d"})


def kinds(*requirements: Requirement) -> PostKinds:
    return PostKinds(posed([], [receiver(1, posts=ABCD)], *requirements))


def group_sizes(problem: Problem) -> list[int]:
    return [group.size for group in groups_of(problem, PostKinds(problem))]


def test_posts_nobody_asks_about_are_one_kind() -> None:
    assert len(kinds().open_to(1, ABCD)) == 1


def test_each_way_of_being_asked_about_is_a_kind_of_its_own() -> None:
    found = kinds(PostShare({1: 0}, frozenset({"a", "b"}), 1, 2), PostMinimum({(1, "b"): 1}))
    assert sorted(found.open_to(1, ABCD).values()) == [("a",), ("b",), ("c", "d")]
    assert found.open_to(1, frozenset({"c", "x"})) == {found.kind(1, "x"): ("c",)}


def test_workers_that_differ_only_in_hardship_are_one_group_in_ascending_order() -> None:
    problem = posed([mover(5, cost=1), mover(2, cost=9), mover(9)], [receiver(), donor()])
    [group] = groups_of(problem, PostKinds(problem))
    assert [worker.id for worker in group.members] == [2, 5, 9]


def test_anything_else_that_differs_parts_groups() -> None:
    base = mover(1)
    others = [
        replace(base, id=2, post="alpha"),
        replace(base, id=3, movable=False),
        replace(base, id=4, allowed_posts=frozenset({"alpha"})),
        replace(base, id=5, current=12),
    ]
    assert group_sizes(posed([base, *others], [receiver(), donor(11), donor(12)])) == [1] * 5


def test_leave_to_change_post_parts_groups_only_where_a_change_could_help() -> None:
    workers = [changer(1), replace(changer(2), postable=False)]
    assert group_sizes(posed(workers, [receiver()])) == [2]
    share = PostShare({1: 0}, frozenset({"alpha"}), 1, 2)
    assert group_sizes(posed(workers, [receiver()], share)) == [1, 1]
