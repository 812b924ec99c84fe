from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from planner.county.records import Category, Post
from planner.document import Document
from planner.edits.duty import duty_month, lock_cells, new_month, set_cells
from tests.planner.building import Building
from tests.ui.windows import Scene
from ui.duty.duty_page import DutyPage

NOVEMBER = date(2026, 11, 1)


class Planning:
    """The Duty page on the November of a station of ten; somebody's first day is locked."""

    def __init__(self, qtbot: QtBot, officers: int = 8) -> None:
        b = Building()
        self.unit = b.unit("城关派出所")
        leader = b.person(self.unit, Post.LEADER, name="王宇")
        b.people(officers, self.unit)
        b.person(self.unit, category=Category.AUXILIARY, name="罗辉")
        made = set_cells(
            new_month(Document(b.county), self.unit, NOVEMBER), self.unit, NOVEMBER, {(leader, 1): "rest"}
        )
        self.scene = Scene(qtbot, lock_cells(made, self.unit, NOVEMBER, [(leader, 1)]))
        self.page = self.scene.page("duty", DutyPage)

    def settle(self) -> None:
        self.scene.qtbot.waitUntil(lambda: not self.page.planning.line.running, timeout=30_000)
        self.scene.settle()

    def fill(self) -> None:
        self.page.planning.line.ask_button.click()
        self.settle()

    def letters(self, row: int) -> str:
        return "".join(cell.words or "." for cell in self.page.grid.cells.rows[row].cells)

    def checked(self) -> list[str]:
        listed = self.page.check.list
        return [listed.item(n).text() for n in range(listed.count())]

    def short(self) -> list[int]:
        grid = self.page.grid.cells.grid
        assert grid is not None
        return [day.short for day in grid.columns]


@pytest.fixture
def planning(qtbot: QtBot) -> Planning:
    return Planning(qtbot)


def test_fill_covers_every_day_around_locked_cells_in_one_step(planning: Planning) -> None:
    planning.fill()
    assert planning.short() == [0] * 30
    assert planning.letters(0)[0] == "休"
    assert not any("." in planning.letters(row) for row in range(10))
    assert "格有变动" in planning.page.planning.line.words.text()
    label = planning.scene.document.undo_label
    assert label is not None
    assert label.zh == "城关派出所2026年11月排班"
    planning.scene.document.undo_stack.undo()
    assert set(planning.letters(1)) == {"."}


def test_repair_covers_for_the_selected_people_and_days(planning: Planning) -> None:
    planning.fill()
    before = [planning.letters(row) for row in range(10)]
    row, day = next((r, d) for r in range(1, 9) for d in range(9, 19) if before[r][d] == "值")
    planning.page.grid.view.select((row, day, row, day + 1))
    planning.page.planning.repair_button.click()
    planning.settle()
    after = [planning.letters(row) for row in range(10)]
    assert after[row][day] == "假"
    assert planning.short() == [0] * 30
    changed = sum(
        a != b for one, two in zip(before, after, strict=True) for a, b in zip(one, two, strict=True)
    )
    assert 2 <= changed <= 8


def test_repair_unlocks_the_cells_of_those_who_drop_out_and_says_so(planning: Planning) -> None:
    planning.fill()
    row, day = next((r, d) for r in range(1, 9) for d in range(9, 19) if planning.letters(r)[d] == "值")
    planning.page.grid.view.select((row, day, row, day))
    planning.page.editing.lock((row, day, row, day))
    planning.page.planning.repair_button.click()
    planning.settle()
    assert planning.letters(row)[day] == "假"
    assert planning.short() == [0] * 30
    assert "1 个锁定格已先解锁" in planning.page.planning.line.words.text()
    planning.scene.document.undo_stack.undo()
    assert planning.letters(row)[day] == "值"
    assert planning.page.grid.cells.rows[row].cells[day].locked


def test_repair_asks_for_a_selection_with_something_planned(planning: Planning) -> None:
    planning.page.grid.view.select((1, 0, 1, 3))
    planning.page.planning.repair_button.click()
    assert "请先选中" in planning.page.planning.line.words.text()
    assert not planning.page.planning.line.running


def test_an_impossible_month_is_filled_and_its_shortages_are_listed(qtbot: QtBot) -> None:
    planning = Planning(qtbot, officers=0)
    planning.fill()
    assert sum(planning.short()) > 0
    assert "不达标" in planning.page.planning.line.words.text()
    assert planning.page.check.isVisible()
    qtbot.waitUntil(lambda: "本次排班做不到的:" in planning.checked())
    planning.page.clear_action.trigger()
    qtbot.waitUntil(lambda: "本次排班做不到的:" not in planning.checked())


def test_a_result_of_data_that_changed_meanwhile_is_not_used(planning: Planning) -> None:
    planning.page.planning.line.ask_button.click()
    planning.page.clear_action.trigger()  # nothing but a locked cell: no edit
    planning.page.grid.view.select((2, 0, 2, 0))
    planning.page.cells.set_code("beat")
    planning.settle()
    assert "结果未采用" in planning.page.planning.line.words.text()
    assert planning.letters(2) == "社" + "." * 29


def test_a_month_that_is_not_there_yet_can_be_filled_at_once(planning: Planning) -> None:
    planning.page.place.go_to_month(date(2026, 12, 1))
    assert not planning.page.shows_grid
    planning.page.fill_button.click()
    planning.settle()
    assert planning.page.shows_grid
    assert planning.short() == [0] * 31


def _roster(folder: Path) -> Path:
    days = ",".join(str(day) for day in range(1, 31))
    rows = [f"王宇{',休' + ',值' * 2 + ',' * 27}", f"罗辉,24,巡山{',' * 28}"]
    path = folder / "值班表.csv"
    path.write_text("\n".join(["城关派出所2026年11月值班表", f"姓名,{days}", *rows]), encoding="utf-8")
    return path


def test_a_roster_of_excel_is_imported_with_its_doubts_listed(planning: Planning, tmp_path: Path) -> None:
    planning.page.place.go_to_month(date(2026, 12, 1))
    planning.page.import_button.click()
    dialog = planning.page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(_roster(tmp_path)))
    dialog.close()
    planning.scene.settle()
    assert planning.page.place.month == NOVEMBER
    assert planning.letters(0)[:4] == "休值值."
    assert planning.letters(9)[:3] == "值.."
    assert planning.page.issues.isVisible()
    told = [
        planning.page.issues.list.topLevelItem(n)
        for n in range(planning.page.issues.list.topLevelItemCount())
    ]
    assert any(item is not None and "巡山" in item.text(3) for item in told)
    planning.page.issues.close_button.click()
    assert planning.page.issues.isHidden()
    planning.scene.document.undo_stack.undo()
    assert planning.letters(9)[:3] == "..."


def test_a_file_without_a_roster_leaves_everything_as_it_was(planning: Planning, tmp_path: Path) -> None:
    path = tmp_path / "别的.csv"
    path.write_text("一,二\n三,四\n", encoding="utf-8")
    before = planning.scene.document.document
    planning.page.importing.read(path, planning.unit, NOVEMBER)
    planning.scene.settle()
    assert planning.scene.document.document is before
    assert planning.scene.shell.messages.isVisible()
    assert duty_month(before, planning.unit, NOVEMBER) is not None


def test_a_file_of_strangers_is_said_to_change_nothing(planning: Planning, tmp_path: Path) -> None:
    path = tmp_path / "值班表.csv"
    days = ",".join(str(day) for day in range(1, 31))
    rows = [f"火星人{n},值{',' * 29}" for n in range(1200)]
    path.write_text("\n".join(["城关派出所2026年11月值班表", f"姓名,{days}", *rows]), encoding="utf-8")
    before = planning.scene.document.document
    planning.page.importing.read(path, planning.unit, NOVEMBER)
    planning.scene.settle()
    assert planning.scene.document.document is before
    issues = planning.page.issues
    assert "没有可用的内容,值班表未改动,1200 处问题(列出前 1000 处" in issues.title.text()
    assert issues.list.topLevelItemCount() == 1000


def test_the_words_of_a_result_go_when_another_month_is_shown(planning: Planning) -> None:
    planning.fill()
    assert "格有变动" in planning.page.planning.line.words.text()
    planning.page.place.go_to_month(date(2026, 12, 1))
    assert planning.page.planning.line.words.text() == ""


def test_repair_has_a_key_and_stands_in_the_menu(planning: Planning) -> None:
    planning.fill()
    row, day = next((r, d) for r in range(1, 9) for d in range(9, 19) if planning.letters(r)[d] == "值")
    view = planning.page.grid.view
    view.select((row, day, row, day))
    assert "顶班" in [action.text() for action in planning.page.menu().actions()]
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_F5, Qt.KeyboardModifier.ControlModifier)
    planning.settle()
    assert planning.letters(row)[day] == "假"


def test_f5_fills_from_the_grid(planning: Planning) -> None:
    planning.page.grid.view.setFocus()
    QTest.keyClick(planning.page.grid.view, Qt.Key.Key_F5)
    assert planning.page.planning.line.running
    planning.settle()
    assert planning.short() == [0] * 30


def test_what_was_found_until_it_was_stopped_is_one_step_back(planning: Planning) -> None:
    before = planning.letters(1)
    planning.page.fill()
    planning.page.planning.line.stop_button.click()
    planning.settle()
    if planning.letters(1) != before:
        assert "." not in planning.letters(1)
        planning.scene.document.undo_stack.undo()
    assert planning.letters(1) == before
