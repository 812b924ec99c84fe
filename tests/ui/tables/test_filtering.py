from __future__ import annotations

from planner.tables.kinds import words
from planner.text import same
from ui.tables.filtering import ColumnFilter, Filters, passing

COLUMNS = {"w": words("w", same("w"), lambda row: row)}


def kept(filters: Filters) -> list[str]:
    return passing(["城关所", "河口所", ""], COLUMNS, filters, "zh")


def test_an_empty_filter_lets_everything_through_and_is_forgotten() -> None:
    filters = Filters().with_column("w", ColumnFilter(text="所")).with_column("w", ColumnFilter())
    assert filters.is_empty
    assert len(kept(filters)) == 3


def test_blank_is_a_value_like_others() -> None:
    assert kept(Filters().with_column("w", ColumnFilter(values=frozenset({""})))) == [""]


def test_no_ticked_value_hides_everything() -> None:
    assert kept(Filters().with_column("w", ColumnFilter(values=frozenset()))) == []


def test_text_is_compared_half_width_and_without_spaces() -> None:
    assert kept(Filters().with_column("w", ColumnFilter(text="城 关"))) == ["城关所"]
    assert kept(Filters(search="河口", searched=("w",))) == ["河口所"]


def test_the_filter_of_a_column_that_is_gone_hides_nothing() -> None:
    assert len(kept(Filters().with_column("x", ColumnFilter(text="所")))) == 3
