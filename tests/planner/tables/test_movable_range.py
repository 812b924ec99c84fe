from __future__ import annotations

from planner.county.records import Post, UnitKind
from planner.document import Document
from planner.tables.movable_range import TABLE, movable_on, range_rows, range_sentence
from tests.planner.building import TODAY, Building


def _document(b: Building) -> Document:
    return Document(b.county, b.policy)


def test_totals_and_reasons_are_told_unit_by_unit() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.people(4, station, Post.COMMUNITY)
    b.person(office, Post.LEADER)
    b.person(office, pin="关键岗位")
    b.people(3, office)
    document = _document(b)
    movable = movable_on(document, TODAY)
    assert range_sentence(movable, document.county).zh == "机关 5 人:可调 3 人;派出所 4 人:可调 4 人"
    rows = TABLE.texts(range_rows(movable, document.county), "zh")[1:]
    assert rows == [
        ["城关派出所", "派出所", "4", "4", "0", ""],
        ["政工室", "综合管理", "5", "3", "2", "单位负责人 1 人、已锁定 1 人"],
    ]


def test_where_nobody_may_be_moved_the_reasons_are_said() -> None:
    b = Building()
    b.people(2, b.unit("城关派出所"), Post.LEADER)
    b.person(None)
    document = _document(b)
    movable = movable_on(document, TODAY)
    assert range_sentence(movable, document.county).zh == "没有可调整的人员:单位负责人 2 人、单位空白 1 人。"
    assert [row.id for row in range_rows(movable, document.county)][-1] == 0


def test_a_roster_without_sworn_officers_says_so() -> None:
    b = Building()
    b.unit("城关派出所")
    document = _document(b)
    assert "没有在编民警" in range_sentence(movable_on(document, TODAY), document.county).zh
