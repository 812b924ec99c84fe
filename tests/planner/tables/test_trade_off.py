from __future__ import annotations

from planner.optimise.explain.curve import CurvePoint
from planner.tables.trade_off import curve_rows, curve_table


def test_a_curve_has_a_column_for_every_rule_its_points_judge() -> None:
    points = (
        CurvePoint(0, {"station_minimum": 2, "station_share": 1}, 3, True),
        CurvePoint(1, {"station_minimum": 1, "station_share": 0}, 1, False),
    )
    table = curve_table(points)
    assert [c.key for c in table.columns] == [
        "transfers",
        "total",
        "station_minimum",
        "station_share",
        "proven",
    ]
    assert table.texts(curve_rows(points), "zh")[1:] == [
        ["0", "3", "2", "1", "已证明"],
        ["1", "1", "1", "0", "尚未证明"],
    ]
    assert [row.id for row in curve_rows(points)] == [0, 1]


def test_a_curve_without_points_has_no_rules() -> None:
    assert [c.key for c in curve_table(()).columns] == ["transfers", "total", "proven"]
