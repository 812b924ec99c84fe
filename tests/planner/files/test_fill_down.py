"""Units written only in the first row of each group."""

from __future__ import annotations

from planner.files.choices import ImportChoices
from planner.files.imported import Imported
from planner.files.issues import IssueKind
from planner.files.questions import Question
from tests.planner.files.books import Row, home, imported, kinds

HEADER = ("姓名", "警号", "单位")
GROUPED: tuple[Row, ...] = (
    ("甲一", "001", "政工室"), ("甲二", "002", ""), ("甲三", "003", ""),
    ("乙一", "004", "城关派出所"), ("乙二", "005", ""),
)  # fmt: skip


def _asked(found: Imported) -> Question | None:
    return next((q for q in found.questions if q.key == "fill_down"), None)


def test_many_blanks_below_units_are_filled_listed_once_and_asked() -> None:
    found = imported(HEADER, *GROUPED)
    assert [home(found, n) for n in ("甲二", "甲三", "乙二")] == ["政工室", "政工室", "城关派出所"]
    [issue] = found.issues
    assert (issue.kind, issue.row) == (IssueKind.BLANK_UNIT, 3)
    assert "3-4、6" in issue.message.zh
    asked = _asked(found)
    assert asked is not None
    assert (asked.suggested, asked.answer, asked.rows) == ("yes", None, (3, 4, 6))


def test_the_answer_no_leaves_every_blank_in_the_county_only() -> None:
    asked = _asked(imported(HEADER, *GROUPED))
    assert asked is not None
    found = imported(HEADER, *GROUPED, choices=asked.answered("no", ImportChoices()))
    assert home(found, "甲二") == ""
    assert kinds(found) == [IssueKind.BLANK_UNIT] * 3
    again = imported(HEADER, *GROUPED, choices=asked.answered("yes", ImportChoices()))
    assert home(again, "甲二") == "政工室"


def test_where_most_rows_have_a_unit_blanks_stay_until_the_user_says_otherwise() -> None:
    rows = [(f"丙{i}", f"1{i:02}", "刑侦大队") for i in range(10)]
    found = imported(HEADER, *rows, *GROUPED)
    asked = _asked(found)
    assert asked is not None
    assert asked.suggested == "no"
    assert home(found, "甲二") == ""
    filled = imported(HEADER, *rows, *GROUPED, choices=asked.answered("yes", ImportChoices()))
    assert home(filled, "甲二") == "政工室"


def test_one_or_two_blanks_are_slips_and_are_not_asked_about() -> None:
    found = imported(HEADER, *GROUPED[:3])
    assert _asked(found) is None
    assert kinds(found) == [IssueKind.BLANK_UNIT] * 2


def test_nothing_is_filled_across_a_subtotal_or_a_blank_row() -> None:
    found = imported(
        HEADER, *GROUPED, ("小计", "", 5.0), ("丁一", "006", ""), ("丁二", "007", "城关派出所"), ("", "", ""),
        ("丁三", "008", ""),
    )  # fmt: skip
    assert (home(found, "丁一"), home(found, "丁三"), home(found, "乙二")) == ("", "", "城关派出所")
