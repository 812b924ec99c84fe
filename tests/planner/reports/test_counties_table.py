"""The table of many counties has a row each and their sum, and names nobody."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

from planner.county.records import Post, UnitKind
from planner.document import Document
from planner.optimise.planning import plan
from planner.optimise.province import CountyAnswer
from planner.reports.counties_table import counties_table
from planner.text import Language, Text
from tests.planner.building import TODAY, Building

BAD = Text("打不开", "cannot be opened")


def _answer(file: str, officers: int) -> CountyAnswer:
    b = Building()
    b.people(3, b.unit("城关派出所"), Post.COMMUNITY)
    b.people(officers, b.unit("政工室", UnitKind.ADMINISTRATIVE), name="欧阳机密", badge_number="530101")
    document = Document(replace(b.county, name=f"{file}公安局"), b.policy)
    return CountyAnswer(Path(file), plan(document, TODAY))


def _rows(language: Language) -> list[list[Any]]:
    from openpyxl import load_workbook

    answers = [_answer("甲.xlsx", 9), CountyAnswer(Path("坏.xlsx"), fault=BAD), _answer("乙.xlsx", 12)]
    book = load_workbook(BytesIO(counties_table(answers, language)))
    return [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]


def test_every_county_has_its_numbers_and_the_last_row_their_sum() -> None:
    _, head, first, bad, second, total = _rows("zh")
    assert head[:7] == ["文件", "公安局", "结果", "返岗", "待协调", "单位间交流", "岗位调整"]
    assert first[:3] == ["甲.xlsx", "甲.xlsx公安局", "已证明最优"]
    assert (first[5], second[5], total[0], total[5]) == (2, 3, "合计", 5)
    assert "最少需单位间交流 2 人" in first[-1]
    assert (bad[2], bad[5], bad[-1]) == ("未能计算", None, "打不开")


def test_nobody_is_named() -> None:
    for language in ("zh", "en"):
        words = " ".join(str(cell) for row in _rows(language) for cell in row)
        assert "欧阳机密" not in words
        assert "530101" not in words
