"""Drawing the months of a forecast: a pure function from numbers to a picture, run on another thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from planner.audit.ledgers import Ledger
from planner.forecast.breaks import Turn
from planner.tables.forecast_curves import Band, Shares
from ui.chart_sheet import LEGEND_LINE, Drawn, Sheet, name_months

_LEFT, _RIGHT, _ABOVE, _BELOW = 44, 30, 30, 26  # pixels around the axes
_DASHES = {"community_share": (0, (6, 2)), "secondment": (0, (2, 2))}  # told apart without colours too


@dataclass(frozen=True, slots=True)
class MonthOrder:
    """What to draw: shares or, where there are any, bands of chances.

    `names` are the words of the legend by rule and ledger, by rule for a band, and by "required", "breaks",
    "heals", "lapses" and "others".
    """

    sheet: Sheet
    days: tuple[date, ...]
    shares: Shares | None
    bands: tuple[Band, ...]
    names: dict[object, str]


@dataclass(frozen=True, slots=True)
class MonthPicture(Drawn):
    """The drawn chart, and how far from the left edge each day stands, in logical pixels."""

    places: tuple[tuple[float, date], ...]
    top: float  # of the axes, in logical pixels
    bottom: float


def draw_months(order: MonthOrder) -> MonthPicture:
    """Draw the shares of every day against what is required, or the chances."""
    sheet = order.sheet
    names = _legend(order)
    columns = sheet.legend_columns(names, sheet.width - _LEFT - _RIGHT)
    above = _ABOVE + LEGEND_LINE * (max(1, -(-len(names) // columns)) - 1)
    axes = sheet.axes(_LEFT, _RIGHT, above, _BELOW)
    if order.shares is not None:
        _draw_shares(axes, order, order.shares)
    else:
        _draw_bands(axes, order)
    _dress(axes, order)
    sheet.legend(axes, columns, 0.2)
    places = tuple((sheet.across(axes, day.toordinal()), day) for day in order.days)
    return MonthPicture(*sheet.finished(axes), places, above, sheet.height - _BELOW)


def _legend(order: MonthOrder) -> list[str]:
    """Return the names in the legend."""
    if order.shares is None:
        return [order.names[band.rule] for band in order.bands]
    shares = order.shares
    turns = {Turn.BREAKS: "breaks", Turn.HEALS: "heals", Turn.LAPSES: "lapses"}
    told = {turns[of.turn] for of in shares.turned}
    told |= {key for key, there in (("required", shares.required), ("others", shares.others)) if there}
    return [*(order.names[c.rule, c.ledger] for c in shares.curves), *(order.names[key] for key in told)]


def _colour(order: MonthOrder, rule: str) -> str:
    own = {"community_share": order.sheet.colours.good, "secondment": order.sheet.colours.warning}
    return own.get(rule, order.sheet.colours.met)


def _draw_shares(axes: Any, order: MonthOrder, shares: Shares) -> None:
    for curve in shares.curves:
        present = curve.ledger is Ledger.PRESENT
        days, values = zip(*((day.toordinal(), value) for day, value in curve.points), strict=True)
        axes.plot(
            days, values, color=_colour(order, curve.rule), linewidth=2.0 if present else 1.2,
            linestyle="-" if present else (0, (4, 2)), label=order.names[curve.rule, curve.ledger],
            marker="o" if len(days) == 1 else None, markersize=4, zorder=3,
        )  # fmt: skip
    for n, required in enumerate(shares.required):
        days, values = zip(*((day.toordinal(), value) for day, value in required.points), strict=True)
        axes.step(
            days, values, where="post", color=order.sheet.colours.line, linewidth=1.2, linestyle="--",
            label=None if n else order.names["required"], zorder=2,
        )  # fmt: skip
    _draw_turns(axes, order, shares)
    lines = [*(curve.points for curve in shares.curves), *(of.points for of in shares.required)]
    _frame(axes, [value for points in lines for _, value in points])


def _draw_turns(axes: Any, order: MonthOrder, shares: Shares) -> None:
    looks = {
        Turn.BREAKS: ("v", order.sheet.colours.short, "breaks"),
        Turn.HEALS: ("^", order.sheet.colours.good, "heals"),
        Turn.LAPSES: ("s", order.sheet.colours.quiet, "lapses"),
    }
    for turn, (marker, colour, name) in looks.items():
        at = [(of.day.toordinal(), of.percent) for of in shares.turned if of.turn is turn]
        if at:
            days, values = zip(*at, strict=True)
            axes.plot(
                days, values, linestyle="none", marker=marker, markersize=8, color=colour, zorder=4,
                markeredgecolor=order.sheet.colours.paper, label=order.names[name],
            )  # fmt: skip
    if shares.others:
        days, foot = tuple(day.toordinal() for day in shares.others), axes.get_xaxis_transform()
        axes.plot(
            days, [0.03] * len(days), linestyle="none", marker="|", markersize=9, markeredgewidth=1.6,
            color=order.sheet.colours.short, transform=foot, label=order.names["others"],
        )  # fmt: skip


def _frame(axes: Any, values: list[float]) -> None:
    """Leave some room around the lines: a share moves by tenths, and from zero on nobody would see it."""
    low, high = min(values, default=0), max(values, default=100)
    room = max(1.5, 0.15 * (high - low))
    axes.set_ylim(max(0, low - 2 * room), min(100 + room, high + room))


def _draw_bands(axes: Any, order: MonthOrder) -> None:
    for band in order.bands:
        days = [day.toordinal() for day, *_ in band.points]
        colour = _colour(order, band.rule)
        axes.fill_between(
            days, [low for *_, low, _ in band.points], [high for *_, high in band.points],
            color=colour, alpha=0.2, linewidth=0,
        )  # fmt: skip
        axes.plot(
            days, [chance for _, chance, *_ in band.points], color=colour, linewidth=1.8,
            linestyle=_DASHES.get(band.rule, "-"), zorder=4 if band.rule in _DASHES else 3,
            marker="o" if len(days) == 1 else None, markersize=4, label=order.names[band.rule],
        )  # fmt: skip
    axes.set_ylim(-3, 103)


def _dress(axes: Any, order: MonthOrder) -> None:
    first, last = order.days[0].toordinal(), order.days[-1].toordinal()
    axes.set_xlim(first - 4, max(last, first + 20) + 4)
    name_months(axes, order.days, order.sheet.width - _LEFT - _RIGHT)
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:g}%")
    order.sheet.dress(axes)
