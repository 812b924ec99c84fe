from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from planner.audit.results import Finding
from planner.county.records import MoveStatus
from planner.document import Document
from planner.text import Text
from tests.planner.building import TODAY, share_county
from tests.ui.windows import Scene
from ui.actions import plain
from ui.overview import station_chart
from ui.overview.chart_drawing import Order, Picture, draw
from ui.overview.counted_dialog import CountedDialog
from ui.overview.overview_page import OverviewPage
from ui.overview.repair_panel import RepairPanel
from ui.roster.roster_page import RosterPage
from ui.settings import CHART


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    return Scene(qtbot)


@pytest.fixture
def page(scene: Scene) -> OverviewPage:
    return scene.page("overview", OverviewPage)


def _findings(page: OverviewPage) -> list[Finding]:
    return list(page._shell.open_document.audit.findings)


# figures


def test_the_cards_follow_an_edit_and_its_undo(scene: Scene, page: OverviewPage) -> None:
    before = page.cards["station_share"].value.text()
    scene.window.give_unit(scene.unit("城关派出所"), [scene.person("吴刚")])
    assert page.cards["station_share"].value.text() != before
    scene.document.undo_stack.undo()
    assert page.cards["station_share"].value.text() == before


def test_a_card_says_its_verdict_in_words_and_by_a_mark(page: OverviewPage) -> None:
    card = page.cards["drawn_off"]
    assert (card.value.text(), card.meaning.text()) == ("3 人", "应返岗 2 人")
    assert not card.mark.pixmap().isNull()
    assert "被抽调借调 3 人" in card.accessibleName()


def test_a_click_on_a_figure_shows_who_is_behind_it(page: OverviewPage, qtbot: QtBot) -> None:
    QTest.mouseClick(page.cards["station_share"], Qt.MouseButton.LeftButton)
    dialog = page.window().findChild(CountedDialog)
    assert isinstance(dialog, CountedDialog)
    assert "2 ÷ 7" in dialog.sentence.text()
    dialog.close()


def test_the_space_bar_does_what_a_click_does(page: OverviewPage) -> None:
    QTest.keyClick(page.cards["drawn_off"], Qt.Key.Key_Space)
    dialog = page.window().findChild(CountedDialog)
    assert isinstance(dialog, CountedDialog)
    dialog.close()


def test_a_figure_without_records_says_that_there_is_nothing_to_count(
    scene: Scene, page: OverviewPage
) -> None:
    assert page.explain("field_time") is None
    assert "没有数据不等于达标" in scene.shell.messages.words.text()


# findings


def test_findings_stand_by_gravity_and_each_leads_to_its_rows(scene: Scene, page: OverviewPage) -> None:
    groups = [page.findings.topLevelItem(i) for i in range(page.findings.topLevelItemCount())]
    heads = [group.text(0) for group in groups if group is not None]
    assert heads[0].startswith("违规")
    one = next(f for f in _findings(page) if len(f.people) == 1)
    page.findings.finding_opened.emit(one)
    roster = scene.page("roster", RosterPage)
    row = roster.view.current_row()
    assert row is not None
    assert row.id == one.people[0]


def test_a_finding_about_a_unit_leads_to_its_people(scene: Scene, page: OverviewPage) -> None:
    finding = next(f for f in _findings(page) if f.unit is not None and not f.people)
    page.follow(finding)
    assert scene.shell.navigation.current == "roster"
    assert 0 < len(scene.page("roster", RosterPage).model.shown) < 8


def test_a_finding_about_several_people_shows_just_them(scene: Scene, page: OverviewPage) -> None:
    finding = next(f for f in _findings(page) if len(f.people) > 1)
    page.follow(finding)
    assert {row.id for row in scene.page("roster", RosterPage).model.shown} == set(finding.people)


def test_a_finding_about_the_county_shows_how_it_was_counted(page: OverviewPage) -> None:
    finding = next(f for f in _findings(page) if f.unit is None and f.rule == "station_share")
    page.follow(finding)
    dialog = page.window().findChild(CountedDialog)
    assert isinstance(dialog, CountedDialog)
    dialog.close()


def test_a_group_stays_shut_after_an_edit(scene: Scene, page: OverviewPage) -> None:
    group = page.findings.topLevelItem(0)
    assert group is not None
    group.setExpanded(False)
    scene.edit()
    group = page.findings.topLevelItem(0)
    assert group is not None
    assert not group.isExpanded()


def test_a_county_that_is_well_says_so(scene: Scene, page: OverviewPage) -> None:
    scene.document.open(Document(share_county(60, 40).county), None)
    assert page.findings_title.text() == "问题 0 项"
    item = page.findings.topLevelItem(0)
    assert item is not None
    assert item.text(0) == "没有发现问题。"


# the repair of a finding


def _choose(page: OverviewPage, rule: str, people: int = 0) -> Finding:
    """Make the first finding of a rule current, of so many people."""
    found = [i.data(0, Qt.ItemDataRole.UserRole) for i in page.findings._items]
    at = next(n for n, f in enumerate(found) if f.rule == rule and len(f.people) == people)
    page.findings.setCurrentItem(page.findings._items[at])
    assert isinstance(page.findings.finding, Finding)
    return page.findings.finding


def _mend(page: OverviewPage, qtbot: QtBot) -> RepairPanel:
    QTest.mouseClick(page.repair_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.repair.repair is not None, timeout=20_000)
    return page.repair


def test_only_a_shortage_of_a_planning_rule_can_be_repaired(page: OverviewPage) -> None:
    assert not page.repair_button.isEnabled()
    assert "选中" in page.repair_button.toolTip()
    _choose(page, "secondment", people=1)
    assert page.repair_button.isEnabled()
    other = next(i for i in page.findings._items if not page._is_repairable(i.data(0, 256)))
    page.findings.setCurrentItem(other)
    assert not page.repair_button.isEnabled()


def test_a_finding_is_repaired_alone_and_on_the_spot(scene: Scene, page: OverviewPage, qtbot: QtBot) -> None:
    finding = _choose(page, "secondment", people=1)
    panel = _mend(page, qtbot)
    name = scene.document.document.county.people[finding.people[0]].name
    assert panel.isVisible()
    assert panel.title.text() == finding.message.zh
    assert name in panel.words.toPlainText()
    assert "返岗" in panel.words.toPlainText()
    scene.shell.language.choose("en")
    assert panel.title.text() == finding.message.en
    before = set(scene.document.document.county.moves)
    QTest.mouseClick(panel.accept_button, Qt.MouseButton.LeftButton)
    added = [m for id_, m in scene.document.document.county.moves.items() if id_ not in before]
    assert [(m.person, m.status) for m in added] == [(finding.people[0], MoveStatus.PROPOSED)]
    assert not panel.isVisible()
    assert page.findings.finding == finding  # it stands until the move is approved
    scene.document.undo_stack.undo()
    assert set(scene.document.document.county.moves) == before


def test_the_repair_of_a_finding_goes_with_the_next_edit_and_by_escape(
    scene: Scene, page: OverviewPage, qtbot: QtBot
) -> None:
    _choose(page, "secondment", people=1)
    panel = _mend(page, qtbot)
    scene.edit()
    assert not panel.isVisible()
    assert page.findings.finding is not None
    _mend(page, qtbot)
    qtbot.waitUntil(page.window().isActiveWindow)
    panel.words.setFocus()
    QTest.keyClick(panel.words, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert page.findings.hasFocus()


def test_the_menu_of_a_finding_offers_its_rows_and_its_repair(page: OverviewPage, qtbot: QtBot) -> None:
    _choose(page, "secondment", people=1)
    item = page.findings.currentItem()
    assert item is not None
    page.findings.customContextMenuRequested.emit(page.findings.visualItemRect(item).center())
    menu = page.findings.findChild(QMenu)
    assert isinstance(menu, QMenu)
    show, repair = menu.actions()
    assert (plain(show.text()), plain(repair.text())) == ("查看人员或单位", "补救…")
    repair.trigger()
    menu.close()
    qtbot.waitUntil(lambda: page.repair.repair is not None, timeout=20_000)


# the chart


def test_the_chart_is_drawn_off_the_gui_thread(
    scene: Scene, page: OverviewPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []

    def drawn(order: Order) -> Picture:
        threads.append(threading.current_thread())
        return draw(order)

    monkeypatch.setattr(station_chart, "draw", drawn)
    with qtbot.waitSignal(page.chart.drawn, timeout=20_000):
        page.chart.redraw()
    assert threads
    assert threading.main_thread() not in threads


def test_a_click_on_a_bar_leads_to_the_people_of_its_station(
    scene: Scene, page: OverviewPage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.chart.drawn, timeout=20_000):
        page.chart.redraw()
    assert page.chart.picture is not None
    first, second = page.chart.picture.spots
    assert (first.bar.unit, second.bar.unit) == (scene.unit("城关派出所"), scene.unit("河口派出所"))
    middle = page.chart.rect().center()
    middle.setX(round((second.left + second.right) / 2))
    QTest.mouseClick(page.chart, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    assert scene.shell.navigation.current == "roster"
    assert len(scene.page("roster", RosterPage).model.shown) == 3


def test_a_bar_and_its_words_follow_the_date(scene: Scene, page: OverviewPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.chart.drawn, timeout=20_000):
        scene.document.go_to(TODAY.replace(year=2025))
    assert page.chart.picture is not None
    assert "/ 在岗 3" in page.chart.picture.spots[0].bar.tip.zh


def test_the_kind_of_chart_is_remembered(scene: Scene, page: OverviewPage) -> None:
    page.chart_buttons["station_minimum"].click()
    assert page.chart.kind == "station_minimum"
    assert "最低人数" in page.caption.text()
    assert scene.shell.settings.get(CHART) == "station_minimum"


def test_a_hidden_page_catches_up_when_it_is_shown(scene: Scene, page: OverviewPage) -> None:
    scene.page("policy", type(scene.shell.navigation.page("policy")))
    scene.document.apply(Text("测试", "Test"), lambda d: Document(share_county(60, 40).county, d.policy))
    assert scene.page("overview", OverviewPage).cards["station_share"].value.text() == "60.0%"
