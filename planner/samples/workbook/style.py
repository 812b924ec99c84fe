"""How tidy a workbook is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """Which sheets a workbook has and which habits of HR offices it shows."""

    name: str
    sheets: tuple[str, ...] = ("单位", "借调", "请假")  # beside 花名册
    laid_out: bool = True  # title rows, 小计 and 合计, a footer
    two_row_header: bool = True
    mixed_spellings: bool = True  # of dates, names, units and blank categories
    unit_header: str = "单位"
    spaced_headers: bool = False  # "姓  名"


OFFICIAL = Style("official", sheets=("单位", "借调", "请假", "值班表", "考勤"))
PLAIN = Style("plain", laid_out=False, two_row_header=False, mixed_spellings=False)
ROSTER_ONLY = Style(
    "roster_only", sheets=(), two_row_header=False, unit_header="所属单位", spaced_headers=True
)
