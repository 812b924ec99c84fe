"""The columns of a file on the import page: taken for something else, explained, previewed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from planner.files.choices import NO_FIELD
from planner.samples import write_sample
from tests.ui.importing.scenes import PATIENCE, read, settle
from ui.importing.import_layout import Part
from ui.importing.import_page import ImportPage
from ui.shell import Shell


def test_a_column_can_be_taken_for_another_field(qtbot: QtBot, page: ImportPage, messy: Path) -> None:
    read(qtbot, page, messy)
    page.parts.show_part(Part.COLUMNS)
    model = page.parts.columns.columns.model
    section = model.section_of("field")
    line = next(i for i, row in enumerate(model.rows) if row.code == "beat")
    heading = model.rows[line].column.heading
    assert model.setData(model.index(line, section), "保留为自有列")
    assert model.rows[line].code == NO_FIELD  # shown at once
    settle(qtbot, page)
    assert page.reading is not None
    county = page.reading.imported.document.county
    assert not any(posting.beat for posting in county.postings.values())
    assert any(person.extra.get(heading) for person in county.people.values())


def test_the_preview_shows_everybody_as_read(qtbot: QtBot, page: ImportPage, messy: Path) -> None:
    read(qtbot, page, messy)
    page.parts.show_part(Part.COLUMNS)
    assert page.reading is not None
    qtbot.waitUntil(lambda: len(page.parts.columns.previews) == 1)
    (preview,) = page.parts.columns.previews.values()
    assert len(preview.model.rows) == len(page.reading.imported.document.county.people)


def test_a_broken_pattern_is_refused_and_changes_nothing(
    qtbot: QtBot, page: ImportPage, shell: Shell, messy: Path
) -> None:
    read(qtbot, page, messy)
    page.parts.show_part(Part.COLUMNS)
    options = page.parts.columns.options
    options.stations.setText("派出所(")
    options.stations.editingFinished.emit()
    assert "派出所(" in shell.messages.words.text()
    assert not page.busy


def test_a_roster_without_a_unit_column_says_so_and_can_be_one_unit(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    path = tmp_path / "无单位.csv"
    path.write_text("姓名,警号,职务\n王宇,001,民警\n李静,002,民警\n", encoding="utf-8")
    read(qtbot, page, path)
    assert "没有找到单位列" in page.parts.note.text()
    page.parts.show_part(Part.COLUMNS)
    page.parts.columns.options.one_unit.click()
    settle(qtbot, page)
    assert "没有找到单位列" not in page.parts.note.text()
    assert page.reading is not None
    assert page.reading.imported.choices.single_unit


def test_foreign_headings_are_explained_on_the_page_and_remembered(
    qtbot: QtBot, page: ImportPage, shell: Shell, tmp_path: Path
) -> None:
    path = tmp_path / "foreign.csv"
    path.write_text("Who,Where,What\nAnn,North,A\nBob,South,B\n", encoding="utf-8")
    page.start(path, False)
    qtbot.waitUntil(lambda: page.foreign is not None, timeout=PATIENCE)
    assert "没有找到可识别的表头" in shell.messages.words.text()
    assert not page.parts.import_button.isEnabled()
    model = page.parts.columns.columns.model
    assert [row.column.heading for row in model.rows] == ["Who", "Where", "What"]
    section = model.section_of("field")
    assert model.setData(model.index(0, section), "姓名")
    qtbot.waitUntil(lambda: not page.busy, timeout=PATIENCE)
    assert model.setData(model.index(1, section), "编制单位")
    settle(qtbot, page)
    assert page.reading is not None
    county = page.reading.imported.document.county
    assert {unit.name for unit in county.units.values()} == {"North", "South"}
    assert shell.messages.isHidden()
    page.import_now()
    read(qtbot, page, path)
    assert page.reading.imported.people_rows == 2


def test_a_list_that_is_left_without_a_choice_closes_and_changes_nothing(
    qtbot: QtBot, page: ImportPage, messy: Path
) -> None:
    read(qtbot, page, messy)
    page.parts.show_part(Part.COLUMNS)
    view = page.parts.columns.columns.view
    view.clicked.emit(view.records.index(1, view.records.section_of("field")))
    box = view.findChild(QComboBox)
    assert box is not None
    qtbot.waitUntil(box.view().isVisible)
    box.hidePopup()
    qtbot.waitUntil(lambda: view.state() is not view.State.EditingState)
    assert not page.busy


def test_a_county_with_all_its_sheets_shows_each_of_them(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    read(qtbot, page, write_sample(tmp_path / "county.xlsx", officers=100, counties=1, seed=1))
    page.parts.show_part(Part.COLUMNS)
    panel = page.parts.columns
    assert len(panel.chips) >= 4
    for place, sheet in enumerate(panel.sheets):
        panel.chips[place].click()
        assert len(panel.columns.model.rows) == len(sheet.columns)
