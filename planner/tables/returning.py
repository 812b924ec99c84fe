"""The return calendar as tables: its months, its people, and whoever is not in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from planner.audit.ledgers import Ledger
from planner.audit.results import Target
from planner.audit.rules.station_share import percent
from planner.county.state import Placed, State
from planner.returns.records import APART, Month, NotReturned, Return, ReturnCalendar
from planner.tables import names
from planner.tables.column import Column, Look, Table
from planner.tables.forecast_curves import Curve, Shares, percent_of, required_lines
from planner.tables.kinds import choice, day, number, told, words
from planner.text import Text

_OFF = Text("不评价", "not judged")
_OVERDUE = Text("{date} 已超期 {n} 人。", "Overdue on {date}: {n}.")
_HOME = Text(
    "按此安排 {n} 人至 {date} 全部返岗,届时派出所警力占比 {share}。",
    "By this order all {n} are home by {date}; the station share is {share} then.",
)
_NOBODY = Text("没有本局权限内须返岗的人员。", "Nobody within the bureau's power is to return.")
_SET_APART = Text("另列 {n} 人(局外、经批准保留等)。", "Set apart: {n} (outside the bureau, kept and so on).")
_SHARE = Text("{n}/{of}({percent}%)", "{n}/{of} ({percent}%)")


class ReturnState(StrEnum):
    """How somebody's return stands."""

    OVERDUE = "overdue"
    DUE = "due"
    ARRANGED = "arranged"
    APART = "apart"


RETURN_STATES: Mapping[ReturnState, Text] = {
    ReturnState.OVERDUE: Text("已超期", "overdue"),
    ReturnState.DUE: Text("待返岗", "to return"),
    ReturnState.ARRANGED: Text("已批准返岗", "arranged"),
    ReturnState.APART: Text("另列", "apart"),
}


class MonthRow(NamedTuple):
    """One month of the calendar."""

    month: Month

    @property
    def id(self) -> int:
        """The month as a number."""
        return self.month.first.toordinal()


def share_words(target: Target | None) -> Text:
    """Return a share as counts with its percentage, or that the rule is off."""
    if target is None:
        return _OFF
    of = target.denominator or 0
    return _SHARE.format(n=target.numerator, of=of, percent=percent(target.numerator, of))


def month_rows(calendar: ReturnCalendar) -> list[MonthRow]:
    """Return the months in order."""
    return [MonthRow(month) for month in calendar.months]


class ReturnRow(NamedTuple):
    """Somebody drawn off: with a day in the calendar, or set apart."""

    of: Return | NotReturned
    state: State

    @property
    def id(self) -> int:
        """The person's id."""
        return self.placed.person.id

    @property
    def placed(self) -> Placed:
        """How they stand while away."""
        return self.of.placed

    @property
    def returns(self) -> Return | None:
        """Their place in the calendar, None for those set apart."""
        return self.of if isinstance(self.of, Return) else None

    @property
    def standing(self) -> ReturnState:
        """How the return stands."""
        if isinstance(self.of, NotReturned):
            return ReturnState.APART
        if self.of.arranged:
            return ReturnState.ARRANGED
        return ReturnState.OVERDUE if self.of.overdue_now else ReturnState.DUE

    @property
    def why(self) -> Text:
        """Why this place in the order, or why none."""
        return self.of.why if isinstance(self.of, Return) else APART[self.of.reason]

    @property
    def borrower(self) -> Text:
        """Where they work away."""
        return self.state.working_words(self.placed)


def return_rows(calendar: ReturnCalendar, state: State) -> list[ReturnRow]:
    """Return everybody in the order they come home, then those set apart."""
    everybody: list[Return | NotReturned] = [*calendar.returns, *calendar.apart]
    return [ReturnRow(of, state) for of in everybody]


def _share(key: str, title: Text, get: Callable[[MonthRow], Target | None]) -> Column[MonthRow]:
    def value(row: MonthRow) -> float | None:
        target = get(row)
        return percent_of(target) if target is not None and target.denominator else None

    return Column(
        key, title, value, lambda row, lang: share_words(get(row)).in_language(lang), Look.NUMBER, 19
    )


MONTH_COLUMNS: tuple[Column[MonthRow], ...] = (
    words("month", Text("月份", "Month"), lambda r: f"{r.month.first:%Y-%m}", width=10),
    number("returns", Text("返岗", "Return"), lambda r: len(r.month.returns), width=8),
    told("people", Text("人员", "Who"), lambda r: r.month.names, width=34),
    _share("share", Text("派出所警力占比", "Station share"), lambda r: r.month.share),
    _share("community", Text("社区民警占比", "Community share"), lambda r: r.month.community),
    number("short", Text("各所缺口", "Stations short"), lambda r: sum(r.month.short.values()), width=14),
    number("away", Text("仍在外", "Still away"), lambda r: r.month.away, width=11),
    number("overdue", Text("其中超期", "Overdue"), lambda r: r.month.overdue, width=11),
)
MONTHS: Table[MonthRow] = Table("return_months", Text("逐月返岗", "Returns by month"), MONTH_COLUMNS)
COLUMNS: tuple[Column[ReturnRow], ...] = (
    words("name", Text("姓名", "Name"), lambda r: r.placed.person.name, width=10),
    day("on", Text("返岗日期", "Back on"), lambda r: r.returns.on if r.returns else None),
    choice("standing", Text("情况", "State"), lambda r: r.standing, RETURN_STATES, width=13),
    number("overdue", Text("超期天数", "Days overdue"), lambda r: r.of.overdue_now or None, width=15),
    told("borrower", Text("从", "From"), lambda r: r.borrower, width=16),
    words("home", Text("回到", "To"), lambda r: r.state.unit_name(r.placed.home), width=16),
    choice("post", Text("岗位", "Post"), lambda r: r.placed.post, names.POSTS, width=13),
    told("why", Text("次序理由", "Why this place"), lambda r: r.why, width=38),
    day("end", Text("截止", "End"), lambda r: r.of.end),
    number(
        "days", Text("已借天数", "Days away"), lambda r: r.returns.days_away if r.returns else None, width=10
    ),
    choice(
        "kind",
        Text("类型", "Kind"),
        lambda r: r.placed.secondment.kind if r.placed.secondment else None,
        names.SECONDMENT_KINDS,
    ),
    words("badge_number", Text("警号", "Badge"), lambda r: r.placed.person.badge_number, width=9),
)
TABLE: Table[ReturnRow] = Table("return_calendar", Text("返岗日历", "Return calendar"), COLUMNS)


def month_shares(calendar: ReturnCalendar) -> Shares:
    """Return the county's shares after every month, for a chart."""
    known = [
        (month.first, target)
        for month in calendar.months
        for target in (month.share, month.community)
        if target is not None and target.denominator
    ]
    points: dict[str, list[tuple[date, float]]] = {}
    for on, target in known:
        points.setdefault(target.rule, []).append((on, percent_of(target)))
    curves = (Curve(rule, Ledger.PRESENT, tuple(found)) for rule, found in points.items())
    return Shares(tuple(curves), required_lines(known), (), ())


def summary(calendar: ReturnCalendar) -> Text:
    """Return the calendar in one sentence: who is overdue, and when everybody is home."""
    n, home = len(calendar.returns), calendar.home_by
    if home is None:
        said = _NOBODY
    else:
        last = calendar.months[-1]
        said = _HOME.format(n=n, date=home, share=share_words(last.share))
    parts = [_OVERDUE.format(date=calendar.on, n=calendar.overdue), said]
    if calendar.apart:
        parts.append(_SET_APART.format(n=len(calendar.apart)))
    return Text("".join(p.zh for p in parts), " ".join(p.en for p in parts))
