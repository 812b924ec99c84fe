"""The sheets beside the roster: 单位, 借调 and 请假."""

from __future__ import annotations

from datetime import date
from typing import Any

from planner.samples.records import SampleCounty, Written
from planner.samples.workbook.sheet import Formats, Heading, Sheet
from planner.samples.workbook.spellings import Speller
from planner.samples.workbook.style import Style

_UNITS = (
    Heading("序号", 5), Heading("单位名称", 20), Heading("简称", 12), Heading("类别", 10),
    Heading("编制数", 8),
    Heading("最低人数", 8), Heading("最高人数", 8), Heading("两队一室", 8), Heading("实有人口", 10),
    Heading("每日值班人数", 8), Heading("计入派出所", 8), Heading("本局编制", 8), Heading("备注", 16),
)  # fmt: skip
_SECONDMENTS = (
    Heading("序号", 5), Heading("姓名", 9), Heading("警号", 9), Heading("单位", 18), Heading("借调单位", 20),
    Heading("借调类型", 9), Heading("借调开始", 12), Heading("借调截止", 12), Heading("借调事由", 20),
    Heading("文号", 20), Heading("批准人", 9), Heading("实际返回", 12), Heading("经批准保留", 9),
    Heading("保留截止", 12),
)  # fmt: skip
_ABSENCES = (
    Heading("序号", 5), Heading("姓名", 9), Heading("警号", 9), Heading("单位", 18), Heading("请假类型", 10),
    Heading("开始日期", 12), Heading("结束日期", 12), Heading("事由", 20),
)  # fmt: skip


def write_units(book: Any, formats: Formats, sample: SampleCounty, style: Style) -> None:
    """Write the units with their kinds, posts and limits."""
    sheet = Sheet(book, formats, "单位", _UNITS)
    if style.laid_out:
        sheet.title(f"{sample.bureau}机构设置情况表")
    sheet.header(two_rows=False)
    for index, unit in enumerate(sample.units, 1):
        marked = {True: "是", False: "否", None: ""}[unit.two_teams]
        sheet.row(
            (
                index, unit.name, unit.short_name if unit.short_name != unit.name else "", unit.kind,
                unit.authorised, unit.minimum, None, marked, unit.population, unit.duty_cover, None,
                "是" if unit.ours else "否", "" if unit.ours else "外单位",
            )
        )  # fmt: skip


def write_secondments(
    book: Any, formats: Formats, sample: SampleCounty, style: Style, speller: Speller
) -> None:
    """Write the secondments this office has entered, in the order in which they began."""
    sheet = Sheet(book, formats, "借调", _SECONDMENTS)
    if style.laid_out:
        sheet.title(f"{sample.bureau}抽调借调人员登记表")
    sheet.header(two_rows=False)
    entered = [s for s in sample.secondments if s.written is Written.SHEET]
    for index, s in enumerate(sorted(entered, key=lambda s: (s.from_ or date.min, s.person)), 1):
        person = sample.people[s.person - 1]
        sheet.row(
            (
                index, speller.name(person.name), person.badge, speller.unit(person.unit), speller.unit(s.to),
                s.kind, speller.day(s.from_), speller.day(s.until), s.reason, s.approval, s.approver,
                speller.day(s.returned_on), "是" if s.kept else "", speller.day(s.kept_until),
            )
        )  # fmt: skip


def write_absences(book: Any, formats: Formats, sample: SampleCounty, style: Style, speller: Speller) -> None:
    """Write the leave and other absences, in the order in which they began."""
    sheet = Sheet(book, formats, "请假", _ABSENCES)
    if style.laid_out:
        sheet.title(f"{sample.bureau}请休假登记表")
    sheet.header(two_rows=False)
    for index, a in enumerate(sorted(sample.absences, key=lambda a: (a.from_, a.person)), 1):
        person = sample.people[a.person - 1]
        sheet.row(
            (
                index, speller.name(person.name), person.badge, speller.unit(person.unit), a.kind,
                speller.day(a.from_), speller.day(a.until), a.note,
            )
        )  # fmt: skip
