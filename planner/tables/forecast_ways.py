"""The least changes that prevent what a forecast sees break, as a table: one row for every such day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from planner.forecast.breaks import Break, Turn
from planner.forecast.months import Forecast
from planner.forecast.words import prevention_words, scope_words, together
from planner.policy.settings import RULES
from planner.tables.column import Column, Table
from planner.tables.kinds import day, number, told
from planner.text import Text, joined

if TYPE_CHECKING:  # it brings the solvers with it
    from planner.forecast.preventing import Prevention

_LINE = Text("{scope}{rule}", "{scope}: {rule}")
_PROVEN, _OPEN = Text("已证明最少", "proven least"), Text("未证明最少", "not proven")
_NONE = Text("", "")


class WayRow(NamedTuple):
    """What prevents the breaks of one day."""

    id: int  # the day, as a number of the calendar
    way: Prevention
    breaks: tuple[Break, ...]  # one for every line that breaks on the day

    @property
    def moves(self) -> int:
        """How many people would have to move."""
        return len(self.way.repair.people) if self.way.repair is not None else 0

    @property
    def proof(self) -> Text:
        """Whether it is proven the least; nothing where nobody would move."""
        if self.way.repair is None or not self.moves:
            return _NONE
        return _PROVEN if self.way.repair.proposal.proven else _OPEN


def way_rows(ahead: Forecast, ways: Sequence[Prevention]) -> list[WayRow]:
    """Return the preventions found, by day."""
    by_day: dict[object, list[Break]] = {}
    for group in together(ahead.breaks):
        if group[0].turn is Turn.BREAKS:
            by_day.setdefault(group[0].date, []).append(group[0])
    return [WayRow(way.date.toordinal(), way, tuple(by_day.get(way.date, ()))) for way in ways]


def _lines(row: WayRow) -> Text:
    return joined(_LINE.format(scope=scope_words(of), rule=RULES[of.after.rule]) for of in row.breaks)


COLUMNS: tuple[Column[WayRow], ...] = (
    day("date", Text("最迟日期", "No later than"), lambda r: r.way.date),
    told("lines", Text("将跌破", "Would break"), _lines, width=26),
    number("moves", Text("调整", "Moves"), lambda r: r.moves, width=8),
    told("what", Text("怎样调整", "What to do"), lambda r: prevention_words(r.way), width=60),
    number("left", Text("仍差", "Short"), lambda r: r.way.left if r.way.repair is not None else None),
    told("proof", Text("证明", "Proof"), lambda r: r.proof, width=13),
)
TABLE: Table[WayRow] = Table("forecast_ways", Text("预防办法", "Prevention"), COLUMNS)
