"""Drawing the bar per station: a pure function from numbers to a picture, run on another thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from planner.tables.station_bars import Bar
from ui.chart_sheet import Drawn, Sheet

_LEFT, _RIGHT, _ABOVE = 42, 12, 16  # pixels around the axes
_UPRIGHT_FROM = 52  # pixels a bar needs for a horizontal name of four characters
_MOST_UPRIGHT = 6  # characters of a name set upright


@dataclass(frozen=True, slots=True)
class Order:
    """What to draw."""

    sheet: Sheet
    bars: tuple[Bar, ...]
    percent: bool
    not_judged: str


@dataclass(frozen=True, slots=True)
class Spot:
    """The column of one bar in logical pixels, from the left edge."""

    left: float
    right: float
    bar: Bar


@dataclass(frozen=True, slots=True)
class Picture(Drawn):
    """The drawn chart, and where each bar stands."""

    spots: tuple[Spot, ...]


def draw(order: Order) -> Picture:
    """Draw a bar for each station."""
    longest = min(_MOST_UPRIGHT, max((len(bar.name) for bar in order.bars), default=1))
    below = 8 + 14.5 * (longest if _is_upright(order) else 1)
    axes = order.sheet.axes(_LEFT, _RIGHT, _ABOVE, below)
    _draw_bars(axes, order)
    _dress(axes, order)
    return Picture(*order.sheet.finished(axes), _spots(axes, order))


def _is_upright(order: Order) -> bool:
    longest = max((len(bar.name) for bar in order.bars), default=0)
    return (order.sheet.width - 60) / max(1, len(order.bars)) < max(_UPRIGHT_FROM, 13 * longest)


def _draw_bars(axes: Any, order: Order) -> None:
    colours = order.sheet.colours
    for x, bar in enumerate(order.bars):
        if bar.met is None:
            continue
        colour = colours.met if bar.met else colours.short
        hatch = None if bar.met else "////"  # a sign beside the colour
        axes.bar(
            x, bar.present, 0.62, color=colour if bar.met else colours.paper, edgecolor=colour, hatch=hatch
        )
        axes.plot((x - 0.4, x + 0.4), (bar.books, bar.books), color=colours.ink, linewidth=1.4)
        if bar.line is not None:
            axes.plot(
                (x - 0.5, x + 0.5), (bar.line, bar.line), color=colours.line, linewidth=1.2, linestyle="--"
            )


def _top(order: Order) -> float:
    tallest = max((max(bar.present, bar.books, bar.line or 0) for bar in order.bars), default=0)
    return max(tallest * 1.16, 50 if order.percent else 6)


def _dress(axes: Any, order: Order) -> None:
    colours, small = order.sheet.colours, order.sheet.font(12)
    axes.set_xlim(-0.6, max(1, len(order.bars)) - 0.4)
    axes.set_ylim(0, _top(order))
    names = ["\n".join(bar.name[:_MOST_UPRIGHT]) if _is_upright(order) else bar.name for bar in order.bars]
    axes.set_xticks(range(len(order.bars)), names, fontproperties=small, color=colours.ink, linespacing=0.95)
    axes.yaxis.set_major_locator(_locator(order))
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:.0f}%" if order.percent else f"{value:.0f}")
    order.sheet.dress(axes)
    axes.tick_params(axis="x", labelcolor=colours.ink, pad=4)
    _label(axes, order)


def _locator(order: Order) -> Any:
    from matplotlib.ticker import MaxNLocator

    return MaxNLocator(nbins=4, integer=True, steps=[1, 2, 2.5, 5, 10])


def _label(axes: Any, order: Order) -> None:
    """Write each bar's number over it, where there is room for it."""
    room = (order.sheet.width - _LEFT - _RIGHT) / max(1, len(order.bars))
    colours, tiny = order.sheet.colours, order.sheet.font(11)
    for x, bar in enumerate(order.bars):
        if bar.met is None:
            upright, latin = room < 40, order.not_judged.isascii()
            words = "\n".join(order.not_judged) if upright and not latin else order.not_judged
            axes.annotate(
                words, (x, 0), (0, 4), textcoords="offset points", ha="center", va="bottom",
                color=colours.quiet, fontproperties=tiny, linespacing=0.95,
                rotation=90 if upright and latin else 0,
            )  # fmt: skip
        elif room >= 6.5 * len(bar.label):
            axes.annotate(
                bar.label, (x, max(bar.present, bar.books)), (0, 2), textcoords="offset points",
                ha="center", va="bottom", color=colours.ink, fontproperties=tiny, zorder=4,
                bbox={"facecolor": colours.paper, "edgecolor": "none", "pad": 0.8},
            )  # fmt: skip


def _spots(axes: Any, order: Order) -> tuple[Spot, ...]:
    across = order.sheet.across
    return tuple(Spot(across(axes, x - 0.5), across(axes, x + 0.5), bar) for x, bar in enumerate(order.bars))
