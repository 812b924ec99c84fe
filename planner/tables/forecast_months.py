"""The months of a forecast as a table: shares with their chances, draw-offs, stations short, strength."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from planner.audit.figure_words import figure
from planner.audit.ledgers import Ledger
from planner.audit.results import Audit, Target
from planner.forecast.months import Forecast
from planner.forecast.words import chance_words, short_stations
from planner.policy.settings import RULES
from planner.tables.column import Column, Look, Table
from planner.tables.kinds import day, number, told
from planner.text import Text, joined

if TYPE_CHECKING:  # it brings numpy with it
    from planner.forecast.simulation import Chance

SHARES = ("station_share", "community_share")
_BY_STATION = ("station_minimum", "community_share")
_COUNTY = ("secondment", *SHARES)
_SHORT_NAMES: Mapping[str, Text] = {
    "station_share": Text("派出所占比", "Stations"),
    "community_share": Text("社区占比", "Community"),
    "station_minimum": Text("最低警力", "minimum"),
}  # room for a number is no room for the name of its rule
_LEDGERS = (
    (Ledger.BOOKS, Text("{rule}·在编", "{rule}, books")),
    (Ledger.PRESENT, Text("{rule}·在岗", "{rule}, present")),
)
_CHANCE = Text("{rule}·达标概率", "{rule}, chance")
_CHANCE_HINT = Text(
    "在岗口径达标的概率,括号内为 95% 区间。",
    "The chance that the present figure is met, with its 95% interval.",
)
_STATIONS = Text("{rule}未达标所数", "Stations short, {rule}")
_WAITING = "…"


class MonthRow(NamedTuple):
    """One first day of a month, or today; `chances` by rule, None while they are still to come."""

    audit: Audit
    short: Counter[str]
    officers: int
    chances: Mapping[str, Chance] | None

    @property
    def id(self) -> int:
        """The day, as a number of the calendar: today and the first of a month are told apart."""
        return self.audit.state.date.toordinal()

    @property
    def unmet(self) -> tuple[str, ...]:
        """The lines of the county that are not met, present."""
        return tuple(rule for rule in _COUNTY if (t := self.audit.target(rule)) is not None and not t.met)


def month_rows(ahead: Forecast, chances: Sequence[Chance] | None) -> list[MonthRow]:
    """Return today and every month; without chances these are said to come."""
    by_day: dict[object, dict[str, Chance]] = {}
    for of in chances or ():
        if of.ledger is Ledger.PRESENT:
            by_day.setdefault(of.month, {})[of.rule] = of
    return [
        MonthRow(
            audit,
            short_stations(audit),
            len(audit.state.counted()),
            None if chances is None else by_day.get(audit.state.date, {}),
        )
        for audit in ahead.days
    ]


def month_table(ahead: Forecast | None) -> Table[MonthRow]:
    """Return the table with the columns of the rules that are on in any month, of all without a forecast."""
    shares: tuple[str, ...] = SHARES
    stations: tuple[str, ...] = _BY_STATION
    if ahead is not None:
        shares = tuple(rule for rule in SHARES if any(day.target(rule) for day in ahead.days))
        stations = tuple(r for r in _BY_STATION if any(day.state.policy.is_on(r) for day in ahead.days))
    columns = (
        day("date", Text("日期", "Date"), lambda r: r.audit.state.date),
        *(column for rule in shares for column in _of_share(rule)),
        _of_line("drawn_off", RULES["secondment"], "secondment", Ledger.PRESENT, 12),
        *(_of_stations(rule) for rule in stations),
        number("officers", Text("在编民警", "Officers"), lambda r: r.officers, width=12),
        told("unmet", Text("未达标", "Not met"), lambda r: joined(RULES[rule] for rule in r.unmet), width=40),
    )
    return Table("forecast_months", Text("逐月", "Months"), columns)


def _of_share(rule: str) -> Iterator[Column[MonthRow]]:
    for ledger, title in _LEDGERS:
        yield _of_line(f"{rule}_{ledger}", title.format(rule=_SHORT_NAMES[rule]), rule, ledger, 19)
    yield Column(
        f"{rule}_chance",
        _CHANCE.format(rule=_SHORT_NAMES[rule]),
        lambda r: of.share if (of := _chance(r, rule)) is not None else None,
        lambda r, _: _WAITING if r.chances is None else chance_words(_chance(r, rule)),
        Look.NUMBER,
        24,
        hint=_CHANCE_HINT,
    )


def _chance(row: MonthRow, rule: str) -> Chance | None:
    return row.chances.get(rule) if row.chances is not None else None


def _of_line(key: str, title: Text, rule: str, ledger: Ledger, width: int) -> Column[MonthRow]:
    def value(row: MonthRow) -> float | None:
        target = row.audit.target(rule, ledger)
        return _measured(target) if target is not None else None

    return Column(
        key, title, value, lambda r, _: figure(r.audit.target(rule, ledger)), Look.NUMBER, width, True
    )


def _measured(target: Target) -> float:
    return target.numerator / target.denominator if target.denominator else float(target.numerator)


def _of_stations(rule: str) -> Column[MonthRow]:
    return number(
        f"short_{rule}", _STATIONS.format(rule=_SHORT_NAMES[rule]), lambda r: r.short[rule], width=23
    )
