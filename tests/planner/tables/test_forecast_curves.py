from __future__ import annotations

from datetime import date

from planner.audit.ledgers import Ledger
from planner.county.records import UnitKind
from planner.document import Document
from planner.forecast.breaks import Turn
from planner.forecast.months import forecast
from planner.forecast.simulation import simulate
from planner.tables.forecast_curves import chance_bands, share_curves
from tests.planner.building import TODAY, Building
from tests.planner.forecast.ahead import RETIRES, RETURNS, AheadCounty


def test_every_share_has_a_curve_on_both_ledgers_and_turns_between_the_months() -> None:
    shares = share_curves(AheadCounty().forecast())
    assert [(c.rule, c.ledger) for c in shares.curves] == [
        (rule, ledger)
        for rule in ("station_share", "community_share")
        for ledger in (Ledger.PRESENT, Ledger.BOOKS)
    ]
    assert shares.curves[0].points[0] == (TODAY, 400 / 11)
    assert [(t.day, t.turn) for t in shares.turned if t.turn is Turn.HEALS] == [(RETURNS, Turn.HEALS)]
    assert RETIRES in shares.others


def test_two_shares_held_to_the_same_have_one_line_and_a_raised_target_steps() -> None:
    county = AheadCounty()
    [both] = share_curves(county.forecast(3)).required
    assert both.rules == ("station_share", "community_share")
    county.policy = county.policy.with_later("station_share.required", "45/100", date(2027, 1, 15))
    first, _ = share_curves(county.forecast(3)).required
    assert [percent for _, percent in first.points] == [40, 40, 40, 45]


def test_the_bands_are_of_the_present_ledger_and_hold_their_chance() -> None:
    county = AheadCounty()
    ahead = county.forecast(3)
    bands = chance_bands(simulate(ahead, county.policy, 100))
    assert {band.rule for band in bands} == {"secondment", "station_share", "community_share"}
    for band in bands:
        assert [day for day, *_ in band.points] == [month.state.date for month in ahead.months]
        assert all(0 <= low <= chance <= high <= 100 for _, chance, low, high in band.points)


def test_a_share_of_nobody_is_not_drawn() -> None:
    b = Building()
    b.people(3, b.unit("政工室", UnitKind.ADMINISTRATIVE))
    b.unit("城关派出所")
    shares = share_curves(forecast(Document(b.county, b.policy), TODAY, 1))
    assert {curve.rule for curve in shares.curves} == {"station_share"}
