"""The tabs over the parts of a page."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from planner.text import Text
from ui.language import LanguageSwitch
from ui.part_tabs import PartTabs
from ui.settings import Settings

_TITLES = {"range": Text("可调范围", "Movable range"), "moves": Text("调整方案", "Proposed moves")}


def test_titles_count_what_stands_under_them_in_the_language_in_force(qtbot: QtBot) -> None:
    owner = QObject()
    language = LanguageSwitch(Settings(), owner)
    language.choose("zh")
    tabs = PartTabs(_TITLES, language)
    qtbot.addWidget(tabs)
    tabs.show_counts({"moves": 3, "range": None})
    assert [tabs.tabText(n) for n in range(2)] == ["可调范围", "调整方案 3"]
    language.choose("en")
    assert [tabs.tabText(n) for n in range(2)] == ["Movable range", "Proposed moves 3"]
    tabs.choose("moves")
    assert (tabs.chosen, tabs.currentIndex()) == ("moves", 1)
