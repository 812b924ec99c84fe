from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.audit.ledgers import Ledger, Ledgers, count
from planner.county.state import Placed, state
from planner.policy.policy import default_policy
from planner.samples import ALL_TRAPS, SampleCounty, Trap, expected_counts, generate, messy_roster
from planner.samples.records import (
    ADMINISTRATIVE,
    ENFORCEMENT,
    STATION,
    SWORN,
    SampleAbsence,
    SamplePerson,
    SampleSecondment,
    SampleUnit,
)
from planner.samples.truth import TruePlace
from tests.planner.samples.as_county import as_county

TODAY = date(2026, 11, 24)
UNITS = (
    SampleUnit("城关派出所", "城关所", STATION),
    SampleUnit("新城派出所", "新城所", STATION),
    SampleUnit("刑侦大队", "刑侦", ENFORCEMENT),
    SampleUnit("邻县公安局", "邻县公安局", ADMINISTRATIVE, ours=False),
)


def _county(*people: SamplePerson) -> SampleCounty:
    return SampleCounty("1", "530000", "测试县", "测试县公安局", "测试州", TODAY, UNITS, people)


def _officer(unit: str = "城关派出所", **fields: object) -> SamplePerson:
    plain = SamplePerson(1, "刀建国", "380001", False, date(1990, 1, 1), SWORN, unit)
    return replace(plain, **fields)  # type: ignore[arg-type]


def _place(sample: SampleCounty) -> TruePlace:
    return expected_counts(sample, TODAY).places[1]


def _away(kind: str, to: str, home: str = "城关派出所", **fields: object) -> TruePlace:
    record = SampleSecondment(1, kind, to, **fields)  # type: ignore[arg-type]
    return _place(replace(_county(_officer(home)), secondments=(record,)))


def test_an_officer_at_home_counts_at_home_on_both_ledgers() -> None:
    place = _place(_county(_officer()))
    assert (place.books, place.present, place.drawn_off) == ("城关派出所", "城关派出所", False)


@pytest.mark.parametrize(
    ("kind", "to", "present", "drawn_off"),
    [
        ("抽调", "刑侦大队", "刑侦大队", True),
        ("借调", "州公安局", "", True),
        ("借调", "新城派出所", "新城派出所", False),
        ("驻村", "驻村工作队", "", False),
    ],
)
def test_where_an_officer_of_a_station_counts_while_away(
    kind: str, to: str, present: str, drawn_off: bool
) -> None:
    place = _away(kind, to)
    assert (place.books, place.present, place.drawn_off) == ("城关派出所", present, drawn_off)


def test_headquarters_officers_are_never_drawn_off() -> None:
    assert not _away("借调", "州公安局", home="刑侦大队").drawn_off
    down = _away("下派", "新城派出所", home="刑侦大队")
    assert (down.standing, down.present) == ("detailed_down", "新城派出所")


def test_help_of_two_days_counts_at_home_and_of_three_does_not() -> None:
    begun = TODAY - timedelta(days=1)
    two = _away("抽调", "刑侦大队", from_=begun, until=TODAY)
    three = _away("抽调", "刑侦大队", from_=begun, until=TODAY + timedelta(days=1))
    assert (two.standing, two.drawn_off) == ("temporary", False)
    assert three.drawn_off


def test_a_draw_off_past_its_planned_end_goes_on_until_the_return() -> None:
    over = TODAY - timedelta(days=200)
    assert _away("抽调", "刑侦大队", from_=over, until=TODAY - timedelta(days=100)).drawn_off
    assert not _away("抽调", "刑侦大队", from_=over, returned_on=TODAY - timedelta(days=1)).drawn_off
    assert _away("抽调", "刑侦大队", from_=over, returned_on=TODAY).drawn_off


def test_approval_holds_up_to_its_end_included() -> None:
    assert _away("抽调", "刑侦大队", kept=True, kept_until=TODAY).kept
    assert not _away("抽调", "刑侦大队", kept=True, kept_until=TODAY - timedelta(days=1)).kept


@pytest.mark.parametrize(
    ("kind", "days", "present"),
    [("病假", 30, "城关派出所"), ("病假", 31, ""), ("产假", 10, ""), ("年休假", 15, "城关派出所")],
)
def test_an_absence_of_over_thirty_days_leaves_the_present_ledger(kind: str, days: int, present: str) -> None:
    begun = TODAY - timedelta(days=5)
    absence = SampleAbsence(1, kind, begun, begun + timedelta(days=days - 1))
    assert _place(replace(_county(_officer()), absences=(absence,))).present == present


@pytest.mark.parametrize(
    "fields",
    [
        {"category": "辅警"},
        {"status": "退休"},
        {"status": "见附件"},
        {"left_on": TODAY},
        {"joined_police": TODAY + timedelta(days=1)},
        {"unit": "邻县公安局"},
    ],
)
def test_these_never_count(fields: dict[str, object]) -> None:
    assert not _place(_county(_officer(**fields))).counted


def test_an_officer_without_a_unit_counts_in_the_county_only() -> None:
    counts = expected_counts(_county(_officer("")), TODAY)
    assert (counts.total, dict(counts.books)) == (1, {})


def test_a_row_that_repeats_name_badge_and_unit_counts_once() -> None:
    counts = expected_counts(_county(_officer(), _officer(number=2)), TODAY)
    assert counts.total == 1


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("traps", [ALL_TRAPS, frozenset[Trap]()])
def test_the_planner_counts_the_same_county_the_same_way(seed: int, traps: frozenset[Trap]) -> None:
    _compare(generate(seed, 60 + 90 * seed, traps=traps), timedelta(0))
    _compare(generate(seed, 200, traps=traps), timedelta(days=-60))
    _compare(generate(seed, 200, traps=traps), timedelta(days=90))


def test_the_planner_counts_a_messy_roster_the_same_way() -> None:
    _compare(messy_roster(1), timedelta(0))


def _compare(sample: SampleCounty, shift: timedelta) -> None:
    on = sample.as_of + shift
    expected = expected_counts(sample, on)
    county = as_county(sample)
    repeated = {p.number for p in sample.people} - set(expected.places)
    county = replace(county, people={n: p for n, p in county.people.items() if n not in repeated})
    found = state(county, on, default_policy(), "in_force")
    ledgers = count(found)
    names = {u.id: u.name for u in county.units.values()}
    assert ledgers.base[Ledger.PRESENT] == expected.total
    for ledger, books, community in (
        (Ledger.BOOKS, expected.books, expected.community_books),
        (Ledger.PRESENT, expected.present, expected.community_present),
    ):
        assert _counts(ledgers, ledger, names) == (dict(books), dict(community))
    drawn_off = [p for p in found.placed.values() if p.drawn_off]
    assert _ids(drawn_off) == set(expected.drawn_off)
    assert _ids([p for p in drawn_off if found.is_kept(p)]) == set(expected.kept)


def _counts(ledgers: Ledgers, ledger: Ledger, names: dict[int, str]) -> tuple[dict[str, int], dict[str, int]]:
    units = ledgers.units[ledger]
    officers = {names[unit]: c.officers for unit, c in units.items() if c.officers}
    return officers, {names[unit]: c.community for unit, c in units.items() if c.community}


def _ids(placed: list[Placed]) -> set[int]:
    return {p.person.id for p in placed}
