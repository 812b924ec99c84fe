from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from planner.errors import InputError
from planner.samples import (
    OFFICIAL,
    PLAIN,
    ROSTER_ONLY,
    SampleCounty,
    Style,
    generate,
    messy_roster,
    write_workbook,
)

Rows = list[tuple[Any, ...]]


@pytest.fixture
def sample() -> SampleCounty:
    return generate(16)


def _sheets(sample: SampleCounty, folder: Path, style: Style = OFFICIAL) -> dict[str, Rows]:
    path = folder / "book.xlsx"
    write_workbook(sample, path, style)
    book = openpyxl.load_workbook(path)
    rows = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}
    book.close()
    return rows


def _people(roster: Rows) -> Iterator[dict[str, Any]]:
    start = next(i for i, row in enumerate(roster) if row[0] == "序号")
    upper, lower = roster[start], roster[start + 1]
    names = [str(b or a).replace("\n", "") for a, b in zip(upper, lower, strict=True)]
    for row in roster[start + 2 :]:
        if isinstance(row[0], int):
            yield dict(zip(names, row, strict=True))


def test_the_same_sample_gives_the_same_bytes(sample: SampleCounty, tmp_path: Path) -> None:
    for style in (OFFICIAL, PLAIN, ROSTER_ONLY):
        for name in ("a.xlsx", "b.xlsx"):
            write_workbook(sample, tmp_path / name, style)
        assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_roster_is_laid_out_as_offices_do(sample: SampleCounty, tmp_path: Path) -> None:
    sheets = _sheets(sample, tmp_path)
    roster = sheets["花名册"]
    assert list(sheets) == ["花名册", "单位", "借调", "请假", "值班表", "考勤"]
    assert roster[0][0] == "石屏县公安局人员花名册"
    assert roster[1][0] == "制表单位：石屏县公安局政工室"
    assert "工作去向" in roster[2]
    assert "实际工作单位" in roster[3]
    assert str(roster[-2][0]).startswith("填报人：")
    assert len(list(_people(roster))) == len(sample.people)


def test_numbering_restarts_in_every_unit_and_totals_add_up_but_one(
    sample: SampleCounty, tmp_path: Path
) -> None:
    roster = _sheets(sample, tmp_path)["花名册"]
    block: list[int] = []
    wrong = 0
    for row in roster:
        if isinstance(row[0], int):
            block.append(row[0])
        elif row[0] == "小计":
            assert block == list(range(1, len(block) + 1))
            wrong += row[1] != len(block)
            block = []
    assert wrong == 1
    total = next(row for row in roster if row[0] == "合计")
    assert total[1] == len(sample.people)


def test_drawn_off_officers_can_stand_in_the_remarks_alone(sample: SampleCounty, tmp_path: Path) -> None:
    roster = _sheets(sample, tmp_path)["花名册"]
    remarks = [p for p in _people(roster) if p["备注"]]
    words = {p["备注"]: (p["借调单位"], p["实际工作单位"]) for p in remarks}
    for told in ("借调至刑侦大队", "在县委组织部跟班学习", "到州公安局帮助工作"):
        assert words[told] == (None, None)


def test_one_row_names_two_units_where_somebody_works(sample: SampleCounty, tmp_path: Path) -> None:
    people = _people(_sheets(sample, tmp_path)["花名册"])
    both = [(p["借调单位"], p["实际工作单位"]) for p in people if p["借调单位"] and p["实际工作单位"]]
    key = {name: u.name for u in sample.units for name in (u.name, u.short_name, sample.bureau + u.name)}
    assert len([1 for a, b in both if key.get(a, a) != key.get(b, b)]) == 1


def test_impossible_dates_and_rare_characters_reach_the_sheet(sample: SampleCounty, tmp_path: Path) -> None:
    people = list(_people(_sheets(sample, tmp_path)["花名册"]))
    assert any(p["出生年月"] == "198600" for p in people)
    assert {"䶮", "㛃"} <= {p["姓名"][-1] for p in people}


def test_extra_columns_stand_between_the_known_ones(sample: SampleCounty, tmp_path: Path) -> None:
    first = next(_people(_sheets(sample, tmp_path)["花名册"]))
    assert {"政治面貌", "学历", "联系电话"} <= set(first)


def test_the_units_sheet_leaves_the_uncertain_kind_open(sample: SampleCounty, tmp_path: Path) -> None:
    rows = _sheets(sample, tmp_path)["单位"]
    kinds = {row[1]: row[3] for row in rows[2:]}
    assert [name for name, kind in kinds.items() if kind is None] == ["森林派出所"]
    assert kinds["城关派出所"] == "派出所"


def test_a_plain_workbook_begins_with_its_header_and_has_nothing_else(
    sample: SampleCounty, tmp_path: Path
) -> None:
    roster = _sheets(sample, tmp_path, PLAIN)["花名册"]
    assert roster[0][0] == "序号"
    assert [row[0] for row in roster[1:]] == list(range(1, len(sample.people) + 1))


def test_a_roster_alone_tells_kinds_of_secondment_and_long_absences(tmp_path: Path) -> None:
    sheets = _sheets(messy_roster(1), tmp_path, ROSTER_ONLY)
    assert list(sheets) == ["花名册"]
    header = next(row for row in sheets["花名册"] if row[0] == "序  号")
    assert {"姓  名", "所属单位", "借调类型", "借调开始"} <= set(header)
    status = header.index("人员状态")
    assert {row[status] for row in sheets["花名册"]} & {"长期病假", "产假", "停职"}


def test_a_file_that_cannot_be_written_is_one_sentence(sample: SampleCounty, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        write_workbook(sample, tmp_path / "none" / "book.xlsx")
