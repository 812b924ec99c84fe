"""The sheet 花名册: everybody, unit by unit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from planner.samples.records import (
    PROBATIONER,
    SERVING,
    SWORN,
    SampleAbsence,
    SampleCounty,
    SamplePerson,
    SampleSecondment,
    Written,
)
from planner.samples.truth import away_on, long_absent_on
from planner.samples.workbook.sheet import Formats, Heading, Sheet
from planner.samples.workbook.spellings import Cell, Speller
from planner.samples.workbook.style import Style

_WORKS_ELSEWHERE = "工作去向"
_REMARKS = {
    "借调": "借调至{to}", "跟班": "在{to}跟班学习", "帮助工作": "到{to}帮助工作",
}  # fmt: skip
_UNRECORDED = ("驻村", "援派", "挂职", "培训", "下派", "临时勤务")  # no 借调 in the roster's sense


@dataclass(frozen=True, slots=True)
class _Row:
    """What the cells of one row are made from."""

    index: int
    first: bool  # of its block
    person: SamplePerson
    away: SampleSecondment | None
    absence: SampleAbsence | None


@dataclass(frozen=True, slots=True)
class _Column:
    heading: Heading
    cell: Callable[[_Row], Cell]


def write_roster(book: Any, formats: Formats, sample: SampleCounty, style: Style, speller: Speller) -> None:
    """Write everybody in the order of the sample, numbered afresh in every unit."""
    columns = _columns(sample, style, speller)
    sheet = Sheet(book, formats, "花名册", [c.heading for c in columns])
    if style.laid_out:
        day = sample.as_of
        sheet.title(
            f"{sample.bureau}人员花名册",
            f"制表单位：{sample.bureau}政工室",
            f"制表日期：{day.year}年{day.month}月{day.day}日",
        )
    sheet.header(style.two_row_header)
    away, absent = away_on(sample, sample.as_of), long_absent_on(sample, sample.as_of)
    number = 0
    for block, members in groupby(sample.people, key=_block(sample)):
        speller.block()
        rows = list(members)
        for index, person in enumerate(rows, 1):
            number += 1
            shown = index if style.laid_out else number
            row = _Row(shown, index == 1, person, away.get(person.number), absent.get(person.number))
            sheet.row([column.cell(row) for column in columns])
        if style.laid_out:
            sheet.total("小计", len(rows) + (block == sample.wrong_subtotal), _composition(rows))
    if style.laid_out:
        sheet.total("合计", len(sample.people), _composition(list(sample.people)))
        _footer(sheet, sample)


def _block(sample: SampleCounty) -> Callable[[SamplePerson], str]:
    """Return which block a row stands in: its unit's, or the one before for a blank unit."""
    last = ""

    def block(person: SamplePerson) -> str:
        nonlocal last
        last = person.unit or last
        return last

    return block


def _columns(sample: SampleCounty, style: Style, speller: Speller) -> list[_Column]:
    group = "社区警务"
    times = "任职时间"
    recorded = "借调" in style.sheets
    columns = [
        _Column(Heading("序号", 5), lambda r: r.index),
        _Column(Heading("姓名", 9), lambda r: speller.name(r.person.name)),
        _Column(Heading("警号", 9), lambda r: r.person.badge),
        _Column(Heading("性别", 5), lambda r: "女" if r.person.female else "男"),
        _Column(Heading("出生\n年月", 9), lambda r: _birth(r.person, speller)),
        _Column(Heading("身份", 9), lambda r: _category(r.person, style)),
        _Column(Heading(style.unit_header, 20), lambda r: _home(r, speller)),
        _Column(Heading("实际工作单位", 18, _WORKS_ELSEWHERE), lambda r: _working_unit(r, speller, recorded)),
        _Column(Heading("借调单位", 14, _WORKS_ELSEWHERE), lambda r: _seconded_to(r, speller, recorded)),
    ]
    if not recorded:
        columns += [
            _Column(Heading("借调类型", 8), lambda r: _roster_only(r, "kind")),
            _Column(Heading("借调开始", 11), lambda r: _begun(r, speller)),
        ]
    columns += [
        _Column(Heading("职务", 9), lambda r: r.person.position),
        _Column(Heading("职级", 11), lambda r: r.person.grade),
        _Column(Heading("警衔", 9), lambda r: r.person.rank),
        _Column(Heading("岗位", 10), lambda r: r.person.post),
        _Column(Heading("专职", 5, group), lambda r: _yes(r.person.dedicated)),
        _Column(Heading("责任区", 14, group), lambda r: r.person.beat),
        *(_extra(name) for name in ("政治面貌", "学历")),
        _Column(Heading("参加工\n作时间", 9, times), lambda r: speller.month(r.person.joined_work)),
        _Column(Heading("入警时间", 9, times), lambda r: speller.month(r.person.joined_police)),
        _Column(Heading("任现单\n位时间", 9, times), lambda r: speller.month(r.person.in_unit_since)),
        _Column(Heading("任现职\n务时间", 9, times), lambda r: speller.month(r.person.in_position_since)),
        _Column(Heading("执法\n资格", 7), lambda r: r.person.qualification),
        _Column(Heading("人员状态", 9), lambda r: _status(r, style)),
        _Column(Heading("离职/退休日期", 11), lambda r: speller.month(r.person.left_on)),
        _Column(Heading("特殊情况", 10), lambda r: r.person.special),
        _Column(Heading("锁定", 12), lambda r: r.person.pin),
        _extra("联系电话"),
        _Column(Heading("备注", 24), _remarks),
    ]
    if style.spaced_headers:
        return [_Column(_spaced(c.heading), c.cell) for c in columns]
    return columns


def _spaced(heading: Heading) -> Heading:
    words = heading.words
    return Heading(f"{words[0]}  {words[1]}" if len(words) == 2 else words, heading.width, heading.group)


def _extra(name: str) -> _Column:
    return _Column(Heading(name, 9), lambda r: r.person.extra.get(name, ""))


def _category(person: SamplePerson, style: Style) -> str:
    """Return the category; an office that mixes spellings leaves out what goes without saying."""
    if person.category == SWORN and style.mixed_spellings and person.number % 9 == 0:
        return ""
    return "试用期民警" if person.category == PROBATIONER else person.category


def _home(row: _Row, speller: Speller) -> str:
    return speller.home(row.person.unit, first=row.first)


def _birth(person: SamplePerson, speller: Speller) -> Cell:
    return person.written.get("birth") or speller.month(person.birth)


def _in_roster(row: _Row) -> bool:
    """Whether a secondment in force is told by the roster's own columns, where there is no sheet of them."""
    return row.away is not None and row.away.written in (Written.SHEET, Written.ROSTER)


def _working_unit(row: _Row, speller: Speller, recorded: bool) -> str:
    away = row.away
    if away is None or away.kind in ("培训", "临时勤务"):
        return speller.unit(row.person.unit) if speller.fills_working_unit and away is None else ""
    if away.written is Written.REMARKS:
        return ""
    if away.working_unit or away.written is Written.WORKING_UNIT:
        return speller.unit(away.working_unit or away.to)
    told = away.written is Written.SHEET and (speller.fills_working_unit or row.person.number % 3 > 0)
    return speller.unit(away.to) if told and recorded else ""


def _seconded_to(row: _Row, speller: Speller, recorded: bool) -> str:
    away = row.away
    if away is None or not _in_roster(row) or (recorded and away.kind in _UNRECORDED):
        return ""
    entered_elsewhere = recorded and away.written is Written.SHEET and not away.working_unit
    if entered_elsewhere and row.person.number % 4 == 0:
        return ""  # the office entered it on the sheet 借调 and nowhere else
    return speller.unit(away.to)


def _roster_only(row: _Row, field: str) -> str:
    return str(getattr(row.away, field)) if _in_roster(row) else ""


def _begun(row: _Row, speller: Speller) -> Cell:
    return speller.day(row.away.from_) if row.away is not None and _in_roster(row) else None


def _yes(value: bool | None) -> str:
    return {True: "是", False: "否", None: ""}[value]


def _status(row: _Row, style: Style) -> str:
    if "请假" not in style.sheets and row.absence is not None:
        return row.absence.kind
    if row.person.status == SERVING and style.mixed_spellings and row.person.number % 7 == 0:
        return ""
    return row.person.status


def _remarks(row: _Row) -> str:
    words = row.person.remarks
    if row.away is not None and row.away.written is Written.REMARKS:
        told = _REMARKS[row.away.kind].format(to=row.away.to)
        return f"{words}；{told}" if words else told
    return words


def _composition(rows: list[SamplePerson]) -> str:
    sworn = sum(p.is_sworn for p in rows)
    auxiliaries = sum(p.category.endswith("辅警") for p in rows)
    counts: Mapping[str, int] = {"民警": sworn, "辅警": auxiliaries, "工勤": len(rows) - sworn - auxiliaries}
    return "、".join(f"{words}{n}人" for words, n in counts.items() if n)


def _footer(sheet: Sheet, sample: SampleCounty) -> None:
    people = {"填报人": "", "审核人": ""}
    office = [p.name for p in sample.people if p.unit == "政工室" and p.is_sworn]
    if len(office) > 2:
        people = {"填报人": office[-1], "审核人": office[1]}
    signed = "        ".join(f"{role}：{name}" for role, name in people.items())
    sheet.line(f"{signed}        单位负责人（盖章）：")
    sheet.line("注：“单位”按编制所在单位填写；辅警、工勤人员一并列入。")
