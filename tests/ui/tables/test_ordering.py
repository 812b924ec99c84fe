from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planner.tables.kinds import number, words
from planner.text import same
from ui.tables.ordering import in_order

NUMBER = number("n", same("n"), lambda row: row)
WORDS = words("w", same("w"), lambda row: row)


@given(st.lists(st.none() | st.integers(-5, 5)), st.booleans())
def test_values_are_in_order_and_blanks_last(rows: list[int | None], descending: bool) -> None:
    ordered = in_order(rows, NUMBER, descending)
    known = [row for row in rows if row is not None]
    assert ordered == sorted(known, reverse=descending) + [None] * (len(rows) - len(known))


def test_numbers_inside_words_count_by_value_and_chinese_by_pinyin() -> None:
    assert in_order(["10所", "2所", "", "张", "安"], WORDS, False) == ["2所", "10所", "安", "张", ""]
