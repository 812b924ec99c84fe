"""Units as titles above their people, in rosters without a column of units."""

from __future__ import annotations

import pytest

from planner.files.choices import ImportChoices
from planner.files.issues import IssueKind
from planner.files.titles import title_unit
from tests.planner.files.books import home, imported, kinds

HEADER = ("序号", "姓名", "警号", "职务")


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("政工室", "政工室"),
        ("二、政工室", "政工室"),
        ("政工室(9人)", "政工室"),
        ("十二、政工室（９人）", "政工室"),
        ("(二)政工室", "政工室"),
        ("2.政工室", "政工室"),
        ("城关派出所:12人", "城关派出所"),
        ("单位：政工室", "政工室"),
        ("城关派出所 共12人", "城关派出所"),
        ("三里派出所", "三里派出所"),
        ("第二派出所", "第二派出所"),
        ("一、第二派出所(含辅警3人)", "第二派出所"),
    ],
)
def test_a_title_is_read_without_its_numbering_and_count(title: str, unit: str) -> None:
    assert title_unit(title) == unit


@pytest.mark.parametrize("form", ["{u}", "{n}、{u}", "{u}({k}人)", "({n}){u}", "{u}:{k}人", "单位:{u}"])
@pytest.mark.parametrize("header", [HEADER, HEADER[1:]])
def test_titles_are_the_units_of_the_people_below_and_one_issue_says_so(
    form: str, header: tuple[str, ...]
) -> None:
    rows: list[tuple[object, ...]] = [
        (form.format(u="政工室", n="一", k=1),), (1.0, "王宇", "001", "主任"),
        (form.format(u="城关派出所", n="二", k=2),), (1.0, "李明", "002", ""), (2.0, "赵强", "003", ""),
    ]  # fmt: skip
    cells = [row if len(row) == 1 or len(header) == 4 else row[1:] for row in rows]
    found = imported(header, *cells)  # type: ignore[arg-type]
    assert [home(found, name) for name in ("王宇", "李明", "赵强")] == ["政工室", "城关派出所", "城关派出所"]
    assert kinds(found) == [IssueKind.UNKNOWN_UNIT]


def test_a_subtotal_and_a_title_of_no_unit_end_a_block() -> None:
    found = imported(
        HEADER,
        ("政工室",),
        (1.0, "王宇", "001", ""),
        (2.0, "李明", "002", ""),
        ("", "小计", 2.0, ""),
        (3.0, "赵强", "003", ""),
        ("城关派出所",),
        (1.0, "钱红", "004", ""),
        (1.0, "周一", "006", ""),
        ("其他人员",),
        (1.0, "孙无", "005", ""),
    )
    assert (home(found, "赵强"), home(found, "孙无"), home(found, "钱红")) == ("", "", "城关派出所")
    assert kinds(found).count(IssueKind.BLANK_UNIT) == 2


def test_a_column_of_units_or_a_single_unit_leaves_titles_alone() -> None:
    rows = (("政工室", "", "", ""), (1.0, "王宇", "001", ""))
    found = imported(HEADER, *rows, choices=ImportChoices(single_unit=True))
    assert home(found, "王宇") != "政工室"
    with_unit = imported((*HEADER, "单位"), ("政工室",), (1.0, "王宇", "001", "", "城关派出所"))
    assert home(with_unit, "王宇") == "城关派出所"


def test_the_roster_is_written_back_with_a_column_of_the_units() -> None:
    found = imported(HEADER, ("政工室",), (1.0, "王宇", "001", ""))
    layout = found.document.layout
    assert layout is not None
    assert (layout.header[-1][-1], layout.columns[-1].field) == ("单位", "unit")
