from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.county.records import Post, UnitKind
from planner.document import Document
from planner.scenarios.records import ChangeKind
from tests.planner.building import Building
from tests.ui.windows import Scene
from ui.forecast.return_panel import ReturnPanel
from ui.marks import Mark
from ui.shell import Shell

Opened = Callable[[Document], ReturnPanel]


def drawn_town(limit: int = 1) -> Document:
    """Three drawn off inside the bureau, one of them overdue, and one outside."""
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.people(6, station, Post.COMMUNITY)
    b.people(9, office)
    for name, until in (("张三", date(2026, 9, 30)), ("李四", date(2027, 6, 1)), ("王五", None)):
        b.second(b.person(station, Post.CASE, name=name), office, from_=date(2026, 1, 5), until=until)
    b.second(b.person(station, Post.CASE, name="赵六"), None, to_outside="省公安厅", from_=date(2026, 1, 5))
    b.override("planning.handover_limit", limit)
    return Document(b.county, b.policy)


@pytest.fixture
def shell(qtbot: QtBot) -> Shell:
    return Scene(qtbot).shell


@pytest.fixture
def opened(shell: Shell, qtbot: QtBot) -> Opened:
    def build(document: Document) -> ReturnPanel:
        panel = ReturnPanel(shell)
        qtbot.addWidget(panel)
        panel.resize(1000, 640)
        shell.open_document.open(document, None)
        with qtbot.waitSignal(panel.answered, timeout=10_000), qtbot.waitExposed(panel):
            panel.show()
        return panel

    return build


def names(panel: ReturnPanel) -> list[str]:
    return [row.placed.person.name for row in panel.parts.people.rows]


def test_the_limit_starts_with_that_of_the_policy_and_the_order_follows(opened: Opened) -> None:
    panel = opened(drawn_town())
    assert panel.parts.unit_limit.value() == 1
    assert names(panel) == ["张三", "李四", "王五", "赵六"]
    assert [len(row.month.returns) for row in panel.parts.months.rows] == [1, 1, 1]
    assert panel.parts.said.text().startswith("2026-11-24 已超期 1 人。按此安排 3 人至 2027-02-01 全部返岗")


def test_other_limits_work_the_calendar_out_again(opened: Opened, qtbot: QtBot) -> None:
    panel = opened(drawn_town())
    with qtbot.waitSignal(panel.answered, timeout=10_000):
        panel.parts.unit_limit.setValue(0)
    assert [len(row.month.returns) for row in panel.parts.months.rows] == [3]
    with qtbot.waitSignal(panel.answered, timeout=10_000):
        panel.parts.overall_limit.setValue(2)
    assert [len(row.month.returns) for row in panel.parts.months.rows] == [2, 1]
    with qtbot.waitSignal(panel.answered, timeout=10_000):
        panel.parts.from_.setText("2027-03-01")
    assert [row.month.first for row in panel.parts.months.rows] == [date(2027, 3, 1), date(2027, 4, 1)]


def test_overdue_is_marked_by_a_shape(opened: Opened) -> None:
    panel = opened(drawn_town())
    marking, rows = panel.parts.people.marking, panel.parts.people.rows
    assert marking is not None
    assert [marking(row, "name") for row in rows] == [Mark.VIOLATION, None, None, None]


def test_writing_is_one_undo_step_with_everybody_home(opened: Opened, shell: Shell, qtbot: QtBot) -> None:
    panel = opened(drawn_town())
    qtbot.mouseClick(panel.parts.write_button, Qt.MouseButton.LeftButton)
    document = shell.open_document
    [scenario] = document.base.scenarios.values()
    assert scenario.name == "返岗日历"
    assert shell.messages.words.text() == "已把返岗 3 项写入方案“返岗日历”,一步可撤销。"
    assert [(change.kind, change.date) for change in scenario.changes] == [
        (ChangeKind.RETURN, date(2026, 12, 1)),
        (ChangeKind.RETURN, date(2027, 1, 4)),
        (ChangeKind.RETURN, date(2027, 2, 1)),
    ]
    document.go_into(scenario.id)
    assert document.conflicts == ()
    state = document.document.audit(date(2027, 2, 1)).state
    assert [p.person.name for p in state.placed.values() if p.drawn_off] == ["赵六"]
    document.go_into(None)
    document.undo_stack.undo()
    assert document.base.scenarios == {}


def test_what_was_not_answered_yet_is_not_written(opened: Opened, shell: Shell, qtbot: QtBot) -> None:
    panel = opened(drawn_town())
    panel.parts.unit_limit.setValue(3)
    with qtbot.waitSignal(panel.answered, timeout=10_000):
        panel.write()
    assert "请稍候再写入" in panel.parts.told.text()
    assert shell.open_document.base.scenarios == {}


def test_in_a_scenario_returns_written_before_are_arranged(
    opened: Opened, shell: Shell, qtbot: QtBot
) -> None:
    panel = opened(drawn_town())
    panel.write()
    [scenario] = shell.open_document.base.scenarios
    with qtbot.waitSignal(panel.answered, timeout=10_000):
        shell.open_document.go_into(scenario)
    assert panel.parts.target.choice.currentData() == scenario
    assert all(one.arranged for one in panel.calendar.returns)  # type: ignore[union-attr]
    assert not panel.parts.write_button.isEnabled()


def test_a_month_chosen_shows_who_returns_in_it(opened: Opened) -> None:
    panel = opened(drawn_town())
    panel.parts.months_view.setCurrentIndex(panel.parts.months.index(1, 0))
    row = panel.parts.view.current_row()
    assert row is not None
    assert row.placed.person.name == "李四"


def test_the_chart_is_drawn_off_the_gui_thread(opened: Opened, qtbot: QtBot) -> None:
    panel = opened(drawn_town())
    chart = panel.parts.chart
    qtbot.waitUntil(lambda: chart.picture is not None, timeout=10_000)
    assert chart.picture is not None
    assert len(chart.picture.places) == 3


def test_a_start_that_is_no_date_is_told(opened: Opened, qtbot: QtBot) -> None:
    panel = opened(drawn_town())
    panel.parts.from_.setText("明年")
    qtbot.waitUntil(lambda: "请填写从哪天起返岗" in panel.parts.said.text())
    assert not panel.parts.write_button.isEnabled()


def test_without_a_roster_it_says_what_to_do(shell: Shell, qtbot: QtBot) -> None:
    panel = ReturnPanel(shell)
    qtbot.addWidget(panel)
    shell.open_document.open(Document(), None)
    with qtbot.waitExposed(panel):
        panel.show()
    assert panel.parts.said.text() == "先打开或导入花名册,再排返岗日历。"


def test_everything_is_in_the_other_language_at_once(opened: Opened, shell: Shell) -> None:
    panel = opened(drawn_town())
    shell.language.choose("en")
    assert panel.parts.said.text().startswith(
        "Overdue on 2026-11-24: 1. By this order all 3 are home by 2027-02-01"
    )
    assert panel.parts.write_button.text() == "Write into scenario (3 returns)"
