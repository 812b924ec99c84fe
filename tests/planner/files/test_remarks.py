"""Draw-offs told in remarks."""

from __future__ import annotations

import pytest

from planner.county.records import SecondmentKind
from planner.files.remarks import told_stay


@pytest.mark.parametrize(
    ("remarks", "unit", "kind"),
    [
        ("借调至刑侦大队", "刑侦大队", SecondmentKind.BORROW),
        ("抽调到县委政法委工作", "县委政法委", SecondmentKind.DRAW_OFF),
        ("三等功1次；借调至刑侦大队", "刑侦大队", SecondmentKind.BORROW),
        ("在指挥中心跟班学习", "指挥中心", SecondmentKind.SHADOW),
        ("到州公安局帮助工作", "州公安局", SecondmentKind.BORROW),
        ("2026年3月借调至市局禁毒支队,负责户籍窗口", "市局禁毒支队", SecondmentKind.BORROW),
        ("借调到刑侦大队跟班学习", "刑侦大队", SecondmentKind.BORROW),
        ("现抽调在扫黑办", "扫黑办", SecondmentKind.DRAW_OFF),
    ],
)
def test_a_draw_off_is_read_with_its_place_and_kind(remarks: str, unit: str, kind: SecondmentKind) -> None:
    found = told_stay(remarks)
    assert found is not None
    assert (found.unit, found.kind) == (unit, kind)


@pytest.mark.parametrize(
    "remarks",
    [
        "", "三等功1次", "负责户籍窗口", "外单位民警，在我局工作", "曾借调至刑侦大队",
        "借调至刑侦大队,已返回",
        "2020年从刑侦大队调入", "驾驶证A1", "原借调至政工室",
    ],
)  # fmt: skip
def test_other_remarks_and_stays_that_are_over_tell_none(remarks: str) -> None:
    assert told_stay(remarks) is None
