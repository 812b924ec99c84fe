"""返岗日历: who comes home when under the policy's handover limit, and the share after each month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from planner.forecast.months import first_days
from planner.reports.figures import ratio, unit_labels
from planner.reports.paper import Align, Column, Request, Sheet
from planner.returns.calendar import return_calendar
from planner.returns.records import Limits, Month, NotReturned, Return, ReturnCalendar
from planner.tables.names import POSTS
from planner.tables.returning import RETURN_STATES, ReturnRow, summary
from planner.text import Text

_LIMIT = Text(
    "限额:每个用人单位每月最多交还 {n} 人(指标口径);"
    "次序:超期最久者在先,再按计划截止、在外时间,缺口大的所优先。",
    "Limit: {n} handed over a month by one unit (policy). Order: the longest overdue first, then the planned "
    "end, then the longest away; the station shortest of people first among equals.",
)
_NO_LIMIT = Text(
    "指标口径未设每月交还限额;次序:超期最久者在先,再按计划截止、在外时间,缺口大的所优先。",
    "The policy sets no limit of handing over. Order: the longest overdue first, then the planned end, then "
    "the longest away; the station shortest of people first among equals.",
)
_R, _C = Align.RIGHT, Align.CENTRE


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One line of the calendar as papers list it."""

    number: int
    row: ReturnRow
    home: str

    @property
    def of(self) -> Return | NotReturned:
        """Whom it is about."""
        return self.row.of


@dataclass(frozen=True, slots=True)
class CalendarBody:
    """What the return calendar says."""

    calendar: ReturnCalendar
    people: Sequence[PersonRow]

    def listed(self, apart: bool) -> Sequence[PersonRow]:
        """Return those with a day, or those set apart, each numbered from one."""
        return [row for row in self.people if (row.row.returns is None) is apart]


def gather_returns(request: Request) -> CalendarBody:
    """Return the calendar from the month after the date on, by the policy's limit."""
    state, on = request.state, request.on
    limit = Limits(state.policy.count("planning.handover_limit"))
    calendar = return_calendar(request.document, on, first_days(on, 1)[0], limit)
    labels: Mapping[int, str] = unit_labels(state)
    parts: tuple[Sequence[Return | NotReturned], ...] = (calendar.returns, calendar.apart)
    people = [
        PersonRow(number, ReturnRow(of, state), labels.get(of.placed.home or 0, ""))
        for part in parts
        for number, of in enumerate(part, 1)
    ]
    return CalendarBody(calendar, people)


def returns_lead(body: CalendarBody) -> Sequence[Text]:
    """Return the calendar in a sentence, and how it is ordered and limited."""
    n = body.calendar.limits.unit
    return [summary(body.calendar), _LIMIT.format(n=n) if n else _NO_LIMIT]


def _day(row: PersonRow) -> date | None:
    return row.row.returns.on if row.row.returns is not None else None


MONTHS_SHEET: Sheet[CalendarBody, Month] = Sheet(
    "months",
    Text("逐月", "By month"),
    lambda body: body.calendar.months,
    (
        Column("month", Text("月份", "Month"), lambda m: f"{m.first:%Y-%m}", 18, _C),
        Column("returns", Text("返岗人数", "Return"), lambda m: len(m.returns), 18, _R),
        Column("people", Text("人员", "Who"), lambda m: m.names, 80),
        Column("share", Text("派出所警力占比", "Station share"), lambda m: ratio(m.share), 32, _R),
        Column("community", Text("社区民警占比", "Community share"), lambda m: ratio(m.community), 32, _R),
        Column("short", Text("各所缺口", "Stations short"), lambda m: sum(m.short.values()), 20, _R),
        Column("away", Text("仍在外", "Still away"), lambda m: m.away, 18, _R),
        Column("overdue", Text("其中超期", "Overdue"), lambda m: m.overdue, 18, _R),
    ),
)
_WHO: tuple[Column[PersonRow], ...] = (
    Column("number", Text("序号", "No."), lambda r: r.number, 10, _C),
    Column("name", Text("姓名", "Name"), lambda r: r.of.placed.person.name, 18, _C),
    Column("badge", Text("警号", "Badge"), lambda r: r.of.placed.person.badge_number, 17, _C),
    Column("from", Text("从", "From"), lambda r: r.row.borrower, 32),
    Column("home", Text("回到", "To"), lambda r: r.home, 32),
    Column("post", Text("岗位", "Post"), lambda r: POSTS[r.of.placed.post], 18, _C),
)
_END: Column[PersonRow] = Column("end", Text("截止", "End"), lambda r: r.of.end, 20, _C)
_OVERDUE: Column[PersonRow] = Column(
    "overdue", Text("超期天数", "Days overdue"), lambda r: r.of.overdue_now or None, 16, _R
)
PEOPLE_SHEET: Sheet[CalendarBody, PersonRow] = Sheet(
    "returns",
    Text("返岗人员", "Returns"),
    lambda body: body.listed(apart=False),
    (
        *_WHO,
        Column("on", Text("返岗日期", "Back on"), _day, 20, _C),
        Column("standing", Text("情况", "State"), lambda r: RETURN_STATES[r.row.standing], 18, _C),
        _END,
        _OVERDUE,
        Column("why", Text("次序理由", "Why this place"), lambda r: r.row.why, 48),
    ),
)
APART_SHEET: Sheet[CalendarBody, PersonRow] = Sheet(
    "apart",
    Text("另列人员", "Set apart"),
    lambda body: body.listed(apart=True),
    (*_WHO, _END, _OVERDUE, Column("why", Text("原因", "Why"), lambda r: r.row.why, 60)),
)
RETURN_SHEETS = (MONTHS_SHEET, PEOPLE_SHEET, APART_SHEET)
