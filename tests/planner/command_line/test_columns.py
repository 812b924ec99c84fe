"""Columns on a terminal."""

from __future__ import annotations

from planner.command_line.columns import in_columns


def test_a_chinese_character_takes_two_places() -> None:
    assert list(in_columns([["日期", "n"], ["may", "10"]])) == ["日期  n", "may   10"]
