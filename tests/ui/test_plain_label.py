from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.edits.scenarios import new_scenario
from planner.text import same
from tests.ui.windows import Scene, varied
from ui.plain_label import PlainLabel, plain_tip


def test_a_name_that_looks_like_markup_is_shown_as_it_is_written(qtbot: QtBot) -> None:
    scene = Scene(qtbot, new_scenario(varied(), "<b>粗</b>"))
    scene.document.go_into(1)
    scene.shell.messages.inform(same("<b>粗</b>"))
    for label in (scene.window.strip.words, scene.shell.messages.words):
        assert isinstance(label, PlainLabel)
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert "<b>粗</b>" in label.text()
    assert "&lt;b&gt;粗&lt;/b&gt;" in scene.window.strip.words.toolTip()


def test_a_tip_of_plain_words_keeps_its_lines() -> None:
    assert plain_tip("一\n二") == "一\n二"
    assert plain_tip("<b>一</b>\n二") == "&lt;b&gt;一&lt;/b&gt;<br>二"


def test_every_label_of_the_window_shows_plain_words_but_those_of_the_help() -> None:
    ui = Path(__file__).parents[2] / "ui"
    made = [path.name for path in ui.rglob("*.py") if re.search(r"\bQLabel[(]", path.read_text("utf-8"))]
    assert set(made) <= {"help.py"}
