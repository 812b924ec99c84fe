"""Minimums that cannot hold beside a maximum, or beside the roster, are listed with their cell."""

from __future__ import annotations

import pytest

from planner.files.imported import Imported
from planner.files.issues import IssueKind
from tests.planner.files.books import imported, sheet, unit

PEOPLE = [(f"警{i}", f"{i:03}", "刑侦大队") for i in range(3)] + [("王宇", "900", "城关派出所")]


def with_units(*rows: tuple[object, ...]) -> Imported:
    units = sheet("单位", ("单位名称", "类别", "最低人数", "最高人数"), *rows)  # type: ignore[arg-type]
    return imported(("姓名", "警号", "单位"), *PEOPLE, further=[units])


def contradictions(found: Imported) -> list[tuple[int | None, str | None, str]]:
    return [(i.row, i.column, i.message.zh) for i in found.issues if i.kind is IssueKind.CONTRADICTION]


def test_a_minimum_above_the_strength_of_a_headquarters_unit_is_listed_and_kept() -> None:
    found = with_units(("刑侦大队", "执法勤务", 20, ""), ("城关派出所", "派出所", "", ""))
    assert unit(found, "刑侦大队").minimum == 20
    [(row, column, words)] = contradictions(found)
    assert (row, column) == (2, "最低人数")
    assert "“刑侦大队”最低保留人数 20 人高于名册上的 3 名民警" in words


@pytest.mark.parametrize(("minimum", "maximum", "listed"), [(9, 5, 1), (5, 5, 0)])
def test_a_minimum_above_the_maximum_is_listed(minimum: int, maximum: int, listed: int) -> None:
    found = with_units(("刑侦大队", "执法勤务", 3, ""), ("城关派出所", "派出所", minimum, maximum))
    assert [row for row, _, _ in contradictions(found)] == [3] * listed


def test_a_station_below_its_minimum_is_a_target_and_no_contradiction() -> None:
    assert not contradictions(with_units(("城关派出所", "派出所", 9, 12)))
