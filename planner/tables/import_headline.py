"""An import in one line: how many rows, who they are, how much is left to confirm."""

from __future__ import annotations

from collections.abc import Mapping

from planner.county.records import Category
from planner.files.imported import Imported
from planner.files.issues import IssueKind
from planner.text import Text, joined

_HEADLINE = Text("识别 {n} 行:{parts}{repeated},{left}", "{n} {rows} read: {parts}{repeated}; {left}")
_GROUPS: tuple[tuple[tuple[Category, ...], str, str, str], ...] = (  # in Chinese, one and many in English
    ((Category.SWORN, Category.PROBATIONER), "民警", "sworn officer", "sworn officers"),
    ((Category.AUXILIARY,), "辅警", "auxiliary", "auxiliaries"),
    ((Category.SUPPORT,), "工勤", "support staff", "support staff"),
    ((Category.UNKNOWN,), "身份待确认", "of unknown category", "of unknown category"),
)
_NOBODY = Text("没有人员", "nobody")
_REPEATED = Text("(另有 {n} 行重复)", " (repeated rows: {n})")
_TO_CONFIRM = Text("需您确认 {n} 处", "{n} to confirm")
_CONFIRMED = Text("已全部确认", "nothing left to confirm")
_NO_UNITS = Text("没有单位列,只计入全县", "no column of units, so everybody counts in the county only")


def headline(imported: Imported) -> Text:
    """Return the line an import is announced with."""
    repeated = sum(issue.kind is IssueKind.REPEATED_ROW for issue in imported.issues)
    return _HEADLINE.format(
        n=imported.people_rows,
        rows="row" if imported.people_rows == 1 else "rows",
        parts=joined(_parts(imported.categories)) if any(imported.categories.values()) else _NOBODY,
        repeated=_REPEATED.format(n=repeated) if repeated else Text("", ""),
        left=_left(imported),
    )


def _left(imported: Imported) -> Text:
    left = len(imported.open_questions)
    to_confirm = _TO_CONFIRM.format(n=left)
    if imported.has_units:
        return to_confirm if left else _CONFIRMED
    return Text(f"{_NO_UNITS.zh},{to_confirm.zh}", f"{_NO_UNITS.en}, {to_confirm.en}") if left else _NO_UNITS


def _parts(categories: Mapping[Category, int]) -> list[Text]:
    counted = [(sum(categories.get(c, 0) for c in group), *words) for group, *words in _GROUPS]
    return [Text(f"{zh} {n} 人", f"{n} {one if n == 1 else many}") for n, zh, one, many in counted if n]
