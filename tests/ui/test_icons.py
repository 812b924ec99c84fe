from __future__ import annotations

import pytest
from PySide6.QtGui import QIcon, QPalette
from pytestqt.qtbot import QtBot

from tests.ui.windows import Scene
from ui.actions import LINE, TOOL_BAR
from ui.icons import SIZE, line_icon
from ui.theme import palette


def _colours(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    picture = icon.pixmap(SIZE, SIZE, mode).toImage()
    points = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return {c.name() for c in (picture.pixelColor(x, y) for x, y in points) if c.alpha() == 255}


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", [key for key in TOOL_BAR if key != LINE])
def test_an_icon_is_drawn_in_the_colour_of_words_and_fainter_where_disabled(
    qtbot: QtBot, name: str, dark: bool
) -> None:
    colours, icon = palette(dark), line_icon(name, palette(dark))
    role = QPalette.ColorRole.ButtonText
    assert _colours(icon) == {colours.color(role).name()}
    faint = colours.color(QPalette.ColorGroup.Disabled, role).name()
    assert _colours(icon, QIcon.Mode.Disabled) == {faint}


def test_the_tool_bar_takes_the_colours_of_another_theme(qtbot: QtBot) -> None:
    scene = Scene(qtbot)
    scene.shell.theme.choose("dark")
    assert _colours(scene.window.actions_["open"].icon()) == {"#e6eaf1"}
    scene.shell.theme.choose("light")
    assert _colours(scene.window.actions_["open"].icon()) == {"#1d2430"}
