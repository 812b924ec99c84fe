from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.samples.apportioning import apportion


@given(
    st.lists(st.floats(0.1, 100), min_size=1, max_size=40),
    st.integers(0, 5),
    st.integers(0, 2000),
)
def test_the_shares_add_up_and_none_is_below_the_least(weights: list[float], least: int, spare: int) -> None:
    total = least * len(weights) + spare
    shares = apportion(total, weights, least)
    assert sum(shares) == total
    assert min(shares) >= least


def test_a_heavier_weight_gets_more() -> None:
    assert apportion(10, [3, 2], least=0) == [6, 4]


def test_too_few_people_for_the_least_are_refused() -> None:
    with pytest.raises(ValueError, match="at least"):
        apportion(7, [1, 1], least=4)
