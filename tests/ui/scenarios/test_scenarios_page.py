from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from planner.document import Document
from planner.edits.scenarios import add_change, correct_change
from planner.scenarios.records import ChangeKind
from planner.text import same
from tests.planner.scenarios.town import MARCH
from tests.ui.scenarios.scenes import TOWN, ScenariosScene, badge, retiring
from ui.scenarios.starters import STARTERS

_EDIT = same("edit")
OF_STARTER = {
    ChangeKind.CAMPAIGN: {
        "date": "2027-03-01", "people": badge(TOWN.clerks[0]), "to": "州公安局", "until": "2027-03-31",
    },
    ChangeKind.RETIRE: {"date": "2027-06-01", "person": "、".join(map(badge, TOWN.clerks))},
    ChangeKind.RECRUIT: {"date": "2027-07-01", "unit": "城关派出所", "number": "20"},
    ChangeKind.MERGE_STATION: {"date": "2027-03-01", "unit": "河口派出所", "into": "城关派出所"},
    ChangeKind.TARGET: {"date": "2027-03-01", "value": "45"},
}  # fmt: skip


@pytest.mark.parametrize("number", range(len(STARTERS)))
def test_each_usual_what_if_begins_with_one_click_and_is_one_undo_step(qtbot: QtBot, number: int) -> None:
    scene = ScenariosScene(qtbot)
    assert scene.scenarios_page.empty.isVisible()
    scene.scenarios_page.empty.buttons[number].click()
    starter = STARTERS[number]
    assert scene.form().editors["scenario"].text() == starter.title.zh  # type: ignore[union-attr]
    scene.fill(**OF_STARTER[starter.kind])
    scene.settle()
    assert scene.listed == ["现状", starter.title.zh]
    assert [row.outcome for row in scene.rows] == ["made"] * len(scene.kept(1))
    assert {change.kind for change in scene.kept(1)} == {starter.kind}
    assert len(scene.kept(1)) == (4 if starter.kind is ChangeKind.RETIRE else 1)
    assert scene.opened.scenario is None
    scene.opened.undo_stack.undo()
    assert scene.opened.base.scenarios == {}
    assert scene.scenarios_page.empty.isVisible()


def test_without_a_roster_the_page_says_to_open_one(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, Document())
    assert "还没有名册" in scene.scenarios_page.empty.words.text()
    assert not scene.scenarios_page.empty.starters.isVisible()


def test_a_form_that_lacks_something_says_what_and_makes_no_scenario(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot)
    scene.scenarios_page.empty.buttons[3].click()
    form = scene.fill(unit="河口派出所")
    assert form.isVisible()
    assert form.fault.text() == "请填写“并入”。"
    assert scene.opened.base.scenarios == {}


def test_a_new_scenario_stands_on_the_county_unless_another_base_is_chosen(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=2)
    scene.do("new")
    box = scene.form().editors["base"]
    assert isinstance(box, QComboBox)
    assert [box.currentText(), *(box.itemText(n) for n in range(box.count()))][-3:] == [
        "现状",
        "调动",
        "退休",
    ]
    scene.fill(name="另起")
    assert scene.scenario(3).base is None
    scene.opened.undo_stack.undo()
    scene.do("new")
    scene.fill(name="新警", note="二十人", base="退休")
    assert (scene.scenario(3).base, scene.scenario(3).note) == (1, "二十人")
    assert scene.tree.chosen == 3
    assert [(row.name.zh, row.depth) for row in scene.tree.rows][1:] == [
        ("退休", 0),
        ("调动", 1),
        ("新警", 1),
    ]


def test_enter_goes_into_a_scenario_and_on_the_county_leaves_it(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=1)
    qtbot.keyClick(scene.tree, Qt.Key.Key_Return)
    assert scene.opened.scenario == 1
    items = scene.tree.findItems("●", Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive)
    assert [item.text(0) for item in items] == ["● 退休"]
    scene.tree.choose(None)
    qtbot.keyClick(scene.tree, Qt.Key.Key_Return)
    assert scene.opened.scenario is None


def test_figures_fill_in_as_they_come_to_hand_and_conflicts_are_marked(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring())
    qtbot.waitUntil(lambda: all(row.audit is not None for row in scene.tree.rows))
    [item] = scene.tree.findItems("调动", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    assert not item.icon(1).isNull()
    assert "1 项变动无法实施" in item.toolTip(1)


def test_a_scenario_is_renamed_described_and_duplicated(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=1)
    scene.do("rename")
    scene.fill(name="六月退休", note="四人")
    assert (scene.scenario(1).name, scene.scenario(1).note) == ("六月退休", "四人")
    scene.do("duplicate")
    scene.fill()
    assert scene.scenario(3).name == "六月退休 副本"
    assert [c.kind for c in scene.kept(3)] == [c.kind for c in scene.kept(1)]
    assert scene.tree.chosen == 3


def test_a_name_that_is_taken_is_refused_in_the_form(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=1)
    scene.do("rename")
    form = scene.fill(name="调动")
    assert form.isVisible()
    assert "已有名为“调动”的方案" in form.fault.text()


def test_what_stands_on_a_scenario_is_not_offered_as_its_base(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=1)
    scene.do("base")
    form = scene.fill(base="调动")
    assert "不在可选范围内:现状。" in form.fault.text()
    assert scene.scenario(1).base is None


def test_the_same_base_again_is_no_undo_step(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=2)
    scene.do("base")
    form = scene.fill()
    assert not form.isVisible()
    assert scene.opened.undo_stack.count() == 0


def test_scenarios_that_change_nothing_yet_are_named_with_a_way_to_their_first_day(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=2)
    ahead = scene.scenarios_page.panel.ahead
    assert ahead.isVisible()
    assert "“调动”(自 2027-03-01)" in ahead.words.text()
    ahead.button.click()
    assert scene.opened.on == MARCH
    assert not ahead.isVisible()


def test_another_base_shows_at_once_what_can_be_made_on_it(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=2)
    assert [row.outcome for row in scene.rows] == ["conflict"]
    scene.do("base")
    scene.fill(base="现状")
    scene.settle()
    assert [row.outcome for row in scene.rows] == ["made"]
    assert not scene.changes.line.said.isVisible()


def test_what_others_stand_on_is_not_removed_and_the_window_says_why(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=1)
    scene.do("remove")
    assert len(scene.opened.base.scenarios) == 2
    assert "“退休”为基础" in scene.shell.messages.words.text()
    scene.tree.choose(2)
    scene.do("remove")
    assert scene.listed == ["现状", "退休"]
    scene.opened.undo_stack.undo()
    assert scene.listed == ["现状", "退休", "调动"]


def test_adopting_says_first_what_it_does_and_undo_brings_the_scenario_back(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=1)
    before = scene.opened.base
    scene.scenarios_page.panel.enter()
    scene.do("adopt")
    assert any("2 项变动写入名册" in label.text() for label in scene.form().findChildren(QLabel))
    scene.fill()
    qtbot.waitUntil(lambda: 1 not in scene.opened.base.scenarios)
    assert scene.opened.scenario is None
    assert scene.opened.base.county.people[TOWN.clerks[0]].left_on == MARCH
    assert scene.scenario(2).base is None
    scene.opened.undo_stack.undo()
    assert scene.opened.base is before


def test_a_scenario_with_conflicts_is_not_adopted(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=2)
    scene.do("adopt")
    form = scene.fill()
    qtbot.waitUntil(lambda: bool(form.fault.text()))
    assert "1 项变动无法实施" in form.fault.text()
    assert scene.opened.base.county is TOWN.document.county


def test_tab_leads_through_the_buttons_and_the_list_to_the_part_in_view(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=1)
    page, panel = scene.scenarios_page, scene.scenarios_page.panel
    scene.shell.navigation.tabs.setFocus()
    scene.window.actions_["part"].trigger()
    buttons = [panel.buttons["new"], panel.buttons["enter"], panel.buttons["adopt"], panel.more]
    for widget in (*buttons, scene.tree, panel.ahead.button, page.fold, page.tabs):
        assert QApplication.focusWidget() is widget
        QTest.keyClick(widget, Qt.Key.Key_Tab)


def test_the_list_is_copied_as_a_sheet(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring())
    qtbot.keyClick(scene.tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines] == ["方案", "现状", "退休", "调动"]


def test_the_page_speaks_english_when_the_language_is_switched(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, add_change(retiring(), 1, ChangeKind.RETIRE, MARCH), chosen=1)
    scene.shell.language.choose("en")
    assert scene.tree.headerItem().text(0) == "Scenario"
    assert scene.tree.topLevelItem(0).text(0) == "● As it stands"
    assert scene.scenarios_page.tabs.tabText(0) == "Changes"
    assert scene.changes.line.said.text() == "1 change(s) cannot be made"


def test_the_list_folds_away_and_stays_so_in_the_next_window(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring())
    scene.scenarios_page.fold.click()
    assert scene.scenarios_page.splitter.sizes()[0] == 0
    again = ScenariosScene(qtbot, retiring())
    assert again.scenarios_page.splitter.sizes()[0] == 0
    assert again.scenarios_page.fold.text() == "»"
    again.scenarios_page.fold.click()
    assert again.scenarios_page.splitter.sizes()[0] > 0


def test_the_county_as_it_stands_keeps_its_figures_while_a_scenario_is_in_view(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=1)
    scene.scenarios_page.panel.enter()
    scene.opened.apply_to_base(_EDIT, lambda document: correct_change(document, 1, note="四月"))
    qtbot.waitUntil(lambda: all(row.audit is not None for row in scene.tree.rows))
    county, retired, _ = scene.tree.rows
    assert county.audit is not None
    assert county.audit.state.county is scene.opened.base.county
    assert retired.audit is scene.opened.audit


def test_a_scenario_gone_into_elsewhere_is_the_one_whose_changes_are_shown(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=1)
    scene.opened.go_into(2)
    assert scene.tree.chosen == scene.changes.session.scenario == 2
    scene.tree.choose(1)
    scene.opened.go_into(None)
    assert scene.tree.chosen == 1
