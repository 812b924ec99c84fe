from __future__ import annotations

from dataclasses import replace

from models.allocation.grouping import groups_of
from models.allocation.post_kinds import PostKinds
from models.allocation.problem import Problem
from models.allocation.requirements import (
    Apart,
    Capacity,
    PostMinimum,
    PostShare,
    Requirement,
    TagMinimum,
    Unmoved,
)
from tests.models.allocation.small import changer, donor, mover, posed, receiver

ABCD = frozenset({"a", "b", "c", "d"})
HOMES = ((1, 11), (2, 11), (3, 12), (4, 12))


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


def test_posts_of_different_hours_are_different_kinds() -> None:
    found = kinds(Capacity({1: 500}, {"a": 160, "b": 32, "c": 32, "d": 100}, 100, 160))
    assert sorted(found.open_to(1, ABCD).values()) == [("a",), ("b", "c"), ("d",)]


def pools(problem: Problem) -> int:
    return len({group.key.pool for group in groups_of(problem, PostKinds(problem))})


def test_receivers_somebody_is_barred_from_part_pools_and_donors_do_not() -> None:
    workers = [mover(1), replace(mover(2), barred=frozenset({1})), replace(mover(3), barred=frozenset({11}))]
    problem = posed(workers, [receiver(1), receiver(2), donor()])
    assert (group_sizes(problem), pools(problem)) == ([2, 1], 2)


def test_tags_part_groups_where_they_are_counted_and_pools_where_they_may_be() -> None:
    workers = [replace(mover(i, home), tags=frozenset({"woman"} if i % 2 else ())) for i, home in HOMES]
    sites = [receiver(1), donor(11), donor(12)]
    assert group_sizes(posed(workers, sites)) == [2, 2]
    at_donor = posed(workers, sites, TagMinimum({(12, "woman"): 1}))
    assert (sorted(group_sizes(at_donor)), pools(at_donor)) == ([1, 1, 2], 1)
    at_receiver = posed(workers, sites, TagMinimum({(1, "woman"): 1}))
    assert (group_sizes(at_receiver), pools(at_receiver)) == ([1, 1, 1, 1], 2)
    priced = posed(workers, sites, Unmoved("woman"))
    assert (group_sizes(priced), pools(priced)) == ([1, 1, 1, 1], 1)


def test_workers_of_a_pair_are_alone() -> None:
    problem = posed([mover(i) for i in range(1, 5)], [receiver(), donor()], Apart(frozenset({(1, 3)})))
    assert (sorted(group_sizes(problem)), pools(problem)) == ([1, 1, 2], 3)
