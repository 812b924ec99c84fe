"""Pages as pictures: the very PDF that is saved, drawn page by page by the typesetter itself."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import typst

# The typesetter takes only text from memory, so the bytes come as a list of numbers.
_DRAWING = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(json(bytes(sys.inputs.pdf))), format: "pdf", page: int(sys.inputs.page))
"""
_SHEET = re.compile(rb"/MediaBox\s*\[\s*[\d.]+\s+[\d.]+\s+([\d.]+)\s+([\d.]+)\s*\]")  # one in each page

_POINTS = 72  # in an inch
_LONGEST = 900  # points, of A4 and of no larger paper
_HAIR = 0.02  # pixels, so that rounding up a whole number does not give the next
_SPARE = 0.45  # pixels


@dataclass(frozen=True)
class Pages:
    """The pages of a PDF that `render_pdf` made: how many, how large, and each as a picture."""

    pdf: bytes

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sheets)

    @property
    def width(self) -> float:
        """The width of every page, in points."""
        return self._sheets[0][0]

    @property
    def height(self) -> float:
        """The height of every page, in points."""
        return self._sheets[0][1]

    @property
    def is_large(self) -> bool:
        """Whether the pages are larger than A4."""
        return max(self.width, self.height) > _LONGEST

    def picture(self, page: int, ppi: float) -> bytes:
        """Return one page, counted from 0, as a PNG of so many pixels per inch, or a hair less."""
        import typst

        picture = typst.compile(
            _DRAWING,
            font_paths=_no_fonts(),
            sys_inputs={"pdf": self._numbers, "page": str(page + 1)},
            format="png",
            ppi=self._clean(ppi),
        )
        if not isinstance(picture, bytes):
            raise TypeError("typst gave no single picture")
        return picture

    def _clean(self, ppi: float) -> float:
        """Return the next fineness at which no row of pixels is lost, a few pixels narrower at most.

        Typst draws a PDF in whole pixels, its height rounded up, and then fits that to the page without
        smoothing: were it half a pixel too high, one row would be left out, through the middle of words.
        """
        across = round(self.width * ppi / _POINTS)
        while across > 1:
            down = (across - _HAIR) * self.height / self.width
            if math.ceil(down) - down < _SPARE:
                break
            across -= 1
        return (across - _HAIR) * _POINTS / self.width

    @cached_property
    def _sheets(self) -> list[tuple[float, float]]:
        return [(float(width), float(height)) for width, height in _SHEET.findall(self.pdf)]

    @cached_property
    def _numbers(self) -> str:
        return str(list(self.pdf))


@cache
def _no_fonts() -> typst.Fonts:
    """Return no face at all: a PDF brings its own."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)
