from __future__ import annotations

from planner.forecast.preventing import preventions
from planner.optimise.running import Limits, Stop
from planner.tables.forecast_ways import TABLE, way_rows
from tests.planner.forecast.ahead import RETIRES, AheadCounty


def test_a_day_is_told_with_what_would_break_who_moves_and_whether_that_is_the_least() -> None:
    ahead = AheadCounty().forecast()
    [row] = way_rows(ahead, list(preventions(ahead, Limits(20))))
    assert (row.way.date, row.moves) == (RETIRES, 1)
    date, lines, moves, what, left, proof = TABLE.texts([row], "zh")[1]
    assert (date, moves, left, proof) == ("2027-09-01", "1", "0", "已证明最少")
    assert "城关派出所派出所最低警力" in lines
    assert "→城关派出所" in what


def test_a_day_that_was_not_sought_is_said_to_be_so() -> None:
    ahead, stop = AheadCounty().forecast(), Stop()
    stop.request()
    [row] = way_rows(ahead, list(preventions(ahead, Limits(20), stop)))
    assert row.moves == 0
    assert TABLE.texts([row], "en")[1][2:] == ["0", "not reached in time.", "", ""]
