"""An import in one line: how many rows, who they are, how much is left to confirm."""

from __future__ import annotations

from collections.abc import Mapping

from planner.county.records import Category
from planner.files.imported import Imported
from planner.files.issues import IssueKind
from planner.text import Text, joined

_HEADLINE = Text("识别 {n} 行:{parts}{repeated},{left}", "{n} rows read: {parts}{repeated}; {left}")
_GROUPS: tuple[tuple[tuple[Category, ...], Text], ...] = (
    ((Category.SWORN, Category.PROBATIONER), Text("民警 {n} 人", "{n} sworn officers")),
    ((Category.AUXILIARY,), Text("辅警 {n} 人", "{n} auxiliaries")),
    ((Category.SUPPORT,), Text("工勤 {n} 人", "{n} support staff")),
    ((Category.UNKNOWN,), Text("身份待确认 {n} 人", "{n} of unknown category")),
)
_NOBODY = Text("没有人员", "nobody")
_REPEATED = Text("(另有 {n} 行重复)", " (repeated rows: {n})")
_TO_CONFIRM = Text("需您确认 {n} 处", "{n} to confirm")
_CONFIRMED = Text("已全部确认", "nothing left to confirm")


def headline(imported: Imported) -> Text:
    """Return the line an import is announced with."""
    repeated = sum(issue.kind is IssueKind.REPEATED_ROW for issue in imported.issues)
    left = len(imported.open_questions)
    return _HEADLINE.format(
        n=imported.people_rows,
        parts=joined(_parts(imported.categories)) if any(imported.categories.values()) else _NOBODY,
        repeated=_REPEATED.format(n=repeated) if repeated else Text("", ""),
        left=_TO_CONFIRM.format(n=left) if left else _CONFIRMED,
    )


def _parts(categories: Mapping[Category, int]) -> list[Text]:
    counted = [(sum(categories.get(c, 0) for c in group), words) for group, words in _GROUPS]
    return [words.format(n=n) for n, words in counted if n]
