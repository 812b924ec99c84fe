"""Drawing options as lines in one chart: a pure function from numbers to a picture, run on another thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from ui.chart_sheet import LEGEND_LINE, Drawn, Sheet, name_months

_LEFT, _RIGHT, _ABOVE, _BELOW = 46, 70, 24, 44  # pixels around the axes
_APART = 11  # pixels between the ends of two lines that can be named apart
_DASHES: tuple[Any, ...] = ("-", (0, (5, 2)), (0, (1.5, 1.5)), (0, (6, 2, 1, 2)), (0, (3, 1, 1, 1, 1, 1)))
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

    `required` are lines that have to be kept.
    """

    sheet: Sheet
    curves: tuple[OptionCurve, ...]
    required: tuple[float, ...]
    days: bool
    across: str
    up: str
    required_name: str
    dark: bool


def draw_options(order: OptionsOrder) -> Drawn:
    """Draw a line for every option."""
    sheet = order.sheet
    names = [*(_name(curve) for curve in order.curves), *([order.required_name] if order.required else [])]
    columns = sheet.legend_columns(names, sheet.width - _LEFT - _RIGHT)
    above = _ABOVE + LEGEND_LINE * -(-len(names) // columns)
    axes = sheet.axes(_LEFT, _RIGHT, above, _BELOW)
    for n, curve in enumerate(order.curves):
        _draw_curve(axes, order, n, curve)
    for n, required in enumerate(order.required):
        name = None if n else order.required_name
        axes.axhline(required, color=sheet.colours.line, linewidth=1.2, linestyle="--", label=name, zorder=2)
    _dress(axes, order)
    sheet.legend(axes, columns, 1.6)
    _name_ends(axes, order)
    return Drawn(*sheet.finished(axes))


def _name(curve: OptionCurve) -> str:
    return f"{curve.letter} {curve.name}".strip()


def _draw_curve(axes: Any, order: OptionsOrder, n: int, curve: OptionCurve) -> None:
    """Draw one option, with a colour, dashes and a shape of its own: neither alone has to be told apart."""
    across, up = zip(*curve.points, strict=True)
    own = bool(curve.letter)
    colour = _INKS[(n - 1) % len(_INKS)][order.dark] if own else order.sheet.colours.ink
    every = max(1, len(across) // 8)
    axes.plot(
        across, up, color=colour, linewidth=1.5 if own else 2.4, zorder=4 if own else 3,
        linestyle=_DASHES[n % len(_DASHES)] if own else "-", label=_name(curve),
        marker=_MARKERS[n % len(_MARKERS)] if own else None, markevery=(n % every, every), markersize=5,
        markerfacecolor=order.sheet.colours.paper, clip_on=False,
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
            va="center", color=order.sheet.colours.ink, fontproperties=order.sheet.font(11),
            annotation_clip=False,
        )  # fmt: skip


def _dress(axes: Any, order: OptionsOrder) -> None:
    from matplotlib.ticker import MaxNLocator

    ink, small = order.sheet.colours.ink, order.sheet.font(12)
    _frame(axes, order)
    if order.days:
        days = [date.fromordinal(int(x)) for x, _ in order.curves[0].points]
        name_months(axes, days, order.sheet.width - _LEFT - _RIGHT)
        axes.yaxis.set_major_formatter(lambda value, _: f"{value:g}%")
    else:
        for axis in (axes.xaxis, axes.yaxis):
            axis.set_major_locator(MaxNLocator(nbins=8, integer=True, min_n_ticks=1))
    axes.set_xlabel(order.across, fontproperties=small, color=ink)
    axes.text(
        0, 1, order.up, transform=axes.transAxes, ha="left", va="bottom", color=ink, fontproperties=small
    )
    order.sheet.dress(axes)


def _frame(axes: Any, order: OptionsOrder) -> None:
    """Leave some room around the lines; a share from zero on would show nothing of tenths."""
    values = [*(y for curve in order.curves for _, y in curve.points), *order.required]
    low, high = min(values), max(values)
    if order.days:
        room = max(0.8, 0.12 * (high - low))
        axes.set_ylim(max(0, low - room), high + room)
    else:
        axes.set_ylim(0, max(high * 1.12, 2))
