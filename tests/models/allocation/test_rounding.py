from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from models.allocation.linear import Row
from models.allocation.rounding import rounded


def met(row: Row, point: tuple[int, ...]) -> bool:
    assert row.lower is not None
    return sum(factor * point[column] for column, factor in row.terms.items()) >= row.lower


@given(
    st.lists(st.integers(-6, 6), min_size=1, max_size=4),
    st.integers(-8, 12),
    st.integers(2, 7),
)
def test_no_whole_point_is_cut_off(factors: list[int], need: int, divisor: int) -> None:
    row = Row({i: f for i, f in enumerate(factors) if f}, need, None)
    cut = rounded(row, divisor)
    if cut is None:
        return
    for point in product(range(4), repeat=len(factors)):
        assert not met(row, point) or met(cut, point)


def test_a_share_of_seven_asks_for_three_whole_changes() -> None:
    assert rounded(Row({0: 5}, 14, None), 5) == Row({0: 1}, 3, None)


def test_arrivals_and_departures_keep_their_exchange_rates() -> None:
    assert rounded(Row({0: 5, 1: -2, 2: 2}, 14, None), 5) == Row({0: 4, 1: -1, 2: 2}, 12, None)


def test_a_row_that_is_whole_already_or_has_no_lower_limit_says_nothing_new() -> None:
    assert rounded(Row({0: 5, 1: -2}, 15, None), 5) is None
    assert rounded(Row({0: 5}, None, 3), 5) is None
