"""The county month by month, judged as `check` judges it."""

from __future__ import annotations

from datetime import date

import pytest

from planner.audit.ledgers import Ledger
from planner.county.records import AbsenceKind
from planner.forecast.months import first_days, forecast
from planner.optimise.running import Stop
from tests.planner.building import TODAY
from tests.planner.forecast.ahead import MOVES, RETIRES, RETURNS, AheadCounty


@pytest.mark.parametrize(
    ("on", "first"),
    [
        (date(2026, 11, 24), date(2026, 12, 1)),
        (date(2026, 12, 1), date(2026, 12, 1)),
        (date(2026, 12, 2), date(2027, 1, 1)),
    ],
)
def test_the_first_month_begins_on_or_after_the_day(on: date, first: date) -> None:
    assert first_days(on, 3)[0] == first
    assert len(first_days(on, 3)) == 3


def test_today_is_what_check_says() -> None:
    county = AheadCounty()
    assert county.forecast().now.targets == county.document().audit(TODAY).targets


def test_without_a_retirement_or_a_return_every_month_is_what_check_says_on_its_first_day() -> None:
    county = AheadCounty()
    county.transfer(), county.leave()
    ahead = county.forecast(3)
    document = county.document()
    assert [m.targets for m in ahead.months] == [document.audit(m.state.date).targets for m in ahead.months]
    assert len({m.target("station_minimum", unit=county.station) for m in ahead.months}) == 2  # the transfer


def test_the_station_gains_and_loses_on_the_days_that_are_known() -> None:
    county = AheadCounty()
    county.transfer()
    figures = [
        (m.state.date, m.target("station_minimum", Ledger.PRESENT, county.station))
        for m in county.forecast(12).months
    ]
    counts = {day: target.numerator for day, target in figures if target is not None}
    assert counts[date(2027, 1, 1)] == 4
    assert counts[MOVES] == 5
    assert counts[RETURNS] == 6
    assert (counts[date(2027, 8, 1)], counts[RETIRES]) == (6, 5)


def test_a_forecast_complies_only_where_every_month_does() -> None:
    county = AheadCounty()
    for rule in ("secondment", "station_share", "station_minimum", "community_share"):
        county.override(f"{rule}.enforcement", "off")
    assert county.forecast().complies
    county.override("station_minimum.enforcement", "soft")
    assert not county.forecast().complies


def test_a_line_that_breaks_between_two_firsts_of_a_month_is_not_complied_with() -> None:
    county = AheadCounty()
    for rule in ("secondment", "station_share", "community_share"):
        county.override(f"{rule}.enforcement", "off")
    county.override("station_minimum.required", 4)
    county.override("station_minimum.more_than", False)
    assert county.forecast(8).complies
    county.absent(county.stays[0], AbsenceKind.MATERNITY, date(2027, 3, 3), date(2027, 3, 20))
    ahead = county.forecast(8)
    assert all(month.complies for month in ahead.months)
    assert not ahead.complies


def test_every_first_day_reached_is_told() -> None:
    county, told = AheadCounty(), list[date]()
    ahead = forecast(county.document(), TODAY, 3, told.append)
    assert told == [month.state.date for month in ahead.months] == first_days(TODAY, 3)


def test_stopped_it_ends_with_the_months_it_has() -> None:
    county, stop = AheadCounty(), Stop()

    def tell(day: date) -> None:
        if day == date(2027, 1, 1):
            stop.request()

    ahead = forecast(county.document(), TODAY, 12, tell, stop)
    assert [month.state.date for month in ahead.months] == [date(2026, 12, 1), date(2027, 1, 1)]
    assert all(b.date <= date(2027, 1, 1) for b in ahead.breaks)


def test_today_is_one_of_the_days_once() -> None:
    county = AheadCounty()
    assert [d.state.date for d in county.forecast(1).days] == [TODAY, date(2026, 12, 1)]
    assert [d.state.date for d in county.forecast(1, date(2026, 12, 1)).days] == [date(2026, 12, 1)]
