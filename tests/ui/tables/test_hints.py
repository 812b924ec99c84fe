from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette

from ui.tables.hints import Hint, background, foreground, is_dark


def palette(base: str) -> QPalette:
    colours = QPalette()
    colours.setColor(QPalette.ColorRole.Base, QColor(base))
    return colours


@pytest.mark.parametrize("hint", [h for h in Hint if h is not Hint.QUIET])
def test_a_hint_suits_the_theme(hint: Hint) -> None:
    light, dark = background(hint, palette("#ffffff")), background(hint, palette("#1b1d1f"))
    assert light is not None
    assert dark is not None
    assert light.lightness() > 180 > 110 > dark.lightness()


def test_quiet_words_are_greyed_and_have_no_background() -> None:
    assert background(Hint.QUIET, palette("#ffffff")) is None
    assert foreground(Hint.QUIET, palette("#ffffff")) is not None
    assert foreground(Hint.GRAVE, palette("#ffffff")) is None
    assert is_dark(palette("#000000"))
