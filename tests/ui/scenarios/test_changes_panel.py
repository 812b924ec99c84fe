from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from planner.county.duty import DutyMonth
from planner.edits.people import remove_people
from planner.edits.scenarios import add_change, keep_duty
from planner.scenarios.records import ChangeKind
from planner.text import same
from tests.planner.scenarios.town import MARCH
from tests.ui.scenarios.scenes import TOWN, ScenariosScene, badge, retiring

_EDIT = same("edit")
_ALT = Qt.KeyboardModifier.AltModifier


def test_a_change_is_added_by_the_form_of_its_kind_on_the_date_of_the_last_one(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=1)
    menu = scene.changes.choose_kind()
    assert len(menu.actions()) == len(ChangeKind)
    menu.close()
    scene.changes.ask_new(ChangeKind.LEAVE)
    form = scene.form()
    assert form.editors["date"].text() == "2027-03-01"  # type: ignore[union-attr]
    assert set(form.editors) == {"date", "person", "value", "until", "note"}
    scene.fill(person=badge(TOWN.clerks[2]), value="产假", until="2027-08-31")
    scene.settle()
    leave = scene.kept(1)[2]
    assert (leave.value, leave.until) == ("maternity", date(2027, 8, 31))
    assert scene.rows[2].outcome == "made"
    assert scene.changes.view.current_row().id == leave.id  # type: ignore[union-attr]


def test_the_values_of_a_target_follow_its_setting(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=1)
    form = scene.changes.ask_new(ChangeKind.TARGET)
    box = form.editors["value"]
    form.fill("key", "派出所警力占比")
    assert box.lineEdit().placeholderText() == "现为 40%"  # type: ignore[union-attr]
    form.fill("key", "交警计入全局警力")
    assert [box.itemText(i) for i in range(box.count())] == ["", "是", "否"]  # type: ignore[union-attr]
    form.fill("value", "否")
    form.accept()
    assert (scene.kept(1)[2].key, scene.kept(1)[2].value) == ("counting.traffic", "false")


def test_a_station_another_change_opens_can_be_chosen(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=1)
    scene.changes.ask_new(ChangeKind.OPEN_STATION)
    scene.fill(name="新区派出所", number="12")
    scene.settle()
    scene.changes.ask_new(ChangeKind.TRANSFER)
    scene.fill(person=badge(TOWN.clerks[3]), unit="新区派出所")
    scene.settle()
    assert [row.outcome for row in scene.rows] == ["made"] * 4
    model = scene.changes.model
    assert model.index(3, model.section_of("unit")).data() == "新区派出所"


def test_the_form_of_a_change_shows_what_it_says_and_changes_it(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=1)
    scene.select(2)
    scene.changes.page_actions["edit"].trigger()
    form = scene.form()
    assert badge(TOWN.clerks[1]) in form.editors["person"].currentText()  # type: ignore[union-attr]
    assert form.editors["unit"].currentText() == "河口派出所"  # type: ignore[union-attr]
    scene.fill(unit="刑侦大队", post="办案")
    assert (scene.kept(1)[1].unit, scene.kept(1)[1].post) == (TOWN.brigade, "case")
    scene.opened.undo_stack.undo()
    assert scene.kept(1)[1].unit == TOWN.small


def test_cells_are_typed_and_what_cannot_be_is_refused_by_cell(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=1)
    model = scene.changes.model
    unit = model.index(1, model.section_of("unit"))
    assert model.setData(unit, "刑侦大队")
    assert scene.kept(1)[1].unit == TOWN.brigade
    assert not model.setData(model.index(0, model.section_of("unit")), "刑侦大队")
    assert scene.changes.refusals.isVisible()
    assert "不用填写" in scene.changes.refusals.list.topLevelItem(0).text(3)


def test_dates_are_filled_down_as_one_step(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=1)
    view, model = scene.changes.view, scene.changes.model
    model.setData(model.index(0, model.section_of("date")), "2027.6.1")
    scene.select(1, 2)
    view.fill_with("2027-07-01", "date")
    assert {change.date for change in scene.kept(1)} == {date(2027, 7, 1)}
    scene.opened.undo_stack.undo()
    assert [change.date for change in scene.kept(1)] == [date(2027, 6, 1), MARCH]


def test_the_space_bar_switches_off_and_on_again(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=1)
    scene.select(1)
    scene.changes.view.setFocus()
    qtbot.keyClick(scene.changes.view, Qt.Key.Key_Space)
    assert [change.enabled for change in scene.kept(1)] == [False, True]
    scene.tree.choose(2)
    scene.settle()
    assert [row.outcome for row in scene.rows] == ["made"]  # who is not retired can be moved
    scene.tree.choose(1)
    scene.select(1)
    qtbot.keyClick(scene.changes.view, Qt.Key.Key_Space)
    assert [change.enabled for change in scene.kept(1)] == [True, True]


def test_changes_move_up_and_down_and_stay_selected(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=1)
    scene.select(2)
    scene.changes.view.setFocus()
    qtbot.keyClick(scene.changes.view, Qt.Key.Key_Up, _ALT)
    assert [change.id for change in scene.kept(1)] == [2, 1]
    assert [row.id for row in scene.changes.view.selected_rows()] == [2]
    qtbot.keyClick(scene.changes.view, Qt.Key.Key_Down, _ALT)
    assert [change.id for change in scene.kept(1)] == [1, 2]


def test_del_removes_rows_selected_whole_and_clears_cells_otherwise(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=1)
    view, model = scene.changes.view, scene.changes.model
    view.setFocus()
    model.setData(model.index(1, model.section_of("note")), "四月")
    view.setCurrentIndex(model.index(1, model.section_of("note")))
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert [change.note for change in scene.kept(1)] == ["", ""]
    scene.select(2)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert [change.id for change in scene.kept(1)] == [1]
    scene.opened.undo_stack.undo()
    assert len(scene.kept(1)) == 2


def test_changes_are_copied_to_another_scenario(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=1)
    scene.select(2)
    scene.changes.page_actions["copy_to"].trigger()
    scene.fill()
    assert [(c.kind, c.person) for c in scene.kept(2)][1] == (ChangeKind.TRANSFER, TOWN.clerks[1])
    assert len({c.id for s in scene.opened.base.scenarios.values() for c in s.changes}) == 4


def test_rows_are_copied_as_a_sheet(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=1)
    scene.select(2)
    qtbot.keyClick(scene.changes.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("是\t2027-03-01\t单位间交流\t")


def test_the_changes_of_the_bases_are_seen_and_not_changed_here(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=2)
    scene.changes.line.bases.setChecked(True)
    assert [row.inherited for row in scene.rows] == [True, True, False]
    model = scene.changes.model
    assert not model.setData(model.index(0, model.section_of("note")), "四月")
    assert "到该方案中修改" in scene.changes.refusals.list.topLevelItem(0).text(3)
    scene.select(1)
    assert not scene.changes.page_actions["remove"].isEnabled()


def test_what_the_county_no_longer_has_is_a_conflict_at_once_and_is_stepped_to(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=1)
    scene.opened.apply_to_base(_EDIT, lambda document: remove_people(document, TOWN.clerks[:2]))
    scene.settle()
    line = scene.changes.line
    assert line.said.text() == "2 项变动无法实施"
    assert "所选人员已不在花名册中" in scene.rows[0].said.zh
    line.next.click()
    assert scene.changes.view.current_row().id == 1  # type: ignore[union-attr]
    line.next.click()
    assert scene.changes.view.current_row().id == 2  # type: ignore[union-attr]


def test_stepping_reaches_the_changes_of_a_base(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=2)
    scene.opened.apply_to_base(_EDIT, lambda document: remove_people(document, TOWN.clerks[:1]))
    scene.settle()
    scene.changes.line.next.click()
    assert scene.changes.line.bases.isChecked()
    assert scene.changes.view.current_row().inherited  # type: ignore[union-attr]


def test_a_duty_roster_of_its_own_is_named_and_dropped(qtbot: QtBot) -> None:
    month = DutyMonth(TOWN.big, date(2026, 12, 1), {})
    scene = ScenariosScene(qtbot, keep_duty(retiring(), 1, month), chosen=1)
    [button] = scene.changes.line.duty_buttons
    assert button.text() == "城关派出所 2026-12 ✕"
    button.click()
    assert scene.scenario(1).duty == ()
    assert scene.changes.line.duty_buttons == []


def test_the_county_as_it_stands_has_no_changes_and_says_so(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=1)
    scene.tree.choose(None)
    assert "现状就是文件中的警力" in scene.changes.empty.text()
    assert scene.changes.empty.isVisible()
    assert not scene.changes.page_actions["add"].isEnabled()


def test_a_station_is_merged_into_another_one_and_nothing_else_is_offered(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=1)
    form = scene.changes.ask_new(ChangeKind.MERGE_STATION)
    unit, into = form.editors["unit"], form.editors["into"]
    assert isinstance(unit, QComboBox)
    assert isinstance(into, QComboBox)
    units = TOWN.county.units.values()
    stations = [u.name for u in units if u.is_station]
    assert [unit.itemText(n) for n in range(unit.count())] == ["", *stations]
    unit.setEditText(stations[0])
    assert [into.itemText(n) for n in range(into.count())] == ["", *stations[1:]]


def test_what_a_change_does_stands_in_one_column(qtbot: QtBot) -> None:
    document = add_change(retiring(), 1, ChangeKind.TARGET, MARCH, key="station_share.required", value="45%")
    scene = ScenariosScene(qtbot, document, chosen=1)
    column = scene.changes.model.section_of("content")
    assert column == scene.changes.model.section_of("kind") + 1
    names = [TOWN.county.people[person].name for person in TOWN.clerks[:2]]
    small = TOWN.county.units[TOWN.small].name
    said = [scene.changes.model.index(line, column).data() for line in range(3)]
    assert said[:2] == [names[0], f"{names[1]} → {small}"]
    assert said[2].endswith(":45%")


def test_what_becomes_of_the_change_selected_is_told_in_full(qtbot: QtBot) -> None:
    scene = ScenariosScene(qtbot, retiring(), chosen=2)
    assert not scene.changes.told.isVisible()
    scene.select(3)
    name = TOWN.county.people[TOWN.clerks[0]].name
    small = TOWN.county.units[TOWN.small].name
    assert scene.changes.told.text().startswith(f"2027-03-01 单位间交流:{name} → {small};")
    assert scene.changes.told.isVisible()
