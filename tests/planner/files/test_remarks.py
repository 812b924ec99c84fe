"""Draw-offs told in remarks."""

from __future__ import annotations

import pytest

from planner.county.records import SecondmentKind
from planner.files.remarks import ToldStay, told_stay


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
        ("原借调至政工室,现借调至刑侦大队", "刑侦大队", SecondmentKind.BORROW),
        ("借调至刑侦大队,未归队", "刑侦大队", SecondmentKind.BORROW),
        ("由城关派出所借调至刑侦大队", "刑侦大队", SecondmentKind.BORROW),
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
        "未借调至刑侦大队", "没有被借调到刑侦大队", "不再抽调至刑侦大队", "无借调",
        "2024年2月借调至刑侦大队(已归队)", "借调至刑侦大队;2025年已归建", "抽调期满已返回",
        "由刑侦大队借调至本所", "由城关派出所借调至本大队", "借调到本局工作", "由刑侦大队抽调来我所",
    ],
)  # fmt: skip
def test_other_remarks_and_stays_that_are_over_tell_none(remarks: str) -> None:
    assert told_stay(remarks) is None


@pytest.mark.parametrize(
    "remarks",
    [
        "拟借调至刑侦大队", "待抽调至刑侦大队", "计划借调到县委组织部", "借调至刑侦大队待批",
        "2026.1抽调州公安局",
        "借调刑侦", "刑侦大队借调", "借调人员", "参加扫黑专班", "下派至城关派出所", "驻村工作队",
        "2024年2月至2024年8月借调至刑侦大队",
    ],
)  # fmt: skip
def test_plans_and_words_without_a_clear_place_are_for_a_person_to_verify(remarks: str) -> None:
    assert told_stay(remarks) == ToldStay("")
