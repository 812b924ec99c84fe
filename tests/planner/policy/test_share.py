"""Shares are exact."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.policy.share import Share, parse_share

counts = st.integers(0, 60_000)


@given(counts, counts, st.integers(0, 100))
def test_a_part_meets_a_share_exactly_when_nothing_is_short(part: int, whole: int, percent: int) -> None:
    share = Share(percent, 100)
    assert share.is_met_by(part, whole) == (share.shortfall(part, whole) == 0)


@given(counts, st.integers(1, 100))
def test_one_person_fewer_than_the_least_is_not_enough(whole: int, percent: int) -> None:
    share = Share(percent, 100)
    assert share.is_met_by(share.least(whole), whole)
    assert share.least(whole) == 0 or not share.is_met_by(share.least(whole) - 1, whole)


def test_small_stations_round_up_to_whole_people() -> None:
    forty = Share(40, 100)
    assert [forty.least(n) for n in (5, 6, 7, 10)] == [2, 3, 3, 4]


@pytest.mark.parametrize("words", ["40/100", "40%", "40\uff05"])
def test_a_share_reads_from_a_fraction_or_a_percentage(words: str) -> None:
    assert parse_share(words) == Share(40, 100)


@pytest.mark.parametrize("words", ["140/100", "140", "-1%", "4/0", "forty"])
def test_what_is_no_share_is_refused(words: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - int() and we say different things
        parse_share(words)


@pytest.mark.parametrize(
    ("words", "share"),
    [
        ("45", Share(45, 100)),
        ("0.45", Share(45, 100)),
        ("0.30000000000000004", Share(30, 100)),
        ("12.5%", Share(1, 8)),
        ("0.125", Share(1, 8)),
        ("0", Share(0, 100)),
        ("1%", Share(1, 100)),
        ("100", Share(100, 100)),
    ],
)
def test_a_share_is_read_as_a_sheet_or_a_person_writes_it(words: str, share: Share) -> None:
    assert parse_share(words) == share


@pytest.mark.parametrize("words", ["1", "1.0"])
def test_a_bare_one_may_be_one_percent_or_all_and_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="1"):
        parse_share(words)
