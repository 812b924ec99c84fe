from __future__ import annotations

from collections import Counter

import pytest

from planner.samples import expected_counts, messy_roster
from planner.samples.messy import ROWS
from planner.samples.records import Written


@pytest.mark.parametrize("seed", range(12))
def test_a_messy_roster_has_186_rows_and_everything_that_goes_wrong(seed: int) -> None:
    sample = messy_roster(seed)
    people = sample.people
    assert len(people) == ROWS == 186
    assert [p.number for p in people] == list(range(1, 187))
    assert sum(p.unit == "" for p in people) == 1
    assert 3 <= sum(p.badge == "" for p in people if p.is_sworn) <= 25
    rows = Counter((p.name, p.badge, p.unit) for p in people)
    assert sorted(rows.values())[-2:] == [1, 2]
    badges = Counter(p.badge for p in people if p.badge)
    assert sum(n > 1 for n in badges.values()) == 2  # the repeated row, and one badge given to two people


@pytest.mark.parametrize("seed", range(12))
def test_it_tells_only_what_a_single_sheet_can(seed: int) -> None:
    sample = messy_roster(seed)
    assert all(
        s.written is not Written.SHEET and not s.kept and s.returned_on is None for s in sample.secondments
    )
    assert all(a.from_ <= sample.as_of <= a.until for a in sample.absences)
    assert all(u.ours and u.authorised is None and u.two_teams is None for u in sample.units)


def test_it_is_compliant_on_paper_and_short_in_fact() -> None:
    sample = messy_roster(3)
    counts = expected_counts(sample, sample.as_of)
    assert 5 * counts.station_books >= 2 * counts.total > 5 * counts.station_present
    assert counts.drawn_off


def test_the_same_seed_gives_the_same_rows() -> None:
    assert messy_roster("a") == messy_roster("a")
