"""将要发生: the day somebody leaves is typed over that of the law, in the county or in a scenario."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.edits.scenarios import new_scenario
from planner.forecast.events import EventKind
from planner.scenarios.records import ChangeKind
from tests.planner.forecast.ahead import RETIRES, AheadCounty
from tests.ui.forecast.pages import Opened, Slow
from ui.forecast.coming_part import ComingPart
from ui.tables.record_table import Cells


def _part(opened: Opened) -> ComingPart:
    opened.settle()
    opened.page.sections.show_part("coming")
    return opened.page.coming


def _leaving(part: ComingPart, words: str) -> Cells:
    [row] = [row for row in part.model.rows if row.leaving]
    return {(row.id, "date"): words}


def test_a_typed_day_of_leaving_moves_the_break_and_is_undone(qtbot: QtBot) -> None:
    county = AheadCounty()
    opened = Opened(qtbot, county.document())
    part = _part(opened)
    part.change_cells(_leaving(part, "2027-06-01"))
    assert opened.document.base.county.people[county.old].left_on == date(2027, 6, 1)
    opened.settle()
    [row] = [row for row in part.model.rows if row.leaving]
    assert (row.date, row.kind) == (date(2027, 6, 1), EventKind.LEAVES)
    assert part.page_actions["by_law"].isEnabled() is False
    part.view.select_rows({row.id})
    part.page_actions["by_law"].trigger()
    opened.settle()
    assert [row.date for row in part.model.rows if row.leaving] == [RETIRES]
    opened.document.undo_stack.undo()
    opened.document.undo_stack.undo()
    assert opened.document.base.county.people[county.old].left_on is None
    opened.settle()


def test_what_is_of_an_earlier_version_is_not_changed(qtbot: QtBot) -> None:
    county, slow = AheadCounty(), Slow()
    opened = Opened(qtbot, county.document(), slow.questions())
    part = _part(opened)
    part.change_cells(_leaving(part, "2027-06-01"))
    opened.settle()
    part.view.select_rows({row.id for row in part.model.rows if row.leaving})
    slow.go["known"].clear()
    opened.document.go_to(date(2026, 12, 1))
    assert opened.forecasting.stale
    before = opened.document.base
    part.page_actions["by_law"].trigger()
    assert opened.document.base is before
    slow.go["known"].set()
    opened.settle()


def test_in_a_scenario_it_becomes_a_change_of_the_scenario(qtbot: QtBot) -> None:
    county = AheadCounty()
    opened = Opened(qtbot, new_scenario(county.document(), "提前退休"))
    opened.document.go_into(1)
    part = _part(opened)
    part.change_cells(_leaving(part, "2027-06-01"))
    [change] = opened.document.base.scenarios[1].changes
    assert (change.kind, change.person, change.date) == (ChangeKind.RETIRE, county.old, date(2027, 6, 1))
    assert opened.document.base.county.people[county.old].left_on is None
    opened.settle()
    assert [row.date for row in part.model.rows if row.leaving] == [date(2027, 6, 1)]


def test_the_day_of_a_return_is_refused_with_a_way_out(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    part = _part(opened)
    row = next(row for row in part.model.rows if row.kind is EventKind.RETURNS)
    assert not part.change_cells({(row.id, "date"): "2027-01-01"})
    assert part.refusals.isVisible()
    assert "抽调借调" in part.refusals.list.topLevelItem(0).text(3)


def test_a_double_click_beside_the_day_shows_the_officer_card(qtbot: QtBot) -> None:
    county = AheadCounty()
    part = _part(Opened(qtbot, county.document()))
    line = next(n for n, row in enumerate(part.model.shown) if row.leaving)
    index = part.model.index(line, part.model.section_of("name"))
    with qtbot.waitSignal(part.card_requested) as asked:
        part.view.doubleClicked.emit(index)
    assert asked.args == [county.old]


def test_the_chips_narrow_down_to_who_leaves(qtbot: QtBot) -> None:
    part = _part(Opened(qtbot))
    assert {row.kind for row in part.model.shown} == {EventKind.RETURNS, EventKind.RETIRES}
    qtbot.mouseClick(part.bar.chips["leaving"], Qt.MouseButton.LeftButton)
    assert {row.kind for row in part.model.shown} == {EventKind.RETIRES}
