"""Drawing options as lines in one chart: a pure function from numbers to a picture, run on another thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from ui.drawn_chart import Drawn
from ui.overview.chart_drawing import Colours

_LEFT, _RIGHT, _ABOVE, _BELOW = 46, 70, 24, 44  # pixels around the axes
_LEGEND_COLUMN, _LEGEND_LINE = 150, 17
_APART = 11  # pixels between the ends of two lines that can be named apart
_DASHES: tuple[Any, ...] = ("-", (0, (5, 2)), (0, (1.5, 1.5)), (0, (6, 2, 1, 2)), (0, (3, 1, 1, 1, 1, 1)))
_STEPS, _TICK_ROOM = (1, 2, 3, 6, 12), 80  # months between two names, and the room for one
_MARKERS = "os^Dv<>Pph"
_INKS = (  # on a light paper, on a dark one
    ("#1d56ad", "#8fb8ff"),
    ("#b54708", "#ffab70"),
    ("#1b7a3d", "#74d492"),
    ("#8e24aa", "#d39cf0"),
    ("#00798a", "#5fd0dd"),
    ("#a3352b", "#ff8f87"),
    ("#5d4037", "#cda48f"),
    ("#4a5a66", "#b0bec5"),
    ("#7a6f00", "#e0d25c"),
    ("#b01556", "#ff8fbf"),
)


@dataclass(frozen=True, slots=True)
class OptionCurve:
    """One option: its letter, empty for the county as it stands, its name, and its points."""

    letter: str
    name: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class OptionsOrder:
    """What to draw; `days` says that what goes across are days, by number of the calendar.

    `required` are lines that have to be kept; sizes are in logical pixels.
    """

    curves: tuple[OptionCurve, ...]
    required: tuple[float, ...]
    days: bool
    across: str
    up: str
    required_name: str
    width: int
    height: int
    ratio: float
    colours: Colours
    dark: bool
    font_path: str


def draw_options(order: OptionsOrder) -> Drawn:
    """Draw with Agg; never pyplot, which keeps state for one thread only."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    size = (order.width / 96, order.height / 96)
    figure = Figure(figsize=size, dpi=96 * order.ratio, facecolor=order.colours.paper)
    canvas = FigureCanvasAgg(figure)
    above = _ABOVE + _LEGEND_LINE * _legend_lines(order)
    place = (
        _LEFT / order.width,
        _BELOW / order.height,
        max(0.05, (order.width - _LEFT - _RIGHT) / order.width),
        max(0.05, (order.height - _BELOW - above) / order.height),
    )
    axes = figure.add_axes(place, facecolor=order.colours.paper)
    for n, curve in enumerate(order.curves):
        _draw_curve(axes, order, n, curve)
    for n, required in enumerate(order.required):
        name = None if n else order.required_name
        axes.axhline(required, color=order.colours.line, linewidth=1.2, linestyle="--", label=name, zorder=2)
    _dress(axes, order)
    _name_ends(axes, order)
    canvas.draw()
    width, height = canvas.get_width_height()
    return Drawn(width, height, order.ratio, bytes(canvas.buffer_rgba()))


def _legend_columns(order: OptionsOrder) -> int:
    return max(1, (order.width - _LEFT) // _LEGEND_COLUMN)


def _legend_lines(order: OptionsOrder) -> int:
    return -(-(len(order.curves) + bool(order.required)) // _legend_columns(order))


def _font(order: OptionsOrder, size: float) -> Any:
    from matplotlib.font_manager import FontProperties

    return FontProperties(fname=order.font_path, size=size * 0.75)  # points of 96 per inch


def _draw_curve(axes: Any, order: OptionsOrder, n: int, curve: OptionCurve) -> None:
    """Draw one option, with a colour, dashes and a shape of its own: neither alone has to be told apart."""
    across, up = zip(*curve.points, strict=True)
    own = bool(curve.letter)
    colour = _INKS[(n - 1) % len(_INKS)][order.dark] if own else order.colours.ink
    every = max(1, len(across) // 8)
    axes.plot(
        across, up, color=colour, linewidth=1.5 if own else 2.4, zorder=4 if own else 3,
        linestyle=_DASHES[n % len(_DASHES)] if own else "-", label=f"{curve.letter} {curve.name}".strip(),
        marker=_MARKERS[n % len(_MARKERS)] if own else None, markevery=(n % every, every), markersize=5,
        markerfacecolor=order.colours.paper,
    )  # fmt: skip


def _name_ends(axes: Any, order: OptionsOrder) -> None:
    """Write the letters where lines end; of lines that end together they stand together."""
    ends: list[tuple[float, float, list[str]]] = []
    for curve in order.curves:
        across, up = axes.transData.transform(curve.points[-1])
        near = [end for end in ends if abs(end[0] - across) < _APART and abs(end[1] - up) < _APART]
        if curve.letter and near:
            near[0][2].append(curve.letter)
        elif curve.letter:
            ends.append((across, up, [curve.letter]))
    for across, up, letters in ends:
        axes.annotate(
            "".join(letters), (across, up), (6, 0), xycoords="figure pixels", textcoords="offset points",
            va="center", color=order.colours.ink, fontproperties=_font(order, 11), annotation_clip=False,
        )  # fmt: skip


def _dress(axes: Any, order: OptionsOrder) -> None:
    from matplotlib.ticker import MaxNLocator

    colours, small = order.colours, _font(order, 12)
    _frame(axes, order)
    if order.days:
        days = [int(x) for x, _ in order.curves[0].points]
        ticks = _ticks([date.fromordinal(day) for day in days], order.width)
        axes.set_xticks([day.toordinal() for day in ticks], [f"{day:%Y-%m}" for day in ticks])
        axes.yaxis.set_major_formatter(lambda value, _: f"{value:g}%")
    else:
        for axis in (axes.xaxis, axes.yaxis):
            axis.set_major_locator(MaxNLocator(nbins=8, integer=True, min_n_ticks=1))
    axes.set_xlabel(order.across, fontproperties=small, color=colours.ink)
    axes.text(
        0,
        1,
        order.up,
        transform=axes.transAxes,
        ha="left",
        va="bottom",
        color=colours.ink,
        fontproperties=small,
    )
    axes.tick_params(length=0, colors=colours.quiet, pad=5)
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontproperties(small)
    axes.grid(axis="y", color=colours.grid, linewidth=0.8)
    axes.set_axisbelow(True)
    for side in axes.spines.values():
        side.set_visible(False)
    axes.legend(
        loc="lower left", bbox_to_anchor=(0, 1.0), ncols=_legend_columns(order), frameon=False,
        borderaxespad=1.6, labelcolor=colours.ink, prop=small, handlelength=2.2, columnspacing=1.2,
    )  # fmt: skip


def _ticks(days: list[date], width: int) -> list[date]:
    """Return the firsts of months to name, as many as there is room for."""
    firsts = [day for day in days if day.day == 1]
    step = next((s for s in _STEPS if len(firsts) / s <= max(2, width // _TICK_ROOM)), _STEPS[-1])
    return [day for day in firsts if (day.month - 1) % step == 0] if step > 1 else firsts


def _frame(axes: Any, order: OptionsOrder) -> None:
    """Leave some room around the lines; a share from zero on would show nothing of tenths."""
    values = [*(y for curve in order.curves for _, y in curve.points), *order.required]
    low, high = min(values), max(values)
    if order.days:
        room = max(0.8, 0.12 * (high - low))
        axes.set_ylim(max(0, low - room), high + room)
    else:
        axes.set_ylim(0, max(high * 1.12, 2))
