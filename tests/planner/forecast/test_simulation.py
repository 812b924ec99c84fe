"""The chance that a line holds."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from planner.audit.ledgers import Ledger
from planner.county.records import Category, Post, Sex, UnitKind
from planner.document import Document
from planner.forecast.months import Forecast, forecast
from planner.forecast.simulation import Chance, simulate
from planner.forecast.tallies import LINES
from planner.optimise.running import Stop
from tests.planner.building import TODAY, Building, share_county
from tests.planner.forecast.ahead import AheadCounty

RATES = ("attrition", "sickness", "maternity")


def _quiet(county: Building) -> None:
    for rate in RATES:
        county.override(f"forecast.{rate}", 0)


def _chances(county: AheadCounty, runs: int = 50, seed: int = 0) -> tuple[Chance, ...]:
    return simulate(county.forecast(), county.policy, runs, seed)


def _known(ahead: Forecast) -> list[tuple[date, str, Ledger, bool]]:
    return [
        (m.state.date, t.rule, t.ledger, t.met)
        for m in ahead.months
        for t in m.targets
        if t.unit is None and t.rule in LINES
    ]


@hypothesis_settings(max_examples=25, deadline=None)
@given(
    station=st.integers(1, 99),
    community=st.integers(1, 99),
    allowed=st.integers(0, 1),
    detailed=st.sampled_from([0, 50, 100]),
    counted=st.booleans(),
    extra=st.integers(0, 3),
)
def test_without_any_chance_every_future_is_the_forecast(
    station: int, community: int, allowed: int, detailed: int, counted: bool, extra: int
) -> None:
    county = AheadCounty()
    county.transfer(), county.leave()
    county.people(extra, county.station, Post.COMMUNITY, category=Category.PROBATIONER)
    county.people(extra, county.unit("全员所", two_teams_one_office=False), Post.CASE)
    county.people(extra, county.unit("交警大队", UnitKind.ENFORCEMENT, traffic=True))
    _quiet(county)
    county.override("station_share.required", f"{station}/100")
    county.override("community_share.required", f"{community}/100")
    county.override("secondment.allowed", allowed)
    county.override("weight.probationer", detailed)
    county.override("counting.long_absent", counted)
    county.override("counting.traffic", counted)
    found = _chances(county, runs=3)
    known = _known(county.forecast())
    assert [(c.month, c.rule, c.ledger, c.met) for c in found] == [(*k[:3], 3 if k[3] else 0) for k in known]


def test_the_same_seed_draws_the_same_futures_and_another_one_others() -> None:
    county = AheadCounty()
    county.override("forecast.attrition", 2000)
    county.override("station_share.required", "40/100")
    assert _chances(county, 200, 1) == _chances(county, 200, 1)
    assert _chances(county, 200, 1) != _chances(county, 200, 2)


def test_where_everybody_leaves_at_once_nobody_is_drawn_off_any_more() -> None:
    county = AheadCounty()
    _quiet(county)
    assert {c.met for c in _chances(county) if c.rule == "secondment" and c.month < date(2027, 4, 1)} == {0}
    county.override("forecast.attrition", 10_000)
    assert {c.share for c in _chances(county) if c.rule == "secondment"} == {1.0}


@pytest.mark.parametrize(("rate", "sex"), [("sickness", Sex.MALE), ("maternity", Sex.FEMALE)])
def test_the_long_absent_stay_in_the_base_and_work_nowhere(rate: str, sex: Sex) -> None:
    county = share_county(0, 0)
    station, office = county.county.units
    county.people(6, station, birth=date(1995, 1, 1), sex=sex)
    county.people(4, office, birth=date(1995, 1, 1), sex=sex)
    _quiet(county)
    county.override(f"forecast.{rate}", 10_000)
    held = {c.ledger: c.met for c in _simulated(county) if c.rule == "station_share"}
    assert held == {Ledger.BOOKS: 5, Ledger.PRESENT: 0, Ledger.EFFECTIVE: 0}


@pytest.mark.parametrize("fields", [{"sex": Sex.MALE}, {"birth": date(1970, 1, 1)}, {"birth": None}])
def test_maternity_is_drawn_for_women_of_the_age_alone(fields: dict[str, object]) -> None:
    county = share_county(0, 0)
    station, _ = county.county.units
    county.people(6, station, **{"birth": date(1995, 1, 1), "sex": Sex.FEMALE, **fields})
    _quiet(county)
    county.override("forecast.maternity", 10_000)
    assert {c.met for c in _simulated(county) if c.rule == "station_share"} == {5}


def test_half_the_futures_lose_an_officer_within_a_year_where_half_of_all_leave() -> None:
    county = share_county(1, 1)
    _quiet(county)
    county.override("forecast.attrition", 5000)
    county.override("station_share.required", "100/100")
    found = [c for c in _simulated(county, 4000) if (c.rule, c.ledger) == ("station_share", Ledger.BOOKS)]
    assert found[-1].share == pytest.approx(0.5, abs=0.03)  # met where headquarters' officer has left


def _simulated(county: Building, runs: int = 5) -> tuple[Chance, ...]:
    return simulate(forecast(Document(county.county, county.policy), TODAY, 12), county.policy, runs)


def test_nothing_is_drawn_before_a_first_month_that_begins_today() -> None:
    county = AheadCounty()
    for rate in RATES:
        county.override(f"forecast.{rate}", 10_000)
    ahead = county.forecast(2, date(2026, 12, 1))
    found = simulate(ahead, county.policy, 5)
    today = [(c.month, c.rule, c.ledger, c.met == 5) for c in found if c.month == date(2026, 12, 1)]
    assert today == [of for of in _known(ahead) if of[0] == date(2026, 12, 1)]
    assert {c.met for c in found if c.rule == "secondment"} == {0, 5}  # met a month later: all are gone


def test_a_recruit_is_not_drawn_to_leave_before_joining() -> None:
    county = share_county(0, 1)
    station, _ = county.county.units
    county.person(station, joined_police=date(2027, 11, 1))
    _quiet(county)
    county.override("forecast.attrition", 5000)
    county.override("station_share.required", "1/100")
    found = [c for c in _simulated(county, 1000) if (c.rule, c.ledger) == ("station_share", Ledger.BOOKS)]
    assert found[-1].month == date(2027, 11, 1)
    assert found[-1].share > 0.9  # a year of chances to leave before that would make it three in four


def test_a_line_that_counts_nobody_has_no_chance() -> None:
    county = Building()
    county.people(3, county.unit("政工室", UnitKind.ADMINISTRATIVE))
    county.unit("城关派出所")
    assert {c.rule for c in _simulated(county)} == {"secondment", "station_share"}


def test_futures_drawn_in_several_blocks_are_all_counted() -> None:
    county, told = AheadCounty(), list[int]()
    county.override("forecast.attrition", 2000)
    found = simulate(county.forecast(), county.policy, 250, 3, told.append)
    assert told == [100, 200, 250]
    assert {c.runs for c in found} == {250}
    assert any(0 < c.met < 250 for c in found)


def test_stopped_the_chances_are_those_of_the_futures_drawn_by_then() -> None:
    county, stop = AheadCounty(), Stop()
    county.override("forecast.attrition", 2000)
    ahead = county.forecast()
    found = simulate(ahead, county.policy, 1000, 3, lambda _: stop.request(), stop)
    assert found == simulate(ahead, county.policy, 100, 3)
    assert simulate(ahead, county.policy, 1000, 3, stop=stop) == ()


def test_where_there_are_no_officers_nobody_is_drawn_off_in_any_future() -> None:
    county = Building()
    county.unit("城关派出所")
    assert {(c.rule, c.share) for c in _simulated(county)} == {("secondment", 1.0)}
