"""What breaks and heals in a forecast as a table: one row for all ledgers of a line on a day."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from planner.forecast.breaks import Break, Turn
from planner.forecast.months import Forecast
from planner.forecast.words import (
    TURNS,
    figures_words,
    foremost,
    ledger_words,
    scope_words,
    together,
    why_words,
)
from planner.policy.settings import RULES
from planner.tables.column import Column, Table
from planner.tables.kinds import choice, day, told, words
from planner.text import Text


class BreakRow(NamedTuple):
    """One line that turns on a day, on one ledger or several."""

    id: int  # its place in the list
    group: tuple[Break, ...]

    @property
    def of(self) -> Break:
        """The one whose figures speak for all."""
        return foremost(self.group)

    @property
    def date(self) -> date:
        """The day."""
        return self.of.date

    @property
    def turn(self) -> Turn:
        """Which way the line turns."""
        return self.of.turn

    @property
    def people(self) -> tuple[int, ...]:
        """Everybody whose change bears on the line."""
        return tuple(event.person for event in self.of.events if event.person is not None)


def break_rows(ahead: Forecast) -> list[BreakRow]:
    """Return what breaks, heals and lapses, by day."""
    return [BreakRow(n, group) for n, group in enumerate(together(ahead.breaks))]


COLUMNS: tuple[Column[BreakRow], ...] = (
    day("date", Text("日期", "Date"), lambda r: r.date),
    choice("turn", Text("变化", "Turn"), lambda r: r.turn, TURNS, width=12),
    told("scope", Text("范围", "Of"), lambda r: scope_words(r.of), width=16),
    choice("rule", Text("指标", "Line"), lambda r: r.of.after.rule, RULES, width=15),
    told("ledgers", Text("口径", "Ledgers"), lambda r: ledger_words(r.group), width=15),
    told("figures", Text("数字", "Figure"), lambda r: figures_words(r.of), width=16),
    words("required", Text("要求", "Required"), lambda r: r.of.after.required_words, width=9),
    told("why", Text("原因", "Why"), lambda r: why_words(r.of), width=46),
)
TABLE: Table[BreakRow] = Table("forecast_breaks", Text("何时跌破", "What breaks"), COLUMNS)
