"""What prevents a break is written into a scenario as one undo step."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from planner.edits.scenarios import new_scenario
from tests.planner.forecast.ahead import RETIRES, AheadCounty
from tests.ui.forecast.pages import Opened


def test_it_is_written_into_a_new_scenario_named_after_it_and_undone(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.settle()
    ways, base = opened.page.breaks.ways, opened.document.base
    assert "→城关派出所" in ways.words.text()
    ways.write_button.click()
    [scenario] = opened.document.base.scenarios.values()
    assert scenario.name == "预防 2027-09-01 跌破"
    assert {change.date for change in scenario.changes} == {RETIRES}
    assert "预防 2027-09-01 跌破" in opened.scene.shell.messages.words.text()
    assert opened.document.base.county is base.county
    opened.document.undo_stack.undo()
    assert opened.document.base.scenarios == {}


def test_within_a_scenario_it_is_written_there_and_the_break_is_gone(qtbot: QtBot) -> None:
    opened = Opened(qtbot, new_scenario(AheadCounty().document(), "设想"))
    opened.document.go_into(1)
    opened.settle()
    ways = opened.page.breaks.ways
    assert ways.write_button.text() == "写入本方案"
    ways.write_button.click()
    assert len(opened.document.base.scenarios) == 1
    assert opened.document.base.scenarios[1].changes
    opened.settle()
    assert not [row for row in opened.page.breaks.model.rows if not row.of.heals and len(row.group) > 1]
    assert ways.model.shown == []
    assert ways.nothing.text().startswith("没有可由调整预防的跌破")


def test_a_break_that_is_chosen_brings_its_prevention_into_view(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.settle()
    breaks = opened.page.breaks
    breaks.ways.view.clearSelection()
    breaks.view.reveal(next(row.id for row in breaks.model.rows if row.date == RETIRES))
    assert breaks.ways.view.current_row().way.date == RETIRES


def test_following_a_prevention_shows_whom_it_moves(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.settle()
    ways = opened.page.breaks.ways
    row = ways.model.shown[0]
    ways.view.followed.emit(row.id)
    assert opened.scene.shell.navigation.current == "roster"
    assert opened.scene.document.base.county.people.keys() >= set(row.way.repair.people)
