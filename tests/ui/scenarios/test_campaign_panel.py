from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.document import Document
from planner.scenarios.records import ChangeKind
from tests.planner.campaign.fields import CampaignTown
from tests.ui.windows import Scene
from ui.scenarios.campaign_panel import CampaignPanel
from ui.shell import Shell

Opened = Callable[[Document], CampaignPanel]


@pytest.fixture
def shell(qtbot: QtBot) -> Shell:
    return Scene(qtbot).shell


@pytest.fixture
def opened(shell: Shell, qtbot: QtBot) -> Opened:
    def build(document: Document) -> CampaignPanel:
        panel = CampaignPanel(shell)
        qtbot.addWidget(panel)
        panel.resize(1000, 640)
        with qtbot.waitExposed(panel):
            panel.show()
        shell.open_document.open(document, None)
        return panel

    return build


def ask(panel: CampaignPanel, qtbot: QtBot, people: int, borrower: str = "省公安厅") -> None:
    form = panel.parts.form
    form.from_.setText("2027-03-01")
    form.until.setText("2027-05-31")
    form.people.setValue(people)
    form.borrower.setEditText(borrower)
    qtbot.waitUntil(lambda: panel.campaign is not None and panel.campaign.change.number == people)
    settled(panel, qtbot, people)


def settled(panel: CampaignPanel, qtbot: QtBot, people: int) -> None:
    def is_settled() -> bool:
        known = panel.campaign
        asked = known is not None and known.change.number == people and known.change.date == date(2027, 3, 1)
        meant = panel.meaning is not None and set(panel.meaning.gone) == panel.parts.model.ticked
        return asked and meant and not _busy(panel)

    qtbot.waitUntil(is_settled, timeout=10_000)


def _busy(panel: CampaignPanel) -> bool:
    return panel._planning.busy or panel._searching.busy or panel._recounting.busy


def test_the_cheapest_are_ticked_and_the_answer_stands_first(opened: Opened, qtbot: QtBot) -> None:
    town = CampaignTown()
    panel = opened(town.document)
    ask(panel, qtbot, 3)
    assert panel.parts.answer.said.text().endswith("需 3 人,机关可抽 3 人,派出所可抽 0 人,够。")
    assert panel.parts.answer.ways.isHidden()
    assert panel.parts.model.ticked == {town.clerks[0], town.clerks[1], town.detectives[0]}
    assert panel.parts.hurts.text() == "所选 3 人去后没有指标跌破或变差。"
    assert [row.cover.unit.id for row in panel.parts.covers.rows] == [town.office, town.brigade]


def test_where_people_are_missing_the_ways_out_follow(opened: Opened, qtbot: QtBot) -> None:
    panel = opened(CampaignTown().document)
    ask(panel, qtbot, 5)
    qtbot.waitUntil(lambda: "最多可抽 3 人" in panel.parts.answer.ways.text())
    assert "缺 2 人" in panel.parts.answer.said.text()


def test_ticking_somebody_else_says_which_line_breaks(opened: Opened, qtbot: QtBot) -> None:
    town = CampaignTown()
    panel = opened(town.document)
    ask(panel, qtbot, 3)
    panel.parts.model.tick([town.clerks[2]])
    qtbot.waitUntil(lambda: "政工室·最低保留 4 → 1(要求 2" in panel.parts.hurts.text())
    assert panel.parts.ticks.text() == "已选 4 人,需 3 人"
    panel.parts.cheapest_button.click()
    assert panel.parts.ticks.text() == "已选 3 人,需 3 人"
    qtbot.waitUntil(lambda: panel.parts.hurts.text() == "所选 3 人去后没有指标跌破或变差。")


def test_who_cannot_go_is_unticked_with_the_reason(opened: Opened, qtbot: QtBot) -> None:
    town = CampaignTown()
    panel = opened(town.document)
    ask(panel, qtbot, 3)
    before = panel.parts.model.ticked
    panel.parts.model.tick([town.leader])
    assert panel.parts.model.ticked == before
    assert "单位负责人,不能抽调" in panel.parts.told.text()


def test_writing_is_one_undo_step_that_the_scenario_bears_out(
    opened: Opened, shell: Shell, qtbot: QtBot
) -> None:
    town = CampaignTown()
    panel = opened(town.document)
    ask(panel, qtbot, 3)
    panel.parts.form.note.setText("禁毒")
    qtbot.mouseClick(panel.parts.write_button, Qt.MouseButton.LeftButton)
    document = shell.open_document
    [scenario] = document.base.scenarios.values()
    [change] = scenario.changes
    assert (change.kind, change.number, change.until) == (ChangeKind.CAMPAIGN, 3, date(2027, 5, 31))
    assert (change.name, change.note) == ("省公安厅", "禁毒")
    assert set(change.people) == {town.clerks[0], town.clerks[1], town.detectives[0]}
    assert scenario.name in panel.parts.told.text()
    document.go_into(scenario.id)
    assert document.conflicts == ()
    document.go_into(None)
    panel.write()
    assert panel.parts.told.isVisible()
    document.undo_stack.undo()
    assert panel.parts.told.isHidden()
    document.undo_stack.undo()
    assert document.base.scenarios == {}


def test_in_a_scenario_the_campaign_is_written_into_it(opened: Opened, shell: Shell, qtbot: QtBot) -> None:
    panel = opened(CampaignTown().document)
    ask(panel, qtbot, 2)
    panel.write()
    [first] = shell.open_document.base.scenarios
    shell.open_document.go_into(first)
    qtbot.waitUntil(lambda: panel.parts.target.choice.currentData() == first)
    ask(panel, qtbot, 1)
    assert panel.parts.answer.said.text().endswith("机关可抽 1 人,派出所可抽 0 人,够。")
    panel.write()
    assert [len(s.changes) for s in shell.open_document.base.scenarios.values()] == [2]


def test_a_station_or_nobody_as_borrower_is_told(opened: Opened, qtbot: QtBot) -> None:
    town = CampaignTown()
    panel = opened(town.document)
    ask(panel, qtbot, 3)
    panel.parts.form.borrower.setEditText("")
    panel.write()
    assert "请填写专项行动的工作单位" in panel.parts.told.text()
    panel.parts.form.borrower.setEditText("城关派出所")
    qtbot.waitUntil(lambda: "是派出所" in panel.parts.answer.said.text())
    assert not panel.parts.write_button.isEnabled()


def test_what_was_not_answered_yet_is_not_written(opened: Opened, shell: Shell, qtbot: QtBot) -> None:
    panel = opened(CampaignTown().document)
    ask(panel, qtbot, 3)
    panel.parts.form.people.setValue(2)
    panel.write()
    assert "请稍候再写入" in panel.parts.told.text()
    assert shell.open_document.base.scenarios == {}
    settled(panel, qtbot, 2)
    panel.write()
    assert len(shell.open_document.base.scenarios) == 1


def test_a_unit_chosen_is_told_in_full(opened: Opened, qtbot: QtBot) -> None:
    panel = opened(CampaignTown().document)
    ask(panel, qtbot, 3)
    assert "选中一个单位" in panel.parts.about.text()
    panel.parts.tabs.setCurrentIndex(1)
    panel.parts.covers_view.setCurrentIndex(panel.parts.covers.index(0, 0))
    assert panel.parts.about.text().startswith("政工室:内勤:")


def test_weeks_and_the_last_day_follow_each_other(opened: Opened, qtbot: QtBot) -> None:
    form = opened(CampaignTown().document).parts.form
    form.from_.setText("2027-03-01")
    form.weeks.setValue(2)
    assert form.until.text() == "2027-03-14"
    form.until.setText("2027-03-15")
    assert form.weeks.value() == 3
    assert form.from_.text() == "2027-03-01"


def test_without_a_roster_it_says_what_to_do(opened: Opened) -> None:
    panel = opened(Document())
    assert panel.parts.answer.said.text() == "先打开或导入花名册,再测算专项行动。"
    assert not panel.parts.write_button.isEnabled()


def test_everything_is_in_the_other_language_at_once(opened: Opened, shell: Shell, qtbot: QtBot) -> None:
    panel = opened(CampaignTown().document)
    ask(panel, qtbot, 3)
    shell.language.choose("en")
    assert panel.parts.answer.said.text().startswith("None from stations: the policy allows 0")
    assert panel.parts.write_button.text() == "Write into scenario (3)"
    assert panel.parts.hurts.text() == "With these 3 away no line breaks or grows worse."
