"""The rule that station police are at least 40% of the county's."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planner.audit.ledgers import Ledger
from planner.audit.results import Gravity
from planner.audit.rules.station_share import percent, share_margins
from planner.audit.trace import trace
from planner.county.records import AbsenceKind, UnitKind
from planner.policy.share import Share
from tests.planner.building import TODAY, Building, share_county

FORTY = Share(40, 100)


def test_forty_of_a_hundred_meet_the_share_and_thirty_nine_are_one_short() -> None:
    met = share_county(40, 60).audit().target("station_share")
    assert met is not None
    assert (met.numerator, met.denominator, met.met) == (40, 100, True)
    audit = share_county(39, 61).audit()
    finding = next(f for f in audit.findings if f.rule == "station_share")
    assert (finding.gravity, finding.shortfall) == (Gravity.NOT_MET, 1)


def test_sending_people_out_of_headquarters_never_raises_the_share() -> None:
    b = share_county(39, 61)
    for person in list(b.county.people)[-20:]:
        b.second(person, None, to_outside="县委")
    target = b.audit().target("station_share")
    assert target is not None
    assert (target.numerator, target.denominator) == (39, 100)


def test_books_and_present_differ_by_the_drawn_off() -> None:
    b = share_county(41, 59)
    for person in list(b.county.people)[:3]:
        b.second(person, None, to_outside="省公安厅")
    audit = b.audit()
    figures = {t.ledger: t.numerator for t in audit.targets if t.rule == "station_share"}
    assert figures == {Ledger.BOOKS: 41, Ledger.PRESENT: 38, Ledger.EFFECTIVE: 3800}


def test_the_margins_of_82_of_200_are_two_three_and_five() -> None:
    assert {m.event: m.count for m in share_margins(82, 200, FORTY)} == {
        "draw_off": 2,
        "departure": 3,
        "headquarters_recruit": 5,
    }


def test_a_warning_says_which_draw_off_breaks_the_line() -> None:
    [finding] = [f for f in share_county(40, 60).audit().findings if f.rule == "station_share"]
    assert finding.gravity is Gravity.WARNING
    assert "再被抽调 1 人即不达标" in finding.message.zh


def test_no_margin_is_given_where_the_line_is_broken() -> None:
    assert share_margins(79, 200, FORTY) == ()


def test_a_county_with_nobody_in_it_is_near_no_line() -> None:
    b = Building()
    b.unit("城关派出所")
    audit = b.audit()
    assert not [m for m in audit.margins if m.rule == "station_share"]
    assert [f.rule for f in audit.findings] == ["station_minimum"]


@given(st.integers(1, 500), st.integers(0, 800))
def test_the_margins_are_the_last_number_that_still_holds(stations: int, headquarters: int) -> None:
    county = stations + headquarters
    for margin in share_margins(stations, county, FORTY):
        for k, holds in ((margin.count, True), (margin.count + 1, False)):
            after = {
                "draw_off": (stations - k, county),
                "departure": (stations - k, county - k),
                "headquarters_recruit": (stations, county + k),
            }[margin.event]
            if after[0] >= 0 and after[1] > 0:
                assert FORTY.is_met_by(*after) is holds


def test_traffic_police_and_long_absence_leave_the_base_by_switch() -> None:
    b = Building()
    station, traffic = b.unit("城关派出所"), b.unit("交警大队", UnitKind.ENFORCEMENT, traffic=True)
    b.people(8, station)
    b.people(10, traffic)
    b.absent(b.person(station), AbsenceKind.LONG_SICK, TODAY)
    base = [b.audit().ledgers.base[Ledger.BOOKS]]
    for key in ("counting.traffic", "counting.long_absent"):
        b.override(key, False)
        base.append(b.audit().ledgers.base[Ledger.BOOKS])
    assert base == [19, 9, 8]


def test_a_percentage_for_reading_is_never_rounded_up() -> None:
    assert percent(3999, 10000) == "39.9"
    assert percent(0, 0) == "0.0"


def test_whom_the_policy_leaves_out_of_the_county_does_not_raise_the_share_from_a_station() -> None:
    b = Building()
    station, traffic = b.unit("城关派出所"), b.unit("交警大队", UnitKind.ENFORCEMENT, traffic=True)
    b.people(7, station)
    b.absent(b.person(station), AbsenceKind.LONG_SICK, TODAY)
    for person in b.people(2, traffic):
        b.second(person, station)
    for key in ("counting.traffic", "counting.long_absent"):
        b.override(key, False)
    audit = b.audit()
    shares = [t for t in audit.targets if t.rule == "station_share"]
    assert [(t.numerator, t.denominator) for t in shares] == [(7, 7), (7, 7), (700, 700)]
    for target in shares:
        traced = trace(audit.state, target)
        assert (len(traced.numerator), len(traced.denominator)) == (7, 7)
    assert audit.ledgers.unit(Ledger.PRESENT, station).officers == 9
