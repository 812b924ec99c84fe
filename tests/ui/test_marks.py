from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from planner.audit.results import Gravity
from ui.marks import OF_GRAVITY, Mark, mark_colour, mark_pixmap
from ui.theme import palette


def _drawn(mark: Mark, dark: bool = False) -> QImage:
    return mark_pixmap(mark, palette(dark), 16, 2.0).toImage()


def _lines(mark: Mark) -> list[bool]:
    """Return where the mark's own colour stands, whatever that colour is."""
    picture, colour = _drawn(mark), mark_colour(mark, palette(False))
    points = [(x, y) for x in range(32) for y in range(32)]
    return [picture.pixelColor(x, y) == colour for x, y in points]


def test_every_mark_has_a_shape_of_its_own(qtbot: QtBot) -> None:
    shapes = {mark: _lines(mark) for mark in Mark}
    for one, other in combinations(Mark, 2):
        differing = sum(a != b for a, b in zip(shapes[one], shapes[other], strict=True))
        assert differing > 20, (one, other)


def test_every_gravity_has_its_mark() -> None:
    assert set(OF_GRAVITY) == set(Gravity)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


@pytest.mark.parametrize("dark", [False, True])
def test_marks_can_be_read_as_text_in_both_themes(dark: bool, qtbot: QtBot) -> None:
    base = _luminance(palette(dark).base().color())
    for mark in Mark:
        own = _luminance(mark_colour(mark, palette(dark)))
        light, deep = max(base, own), min(base, own)
        assert (light + 0.05) / (deep + 0.05) >= 4.5, mark
