from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planner.document import Document
from planner.scenarios.applying import applied
from planner.scenarios.records import Change, ChangeKind
from planner.scenarios.unread import split_unread, with_unread
from tests.planner.scenarios.town import MARCH, Town, scenario_of

CELLS = {"姓名": "不存在的人", "单位": "火星派出所"}
HEADINGS = st.sampled_from(["姓名", "警号", "单位", "数量"])
WORDS = st.text(st.characters(exclude_characters="“”"), min_size=1, max_size=9)


def test_what_was_not_understood_stands_behind_the_note_in_both_languages() -> None:
    noted = with_unread("急", CELLS)
    assert noted.zh == "急;未读懂:姓名“不存在的人”、单位“火星派出所”"
    assert noted.en == "急; not understood: 姓名“不存在的人”, 单位“火星派出所”"
    assert with_unread("急", {}).zh == with_unread("急", {}).en == "急"


def test_what_is_not_understood_again_takes_the_place_of_what_was_not_before() -> None:
    assert with_unread("急;未读懂:数量“若干”", {"数量": "许多", "姓名": "某人"}).zh == (
        "急;未读懂:数量“许多”、姓名“某人”"
    )


@given(st.sampled_from(["", "急", "先;后"]), st.dictionaries(HEADINGS, WORDS, max_size=4))
def test_a_note_is_taken_apart_as_it_was_put_together(note: str, cells: dict[str, str]) -> None:
    assert split_unread(with_unread(note, cells).zh) == (note, cells)


def test_a_conflict_names_what_was_not_understood() -> None:
    town = Town()
    noted = with_unread("", {"姓名": "不存在的人"})
    change = Change(1, ChangeKind.RETIRE, MARCH, note=noted.zh, note_en=noted.en)
    [conflict] = applied(scenario_of(Document(town.county, town.policy), change), 1).conflicts
    assert conflict.why is not None
    assert conflict.why.zh == "请选择人员。未读懂:姓名“不存在的人”。"
    assert conflict.why.en == "Choose the officer. Not understood: 姓名“不存在的人”."
    assert conflict.why.zh in conflict.sentence.zh
