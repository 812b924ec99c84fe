"""Drawing the trade-off curve: a pure function from numbers to a picture, run on another thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ui.chart_sheet import Drawn, Sheet

_LEFT, _RIGHT, _ABOVE, _BELOW = 46, 16, 18, 44  # pixels around the axes
_FEW = 25  # so many points still get a number each


@dataclass(frozen=True, slots=True)
class CurveOrder:
    """What to draw: transfers with people short, and whether that is proven."""

    sheet: Sheet
    points: tuple[tuple[int, int, bool], ...]
    across: str
    up: str


@dataclass(frozen=True, slots=True)
class CurvePicture(Drawn):
    """The drawn curve, and how far from the left edge each point stands, in logical pixels."""

    places: tuple[tuple[float, int], ...]


def draw_curve(order: CurveOrder) -> CurvePicture:
    """Draw the least that stays short for every number of transfers."""
    sheet = order.sheet
    axes = sheet.axes(_LEFT, _RIGHT, _ABOVE, _BELOW)
    _draw_points(axes, order)
    _dress(axes, order)
    places = tuple((sheet.across(axes, x), x) for x, _, _ in order.points)
    return CurvePicture(*sheet.finished(axes), places)


def _draw_points(axes: Any, order: CurveOrder) -> None:
    colours, across = order.sheet.colours, [x for x, _, _ in order.points]
    axes.plot(across, [y for _, y, _ in order.points], color=colours.met, linewidth=1.6)
    for x, y, proven in order.points:
        axes.plot(
            x, y, marker="o", markersize=5.5, color=colours.met,
            markerfacecolor=colours.met if proven else colours.paper, clip_on=False,
        )  # fmt: skip
        if len(order.points) <= _FEW:
            axes.annotate(
                str(y), (x, y), (0, 6), textcoords="offset points", ha="center", va="bottom",
                color=colours.ink, fontproperties=order.sheet.font(11),
            )  # fmt: skip


def _dress(axes: Any, order: CurveOrder) -> None:
    from matplotlib.ticker import MaxNLocator

    colours, small = order.sheet.colours, order.sheet.font(12)
    most = max((y for _, y, _ in order.points), default=0)
    last = max((x for x, _, _ in order.points), default=0)
    axes.set_xlim(-0.5, max(1, last) + 0.5)
    axes.set_ylim(0, max(most * 1.18, 2))
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(MaxNLocator(nbins=8, integer=True, min_n_ticks=1))
    axes.set_xlabel(order.across, fontproperties=small, color=colours.ink)
    axes.set_title(order.up, fontproperties=small, color=colours.ink, loc="left", pad=4)
    order.sheet.dress(axes)
