"""The roster's own columns beside those the program knows."""

from __future__ import annotations

from planner.tables.roster import roster_table
from planner.text import Text
from tests.planner.files.books import imported


def test_the_words_a_known_column_was_written_with_are_marked_as_written() -> None:
    found = imported(
        ("姓名", "警号", "单位", "人员类别", "政治面貌"), ("王宇", "001", "城关派出所", "文职辅警", "群众")
    )
    titles = [column.title for column in roster_table(found.document).columns]
    assert Text("人员类别(原文)", "人员类别 (as written)") in titles
    assert Text("政治面貌", "政治面貌") in titles
