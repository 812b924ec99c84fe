"""What charts are drawn on, on another thread: their room, their letters, and the look of their axes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

_STEPS, _TICK_ROOM = (1, 2, 3, 6, 12), 62  # months between two names, and the pixels a name needs
_KEY, _WIDE, _NARROW = 46, 12, 6.5  # pixels of a line in the legend, and of a letter beside it
LEGEND_LINE = 18  # pixels


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
    good: str
    warning: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawn picture: RGBA bytes."""

    width: int  # in device pixels
    height: int
    ratio: float  # of the screen
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Sheet:
    """The room of a chart in logical pixels, the ratio of the screen, and what it is drawn with."""

    width: int
    height: int
    ratio: float
    colours: Colours
    font_path: str

    def axes(self, left: float, right: float, above: float, below: float) -> Any:
        """Return axes with so many pixels around them; by Agg, for pyplot keeps state for one thread only."""
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        size = (self.width / 96, self.height / 96)
        figure = Figure(figsize=size, dpi=96 * self.ratio, facecolor=self.colours.paper)
        FigureCanvasAgg(figure)
        place = (
            left / self.width,
            below / self.height,
            max(0.05, (self.width - left - right) / self.width),
            max(0.05, (self.height - above - below) / self.height),
        )
        return figure.add_axes(place, facecolor=self.colours.paper)

    def font(self, size: float) -> Any:
        """Return our letters, so many pixels high."""
        from matplotlib.font_manager import FontProperties

        return FontProperties(fname=self.font_path, size=size * 0.75)  # points of 96 per inch

    def dress(self, axes: Any) -> None:
        """Give axes their quiet look: lines across, no frame, our letters."""
        axes.tick_params(length=0, colors=self.colours.quiet, pad=5)
        for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
            label.set_fontproperties(self.font(12))
        axes.grid(axis="y", color=self.colours.grid, linewidth=0.8)
        axes.set_axisbelow(True)
        for side in axes.spines.values():
            side.set_visible(False)

    def legend_columns(self, names: Sequence[str], room: float) -> int:
        """Return in how many columns, filled one after another, these names stand in so many pixels."""
        widths = [_KEY + sum(_NARROW if c.isascii() else _WIDE for c in name) for name in names]
        for columns in range(len(names), 1, -1):
            least, longer = divmod(len(names), columns)
            ends = [n * least + min(n, longer) for n in range(columns + 1)]
            if sum(max(widths[one:other]) for one, other in pairwise(ends)) <= room:
                return columns
        return 1

    def legend(self, axes: Any, columns: int, pad: float) -> None:
        """Name the lines over the axes, `pad` letters above them."""
        axes.legend(
            loc="lower left", bbox_to_anchor=(0, 1.0), ncols=columns, frameon=False, borderaxespad=pad,
            labelcolor=self.colours.ink, prop=self.font(12), handlelength=2.0, columnspacing=1.2,
        )  # fmt: skip

    def across(self, axes: Any, value: float) -> float:
        """Return how far from the left edge a value stands, in logical pixels."""
        return float(axes.transData.transform((value, 0))[0]) / self.ratio

    def finished(self, axes: Any) -> tuple[int, int, float, bytes]:
        """Return what a picture begins with: its size in device pixels, its ratio and its pixels."""
        canvas = axes.figure.canvas
        canvas.draw()
        width, height = canvas.get_width_height()
        return width, height, self.ratio, bytes(canvas.buffer_rgba())


def name_months(axes: Any, days: Sequence[date], room: float) -> None:
    """Name the firsts of months under the axes, as many as there is room for."""
    ticks = month_ticks(days, room)
    axes.set_xticks([day.toordinal() for day in ticks], [f"{day:%Y-%m}" for day in ticks])


def month_ticks(days: Sequence[date], room: float) -> list[date]:
    """Return the firsts of months to name in so many pixels."""
    firsts = [day for day in days if day.day == 1]
    most = max(2, room // _TICK_ROOM)
    step = next((step for step in _STEPS if len(firsts) / step <= most), _STEPS[-1])
    return [day for day in firsts if step == 1 or (day.month - 1) % step == 0]
