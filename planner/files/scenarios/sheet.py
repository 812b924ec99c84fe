"""The columns of a sheet 方案, as an export writes them and a note names them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

COLUMNS: Mapping[str, tuple[str, int]] = {
    "scenario": ("方案", 14), "base": ("基础方案", 14), "enabled": ("启用", 6), "date": ("日期", 12),
    "change": ("变动", 16), "officer": ("姓名", 14), "badge": ("警号", 14), "unit": ("单位", 20),
    "into": ("并入单位", 20), "post": ("岗位", 10), "number": ("数量", 8), "until": ("截止日期", 12),
    "key": ("指标", 24), "value": ("取值", 12), "note": ("备注", 24),
}  # fmt: skip
_FIELD_OF = {title: field for field, (title, _) in COLUMNS.items()}


def by_heading(cells: Mapping[str, str]) -> Mapping[str, str]:
    """Return words by the heading of their field, in the order of the columns."""
    return {title: cells[field] for field, (title, _) in COLUMNS.items() if field in cells}


def fields_of(headings: Iterable[str]) -> Mapping[str, str]:
    """Return the fields of some headings, by heading; those of no column are left out."""
    return {heading: _FIELD_OF[heading] for heading in headings if heading in _FIELD_OF}
