from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from planner.edits.people import correct_people
from planner.tables.column import Table
from planner.tables.roster import roster_rows, roster_table
from planner.text import Text
from tests.planner.building import TODAY
from tests.planner.tables.counties import varied
from tests.ui.tables.scenes import Scene
from ui.tables.column_chooser import ColumnChooser
from ui.tables.filtering import ColumnFilter
from ui.tables.record_table import RecordTable
from ui.tables.table_view import TableView

CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    return Scene(qtbot)


def clipboard(words: str | None = None) -> str:
    board = QGuiApplication.clipboard()
    if words is not None:
        board.setText(words)
    return board.text()


def press(scene: Scene, key: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(scene.view, key, with_)


def test_a_block_is_copied_as_excel_reads_it(scene: Scene) -> None:
    scene.select(0, "name", 1, "badge_number")
    press(scene, Qt.Key.Key_C, CONTROL)
    people = list(scene.document.county.people.values())
    assert clipboard() == "".join(f"{p.name}\t{p.badge_number}\n" for p in people[:2])
    press(scene, Qt.Key.Key_C, CONTROL | SHIFT)
    assert clipboard().startswith("姓名\t警号\n")


def test_hidden_columns_are_neither_copied_nor_pasted_onto(scene: Scene) -> None:
    scene.view.show_column(scene.model.section_of("badge_number"), False)
    scene.select(0, "name", 0, "unit")
    scene.view.copy()
    assert clipboard() == "王宇\t城关派出所\n"


def test_a_pasted_rectangle_is_one_edit(scene: Scene) -> None:
    clipboard("社区民警\t是\n办案\t否\n")
    scene.select(0, "post")
    press(scene, Qt.Key.Key_V, CONTROL)
    assert scene.edits == 1
    assert scene.column("post")[:2] == ["社区民警", "办案"]
    assert scene.column("dedicated")[:2] == ["是", "否"]


def test_one_pasted_cell_fills_the_selection(scene: Scene) -> None:
    clipboard("内勤")
    scene.select(0, "post", 2)
    scene.view.paste()
    assert (scene.column("post")[:3], scene.edits) == (["内勤"] * 3, 1)


def test_a_wrong_cell_refuses_the_whole_paste_with_a_list(scene: Scene) -> None:
    before = scene.document
    clipboard("内勤\n巡逻侠\n")
    scene.select(0, "post")
    scene.view.paste()
    assert scene.document is before
    [refusal] = scene.refusals
    assert (refusal.column, refusal.words) == ("post", "巡逻侠")


def test_a_paste_over_the_edge_is_told_and_nothing_changes(scene: Scene, qtbot: QtBot) -> None:
    clipboard("1\n" * 3)
    scene.select(len(scene.names()) - 1, "beat")
    with qtbot.waitSignal(scene.view.told) as told:
        scene.view.paste()
    assert isinstance(told.args[0], Text)
    assert scene.edits == 0


def test_fill_down_and_delete_are_one_edit_each(scene: Scene) -> None:
    scene.select(1, "beat", 3)
    scene.view.fill_with("3", "beat")
    assert scene.column("beat")[:4] == ["1", "3", "3", "3"]
    scene.select(0, "beat", 3)
    press(scene, Qt.Key.Key_D, CONTROL)
    assert scene.column("beat")[:4] == ["1"] * 4
    press(scene, Qt.Key.Key_Delete)
    assert scene.column("beat")[:4] == [""] * 4
    assert scene.edits == 3


def test_typing_edits_the_cell_and_enter_goes_down(scene: Scene, qtbot: QtBot) -> None:
    scene.select(0, "position")
    scene.view.setFocus()
    press(scene, Qt.Key.Key_F2)
    editor = scene.view.viewport().findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "chief")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert scene.column("position")[0] == "chief"
    assert scene.view.currentIndex().row() == 1
    press(scene, Qt.Key.Key_Return)
    assert scene.view.currentIndex().row() == 2


def test_a_coded_cell_offers_its_choices(scene: Scene) -> None:
    scene.select(0, "post")
    scene.view.edit(scene.view.currentIndex())
    box = scene.view.viewport().findChild(QComboBox)
    assert box is not None
    assert [box.itemText(i) for i in range(box.count())][:3] == ["", "领导", "社区民警"]
    box.lineEdit().setText("community")  # type: ignore[union-attr]
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert scene.column("post")[0] == "社区民警"


def test_the_name_is_edited_in_the_frozen_column(scene: Scene) -> None:
    scene.select(0, "name")
    assert scene.view.frozen.isVisible()
    scene.view.edit(scene.view.currentIndex())
    editor = scene.view.frozen.viewport().findChild(QLineEdit)
    assert editor is not None
    editor.setText("王羽")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert scene.names()[0] == "王羽"


def test_selection_and_current_cell_follow_their_rows(scene: Scene) -> None:
    scene.select(2, "post", 3, "beat")
    chosen = {row.id for row in scene.view.selected_rows()}
    current = scene.view.current_row().id
    scene.model.sort_by("name", True)
    assert {row.id for row in scene.view.selected_rows()} == chosen
    assert scene.view.current_row().id == current
    sections = [scene.model.column_at(s).key for s in scene.view.block().sections]
    assert sections == ["post", "dedicated", "beat"]


def test_a_click_on_a_title_sorts_up_then_down_then_not(scene: Scene) -> None:
    section = scene.model.section_of("name")
    seen = []
    for _ in range(3):
        scene.view.filter_header.sectionClicked.emit(section)
        seen.append(scene.model.sorted_by)
    assert seen == [("name", False), ("name", True), None]


def test_the_filter_menu_ticks_values_and_contains_a_text(scene: Scene) -> None:
    section = scene.model.section_of("unit")
    menu = scene.view.open_filter(section, scene.view.mapToGlobal(scene.view.rect().center()))
    assert menu.checklist.rowCount() == 3
    menu.text.setText("派出所")
    menu.accept()
    assert scene.model.filters.columns["unit"] == ColumnFilter("派出所", None)
    assert set(scene.column("unit")) == {"城关派出所", "河口派出所"}
    menu = scene.view.open_filter(section, scene.view.mapToGlobal(scene.view.rect().center()))
    menu.clear()
    assert scene.model.filters.is_empty


def test_unticked_values_are_filtered_out(scene: Scene) -> None:
    menu = scene.view.open_filter(scene.model.section_of("post"), scene.view.rect().center())
    menu.checklist.tick_all(False)
    first = menu.checklist.index(0)
    menu.checklist.setData(first, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    menu.accept()
    assert scene.names() == ["王宇"]


def test_widths_order_and_hidden_columns_are_remembered(scene: Scene, qtbot: QtBot) -> None:
    view, model = scene.view, scene.model
    view.setColumnWidth(model.section_of("unit"), 222)
    view.filter_header.moveSection(view.filter_header.visualIndex(model.section_of("post")), 1)
    view.show_column(model.section_of("beat"), False)
    view.save_layout()
    again = TableView(model, lambda: scene.document)
    qtbot.addWidget(again)
    assert again.columnWidth(model.section_of("unit")) == 222
    assert again.filter_header.visualIndex(model.section_of("post")) == 1
    assert again.isColumnHidden(model.section_of("beat"))
    again.reset_layout()
    assert not again.isColumnHidden(model.section_of("beat"))
    assert again.filter_header.visualIndex(model.section_of("post")) == model.section_of("post")


def test_the_card_is_asked_for_from_the_keyboard(scene: Scene, qtbot: QtBot) -> None:
    scene.select(1, "name")
    with qtbot.waitSignal(scene.view.card_requested) as asked:
        press(scene, Qt.Key.Key_Return, ALT)
    assert asked.args == [scene.model.shown[1].id]


def test_a_row_hidden_by_a_filter_is_revealed(scene: Scene) -> None:
    scene.model.set_filters(scene.model.filters.with_column("name", ColumnFilter(text="王")))
    hidden = next(row for row in scene.model.rows if row.person.name == "吴刚")
    assert scene.view.reveal(hidden.id)
    assert scene.view.current_row().id == hidden.id
    assert not scene.view.reveal(-5)


def test_widths_outlive_a_new_column_of_the_users_own(scene: Scene) -> None:
    view, model = scene.view, scene.model
    view.setColumnWidth(model.section_of("unit"), 231)
    view.show_column(model.section_of("beat"), False)
    someone = next(iter(scene.document.county.people))
    scene.document = correct_people(scene.document, {someone: {"extra": {"籍贯": "文山"}}})
    scene.show_document()
    assert model.section_of("extra:籍贯") > 0
    assert view.columnWidth(model.section_of("unit")) == 231
    assert view.isColumnHidden(model.section_of("beat"))
    assert not view.isColumnHidden(model.section_of("extra:籍贯"))


def test_the_column_chooser_shows_and_hides_columns(scene: Scene) -> None:
    chooser = ColumnChooser(scene.view)
    beat = scene.model.section_of("beat")
    index = next(
        chooser.checklist.index(i)
        for i in range(chooser.checklist.rowCount())
        if chooser.checklist.index(i).data() == "责任区"
    )
    chooser.checklist.setData(index, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert scene.view.isColumnHidden(beat)
    chooser.reset_button.click()
    assert not scene.view.isColumnHidden(beat)


def test_the_frozen_column_lies_over_the_first_one_when_fewer_rows_are_left(scene: Scene) -> None:
    scene.document = scene.many(1200)
    scene.show_document(again=True)
    scene.model.set_filters(scene.model.filters.with_column("name", ColumnFilter(text="王宇")))
    QTest.qWait(1)
    frozen, view = scene.view.frozen, scene.view
    assert (
        frozen.mapToGlobal(frozen.rect().topLeft()).x()
        == view.viewport().mapToGlobal(view.viewport().rect().topLeft()).x()
    )


def test_only_a_selected_name_or_whole_rows_are_taken_hold_of(scene: Scene) -> None:
    view, model = scene.view, scene.model
    beat, name = model.index(2, model.section_of("post")), model.index(2, 0)
    scene.select(2, "post")
    assert not view.takes_hold(beat)
    assert not view.takes_hold(name)
    scene.select(2, "name", 3, "post")
    assert view.takes_hold(name)
    assert not view.takes_hold(beat)
    view.select_rows({model.shown[2].id})
    assert view.takes_hold(beat)
    model.person_of = None
    assert not view.takes_hold(beat)


def test_pressing_and_moving_selects_a_range(scene: Scene) -> None:
    view, model = scene.view, scene.model
    first, last = (view.visualRect(model.index(line, model.section_of("unit"))).center() for line in (1, 4))
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=first)
    assert not view.dragEnabled()
    left = Qt.MouseButton.LeftButton
    for place in (first, last):
        move = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            QPointF(place),
            QPointF(view.viewport().mapToGlobal(place)),
            Qt.MouseButton.NoButton,
            left,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(view.viewport(), move)
    QTest.mouseRelease(view.viewport(), left, pos=last)
    assert view.block().lines == (1, 2, 3, 4)


def test_a_table_that_gets_its_columns_later_has_them_as_they_were_left(qtbot: QtBot) -> None:
    document = varied()
    table, rows = roster_table(document), roster_rows(document.audit(TODAY).state)

    def filled_later() -> TableView:
        model = RecordTable(Table("later", table.title, ()))
        view = TableView(model, lambda: document)
        qtbot.addWidget(view)
        model.show_rows(rows, table)
        return view

    first = filled_later()
    header = first.filter_header
    header.moveSection(header.visualIndex(4), 1)
    header.resizeSection(2, 233)
    first.save_layout()
    again = filled_later()
    assert again.visible_sections() == first.visible_sections()
    assert again.columnWidth(2) == 233
