from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from planner.document import Document
from planner.text import Text
from tests.planner.building import TODAY
from tests.planner.tables.counties import varied
from tests.ui.windows import Scene, leave
from ui.actions import plain
from ui.language import LanguageSwitch
from ui.main_window import MainWindow
from ui.overview.overview_page import OverviewPage
from ui.roster.roster_page import RosterPage
from ui.settings import SPLITTER, Settings, as_bytes

_PRODUCTS = "Excel|WPS|Esc|Ctrl|Shift|Enter|YYYY-MM-DD"
_CHINESE, _LATIN = re.compile(r"[一-鿿]"), re.compile(r"[A-Za-z]{3,}")


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    return Scene(qtbot)


# actions


def _of_menus(window: MainWindow) -> Iterator[QAction]:
    def of(menu: QMenu) -> Iterator[QAction]:
        for action in menu.actions():
            below = action.menu()
            if isinstance(below, QMenu):
                yield from of(below)
            elif not action.isSeparator():
                yield action

    for top in window.menuBar().actions():
        menu = top.menu()
        assert isinstance(menu, QMenu)
        yield from of(menu)


def test_every_action_of_the_window_is_in_a_menu(scene: Scene) -> None:
    offered = list(_of_menus(scene.window))
    missing = [a.objectName() or a.text() for a in scene.window.actions() if a not in offered]
    assert missing == []
    assert all(page in offered for page, _ in scene.window.actions_.pages.values())


def test_no_two_actions_share_their_keys(scene: Scene) -> None:
    keys = [k.toString() for a in _of_menus(scene.window) for k in a.shortcuts() if not k.isEmpty()]
    assert len(keys) == len(set(keys))
    assert {"Ctrl+S", "Ctrl+Z", "Ctrl+F", "F1", "Ctrl+1"} <= set(keys)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_two_entries_of_a_menu_share_their_letter(scene: Scene, language: str) -> None:
    scene.shell.language.choose(language)
    bar = scene.window.menuBar()
    for menu in (bar, *(a.menu() for a in bar.actions())):
        assert isinstance(menu, QWidget)
        letters = [QKeySequence.mnemonic(a.text()).toString() for a in menu.actions() if a.text()]
        used = [letter for letter in letters if letter]
        assert len(used) == len(set(used)), used


def test_undo_and_redo_say_what_they_do_in_both_languages(scene: Scene) -> None:
    scene.edit()
    undo, redo = scene.window.actions_["undo"], scene.window.actions_["redo"]
    assert plain(undo.text()) == "撤销“修改单位”"
    assert not redo.isEnabled()
    scene.shell.language.choose("en")
    assert plain(undo.text()) == "Undo “Change Unit”"
    undo.trigger()
    assert not undo.isEnabled()
    assert plain(redo.text()) == "Redo “Change Unit”"
    redo.trigger()
    assert scene.document.redo_label is None


def test_a_page_is_reached_by_its_keys_and_by_its_tab(scene: Scene) -> None:
    navigation = scene.shell.navigation
    for number, key in enumerate(navigation.entries, 1):
        action, _ = scene.window.actions_.pages[key]
        assert action.shortcut().toString() == f"Ctrl+{number % 10}"
        action.trigger()
        assert (navigation.current, action.isChecked()) == (key, True)
    navigation.tabs.setCurrentIndex(0)
    assert navigation.current == "overview"


# language and theme


def _words(window: QWidget) -> Iterator[tuple[str, str]]:
    """Give every word in view, with where it stands; what is typed, chosen or counted is left out."""
    for widget in (window, *window.findChildren(QWidget)):
        where = f"{type(widget).__name__} {widget.objectName()}"
        if isinstance(widget, QTabBar):
            for index in range(widget.count()):
                yield where, widget.tabText(index)
        if not widget.isVisible():
            continue
        if isinstance(widget, (QLabel, QAbstractButton)):
            yield where, widget.text()
        if isinstance(widget, QLineEdit):
            yield where, widget.placeholderText()


def _county_words() -> set[str]:
    county = varied().county
    return {
        *(unit.name for unit in county.units.values()),
        *(person.name for person in county.people.values()),
        "测试县",
        "中文",
        "民族",
        "彝族",
    }


def test_every_word_of_every_page_follows_the_language(scene: Scene) -> None:
    names = sorted(_county_words(), key=len, reverse=True)  # a longer name before what it holds
    apart = re.compile("|".join((*map(re.escape, names), r"\w*\.(xlsx|xls|csv|jingli)", _PRODUCTS)))
    for language, foreign in (("en", _CHINESE), ("zh", _LATIN)):
        scene.shell.language.choose(language)
        scene.window.show_card(scene.person("张伟"))
        for key in scene.shell.navigation.entries:
            scene.shell.navigation.show_page(key)
            left = []
            for where, words in _words(scene.window):
                if foreign.search(apart.sub("", words)):
                    left.append((where, words))
            assert left == [], (language, key)


def test_every_menu_and_the_tool_bar_follow_the_language(scene: Scene) -> None:
    scene.shell.language.choose("en")
    bar = scene.window.menuBar()
    words = [a.text() for a in (*_of_menus(scene.window), *bar.actions())]
    words += [a.iconText() for a in scene.window.actions_.tool_bar.actions()]
    words += [a.toolTip() for a in scene.window.actions_.tool_bar.actions()]
    assert [w for w in words if _CHINESE.search(w) and "中文" not in w] == []
    scene.shell.language.choose("zh")
    words = [plain(a.text()) for a in (*_of_menus(scene.window), *bar.actions())]
    assert [w for w in words if _LATIN.search(w) and "English" not in w] == []


def test_the_language_chosen_is_checked_in_its_menu_and_remembered(scene: Scene) -> None:
    action, _ = scene.window.actions_.choices["language"]["en"]
    action.trigger()
    assert action.isChecked()
    assert LanguageSwitch(Settings()).current == "en"


def test_the_theme_is_switched_while_everything_is_open(scene: Scene) -> None:
    page = scene.page("overview", OverviewPage)
    scene.window.actions_.choices["theme"]["light"][0].trigger()
    mark = page.cards["station_share"].mark.pixmap().toImage()
    light = scene.window.palette().window().color().lightness()
    scene.window.actions_.choices["theme"]["dark"][0].trigger()
    assert scene.shell.theme.is_dark
    assert scene.window.palette().window().color().lightness() < 64 < light
    assert page.cards["station_share"].mark.pixmap().toImage() != mark
    assert "#222732" in QApplication.instance().styleSheet()  # type: ignore[union-attr]


# ways through the window


def test_choosing_a_unit_narrows_the_page_in_view_and_the_next_ones(scene: Scene) -> None:
    overview, river = scene.page("overview", OverviewPage), scene.unit("河口派出所")
    scene.window.tree.choose_unit(river)
    assert overview.findings_title.text().startswith("河口派出所")
    roster = scene.page("roster", RosterPage)
    assert {row.person.name for row in roster.model.shown} == {"杨帆", "赵敏", "孙立"}
    scene.window.tree.choose_unit(None)
    assert len(roster.model.shown) == 8


def test_another_document_starts_without_the_old_unit(scene: Scene) -> None:
    roster = scene.page("roster", RosterPage)
    scene.window.tree.choose_unit(scene.unit("河口派出所"))
    scene.page("overview", OverviewPage)
    scene.document.open(varied(), None)
    assert scene.window.tree.chosen_unit is None
    assert len(scene.page("roster", RosterPage).model.shown) == len(roster.model.rows) == 8


def test_another_date_counts_everything_anew(scene: Scene) -> None:
    page = scene.page("overview", OverviewPage)
    assert page.cards["drawn_off"].value.text() == "3 人"
    scene.window.as_of.field.setDate(date(2025, 12, 31))
    assert scene.document.on == date(2025, 12, 31)
    assert page.cards["drawn_off"].value.text() == "1 人"
    assert scene.document.is_saved
    scene.window.actions_["today"].trigger()
    assert scene.document.on == date.today()
    assert scene.window.as_of.field.date().toPython() == date.today()


def test_find_goes_to_the_row_of_the_person(scene: Scene) -> None:
    scene.window.actions_["find"].trigger()
    panel = scene.window.find_panel
    assert panel.isVisible()
    panel.words.setText("赵敏")
    QTest.keyClick(panel.words, Qt.Key.Key_Return)
    page = scene.page("roster", RosterPage)
    row = page.view.current_row()
    assert row is not None
    assert row.id == scene.person("赵敏")


def test_find_goes_to_the_people_of_a_unit(scene: Scene) -> None:
    scene.window.actions_["find"].trigger()
    panel = scene.window.find_panel
    panel.words.setText("河口")
    QTest.keyClick(panel.words, Qt.Key.Key_Return)
    assert scene.window.tree.chosen_unit == scene.unit("河口派出所")
    assert scene.shell.navigation.current == "roster"
    assert len(scene.page("roster", RosterPage).model.shown) == 3


def test_the_officer_card_opens_and_is_put_away_by_its_action(scene: Scene) -> None:
    scene.shell.navigation.show_card(scene.person("李静"))
    card, action = scene.window.card, scene.window.actions_["card"]
    assert card.isVisible()
    assert action.isChecked()
    action.trigger()
    assert not card.isVisible()


def test_the_tree_is_put_away_by_its_action(scene: Scene) -> None:
    scene.window.actions_["tree"].trigger()
    assert not scene.window.tree.isVisible()


def test_an_edit_shows_its_effect_until_the_next_one(scene: Scene) -> None:
    scene.window.give_unit(scene.unit("城关派出所"), [scene.person("吴刚")])
    shown = scene.window.status.effect.text()
    assert re.search(r"派出所占比\(在岗\) \d+\.\d% → \d+\.\d%", shown)
    scene.window.actions_["undo"].trigger()
    assert scene.window.status.effect.text() != shown
    assert "→" in scene.window.status.effect.text()


def test_an_edit_that_cannot_be_is_told_in_the_panel(scene: Scene) -> None:
    before = scene.document.document
    scene.window.give_unit(987654, [scene.person("吴刚")])
    assert scene.shell.messages.isVisible()
    assert scene.document.document is before


# what is remembered


def test_a_message_goes_with_the_next_change(scene: Scene) -> None:
    scene.shell.messages.complain(Text("不行。", "No."))
    scene.edit()
    assert not scene.shell.messages.isVisible()


def test_the_window_comes_back_as_it_was_left(scene: Scene) -> None:
    scene.window.resize(900, 610)
    scene.window.actions_["card"].trigger()
    divided = as_bytes(scene.window.splitter.saveState())
    scene.window.close()
    assert Settings().get(SPLITTER) == divided
    again = MainWindow(Settings(), TODAY)
    scene.qtbot.addWidget(again, before_close_func=leave)
    with scene.qtbot.waitExposed(again):
        again.show()
    assert again.height() == 610  # the screen of the tests is narrower than the window
    assert again.card.isVisible()
    assert again.actions_["card"].isChecked()


def test_nothing_open_says_what_to_do(scene: Scene) -> None:
    scene.document.open(Document(), None)
    page = scene.page("overview", OverviewPage)
    assert page.empty.isVisible()
    assert not page.findings.isVisible()
    assert "拖到这里" in page.empty.title.text()
    with scene.qtbot.waitSignal(scene.shell.navigation.open_requested):
        page.empty.open_button.click()
    dialog = scene.window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.close()
    assert scene.window.windowTitle().startswith("未命名")


def test_the_window_fits_a_small_screen_with_the_officer_card_open(scene: Scene) -> None:
    for page in scene.shell.navigation.entries:
        scene.shell.navigation.show_page(page)
    scene.shell.navigation.show_card(scene.person("李静"))
    assert scene.window.minimumSizeHint().width() <= 1024
    assert scene.window.minimumSizeHint().height() <= 700
