from __future__ import annotations

from planner.forecast.breaks import Turn
from planner.tables.forecast_breaks import TABLE, break_rows
from tests.planner.forecast.ahead import RETIRES, AheadCounty


def test_the_ledgers_of_a_line_that_break_together_are_one_row() -> None:
    county = AheadCounty()
    rows = break_rows(county.forecast())
    [row] = [r for r in rows if r.of.after.rule == "station_minimum" and r.turn is Turn.BREAKS]
    assert (row.date, row.people, len(row.group)) == (RETIRES, (county.old,), 3)
    words = TABLE.texts([row], "zh")[1]
    assert words[:7] == [
        "2027-09-01", "不再达标", "城关派出所", "派出所最低警力", "在编、在岗、折算", "5 → 4", "5",
    ]  # fmt: skip
    assert "张三" in words[7]
    assert [r.id for r in rows] == list(range(len(rows)))
