"""One unit under many spellings."""

from __future__ import annotations

from itertools import permutations

import pytest

from planner.files.unit_names import UnitNames, unit_words

SPELLINGS = ("城关所", "城关派出所", "某县公安局城关派出所")


@pytest.mark.parametrize("order", list(permutations(SPELLINGS)))
def test_short_and_full_names_are_one_unit_in_any_order(order: tuple[str, ...]) -> None:
    names = UnitNames("某县公安局")
    names.learn(order)
    assert names.names == ["城关派出所"]
    assert {names.find(s) for s in SPELLINGS} == {0}


def test_units_are_learnt_in_the_order_of_the_file() -> None:
    names = UnitNames("某县公安局")
    names.learn(["刑侦", "城关派出所", "刑侦大队", "看守所", "1", "政工室"])
    assert names.names == ["刑侦大队", "城关派出所", "看守所", "1", "政工室"]
    assert names.find("刑侦") == 0


def test_a_short_name_that_fits_two_units_means_neither() -> None:
    names = UnitNames("")
    names.learn(["交警大队", "交警中队"])
    assert names.find("交警") is None


def test_a_custody_house_is_no_short_name_of_a_station() -> None:
    names = UnitNames("")
    names.learn(["看守派出所", "看守所"])
    assert names.names == ["看守派出所", "看守所"]


def test_the_name_on_the_units_sheet_wins_over_longer_spellings() -> None:
    names = UnitNames("某县公安局")
    names.add("城关所", "城关")
    assert names.find("某县公安局城关所") == names.find("城关") == 0


def test_two_stations_written_in_full_are_two() -> None:
    names = UnitNames("某县公安局")
    names.learn(["大理镇派出所", "大理派出所", "大理所", "大理镇所"])
    assert names.names == ["大理镇派出所", "大理派出所"]
    assert [names.find(s) for s in ("大理所", "大理镇所", "大理乡派出所")] == [1, 0, None]


def test_a_town_may_be_left_out_of_a_stations_name() -> None:
    names = UnitNames("某县公安局")
    names.learn(["勐撒镇派出所", "刑侦大队"])
    assert names.find("勐撒派出所") == names.find("勐撒所") == 0


@pytest.mark.parametrize(
    "spelling",
    ["昆明市公安局五华分局刑侦大队", "五华分局刑侦大队", "五华区公安分局刑侦大队", "本局刑侦大队", "刑侦"],
)
def test_a_branch_bureau_is_left_off_too(spelling: str) -> None:
    names = UnitNames("昆明市公安局五华分局")
    names.learn(["刑侦大队"])
    assert names.find(spelling) == 0


def test_numbers_are_names_of_units_too() -> None:
    assert [unit_words(c) for c in (1.0, 12, "１２", " 城　关派出所 ")] == ["1", "12", "12", "城关派出所"]


@pytest.mark.parametrize("spelling", ["文山县公安局", "县局", "县公安局", "本局", "文山县局"])
def test_the_bureau_itself_is_one_unit_under_all_its_names(spelling: str) -> None:
    names = UnitNames("文山县公安局")
    names.learn(["文山县公安局", "城关派出所"])
    assert names.find(spelling) == 0
    assert names.is_inside(spelling)
    assert not names.is_bureau("城关派出所")


def test_the_city_bureau_may_be_the_one_above() -> None:
    assert not UnitNames("开远市公安局").is_bureau("市局")
