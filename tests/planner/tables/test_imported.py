"""An import in tables and in one line."""

from __future__ import annotations

from planner.county.records import Category
from planner.document import Document
from planner.files.choices import NO_FIELD, ImportChoices
from planner.files.imported import Imported, SheetRole, StatedTotal, UnderstoodColumn, UnderstoodSheet
from planner.files.issues import ImportIssue, IssueKind
from planner.files.questions import Question, QuestionKind
from planner.tables.import_fields import field_code, fields_of
from planner.tables.import_headline import headline
from planner.tables.imported import (
    ISSUES,
    KINDS,
    OWN_COLUMN,
    TOTALS,
    column_rows,
    columns_table,
    issue_rows,
    total_rows,
)
from planner.text import Text

QUESTION = Question(QuestionKind.COUNTING, "counting.traffic", Text("?", "?"), {}, "yes")
REPEATED = ImportIssue(IssueKind.REPEATED_ROW, "花名册", 9, None, Text("重复。", "Repeated."))


def imported(**changed: object) -> Imported:
    values: dict[str, object] = {
        "document": Document(),
        "choices": ImportChoices(),
        "sheets": (),
        "issues": (),
        "questions": (),
        "totals": (),
        "people_rows": 12,
        "categories": {Category.SWORN: 7, Category.PROBATIONER: 1, Category.AUXILIARY: 3},
    }
    return Imported(**{**values, **changed})  # type: ignore[arg-type]


def test_probationers_are_counted_among_the_sworn_in_the_headline() -> None:
    line = headline(imported())
    assert line.zh == "识别 12 行:民警 8 人、辅警 3 人,已全部确认"
    assert line.en == "12 rows read: 8 sworn officers, 3 auxiliaries; nothing left to confirm"


def test_the_headline_says_what_is_left_to_confirm_and_which_rows_repeat() -> None:
    line = headline(imported(questions=(QUESTION,), issues=(REPEATED,)))
    assert line.zh == "识别 12 行:民警 8 人、辅警 3 人(另有 1 行重复),需您确认 1 处"


def test_without_units_the_headline_never_says_that_all_is_confirmed() -> None:
    line = headline(imported(has_units=False))
    assert line.zh == "识别 12 行:民警 8 人、辅警 3 人,没有单位列,只计入全县"
    assert "confirmed" not in line.en
    assert headline(imported(has_units=False, questions=(QUESTION,))).zh.endswith("只计入全县,需您确认 1 处")


def test_one_is_told_in_the_singular() -> None:
    line = headline(imported(people_rows=1, categories={Category.SWORN: 1}))
    assert line.en == "1 row read: 1 sworn officer; nothing left to confirm"


def test_totals_that_differ_stand_first_with_the_difference() -> None:
    rows = total_rows(
        imported(totals=(StatedTotal("甲所", "花名册", 5, 4, 4), StatedTotal("", "花名册", 9, 9, 8)))
    )
    assert TOTALS.texts(rows, "zh")[1:] == [
        ["不符", "全部(合计)", "9", "8", "-1", "花名册", "9"],
        ["相符", "甲所", "4", "4", "", "花名册", "5"],
    ]


def test_every_kind_of_issue_has_words() -> None:
    assert set(KINDS) == set(IssueKind)
    assert ISSUES.texts(issue_rows(imported(issues=(REPEATED,))), "en")[1] == [
        "repeated row",
        "花名册",
        "9",
        "",
        "Repeated.",
    ]


def test_every_field_of_a_sheet_has_words_of_its_own_in_both_languages() -> None:
    for role in (SheetRole.ROSTER, SheetRole.UNITS, SheetRole.SECONDMENTS, SheetRole.ABSENCES):
        fields = fields_of(role)
        for language in ("zh", "en"):
            words = [text.in_language(language) for text in fields.values()]
            assert len(set(words)) == len(words) > 5
        assert all(field_code(role, text.en) == field for field, text in fields.items())
        assert field_code(role, OWN_COLUMN.zh) == NO_FIELD
        assert field_code(role, "?") is None
    assert fields_of(SheetRole.IGNORED) == {}


def test_an_own_column_is_said_to_be_kept() -> None:
    columns = (UnderstoodColumn("民族", None, ("彝族", "彝族", "")), UnderstoodColumn("警号", "badge_number"))
    rows = column_rows(UnderstoodSheet("花名册", SheetRole.ROSTER, (1,), columns, 2))
    texts = columns_table(fields_of(SheetRole.ROSTER)).texts(rows, "zh")
    assert texts[1:] == [["民族", "保留为自有列", "彝族"], ["警号", "警号", ""]]
