"""Chinese papers carry full-width punctuation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.reports.wording import full_width, worded
from planner.text import Text, same


@pytest.mark.parametrize(
    ("raw", "printed"),
    [
        ("口径:云南2020(2020-01-01),按此", "口径：云南2020(2020-01-01)，按此"),
        ("在岗 36.6%(66/180);未达标", "在岗 36.6%(66/180)；未达标"),
        ("7 人(经批准保留 1)", "7 人（经批准保留 1）"),
        ("甲(乙(丙))", "甲（乙（丙））"),
        ("12:30, 1,200", "12:30, 1,200"),
    ],
)
def test_punctuation_between_chinese_words_is_full_width(raw: str, printed: str) -> None:
    assert full_width(raw) == printed


def test_names_and_english_keep_their_own_spelling() -> None:
    assert worded(same("交警(一)大队"), "zh") == "交警(一)大队"
    assert worded(Text("甲,乙", "A, B"), "en") == "A, B"


@given(st.text("甲乙1,;:() “”", max_size=30))
def test_only_punctuation_changes(words: str) -> None:
    narrow = str.maketrans("，；：（）", ",;:()")
    assert full_width(words).translate(narrow).replace(" ", "") == words.replace(" ", "")
