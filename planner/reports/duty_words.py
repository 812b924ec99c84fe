"""The words of a printed roster, and the days its month has off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from planner.audit.out_of_place import out_of_place_words
from planner.county.day_words import span_words
from planner.tables.duty_grid import DayHead, DutyGrid
from planner.text import Text

WHICH = Text(
    "值班表是一个单位一个月的,请指明单位和月份。",
    "A duty roster is of one unit and month; say which.",
)
NO_UNIT = Text("值班表的单位不是本局单位,请另选单位。", "That is no unit of the bureau; choose another.")
NO_ROSTER = Text(
    "{unit} {month} 还没有值班表,请先排班、新建或导入。",
    "{unit} has no duty roster for {month} yet; fill, start or import one.",
)
TITLE = Text("{unit}{year}年{month}月值班表", "{unit}: duty roster, {date}")
SHEET = Text("值班表", "Duty roster")
CODES = Text("班次", "Codes")
COLUMNS = (Text("值班", "Duties"), Text("休日值班", "Days off"), Text("工时", "Hours"))
FIELD = Text("辖区工时", "Field hours")
ON_DUTY, REQUIRED, SWORN = Text("值班人数", "On duty"), Text("应 {n}", "of {n}"), Text("其中民警", "sworn")
COVER = Text("值班人数(应 {n})", "On duty (of {n})")
POST_COVER = Text("{name}(应 {n})", "{name} (of {n})")
STATION_LEADER, LEADER = Text("带班所领导", "Duty leader"), Text("带班领导", "Duty leader")
NAME, ROLE = Text("姓名", "Name"), Text("岗位", "Role")
ROSTER_LABELS = {"name": NAME, "role": ROLE, "codes": CODES}

_WEEKDAYS = tuple(
    Text(zh, en) for zh, en in zip("一二三四五六日", ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"), strict=True)
)
_COUNTED = Text(
    "值班人数为当日任一时刻同时值班的最少人数,应不少于 {n} 人,其中至少 1 名民警;▲ 为不足。"
    "休日值班为休息日和节假日的值班次数,工时为计入工作的小时。",
    "On duty: the fewest at any moment of the day, at least {n}, one of them sworn; ▲ marks too few. "
    "Days off: duties on weekends and holidays. Hours: those counted as work.",
)
_CALENDAR = Text("放假调休:{days}。", "Calendar: {days}.")
_OFF, _WORKED = (
    Text("{days}{name}放假", "{days} off ({name})"),
    Text("{days}上班({name})", "{days} worked ({name})"),
)
_STRUCK = Text("划线的班次:{said}。", "Struck out: {said}.")
Run = tuple[list[int], DayHead]


def weekday(day: date) -> Text:
    """Return the short name of a day of the week."""
    return _WEEKDAYS[day.weekday()]


def lead_words(required: int) -> list[Text]:
    """Return how the roster is counted."""
    return [_COUNTED.format(n=required)]


def holidays(days: Sequence[DayHead]) -> list[Text]:
    """Return which days are off or worked by the calendar, in one sentence; nothing for a plain month."""
    said = [_run_words(numbers, head) for numbers, head in _runs(days)]
    if not said:
        return []
    return [_CALENDAR.format(days=Text(";".join(s.zh for s in said), "; ".join(s.en for s in said)))]


def out_of_place(grid: DutyGrid) -> list[Text]:
    """Return what is planned but counts nowhere, in one sentence; nothing where everything counts."""
    said = [out_of_place_words(out, grid.month) for out in grid.out_of_place]
    if not said:
        return []
    return [_STRUCK.format(said=Text(";".join(s.zh for s in said), "; ".join(s.en for s in said)))]


def _run_words(numbers: list[int], head: DayHead) -> Text:
    told = span_words(numbers[0], numbers[-1])
    return (_OFF if head.off else _WORKED).format(days=told, name=head.name or Text("", ""))


def _runs(days: Sequence[DayHead]) -> Iterator[Run]:
    """Yield days of one name that follow each other; a weekend between days off belongs to them."""
    run: Run | None = None
    for head in days:
        if head.name is None:
            continue
        number = head.day.day
        if run is not None and (run[1].name, run[1].off) == (head.name, head.off):
            between = days[run[0][-1] : number - 1]
            if not between or (head.off and all(day.off for day in between)):
                run[0].append(number)
                continue
        if run is not None:
            yield run
        run = ([number], head)
    if run is not None:
        yield run
