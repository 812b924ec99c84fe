from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from hypothesis import given
from hypothesis import strategies as st

from planner.optimise.duty.sharing import Vessel, poured

VESSELS = st.dictionaries(
    st.integers(1, 8),
    st.builds(Vessel, st.integers(0, 31), st.integers(0, 15), st.none() | st.integers(-3, 3)),
    max_size=8,
)


def test_all_alike_have_the_same_share() -> None:
    assert poured(7, {1: Vessel(30, 10), 2: Vessel(30, 10)}) == {1: Fraction(7, 2), 2: Fraction(7, 2)}


def test_what_earlier_months_left_is_evened_out() -> None:
    assert poured(10, {1: Vessel(30, 20, 2), 2: Vessel(30, 20, 0)}) == {1: 4, 2: 6}


def test_half_a_month_has_half_a_share() -> None:
    assert poured(9, {1: Vessel(30, 20), 2: Vessel(15, 20)}) == {1: 6, 2: 3}


def test_who_is_full_leaves_the_rest_to_others() -> None:
    assert poured(12, {1: Vessel(30, 2), 2: Vessel(30, 20), 3: Vessel(30, 20)}) == {1: 2, 2: 5, 3: 5}


def test_somebody_new_starts_where_the_others_stand() -> None:
    shares = poured(9, {1: Vessel(30, 20, 2), 2: Vessel(30, 20, 2), 3: Vessel(30, 20, None)})
    assert set(shares.values()) == {Fraction(3)}


def test_what_nobody_can_take_is_left() -> None:
    assert sum(poured(50, {1: Vessel(30, 10), 2: Vessel(30, 10)}).values()) == 20


@given(st.integers(0, 70), VESSELS)
def test_a_sharing_in_whole_numbers_within_the_shares_always_adds_up(
    total: int, vessels: dict[int, Vessel]
) -> None:
    shares = poured(total, vessels)
    most = sum(v.most for v in vessels.values() if v.days)
    assert shares.keys() == vessels.keys()
    assert all(0 <= share <= vessels[id_].most for id_, share in shares.items())
    assert sum(shares.values()) == min(total, most)
    assert sum(map(floor, shares.values())) <= min(total, most) <= sum(map(ceil, shares.values()))
