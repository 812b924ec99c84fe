"""The trade-off curve as a table: what stays short with at most 0, 1, 2 … transfers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from planner.policy.settings import RULES
from planner.tables.column import Column, Table
from planner.tables.kinds import number, told
from planner.text import Text

if TYPE_CHECKING:  # the module brings the solvers with it
    from planner.optimise.explain.curve import CurvePoint


_PROVEN, _OPEN = Text("已证明", "proven"), Text("尚未证明", "not proven")


class CurveRow(NamedTuple):
    """One point of the curve."""

    point: CurvePoint

    @property
    def id(self) -> int:
        """The number of transfers: every point has another."""
        return self.point.transfers


def curve_rows(points: Sequence[CurvePoint]) -> list[CurveRow]:
    """Return the points in their order."""
    return [CurveRow(point) for point in points]


def curve_table(points: Sequence[CurvePoint]) -> Table[CurveRow]:
    """Return the table with a column for every rule that the points judge."""
    rules = tuple(points[0].shortages) if points else ()
    columns: tuple[Column[CurveRow], ...] = (
        number("transfers", Text("最多交流", "Transfers"), lambda r: r.point.transfers, width=10),
        number("total", Text("合计差", "Short in all"), lambda r: r.point.total, width=12),
        *(_rule(rule) for rule in rules),
        told("proven", Text("证明", "Proof"), lambda r: _PROVEN if r.point.proven else _OPEN, width=12),
    )
    return Table("trade_off", Text("取舍曲线", "Trade-off"), columns)


def _rule(rule: str) -> Column[CurveRow]:
    return number(rule, RULES[rule], lambda r: r.point.shortages.get(rule), width=16)
