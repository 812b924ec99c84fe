from __future__ import annotations

from collections import Counter

import pytest

from planner.errors import InputError
from planner.samples import ALL_TRAPS, SampleCounty, Trap, expected_counts, generate
from planner.samples.records import LEADERSHIP, Written

SIZES = (60, 80, 120, 180, 300, 450, 700, 1100)
COUNTIES = [(seed, SIZES[seed % len(SIZES)], ALL_TRAPS) for seed in range(20)]
PLAIN = [(seed, SIZES[seed % len(SIZES)], frozenset[Trap]()) for seed in range(20)]


def _ages(sample: SampleCounty) -> list[int]:
    births = [p.birth for p in sample.people if p.is_sworn and p.birth is not None]
    today = sample.as_of
    return [today.year - b.year - ((b.month, b.day) > (today.month, today.day)) for b in births]


@pytest.mark.parametrize(("seed", "officers", "traps"), COUNTIES + PLAIN)
def test_a_county_looks_like_the_design_says(seed: int, officers: int, traps: frozenset[Trap]) -> None:
    sample = generate(seed, officers, traps=traps)
    counts = expected_counts(sample, sample.as_of)
    stations = [u for u in sample.units if u.is_station]
    headquarters = [u for u in sample.units if u.ours and not u.is_station]
    assert counts.total == officers
    assert 3 <= len(stations) <= 40
    assert 6 <= len(headquarters) <= 40
    assert abs(len(headquarters) - officers / 12) <= 2 or len(headquarters) in (6, 39)
    assert all(counts.books[u.name] >= 4 for u in headquarters if u.kind != LEADERSHIP)
    assert 28 <= 100 * counts.station_books / officers <= 42
    assert 5 <= counts.station_books / len(stations) <= 12
    drawn_off, base = len(counts.drawn_off), counts.station_books
    assert -(-3 * base // 100) <= drawn_off <= base // 10
    community = sum(counts.community_books[u.name] for u in stations)
    assert 25 <= 100 * community / base <= 40
    assert all(22 <= age <= 60 for age in _ages(sample))


@pytest.mark.parametrize(("seed", "officers", "traps"), COUNTIES)
def test_stations_have_one_to_three_leaders(seed: int, officers: int, traps: frozenset[Trap]) -> None:
    sample = generate(seed, officers, traps=traps)
    heads = Counter(p.unit for p in sample.people if p.is_head and p.is_sworn)
    assert all(1 <= heads[u.name] <= 3 for u in sample.units if u.is_station)
    assert all(heads[u.name] >= 2 for u in sample.units if u.ours and not u.is_station)


def test_the_same_seed_gives_the_same_county() -> None:
    assert generate(5) == generate(5)
    assert generate(5) != generate(6)


def test_about_one_officer_in_six_is_a_woman() -> None:
    sworn = [p for seed in range(10) for p in generate(seed, 300).people if p.is_sworn]
    assert 13 <= 100 * sum(p.female for p in sworn) / len(sworn) <= 20


def test_auxiliaries_are_as_many_as_asked_for() -> None:
    for ratio in (0, 80, 120):
        people = generate(3, 400, auxiliaries=ratio).people
        auxiliaries = sum(p.category.endswith("辅警") for p in people)
        assert abs(auxiliaries - 4 * ratio) <= 40 * (ratio > 0)


def test_numbers_of_the_roster_run_without_gaps_and_names_are_unique() -> None:
    sample = generate(8)
    assert [p.number for p in sample.people] == list(range(1, len(sample.people) + 1))
    assert len({p.name for p in sample.people}) == len(sample.people)


def test_nobody_is_absent_for_long_and_away_at_once() -> None:
    sample = generate(9, 700)
    away = Counter(s.person for s in sample.secondments)
    assert max(away.values()) == 1
    assert not {a.person for a in sample.absences} & set(away)


def test_stations_bear_the_names_of_the_countys_towns() -> None:
    names = {u.short_name for u in generate(1, county="石屏县").units if u.is_station}
    assert {"城关所", "宝秀所", "坝心所"} <= names


def test_the_size_follows_the_population_where_only_the_county_is_given() -> None:
    sample = generate(1, county="宣威市")
    assert expected_counts(sample, sample.as_of).total == 750
    assert sample.bureau == "宣威市公安局"


def test_every_trap_is_present_unless_left_out() -> None:
    for seed in range(6):
        with_all, without = generate(seed), generate(seed, traps=frozenset())
        assert _traps_found(with_all) == ALL_TRAPS
        assert not _traps_found(without) - {Trap.PAPER_COMPLIANT, Trap.STATION_OF_THREE}


@pytest.mark.parametrize("trap", sorted(ALL_TRAPS - {Trap.PAPER_COMPLIANT, Trap.STATION_OF_THREE}))
def test_a_trap_can_be_chosen_alone(trap: Trap) -> None:
    found = _traps_found(generate(4, traps=frozenset({trap})))
    assert found - {Trap.PAPER_COMPLIANT, Trap.STATION_OF_THREE} == {trap}


def _traps_found(sample: SampleCounty) -> frozenset[Trap]:
    counts = expected_counts(sample, sample.as_of)
    badges = Counter(p.badge for p in sample.people if p.badge)
    stations = [u.name for u in sample.units if u.is_station]
    found = {
        Trap.PAPER_COMPLIANT: 5 * counts.station_books >= 2 * counts.total > 5 * counts.station_present,
        Trap.REMARKS_ONLY: any(s.written is Written.REMARKS for s in sample.secondments),
        Trap.STATION_OF_THREE: any(counts.books[s] == 3 == counts.present[s] for s in stations),
        Trap.UNITS_DISAGREE: any(s.working_unit not in ("", s.to) for s in sample.secondments),
        Trap.DUPLICATE_BADGE: max(badges.values()) > 1,
        Trap.IMPOSSIBLE_DATE: any("birth" in p.written for p in sample.people),
        Trap.UNKNOWN_STATUS: any(p.status == "见附件" for p in sample.people),
        Trap.WRONG_SUBTOTAL: bool(sample.wrong_subtotal),
        Trap.UNCERTAIN_KIND: any(u.kind == "" for u in sample.units),
    }
    return frozenset(trap for trap, present in found.items() if present)


@pytest.mark.parametrize("officers", [0, 59, 20_001])
def test_a_number_of_officers_that_makes_no_county_is_refused(officers: int) -> None:
    with pytest.raises(InputError, match="60 to"):
        generate(1, officers)


def test_a_county_outside_yunnan_is_refused() -> None:
    with pytest.raises(InputError, match="no county named"):
        generate(1, county="浦东新区")


def test_a_large_bureau_is_generated_in_full() -> None:
    sample = generate(1, 5000)
    assert expected_counts(sample, sample.as_of).total == 5000
