from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.tables.clipboard import from_clipboard, to_clipboard

CELL = st.text(st.sampled_from('ab\t\n"王 '), max_size=5)


@st.composite
def rectangles(draw: st.DrawFn) -> list[list[str]]:
    width = draw(st.integers(1, 3))
    return draw(st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1, max_size=3))


@given(rectangles())
def test_what_is_copied_is_what_is_pasted(cells: list[list[str]]) -> None:
    assert from_clipboard(to_clipboard(cells)) == cells


def test_windows_line_ends_and_quoted_breaks_of_excel_are_read() -> None:
    words = '姓名\t备注\r\n王宇\t"借调至\n刑侦""大队"""\r\n'
    assert from_clipboard(words) == [["姓名", "备注"], ["王宇", '借调至\n刑侦"大队"']]


def test_a_quote_that_never_closes_is_meant_as_it_stands() -> None:
    assert from_clipboard('"王宇\t1') == [['"王宇', "1"]]
    assert from_clipboard('"王"宇\t1') == [['"王"宇', "1"]]


def test_short_lines_are_filled_up() -> None:
    assert from_clipboard("a\tb\nc") == [["a", "b"], ["c", ""]]
