from __future__ import annotations

from dataclasses import replace

import pytest

from planner.county.records import UnitKind
from planner.document import Document
from planner.errors import InputError
from planner.tables.places import Elsewhere, read_elsewhere, units_called
from tests.planner.building import Building


def bureau() -> Document:
    b = Building()
    b.unit("城关派出所")
    b.unit("勐捧派出所")
    b.unit("刑事侦查大队", UnitKind.ENFORCEMENT, short_name="刑侦大队")
    b.unit("指挥中心", UnitKind.ADMINISTRATIVE)
    return Document(replace(b.county, name="镇康县公安局"))


def called(words: str) -> list[str]:
    document = bureau()
    return [document.county.units[id_].name for id_ in units_called(words, document)]


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("刑侦", "刑事侦查大队"),
        ("刑侦大队", "刑事侦查大队"),
        ("镇康县公安局刑侦大队", "刑事侦查大队"),
        ("县局刑侦大队", "刑事侦查大队"),
        ("城关所", "城关派出所"),
        ("城关", "城关派出所"),
        ("城关镇派出所", "城关派出所"),
        ("镇康县公安局城关派出所", "城关派出所"),
        ("勐捧所", "勐捧派出所"),
        ("指挥", "指挥中心"),
    ],
)
def test_a_unit_is_found_by_every_spelling_an_import_knows(words: str, unit: str) -> None:
    assert called(words) == [unit]
    assert read_elsewhere(words, bureau()).outside == ""


@pytest.mark.parametrize(
    "words",
    [
        "县委组织部",
        "临沧市公安局",
        "临沧市公安局刑侦支队",
        "耿马县公安局刑侦大队",
        "临翔分局南屏派出所",
        "省厅",
        "州局",
        "县委办公室",
        "勐捧镇政府综合办公室",
        "县纪委",
        "南伞边境派出所",
        "某单位",
    ],
)
def test_a_name_outside_the_bureau_is_outside_it(words: str) -> None:
    assert read_elsewhere(words, bureau()) == Elsewhere(None, words)


@pytest.mark.parametrize(
    ("words", "nearest"),
    [
        ("勐棒所", "勐捧派出所"),
        ("刑侦中队", ""),
        ("凤尾派出所", ""),
        ("凤尾镇派出所", ""),
        ("镇康县公安局督察大队", ""),
        ("网安大队", ""),
        ("法制室", ""),
        ("事侦查", "刑事侦查大队"),
    ],
)
def test_what_reads_like_a_unit_of_the_bureau_but_is_none_is_refused(words: str, nearest: str) -> None:
    with pytest.raises(InputError, match="level outside") as refusal:
        read_elsewhere(words, bureau())
    assert nearest in refusal.value.message.zh


def test_it_is_outside_where_a_person_says_so_or_it_is_known_as_such() -> None:
    document = bureau()
    assert read_elsewhere("凤尾派出所", document, outside=True) == Elsewhere(None, "凤尾派出所")
    b = Building()
    b.county = document.county
    b.second(b.person(None), to_outside="凤尾派出所")
    assert read_elsewhere("凤尾派出所", Document(b.county)) == Elsewhere(None, "凤尾派出所")


@pytest.mark.parametrize("words", ["本所", "本单位", "原单位", "本局", "镇康县公安局"])
def test_words_that_name_no_unit_are_refused(words: str) -> None:
    with pytest.raises(InputError, match="does not say which unit"):
        read_elsewhere(words, bureau(), outside=True)


def test_blank_and_a_stroke_are_nowhere() -> None:
    assert {read_elsewhere(w, bureau()) for w in ("", " ", "无", "-")} == {Elsewhere(None, "")}


def test_a_short_name_of_several_units_is_never_guessed() -> None:
    b = Building()
    b.unit("城关派出所", short_name="城所")
    b.unit("城南派出所", short_name="城所")
    with pytest.raises(InputError, match="Several"):
        read_elsewhere("城所", Document(b.county))


def test_a_bureau_without_a_name_is_told_by_its_units() -> None:
    b = Building()
    one = b.unit("镇康县公安局城关派出所")
    document = Document(replace(b.county, name=""))
    assert units_called("城关所", document) == units_called("镇康县公安局城关所", document) == (one,)
