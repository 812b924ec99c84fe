"""Drawing the trade-off curve: a pure function from numbers to a picture, run on another thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ui.overview.chart_drawing import Colours

_FEW = 25  # so many points still get a number each


@dataclass(frozen=True, slots=True)
class CurveOrder:
    """What to draw: transfers with people short, and whether that is proven; sizes in logical pixels."""

    points: tuple[tuple[int, int, bool], ...]
    across: str
    up: str
    width: int
    height: int
    ratio: float
    colours: Colours
    font_path: str


@dataclass(frozen=True, slots=True)
class CurvePicture:
    """The drawn curve: RGBA bytes, and how far from the left edge each point stands, in logical pixels."""

    width: int  # in device pixels
    height: int
    ratio: float
    pixels: bytes
    places: tuple[tuple[float, int], ...]


def draw_curve(order: CurveOrder) -> CurvePicture:
    """Draw with Agg; never pyplot, which keeps state for one thread only."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    dpi = 96 * order.ratio
    size = (order.width / 96, order.height / 96)
    figure = Figure(figsize=size, dpi=dpi, facecolor=order.colours.paper)
    canvas = FigureCanvasAgg(figure)
    left, below, right, above = 46, 44, 16, 18
    place = (
        left / order.width,
        below / order.height,
        (order.width - left - right) / order.width,
        (order.height - below - above) / order.height,
    )
    axes = figure.add_axes(place, facecolor=order.colours.paper)
    _draw_points(axes, order)
    _dress(axes, order)
    canvas.draw()
    width, height = canvas.get_width_height()
    places = tuple((float(axes.transData.transform((x, 0))[0]) / order.ratio, x) for x, _, _ in order.points)
    return CurvePicture(width, height, order.ratio, bytes(canvas.buffer_rgba()), places)


def _font(order: CurveOrder, size: float) -> Any:
    from matplotlib.font_manager import FontProperties

    return FontProperties(fname=order.font_path, size=size * 0.75)  # points of 96 per inch


def _draw_points(axes: Any, order: CurveOrder) -> None:
    colours, across = order.colours, [x for x, _, _ in order.points]
    axes.plot(across, [y for _, y, _ in order.points], color=colours.met, linewidth=1.6)
    for x, y, proven in order.points:
        axes.plot(
            x, y, marker="o", markersize=5.5, color=colours.met,
            markerfacecolor=colours.met if proven else colours.paper, clip_on=False,
        )  # fmt: skip
        if len(order.points) <= _FEW:
            axes.annotate(
                str(y), (x, y), (0, 6), textcoords="offset points", ha="center", va="bottom",
                color=colours.ink, fontproperties=_font(order, 11),
            )  # fmt: skip


def _dress(axes: Any, order: CurveOrder) -> None:
    from matplotlib.ticker import MaxNLocator

    colours, small = order.colours, _font(order, 12)
    most = max((y for _, y, _ in order.points), default=0)
    last = max((x for x, _, _ in order.points), default=0)
    axes.set_xlim(-0.5, max(1, last) + 0.5)
    axes.set_ylim(0, max(most * 1.18, 2))
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(MaxNLocator(nbins=8, integer=True, min_n_ticks=1))
    axes.set_xlabel(order.across, fontproperties=small, color=colours.ink)
    axes.set_title(order.up, fontproperties=small, color=colours.ink, loc="left", pad=4)
    axes.tick_params(length=0, colors=colours.quiet)
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontproperties(small)
    axes.grid(axis="y", color=colours.grid, linewidth=0.8)
    axes.set_axisbelow(True)
    for side in axes.spines.values():
        side.set_visible(False)
