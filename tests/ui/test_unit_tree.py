from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from planner.county.records import Post, UnitKind
from planner.document import Document
from planner.edits.units import add_unit
from planner.text import Text
from tests.planner.building import TODAY, Building
from tests.ui.windows import Scene
from ui.roster.roster_page import RosterPage
from ui.tables.people_drag import people_mime
from ui.unit_tree import UnitTree


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    return Scene(qtbot)


def _items(tree: UnitTree) -> dict[str, QTreeWidgetItem]:
    found: dict[str, QTreeWidgetItem] = {}

    def walk(item: QTreeWidgetItem) -> None:
        found[item.text(0)] = item
        for index in range(item.childCount()):
            child = item.child(index)
            assert child is not None
            walk(child)

    root = tree.topLevelItem(0)
    assert root is not None
    walk(root)
    return found


def _place(tree: UnitTree, name: str) -> QPoint:
    return tree.visualItemRect(_items(tree)[name]).center()


def _event(place: QPoint, mime: QMimeData) -> QDropEvent:
    return QDropEvent(
        QPointF(place),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def _drop(tree: UnitTree, name: str, people: list[int]) -> QDropEvent:
    mime = people_mime(people)  # the event does not keep it
    event = _event(_place(tree, name), mime)
    tree.dropEvent(event)
    return event


def _shape(item: QTreeWidgetItem) -> QImage:
    """Return where a mark is painted at all, whatever its colours."""
    return item.icon(0).pixmap(16, 16).toImage().createAlphaMask()


def test_units_stand_under_their_kind_with_both_strengths(scene: Scene) -> None:
    items = _items(scene.window.tree)
    assert {"测试县", "派出所 (2)", "城关派出所", "河口派出所", "政工室"} <= set(items)
    assert items["城关派出所"].text(1) == "2/3"
    assert items["河口派出所"].text(1) == "0/3"
    assert items["派出所 (2)"].text(1) == "2/6"
    assert items["测试县"].text(1) == "5/7"


def test_marks_differ_in_shape_and_not_in_colour_alone(qtbot: QtBot) -> None:
    b = Building()
    fine, small, robbed = b.unit("甲派出所"), b.unit("乙派出所"), b.unit("丙派出所")
    office = b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.people(6, fine, Post.COMMUNITY)
    b.people(3, small, Post.COMMUNITY)
    away, *_ = b.people(7, robbed, Post.COMMUNITY)
    b.second(away, office)
    items = _items(Scene(qtbot, Document(b.county)).window.tree)
    shapes = [_shape(items[name]) for name in ("甲派出所", "乙派出所", "丙派出所")]
    assert shapes[0] != shapes[1]
    assert shapes[1] != shapes[2]
    assert shapes[0] != shapes[2]
    assert items["甲派出所"].toolTip(0).endswith("没有发现问题")
    assert "最低 5 人" in items["乙派出所"].toolTip(0)


def test_people_dropped_on_a_unit_are_one_undo_step_and_the_figures_follow(scene: Scene) -> None:
    tree, people = scene.window.tree, [scene.person("吴刚"), scene.person("李静")]
    event = _drop(tree, "河口派出所", people)
    assert event.isAccepted()
    assert scene.document.undo_label == Text(
        "更正 2 人的单位为河口派出所", "Correct the unit of 2 to 河口派出所"
    )
    assert scene.document.undo_stack.count() == 1
    assert _items(tree)["河口派出所"].text(1) == "2/5"
    scene.document.undo_stack.undo()
    assert _items(tree)["河口派出所"].text(1) == "0/3"


def test_a_group_and_the_county_take_nobody(scene: Scene) -> None:
    event = _drop(scene.window.tree, "派出所 (2)", [scene.person("吴刚")])
    assert not event.isAccepted()
    assert scene.document.undo_stack.count() == 0


def test_a_file_dragged_over_the_tree_is_left_to_the_window(scene: Scene) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("/tmp/a.xlsx")])
    event = _event(_place(scene.window.tree, "政工室"), mime)
    scene.window.tree.dropEvent(event)
    assert not event.isAccepted()


def test_a_click_narrows_the_page_to_the_unit(scene: Scene) -> None:
    page = scene.page("roster", RosterPage)
    tree = scene.window.tree
    QTest.mouseClick(
        tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, _place(tree, "河口派出所")
    )
    assert len(page.model.shown) == 3


def test_enter_on_a_unit_shows_its_people(scene: Scene) -> None:
    tree = scene.window.tree
    tree.choose_unit(scene.unit("河口派出所"))
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Return)
    assert scene.shell.navigation.current == "roster"


def test_a_new_unit_appears_and_the_choice_stays(scene: Scene) -> None:
    tree, river = scene.window.tree, scene.unit("河口派出所")
    tree.choose_unit(river)
    scene.document.apply(
        Text("新增单位", "Add a unit"), lambda d: add_unit(d, "新村派出所", UnitKind.STATION)
    )
    assert "新村派出所" in _items(tree)
    assert tree.chosen_unit == river


def test_a_closed_group_stays_closed_when_the_tree_changes_its_shape(scene: Scene) -> None:
    tree = scene.window.tree
    _items(tree)["派出所 (2)"].setExpanded(False)
    scene.document.apply(
        Text("新增单位", "Add a unit"), lambda d: add_unit(d, "新村派出所", UnitKind.STATION)
    )
    assert not _items(tree)["派出所 (3)"].isExpanded()


def test_the_unit_in_view_is_left_when_it_is_undone_away(scene: Scene) -> None:
    tree, page = scene.window.tree, scene.page("roster", RosterPage)
    scene.document.apply(
        Text("新增单位", "Add a unit"), lambda d: add_unit(d, "新村派出所", UnitKind.STATION)
    )
    tree.choose_unit(scene.unit("新村派出所"))
    assert len(page.model.shown) == 0
    scene.document.undo_stack.undo()
    assert tree.chosen_unit is None
    assert len(page.model.shown) == 8


def test_the_tree_follows_language_and_date(scene: Scene) -> None:
    scene.shell.language.choose("en")
    assert scene.window.tree.headerItem().text(0) == "Unit"
    assert any(name.startswith("Police station") for name in _items(scene.window.tree))
    scene.document.go_to(TODAY.replace(year=2025))
    assert _items(scene.window.tree)["城关派出所"].text(1) == "3/3"
