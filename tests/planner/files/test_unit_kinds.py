"""Kinds of units by their names alone."""

from __future__ import annotations

import pytest

from planner.county.records import BorrowLevel, UnitKind
from planner.files.unit_kinds import borrow_level, infer_kind, is_traffic


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("城关派出所", UnitKind.STATION),
        ("看守所", UnitKind.CUSTODY),
        ("拘留所", UnitKind.CUSTODY),
        ("强制隔离戒毒所", UnitKind.CUSTODY),
        ("刑侦大队", UnitKind.ENFORCEMENT),
        ("局领导", UnitKind.LEADERSHIP),
        ("政工室", UnitKind.ADMINISTRATIVE),
        ("指挥中心", UnitKind.ADMINISTRATIVE),
    ],
)
def test_a_plain_name_says_the_kind(name: str, kind: UnitKind) -> None:
    assert (infer_kind(name).kind, infer_kind(name).ours, infer_kind(name).certain) == (kind, True, True)


@pytest.mark.parametrize("name", ["森林派出所", "水上派出所", "旅游派出所", "城关所", "211"])
def test_what_a_name_leaves_open_is_asked(name: str) -> None:
    assert (infer_kind(name).kind, infer_kind(name).certain) == (UnitKind.UNKNOWN, False)


@pytest.mark.parametrize("name", ["孟定边境派出所", "铁路派出所", "长水机场派出所", "永德县公安局"])
def test_some_units_are_not_of_the_bureau(name: str) -> None:
    assert not infer_kind(name).ours


def test_traffic_police_are_known_by_name() -> None:
    assert [is_traffic(n) for n in ("交警大队", "交通管理大队", "刑侦大队")] == [True, True, False]


@pytest.mark.parametrize(
    ("place", "level"),
    [
        ("州公安局", BorrowLevel.PREFECTURE),
        ("昆明市公安局", BorrowLevel.PREFECTURE),
        ("市局禁毒支队", BorrowLevel.PREFECTURE),
        ("省公安厅", BorrowLevel.PROVINCE),
        ("省厅刑侦总队", BorrowLevel.PROVINCE),
        ("县委组织部", BorrowLevel.PARTY_GOVERNMENT),
        ("市纪委监委", BorrowLevel.PARTY_GOVERNMENT),
        ("县政府办公室", BorrowLevel.PARTY_GOVERNMENT),
        ("勐撒镇", BorrowLevel.PARTY_GOVERNMENT),
        ("某某公司", BorrowLevel.OTHER),
    ],
)
def test_who_borrows_is_told_by_the_name(place: str, level: BorrowLevel) -> None:
    assert borrow_level(place) is level
