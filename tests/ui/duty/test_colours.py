from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette

from planner.policy.policy import default_policy
from ui.duty.colours import code_colour
from ui.theme import palette

CODES = default_policy().duty_codes


def _luminance(colour: QColor) -> float:
    def channel(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (channel(v) for v in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("code", CODES)
def test_every_letter_is_readable_on_its_colour(code: str, dark: bool) -> None:
    look = palette(dark)
    assert _contrast(look.color(QPalette.ColorRole.Text), code_colour(CODES[code], look)) >= 4.5


def test_a_light_theme_shows_the_colours_of_the_policy() -> None:
    assert code_colour(CODES["duty"], palette(False)).name() == CODES["duty"].colour
