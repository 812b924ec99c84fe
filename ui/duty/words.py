"""What the duty grid says in its headers, margins and hints."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from planner.audit.field_hours import Hours
from planner.audit.rules.station_share import percent
from planner.county.duty import Attended, Mark
from planner.policy.duty_codes import DutyCode
from planner.policy.share import Share
from planner.tables.duty_grid import DayHead, GridCell, GridRow
from planner.tables.duty_margins import DayMargin, PersonMargin
from planner.text import Text, joined, same

_WEEKDAYS = tuple(
    Text(zh, en) for zh, en in zip("一二三四五六日", ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"), strict=True)
)
_DAY = Text("{day} 星期{weekday}", "{day} {weekday}")
_OFF, _WORKED = Text("休息日", "day off"), Text("工作日", "working day")
_NOT_HERE = Text("当天不在本单位工作", "does not work here on this day")
_LOCKED = Text("已锁定(Ctrl+L 解锁)", "locked (Ctrl+L unlocks)")
_REALLY = Text("实际:{what}", "really: {what}")
_MARKS = {
    Mark.ABSENT: Text("缺勤", "absent"),
    Mark.LATE: Text("迟到", "late"),
    Mark.LEFT: Text("早退", "left early"),
    Mark.PHONE_LEAVE: Text("仅电话请假", "leave by telephone only"),
}
_UNKNOWN = Text("指标口径中没有代码“{code}”", "the policy has no code “{code}”")
_CLASH = Text("与当天的状态矛盾,不计;请更正", "contradicts this day and counts nowhere: please correct")
_CODE = Text(
    "{name} · 在岗 {presence} 小时,计 {counted} 小时", "{name} · {presence} h present, {counted} h counted"
)

PERSON_TITLES = (
    (Text("值班", "Duty"), Text("值班次数", "Duties")),
    (Text("工时", "Hours"), Text("计入的工作小时", "Hours counted as work")),
    (Text("夜班", "Nights"), Text("过夜的值班次数", "Duties through the night")),
    (Text("休日", "Off d."), Text("休息日和节假日的值班次数", "Duties on weekends and holidays")),
    (Text("辖区", "Field"), Text("在辖区工作时间占比(排班)", "Field time of working time, as planned")),
    (Text("实际", "Real"), Text("在辖区工作时间占比(考勤)", "Field time of working time, as recorded")),
    (
        Text("补休", "Rest"),
        Text("应补休天数:超出工作日工时的部分", "Rest owed in days: hours beyond the working days"),
    ),
)
_ON_DUTY = Text("值班(应 {n})", "On duty (of {n})")
_ON_DUTY_HINT = Text("任一时刻最少的值班人数", "Fewest on duty at any moment")
_SWORN = (
    Text("其中民警", "sworn"),
    Text("任一时刻最少的值班民警", "Fewest sworn officers on duty at any moment"),
)
_POST = Text("{name}(应 {n})", "{name} (of {n})")
_POST_HINT = Text("任一时刻该岗位最少的人数", "Fewest on this post at any moment")
_SHORT = (Text("缺", "Short"), Text("缺少的人数", "People missing"))
_FIELD = Text(
    "{name}:在辖区 {part} / 工作 {whole} 小时,要求 {required}{judged}",
    "{name}: {part} of {whole} working hours in the field, required {required}{judged}",
)
_NOT_JUDGED = Text("(非专职社区民警,不评价)", " (no dedicated community officer: not judged)")
_NO_HOURS = Text("{name}:无数据,不评价", "{name}: no data, not judged")


def weekday(day: date) -> Text:
    """Return the short name of a day of the week."""
    return _WEEKDAYS[day.weekday()]


def day_words(head: DayHead) -> Text:
    """Return a day with its weekday, what the calendar makes of it and its name."""
    told = _DAY.format(day=head.day.isoformat(), weekday=weekday(head.day))
    what = _OFF if head.off else _WORKED
    name = same("") if head.name is None else Text(f" · {head.name.zh}", f" · {head.name.en}")
    return Text(f"{told.zh} · {what.zh}{name.zh}", f"{told.en} · {what.en}{name.en}")


def cell_words(row: GridRow, cell: GridCell, head: DayHead, codes: Mapping[str, DutyCode]) -> Text:
    """Return what a cell says on a closer look; `codes` name what was really done."""
    lines = [Text(f"{row.person.name} {day_words(head).zh}", f"{row.person.name} {day_words(head).en}")]
    if cell.code is not None:
        lines.append(
            _CODE.format(name=cell.code.name, presence=cell.code.presence, counted=cell.code.counted)
        )
    elif cell.words:
        lines.append(_UNKNOWN.format(code=cell.words))
    if not cell.here:
        lines.append(_NOT_HERE)
    if cell.absence is not None:
        lines.append(cell.absence)
    if cell.attended is not None:
        lines.append(_REALLY.format(what=_attended_words(cell.attended, codes)))
    if cell.locked:
        lines.append(_LOCKED)
    if cell.clashes:
        lines.append(_CLASH)
    return Text("\n".join(line.zh for line in lines), "\n".join(line.en for line in lines))


def _attended_words(attended: Attended, codes: Mapping[str, DutyCode]) -> Text:
    morning, afternoon = (
        codes[half].name if half in codes else same(half or "—")
        for half in (attended.morning, attended.afternoon)
    )
    said = [
        morning
        if morning == afternoon
        else Text(f"{morning.zh}/{afternoon.zh}", f"{morning.en}/{afternoon.en}")
    ]
    if attended.place:
        said.append(same(attended.place))
    if attended.mark is not None:
        said.append(_MARKS[attended.mark])
    return joined(said)


def person_words(margin: PersonMargin) -> tuple[str, ...]:
    """Return the cells of a person's margin."""
    counts = (margin.duties, margin.hours, margin.nights, margin.days_off)
    shares = (share_words(margin.planned), share_words(margin.real))
    return (*(str(n) for n in counts), *shares, days_words(margin.owed))


def share_words(hours: Hours | None) -> str:
    """Write a share, rounded down to a tenth; a dash where there is nothing to divide by."""
    return "—" if hours is None else f"{percent(hours.field, hours.worked).removesuffix('.0')}%"


def days_words(days: Fraction) -> str:
    """Write days, parts rounded down to a tenth; nothing for none."""
    tenths = days * 10 // 1
    return "" if not days else str(tenths // 10) if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}"


def field_words(row: GridRow, hours: Hours | None, required: Share) -> Text:
    """Return how a person's field time was counted and judged."""
    if hours is None:
        return _NO_HOURS.format(name=row.person.name)
    return _FIELD.format(
        name=row.person.name,
        part=hours.field,
        whole=hours.worked,
        required=required.words,
        judged=same("") if row.margin.judged else _NOT_JUDGED,
    )


def day_cells(margin: DayMargin) -> tuple[str, ...]:
    """Return the cells of a day's margin."""
    posts = (str(post.on_duty) for post in margin.posts)
    return (str(margin.on_duty), str(margin.sworn), *posts, str(margin.short) if margin.short else "")


def day_lacks(margin: DayMargin) -> tuple[bool, ...]:
    """Return which cells of a day's margin fall short."""
    posts = (post.on_duty < post.required for post in margin.posts)
    return (margin.on_duty < margin.required, margin.lacks_sworn, *posts, margin.short > 0)


def day_titles(margin: DayMargin) -> tuple[tuple[Text, Text], ...]:
    """Return what the lines of the days' margin are called, and what they count."""
    posts = ((_POST.format(name=post.code.name, n=post.required), _POST_HINT) for post in margin.posts)
    return ((_ON_DUTY.format(n=margin.required), _ON_DUTY_HINT), _SWORN, *posts, _SHORT)
