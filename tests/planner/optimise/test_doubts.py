"""Whatever makes a plan pointless or contradicts itself is said in one sentence that names units and rows."""

from __future__ import annotations

import pytest

from planner.county.records import Post, UnitKind
from planner.optimise.doubts import doubts, kin_left
from planner.optimise.movable import movable_range
from tests.planner.building import Building, share_county


def said(b: Building) -> list[str]:
    state = b.state()
    return [doubt.zh for doubt in doubts(state, movable_range(state))]


def test_an_ordinary_county_has_no_doubts() -> None:
    assert said(share_county(5, 8)) == []


def test_a_roster_without_officers_says_where_to_look() -> None:
    [words] = said(Building())
    assert "没有在职民警" in words
    assert "“身份”" in words


def test_a_county_without_stations_is_told_where_to_say_what_a_station_is() -> None:
    b = Building()
    b.people(5, b.unit("刑侦大队", UnitKind.ENFORCEMENT))
    [words] = said(b)
    assert "没有派出所" in words
    assert "“单位”页" in words


def test_a_county_of_one_names_the_officer_and_the_row() -> None:
    b = Building()
    b.person(b.unit("城关派出所"), Post.COMMUNITY, name="张三", source_row=2)
    assert said(b) == ["全局只有 1 名民警(张三(花名册第 2 行)),一人不足以设所:先核对花名册是否完整。"]


def test_nobody_movable_is_told_with_the_reasons_in_numbers() -> None:
    b = Building()
    b.people(3, b.unit("刑侦大队", UnitKind.ENFORCEMENT), pin="骨干")
    b.person(b.unit("城关派出所"), Post.LEADER)
    [words] = said(b)
    assert "4 名民警中没有一人可调(已锁定 3 人、单位负责人 1 人)" in words


@pytest.mark.parametrize(("minimum", "short"), [(5, None), (6, 1), (20, 15)])
def test_a_minimum_above_the_strength_of_a_unit_says_by_how_many(minimum: int, short: int | None) -> None:
    b = share_county(5, 0)
    b.people(5, b.unit("刑侦大队", UnitKind.ENFORCEMENT, minimum=minimum))
    found = said(b)
    assert len(found) == (short is not None)
    if short is not None:
        assert f"刑侦大队最低保留 {minimum} 人,现有 5 人,差 {short} 人" in found[0]


def test_a_minimum_above_the_maximum_says_what_cannot_be_filled() -> None:
    b = share_county(5, 5)
    b.unit("东山派出所", minimum=9, maximum=5)
    [words] = said(b)
    assert "东山派出所最低 9 人高于最高 5 人,至少差 4 人" in words


def test_a_pin_on_somebody_drawn_off_is_contradicted_by_the_return() -> None:
    b = share_county(5, 5)
    station, office = sorted(b.county.units)[:2]
    away = b.person(station, Post.COMMUNITY, name="李四", pin="骨干", source_row=9)
    b.second(away, office)
    [words] = said(b)
    assert "李四(花名册第 9 行)已锁定,但被抽调借调在外" in words


def test_more_pins_than_a_station_may_have_name_the_rows_and_how_many_to_lift() -> None:
    b = share_county(5, 5)
    station = b.unit("东山派出所", maximum=5)
    for row in range(2, 9):
        b.person(station, Post.CASE, name=f"警{row}", pin="锁", source_row=row)
    [words] = said(b)
    assert "最高 5 人,锁定的已有 7 人" in words
    assert "警2(花名册第 2 行)" in words
    assert "等 7 人" in words
    assert "解除其中 2 人的锁定" in words


def test_officers_without_a_unit_are_among_the_reasons() -> None:
    b = Building()
    b.unit("城关派出所")
    b.people(3, None)
    assert any("3 名民警中没有一人可调(单位空白 3 人)" in words for words in said(b))


def test_a_maximum_below_the_station_minimum_says_what_cannot_be_filled() -> None:
    b = share_county(5, 5)
    b.people(3, b.unit("东山派出所", maximum=4), Post.CASE)
    [words] = said(b)
    assert "东山派出所最高 4 人低于派出所最低警力 5 人,差 1 人" in words


def test_relatives_left_together_are_counted_and_not_named() -> None:
    b = share_county(5, 5)
    one, other = b.people(2, b.unit("刑侦大队", UnitKind.ENFORCEMENT), name="甲")
    b.relate(one, other)
    [words] = kin_left(b.audit())
    assert "仍有 1 对亲属" in words.zh
    assert "甲" not in words.zh
    assert kin_left(share_county(5, 5).audit()) == ()
