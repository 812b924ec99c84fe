from __future__ import annotations

from datetime import date

from planner.forecast.simulation import simulate
from planner.tables.forecast_months import month_rows, month_table
from tests.planner.building import TODAY
from tests.planner.forecast.ahead import RETIRES, AheadCounty


def test_a_row_per_first_day_says_both_ledgers_the_stations_short_and_the_strength() -> None:
    ahead = AheadCounty().forecast()
    rows, table = month_rows(ahead, ()), month_table(ahead)
    assert [row.audit.state.date for row in rows][:2] == [TODAY, date(2026, 12, 1)]
    words = dict(zip([c.key for c in table.columns], table.texts(rows, "zh")[1], strict=True))
    assert (words["station_share_books"], words["station_share_present"]) == ("45.4%", "36.3%")
    assert (words["drawn_off"], words["short_station_minimum"], words["officers"]) == ("1", "1", "11")
    assert words["unmet"] == "抽调借调、派出所警力占比"
    assert rows[0].unmet == ("secondment", "station_share")


def test_the_strength_falls_when_somebody_retires() -> None:
    rows = {row.audit.state.date: row for row in month_rows(AheadCounty().forecast(), ())}
    assert (rows[date(2027, 8, 1)].officers, rows[RETIRES].officers) == (11, 10)


def test_chances_are_said_to_come_and_today_has_none() -> None:
    county = AheadCounty()
    ahead = county.forecast(2)
    chance = month_table(ahead).column("station_share_chance")
    waiting = month_rows(ahead, None)
    assert {chance.words(row, "zh") for row in waiting} == {"…"}
    today, *months = month_rows(ahead, simulate(ahead, county.policy, 100))
    assert chance.words(today, "zh") == "—"
    assert chance.value(today) is None
    assert all(chance.words(row, "zh").endswith("%)") for row in months)


def test_rules_that_are_off_have_no_columns_and_without_a_forecast_all_have() -> None:
    county = AheadCounty()
    for rule in ("community_share", "station_minimum"):
        county.override(f"{rule}.enforcement", "off")
    keys = [column.key for column in month_table(county.forecast(1)).columns]
    assert not [key for key in keys if "community" in key or "minimum" in key]
    assert set(keys) < {column.key for column in month_table(None).columns}
