"""Drawing the bar per station: a pure function from numbers to a picture, run on another thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from planner.tables.station_bars import Bar

_UPRIGHT_FROM = 52  # pixels a bar needs for a horizontal name of four characters
_MOST_UPRIGHT = 6  # characters of a name set upright


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of the theme in force, as #rrggbb."""

    paper: str
    ink: str
    quiet: str
    grid: str
    met: str
    short: str
    line: str


@dataclass(frozen=True, slots=True)
class Order:
    """What to draw: `width` and `height` in logical pixels, `ratio` of the screen."""

    bars: tuple[Bar, ...]
    percent: bool
    not_judged: str
    width: int
    height: int
    ratio: float
    colours: Colours
    font_path: str


@dataclass(frozen=True, slots=True)
class Spot:
    """The column of one bar in logical pixels, from the left edge."""

    left: float
    right: float
    bar: Bar


@dataclass(frozen=True, slots=True)
class Picture:
    """The drawn chart: RGBA bytes, and where each bar stands."""

    width: int  # in device pixels
    height: int
    ratio: float
    pixels: bytes
    spots: tuple[Spot, ...]


def draw(order: Order) -> Picture:
    """Draw a chart with Agg; never pyplot, which keeps state for one thread only."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    dpi = 96 * order.ratio
    figure = Figure(figsize=(order.width / 96, order.height / 96), dpi=dpi, facecolor=order.colours.paper)
    canvas = FigureCanvasAgg(figure)
    axes = figure.add_axes(_place(order), facecolor=order.colours.paper)
    _draw_bars(axes, order)
    _dress(axes, order)
    canvas.draw()
    width, height = canvas.get_width_height()
    return Picture(width, height, order.ratio, bytes(canvas.buffer_rgba()), _spots(axes, order))


def _font(order: Order, size: float) -> Any:
    from matplotlib.font_manager import FontProperties

    return FontProperties(fname=order.font_path, size=size * 0.75)  # points of 96 per inch


def _is_upright(order: Order) -> bool:
    longest = max((len(bar.name) for bar in order.bars), default=0)
    return (order.width - 60) / max(1, len(order.bars)) < max(_UPRIGHT_FROM, 13 * longest)


def _place(order: Order) -> tuple[float, float, float, float]:
    """Return left, bottom, width and height of the axes as parts of the picture."""
    longest = min(_MOST_UPRIGHT, max((len(bar.name) for bar in order.bars), default=1))
    below = 8 + 14.5 * (longest if _is_upright(order) else 1)
    return (
        42 / order.width,
        below / order.height,
        (order.width - 54) / order.width,
        (order.height - below - 16) / order.height,
    )


def _draw_bars(axes: Any, order: Order) -> None:
    colours = order.colours
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
    colours, small = order.colours, _font(order, 12)
    axes.set_xlim(-0.6, max(1, len(order.bars)) - 0.4)
    axes.set_ylim(0, _top(order))
    names = ["\n".join(bar.name[:_MOST_UPRIGHT]) if _is_upright(order) else bar.name for bar in order.bars]
    axes.set_xticks(range(len(order.bars)), names, fontproperties=small, color=colours.ink, linespacing=0.95)
    axes.tick_params(axis="x", length=0, pad=4)
    axes.tick_params(axis="y", length=0, colors=colours.quiet)
    axes.yaxis.set_major_locator(_locator(order))
    axes.yaxis.set_major_formatter(lambda value, _: f"{value:.0f}%" if order.percent else f"{value:.0f}")
    for label in axes.get_yticklabels():
        label.set_fontproperties(small)
    axes.grid(axis="y", color=colours.grid, linewidth=0.8)
    axes.set_axisbelow(True)
    for side in axes.spines.values():
        side.set_visible(False)
    _label(axes, order)


def _locator(order: Order) -> Any:
    from matplotlib.ticker import MaxNLocator

    return MaxNLocator(nbins=4, integer=True, steps=[1, 2, 2.5, 5, 10])


def _label(axes: Any, order: Order) -> None:
    """Write each bar's number over it, where there is room for it."""
    room = (order.width - 54) / max(1, len(order.bars))
    for x, bar in enumerate(order.bars):
        if bar.met is None:
            upright, latin = room < 40, order.not_judged.isascii()
            words = "\n".join(order.not_judged) if upright and not latin else order.not_judged
            axes.annotate(
                words, (x, 0), (0, 4), textcoords="offset points", ha="center", va="bottom",
                color=order.colours.quiet, fontproperties=_font(order, 11), linespacing=0.95,
                rotation=90 if upright and latin else 0,
            )  # fmt: skip
        elif room >= 6.5 * len(bar.label):
            axes.annotate(
                bar.label, (x, max(bar.present, bar.books)), (0, 2), textcoords="offset points",
                ha="center", va="bottom", color=order.colours.ink, fontproperties=_font(order, 11), zorder=4,
                bbox={"facecolor": order.colours.paper, "edgecolor": "none", "pad": 0.8},
            )  # fmt: skip


def _spots(axes: Any, order: Order) -> tuple[Spot, ...]:
    def pixel(x: float) -> float:
        return float(axes.transData.transform((x, 0))[0]) / order.ratio

    return tuple(Spot(pixel(x - 0.5), pixel(x + 0.5), bar) for x, bar in enumerate(order.bars))
