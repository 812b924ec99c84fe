from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.document import Document
from planner.edits.duty import duty_month, set_cells
from tests.planner.building import Building
from tests.ui.duty.scenes import NOVEMBER, Duty
from tests.ui.windows import Scene
from ui.duty.duty_page import DutyPage
from ui.duty.fill_handle import handle
from ui.duty.grid_table import PLANNED_COLUMN
from ui.policy.calendar_dialog import CalendarDialog
from ui.settings import DUTY_DAY_WIDTH, DUTY_MONTH, DUTY_UNIT

_Key, _Control = Qt.Key, Qt.KeyboardModifier.ControlModifier


def test_people_of_the_unit_stand_by_the_days_of_the_month(duty: Duty) -> None:
    assert [row.person.name for row in duty.page.grid.cells.rows] == ["王宇", "李静", "张伟", "罗辉"]
    assert duty.page.grid.cells.columnCount() == 30
    assert duty.page.shows_grid


def test_a_key_is_a_code_and_one_undo_step(duty: Duty) -> None:
    duty.select(1, 1)
    duty.type("z")
    assert duty.letters(1)[:3] == "值.."
    assert duty.scene.document.undo_label is not None
    assert duty.scene.document.undo_label.zh == "排班:值班 1 格"
    duty.undo()
    assert duty.letters(1)[:3] == "..."


def test_hours_and_words_of_an_input_method_are_codes(duty: Duty) -> None:
    duty.select(0, 3)
    duty.type("24")
    assert duty.letters(0)[:4] == "..值."
    duty.select(0, 4)
    assert duty.view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    event = QInputMethodEvent("", [])
    event.setCommitString("休")
    QApplication.sendEvent(duty.view, event)
    assert duty.letters(0)[:4] == "..值休"


def test_the_same_key_again_takes_the_next_code(duty: Duty) -> None:
    duty.select(0, 1)
    duty.type("bb")
    assert duty.letters(0)[:1] == "补"


def test_a_key_fills_the_selected_cells_that_are_open(duty: Duty) -> None:
    duty.select(1, 8, 2, 11)
    duty.type("x")
    assert duty.letters(1)[7:11] == "休休休休"
    assert duty.letters(2)[7:11] == "休..休"


def test_duty_on_a_day_of_leave_is_refused_with_its_reason(duty: Duty) -> None:
    duty.select(2, 9)
    duty.type("z")
    assert duty.page.refusals.isVisible()
    item = duty.page.refusals.list.topLevelItem(0)
    assert item is not None
    assert [item.text(n) for n in range(3)] == ["张伟", "9 日", "值"]
    assert "年休假" in item.text(3)
    duty.select(0, 1)
    duty.page.refusals.list.itemClicked.emit(item, 0)
    assert (duty.view.currentIndex().row(), duty.view.currentIndex().column()) == (2, 8)


def test_delete_takes_out_what_is_selected(duty: Duty) -> None:
    duty.select(0, 1, 1, 3)
    duty.type("s")
    duty.select(0, 2, 1, 2)
    duty.press(_Key.Key_Delete)
    assert [duty.letters(row)[:3] for row in (0, 1)] == ["社.社", "社.社"]


def test_cells_go_to_excel_and_come_back_as_letters_or_words(duty: Duty) -> None:
    duty.select(0, 1)
    duty.type("z")
    duty.select(0, 1, 0, 2)
    duty.press(_Key.Key_C, _Control)
    assert QGuiApplication.clipboard().text() == "值\t\n"
    QGuiApplication.clipboard().setText("24\t休息\nbeat\t备\n")
    duty.select(0, 4)
    duty.press(_Key.Key_V, _Control)
    assert duty.letters(0)[:6] == "值..值休."
    assert duty.letters(1)[:6] == "...社备."
    assert duty.view.block == (0, 3, 1, 4)
    duty.undo()
    assert duty.letters(0)[:6] == "值....."


def test_one_cell_is_pasted_over_the_whole_selection(duty: Duty) -> None:
    QGuiApplication.clipboard().setText("值")
    duty.select(0, 1, 1, 3)
    duty.press(_Key.Key_V, _Control)
    assert [duty.letters(row)[:4] for row in (0, 1)] == ["值值值.", "值值值."]


def test_a_word_that_is_no_code_refuses_the_whole_paste(duty: Duty) -> None:
    QGuiApplication.clipboard().setText("值\t巡山\n")
    duty.select(0, 1)
    duty.press(_Key.Key_V, _Control)
    assert duty.letters(0)[:2] == ".."
    item = duty.page.refusals.list.topLevelItem(0)
    assert item is not None
    assert [item.text(n) for n in range(3)] == ["王宇", "2 日", "巡山"]


def test_what_lies_beyond_the_grid_is_said_not_to_be_pasted(duty: Duty) -> None:
    QGuiApplication.clipboard().setText("值\t休\n")
    duty.select(0, 30)
    duty.press(_Key.Key_V, _Control)
    assert duty.letters(0)[29:] == "值"
    assert "超出表格范围" in duty.page.refusals.title.text()


def test_a_cut_leaves_blanks(duty: Duty) -> None:
    duty.select(0, 1)
    duty.type("z")
    duty.press(_Key.Key_X, _Control)
    assert duty.letters(0)[:1] == "."
    assert QGuiApplication.clipboard().text() == "值\n"


def test_fill_down_and_fill_right_repeat_the_first(duty: Duty) -> None:
    duty.select(0, 9)
    duty.type("z")
    duty.select(0, 9, 3, 9)
    duty.press(_Key.Key_D, _Control)
    assert [duty.letters(row)[8] for row in range(4)] == ["值", "值", ".", "值"]
    duty.select(0, 9, 0, 12)
    duty.press(_Key.Key_R, _Control)
    assert duty.letters(0)[8:13] == "值值值值."


def test_keys_of_the_grid_go_before_those_of_the_window(duty: Duty) -> None:
    accept = duty.scene.window.actions_["accept_repair"]
    accept.setEnabled(True)
    accepted: list[bool] = []
    accept.triggered.connect(accepted.append)
    duty.view.setFocus()
    duty.select(0, 1)
    duty.type("z")
    duty.select(0, 1, 0, 2)
    duty.press(_Key.Key_R, _Control)
    assert duty.letters(0)[:2] == "值值"
    assert accepted == []


def test_drawing_the_corner_out_repeats_the_pattern(duty: Duty) -> None:
    duty.select(0, 1)
    duty.type("z")
    duty.select(0, 2)
    duty.type("x")
    duty.select(0, 1, 0, 2)
    cells, viewport = duty.page.grid.cells, duty.view.viewport()
    begin = handle(duty.view.visualRect(cells.index(0, 1))).center()
    end = duty.view.visualRect(cells.index(0, 6)).center()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, begin)
    QTest.mouseMove(viewport, QPoint(end))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    assert duty.letters(0)[:8] == "值休值休值休值."
    assert duty.view.block == (0, 0, 0, 6)


def test_a_locked_cell_is_kept_until_it_is_unlocked(duty: Duty) -> None:
    duty.select(0, 1)
    duty.type("z")
    duty.press(_Key.Key_L, _Control)
    assert duty.letters(0)[:3] == "[值]"
    duty.type("x")
    assert duty.letters(0)[:3] == "[值]"
    assert "已锁定" in duty.page.refusals.list.topLevelItem(0).text(3)  # type: ignore[union-attr]
    duty.press(_Key.Key_L, _Control)
    duty.type("x")
    assert duty.letters(0)[:1] == "休"


def test_a_blank_cell_is_not_locked(duty: Duty) -> None:
    duty.select(0, 1)
    duty.press(_Key.Key_L, _Control)
    assert "空白单元格不能锁定" in duty.page.refusals.title.text()


def test_enter_goes_down_and_the_selection_outlives_an_edit(duty: Duty) -> None:
    duty.select(0, 5)
    duty.type("z")
    assert duty.view.block == (0, 4, 0, 4)
    duty.press(_Key.Key_Return)
    assert duty.view.block == (1, 4, 1, 4)


def test_margins_follow_every_edit(duty: Duty) -> None:
    grid = duty.page.grid
    assert grid.days.index(0, 0).data() == "0"
    duty.select(0, 1)
    duty.type("z")
    duty.select(1, 1)
    duty.type("z")
    assert [grid.days.index(line, 0).data() for line in range(3)] == ["2", "2", ""]
    assert grid.days.headerData(0, Qt.Orientation.Vertical) == "值班(应 2)"
    assert [grid.people.index(1, n).data() for n in range(5)] == ["1", "8", "1", "1", "0%"]
    tip = str(grid.people.index(1, 4).data(Qt.ItemDataRole.ToolTipRole))
    assert tip == "李静:在辖区 0 / 工作 8 小时,要求 80%"


def test_the_row_of_codes_sets_what_is_selected(duty: Duty) -> None:
    duty.select(0, 1, 0, 2)
    duty.page.codes.buttons["beat"].click()
    assert duty.letters(0)[:3] == "社社."
    assert "custody_patrol" not in duty.page.codes.buttons


def test_a_custody_unit_has_its_own_codes(duty: Duty) -> None:
    duty.page.place.go_to_unit(duty.scene.unit("看守所"))
    assert not duty.page.shows_grid
    assert duty.page.empty.title.text() == "看守所2026年11月还没有值班表"
    duty.page.new_button.click()
    assert duty.page.shows_grid
    assert "custody_patrol" in duty.page.codes.buttons


def test_the_page_follows_the_tree_to_units_with_duty(duty: Duty) -> None:
    for name, shown in (("看守所", "看守所"), ("政工室", "看守所"), ("城关派出所", "城关派出所")):
        duty.scene.window.tree.choose_unit(duty.scene.unit(name))
        assert duty.page.place.name == shown


def test_months_are_stepped_through_and_continued(duty: Duty) -> None:
    people = [row.person.id for row in duty.page.grid.cells.rows]
    rotation = {(p, day): "duty" for n, p in enumerate(people[:2]) for day in range(1, 31) if day % 2 == n}
    duty.scene.document.open(set_cells(duty.scene.document.document, duty.unit, NOVEMBER, rotation), None)
    assert not duty.page.copy_button.isVisible()
    duty.page.bar.after.click()
    assert duty.page.bar.title.text() == "2026年12月"
    assert not duty.page.shows_grid
    duty.page.copy_button.click()
    assert duty.letters(0)[:4] == ".值.值"
    duty.undo()
    assert not duty.page.shows_grid
    assert duty_month(duty.scene.document.document, duty.unit, date(2026, 12, 1)) is None


def test_clearing_the_month_keeps_what_is_locked(duty: Duty) -> None:
    duty.select(0, 1, 0, 2)
    duty.type("z")
    duty.select(0, 1)
    duty.press(_Key.Key_L, _Control)
    duty.page.clear_action.trigger()
    assert duty.letters(0)[:4] == "[值]."


def test_unit_month_and_width_are_remembered(duty: Duty, qtbot: QtBot) -> None:
    settings = duty.scene.shell.settings
    duty.page.place.go_to_unit(duty.scene.unit("看守所"))
    duty.page.place.go_to_month(date(2026, 12, 1))
    duty.page.grid.view.days.resizeSection(3, 31)
    assert {duty.page.grid.view.days.sectionSize(n) for n in range(30)} == {31}
    qtbot.waitUntil(lambda: settings.get(DUTY_DAY_WIDTH) == 31)
    assert settings.get(DUTY_UNIT) == "看守所"
    assert settings.get(DUTY_MONTH) == "2026-12-01"


def test_a_year_without_its_holidays_leads_to_the_calendar(duty: Duty) -> None:
    assert not duty.page.calendar.isVisible()
    duty.page.place.go_to_month(date(2027, 1, 1))
    duty.page.new_button.click()
    assert "2027 年的放假调休安排未随程序提供" in duty.page.calendar.doubt.text()
    duty.page.calendar.button.click()
    dialog = duty.page.findChild(CalendarDialog)
    assert isinstance(dialog, CalendarDialog)
    assert dialog.isVisible()
    dialog.close()


def test_the_shares_of_the_margin_have_room_in_bold(duty: Duty) -> None:
    font = QFont(duty.page.grid.font())
    font.setBold(True)
    width = duty.page.grid.right.columnWidth(PLANNED_COLUMN)
    assert width >= QFontMetrics(font).horizontalAdvance("88.8%") + 6


def test_without_units_the_page_says_what_to_do_first(qtbot: QtBot) -> None:
    scene = Scene(qtbot, Document(Building().county))
    page = scene.page("duty", DutyPage)
    assert page.empty.title.text() == "还没有派出所或监管场所"
    assert not page.new_button.isVisible()


def test_everything_speaks_english_too(qtbot: QtBot) -> None:
    duty = Duty(qtbot, "en")
    assert duty.page.bar.title.text() == "Nov 2026"
    assert duty.page.codes.buttons["beat"].text() == "in the beat"
    assert duty.page.grid.days.headerData(0, Qt.Orientation.Vertical) == "On duty (of 2)"
    tip = str(duty.page.grid.cells.index(2, 8).data(Qt.ItemDataRole.ToolTipRole))
    assert tip == "张伟 2026-11-09 Mo · working day\nannual leave"
    menu = duty.page.menu()
    assert [a.text() for a in menu.actions() if a.text()][:3] == ["Copy", "Cut", "Paste"]


def test_another_theme_repaints_the_codes_and_the_grid(duty: Duty) -> None:
    duty.select(0, 1)
    duty.type("z")
    duty.select(3, 5)

    def colours() -> tuple[str, str]:
        duty.view.viewport().repaint()
        place = duty.view.visualRect(duty.page.grid.cells.index(0, 0)).topLeft() + QPoint(3, 3)
        icon = duty.page.codes.buttons["duty"].icon().pixmap(20).toImage()
        return duty.view.viewport().grab().toImage().pixelColor(place).name(), icon.pixelColor(4, 10).name()

    duty.scene.shell.theme.choose("light")
    light = colours()
    duty.scene.shell.theme.choose("dark")
    dark = colours()
    duty.scene.shell.theme.choose("light")
    assert light[0] == light[1] == "#f4c7ab"
    assert dark[0] == dark[1] != light[0]
    assert colours() == light
