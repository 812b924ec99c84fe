"""Drawing the months of a forecast: a pure function from numbers to a picture, run on another thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from planner.audit.ledgers import Ledger
from planner.forecast.breaks import Turn
from planner.tables.forecast_curves import Band, Shares
from ui.drawn_chart import Drawn
from ui.overview.chart_drawing import Colours

_LEFT, _RIGHT, _ABOVE, _BELOW = 44, 30, 30, 26  # pixels around the axes
_LEGEND_COLUMN, _LEGEND_LINE = 172, 17
_TICK_ROOM = 62  # pixels a month needs on the axis
_STEPS = (1, 2, 3, 6, 12)
_DASHES = {"community_share": (0, (6, 2)), "secondment": (0, (2, 2))}  # told apart without colours too


@dataclass(frozen=True, slots=True)
class MonthOrder:
    """What to draw: shares or, where there are any, bands of chances; sizes in logical pixels.

    `names` are the words of the legend by rule and ledger, by rule for a band, and by "required", "breaks",
    "heals", "lapses" and "others".
    """

    days: tuple[date, ...]
    shares: Shares | None
    bands: tuple[Band, ...]
    names: dict[object, str]
    width: int
    height: int
    ratio: float
    colours: Colours
    second: str  # the colour of the second rule
    third: str
    font_path: str


@dataclass(frozen=True, slots=True)
class MonthPicture(Drawn):
    """The drawn chart, and how far from the left edge each day stands, in logical pixels."""

    places: tuple[tuple[float, date], ...]
    top: float  # of the axes, in logical pixels
    bottom: float


def draw_months(order: MonthOrder) -> MonthPicture:
    """Draw with Agg; never pyplot, which keeps state for one thread only."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    dpi = 96 * order.ratio
    size = (order.width / 96, order.height / 96)
    figure = Figure(figsize=size, dpi=dpi, facecolor=order.colours.paper)
    canvas = FigureCanvasAgg(figure)
    above = _ABOVE + _LEGEND_LINE * (_legend_lines(order) - 1)
    place = (
        _LEFT / order.width,
        _BELOW / order.height,
        max(0.05, (order.width - _LEFT - _RIGHT) / order.width),
        max(0.05, (order.height - _BELOW - above) / order.height),
    )
    axes = figure.add_axes(place, facecolor=order.colours.paper)
    if order.shares is not None:
        _draw_shares(axes, order, order.shares)
    else:
        _draw_bands(axes, order)
    _dress(axes, order)
    canvas.draw()
    width, height = canvas.get_width_height()

    def across(day: date) -> float:
        return float(axes.transData.transform((day.toordinal(), 0))[0]) / order.ratio

    places = tuple((across(day), day) for day in order.days)
    pixels = bytes(canvas.buffer_rgba())
    return MonthPicture(width, height, order.ratio, pixels, places, above, order.height - _BELOW)


def _legend_columns(order: MonthOrder) -> int:
    return max(1, (order.width - _LEFT) // _LEGEND_COLUMN)


def _legend_lines(order: MonthOrder) -> int:
    n = len(order.bands)
    if order.shares is not None:
        shares = order.shares
        turns = {turned.turn for turned in shares.turned}
        n = len(shares.curves) + bool(shares.required) + len(turns) + bool(shares.others)
    return max(1, -(-n // _legend_columns(order)))


def _font(order: MonthOrder, size: float) -> Any:
    from matplotlib.font_manager import FontProperties

    return FontProperties(fname=order.font_path, size=size * 0.75)  # points of 96 per inch


def _colour(order: MonthOrder, rule: str) -> str:
    second = {"community_share": order.second, "secondment": order.third}
    return second.get(rule, order.colours.met)


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
            days, values, where="post", color=order.colours.line, linewidth=1.2, linestyle="--",
            label=None if n else order.names["required"], zorder=2,
        )  # fmt: skip
    _draw_turns(axes, order, shares)
    lines = [*(curve.points for curve in shares.curves), *(of.points for of in shares.required)]
    _frame(axes, [value for points in lines for _, value in points])


def _draw_turns(axes: Any, order: MonthOrder, shares: Shares) -> None:
    looks = {
        Turn.BREAKS: ("v", order.colours.short, "breaks"),
        Turn.HEALS: ("^", order.second, "heals"),
        Turn.LAPSES: ("s", order.colours.quiet, "lapses"),
    }
    for turn, (marker, colour, name) in looks.items():
        at = [(of.day.toordinal(), of.percent) for of in shares.turned if of.turn is turn]
        if at:
            days, values = zip(*at, strict=True)
            axes.plot(
                days, values, linestyle="none", marker=marker, markersize=8, color=colour, zorder=4,
                markeredgecolor=order.colours.paper, label=order.names[name],
            )  # fmt: skip
    if shares.others:
        days = tuple(day.toordinal() for day in shares.others)
        axes.plot(
            days, [0.03] * len(days), linestyle="none", marker="|", markersize=9, markeredgewidth=1.6,
            color=order.colours.short, transform=axes.get_xaxis_transform(), label=order.names["others"],
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
    colours, small = order.colours, _font(order, 12)
    first, last = order.days[0].toordinal(), order.days[-1].toordinal()
    axes.set_xlim(first - 4, max(last, first + 20) + 4)
    ticks = _ticks(order)
    axes.set_xticks([day.toordinal() for day in ticks], [f"{day:%Y-%m}" for day in ticks])
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:g}%")
    axes.tick_params(length=0, colors=colours.quiet, pad=5)
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontproperties(small)
    axes.grid(axis="y", color=colours.grid, linewidth=0.8)
    axes.set_axisbelow(True)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.legend(
        loc="lower left", bbox_to_anchor=(0, 1.0), ncols=_legend_columns(order), frameon=False,
        borderaxespad=0.2, labelcolor=colours.ink, prop=small, handlelength=1.8, columnspacing=1.4,
    )  # fmt: skip


def _ticks(order: MonthOrder) -> list[date]:
    """Return the firsts of months to name on the axis, as many as there is room for."""
    firsts = [day for day in order.days if day.day == 1]
    most = max(2, (order.width - _LEFT - _RIGHT) // _TICK_ROOM)
    step = next((step for step in _STEPS if len(firsts) / step <= most), _STEPS[-1])
    if step == 1:
        return firsts
    return [day for day in firsts if (day.month - 1) % step == 0]
