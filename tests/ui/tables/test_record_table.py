from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.edits.people import add_person, remove_people
from planner.edits.secondments import return_home
from planner.tables.column import Look
from tests.planner.building import TODAY
from tests.ui.tables.scenes import Scene
from ui.marks import Mark
from ui.tables.filtering import ColumnFilter, Filters
from ui.tables.hints import Hint
from ui.tables.people_drag import people_of


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    return Scene(qtbot)


def away(scene: Scene) -> None:
    scene.model.set_filters(Filters(condition=lambda row: row.placed.drawn_off))


def test_chinese_is_sorted_by_pinyin_and_blanks_stand_last_either_way(scene: Scene) -> None:
    scene.model.sort_by("name")
    assert scene.names() == ["李静", "孙立", "王宇", "吴刚", "杨帆", "张伟", "赵敏", "周明"]
    scene.model.sort_by("birth", True)
    assert scene.column("birth")[:3] == ["1990-07-15", "1985-03", ""]
    scene.model.sort_by("birth")
    assert scene.column("birth")[:3] == ["1985-03", "1990-07-15", ""]


def test_filters_of_two_columns_both_hold(scene: Scene) -> None:
    filters = Filters().with_column("unit", ColumnFilter(values=frozenset({"城关派出所"})))
    scene.model.set_filters(filters.with_column("name", ColumnFilter(text="王")))
    assert scene.names() == ["王宇"]


def test_the_search_looks_into_the_columns_it_is_given(scene: Scene) -> None:
    scene.model.set_filters(Filters(search="河口", searched=("name", "unit")))
    assert scene.names() == ["杨帆", "赵敏", "孙立"]
    scene.model.set_filters(Filters(search="河口", searched=("name",)))
    assert scene.names() == []


def test_a_row_stays_in_view_after_an_edit_until_filtered_again(scene: Scene) -> None:
    away(scene)
    before = scene.names()
    record = next(s.id for s in scene.document.county.secondments.values() if s.until)
    scene.document = return_home(scene.document, [record], TODAY.replace(day=1))
    scene.show_document()
    assert (scene.names(), scene.model.stale) == (before, 1)
    scene.model.arrange()
    assert (len(scene.names()), scene.model.stale) == (len(before) - 1, 0)


def test_sorted_rows_keep_their_places_after_an_edit(scene: Scene) -> None:
    scene.model.sort_by("name")
    index = scene.model.index(0, 0)
    assert scene.model.setData(index, "邹静")
    assert scene.names()[0] == "邹静"
    scene.model.arrange()
    assert scene.names()[-1] == "邹静"


def test_new_people_appear_and_removed_ones_go(scene: Scene) -> None:
    scene.document = add_person(scene.document, "郑洁", "", None)
    scene.show_document()
    assert scene.names()[-1] == "郑洁"
    scene.document = remove_people(scene.document, [next(iter(scene.document.county.people))])
    scene.show_document()
    assert scene.names()[0] != "王宇"


def test_words_already_there_are_no_edit(scene: Scene) -> None:
    index = scene.model.index(0, scene.model.section_of("birth"))
    assert not scene.model.setData(index, "1985-03")
    assert scene.edits == 0


def test_computed_columns_cannot_be_edited(scene: Scene) -> None:
    editable = Qt.ItemFlag.ItemIsEditable
    assert not scene.model.flags(scene.model.index(0, scene.model.section_of("age"))) & editable
    assert scene.model.flags(scene.model.index(0, scene.model.section_of("post"))) & editable


def test_the_language_of_titles_and_cells_is_switched(scene: Scene) -> None:
    section = scene.model.section_of("post")
    scene.model.set_language("en")
    assert scene.model.headerData(section, Qt.Orientation.Horizontal) == "Post"
    assert scene.model.data(scene.model.index(1, section)) == "community"


def test_a_filter_outlives_a_switch_of_language(scene: Scene) -> None:
    scene.model.set_filters(Filters().with_column("post", ColumnFilter(values=frozenset({"社区民警"}))))
    before = scene.names()
    scene.model.set_language("en")
    scene.model.arrange()
    assert scene.names() == before != []


def test_numbers_stand_right_and_hints_give_a_background(scene: Scene) -> None:
    section = next(i for i, c in enumerate(scene.model.table.columns) if c.look is Look.NUMBER)
    alignment = scene.model.data(scene.model.index(0, section), Qt.ItemDataRole.TextAlignmentRole)
    assert alignment & Qt.AlignmentFlag.AlignRight
    assert scene.model.data(scene.model.index(0, 0), Qt.ItemDataRole.BackgroundRole) is None
    scene.model.hinting = lambda row, key: Hint.GRAVE
    assert scene.model.data(scene.model.index(0, 0), Qt.ItemDataRole.BackgroundRole) is not None


def test_dragged_rows_name_each_person_once(scene: Scene) -> None:
    cells = [scene.model.index(line, section) for line in (1, 0) for section in (0, 1)]
    mime = scene.model.mimeData(cells)
    people = [row.id for row in scene.model.shown[:2]]
    assert people_of(mime) == people


def test_a_column_of_the_users_own_appears_and_goes(scene: Scene) -> None:
    someone = next(p.id for p in scene.document.county.people.values() if p.extra)
    assert scene.model.section_of("extra:民族") >= 0
    scene.document = remove_people(scene.document, [someone])
    scene.show_document()
    assert scene.model.section_of("extra:民族") == -1


def test_a_mark_stands_in_the_cells_it_is_given_for(scene: Scene) -> None:
    index = scene.model.index(0, scene.model.section_of("name"))
    assert scene.model.data(index, Qt.ItemDataRole.DecorationRole) is None
    scene.model.marking = lambda row, key: Mark.MET if key == "name" else None
    assert not scene.model.data(index, Qt.ItemDataRole.DecorationRole).isNull()
    other = scene.model.index(0, scene.model.section_of("birth"))
    assert scene.model.data(other, Qt.ItemDataRole.DecorationRole) is None
