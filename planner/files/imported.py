"""What an import gives: the document, what was understood of the file, and what is to be confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from planner.county.records import Category
from planner.document import Document
from planner.files.choices import ImportChoices
from planner.files.issues import ImportIssue
from planner.files.questions import Question


class SheetRole(StrEnum):
    """What a sheet holds."""

    ROSTER = "roster"  # 花名册
    UNITS = "units"  # 单位
    SECONDMENTS = "secondments"  # 借调
    ABSENCES = "absences"  # 请假
    RELATIONS = "relations"  # 亲属回避
    SCENARIOS = "scenarios"  # 方案
    DUTY = "duty"  # 值班表
    ATTENDANCE = "attendance"  # 考勤
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class UnderstoodColumn:
    """One column: its heading, the field it was taken for (None: kept as the user's own), some cells."""

    heading: str
    field: str | None
    samples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnderstoodSheet:
    """One sheet: its role, the spreadsheet rows of its header, its columns, how many rows it holds."""

    name: str
    role: SheetRole
    header_rows: tuple[int, ...]
    columns: tuple[UnderstoodColumn, ...]
    rows: int


@dataclass(frozen=True, slots=True)
class StatedTotal:
    """The file's own 小计 or 合计 beside what was read; `unit` is empty for the whole roster."""

    unit: str
    sheet: str
    row: int
    stated: int
    read: int

    @property
    def agrees(self) -> bool:
        """Whether the two are equal."""
        return self.stated == self.read


@dataclass(frozen=True)
class Imported:
    """The outcome of an import, judged anew from the workbook whenever a choice changes."""

    document: Document
    choices: ImportChoices
    sheets: tuple[UnderstoodSheet, ...]
    issues: tuple[ImportIssue, ...]
    questions: tuple[Question, ...]
    totals: tuple[StatedTotal, ...]
    people_rows: int  # rows of the roster that are people
    categories: Mapping[Category, int]  # people by category
    has_units: bool = True  # a column or titles say which unit people belong to, or there is but one

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """The questions nobody has answered yet."""
        return tuple(q for q in self.questions if q.answer is None)
