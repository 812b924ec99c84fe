"""The kind of a plan is who gives and who takes how many, whoever the workers are."""

from __future__ import annotations

from models.allocation.kinds import Kind, kind_of
from models.allocation.outcome import Assignment
from models.allocation.requirements import Minimum
from tests.models.allocation.small import ALPHA, BETA, borrowed, donor, mover, posed, receiver

PROBLEM = posed(
    [mover(1, 11), mover(2, 11), mover(3, 12), borrowed(4)],
    [receiver(1), receiver(2), donor(11), donor(12)],
    Minimum({1: 1}),
)


def _kind(*sites: int) -> Kind:
    return kind_of(PROBLEM, tuple(Assignment(n, site, BETA) for n, site in enumerate(sites, 1)))


def test_only_transfers_count_and_zeros_are_left_out() -> None:
    assert _kind(11, 11, 12, 1) == Kind((), ())
    assert _kind(1, 11, 2, 11) == Kind(((11, 1), (12, 1)), ((1, 1), (2, 1)))


def test_another_worker_of_the_same_site_and_another_post_are_the_same_kind() -> None:
    other = tuple(Assignment(n, s, ALPHA) for n, s in enumerate((11, 1, 12, 1), 1))
    assert kind_of(PROBLEM, other) == _kind(1, 11, 12, 1)


def test_the_distance_is_how_many_more_are_given_or_taken_somewhere() -> None:
    assert _kind(1, 11, 12, 1).distance(_kind(1, 11, 12, 1)) == 0
    assert _kind(1, 11, 12, 1).distance(_kind(11, 11, 1, 1)) == 1
    assert _kind(1, 11, 12, 1).distance(_kind(11, 11, 2, 1)) == 2


def test_an_exchange_takes_one_giver_for_another() -> None:
    assert _kind(1, 11, 12, 1).exchanged(11, 12) == _kind(11, 11, 1, 1)
