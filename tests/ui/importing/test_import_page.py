"""The import page on real workbooks: what it says, what answers change, and what leaves all as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from planner.county.records import UnitKind
from planner.document import Document
from planner.edits.scenarios import add_change, new_scenario
from planner.edits.units import correct_units
from planner.files.exporting import export_roster
from planner.files.importing import import_workbook
from planner.files.questions import QuestionKind
from planner.files.reading import read_workbook
from planner.scenarios.records import ChangeKind
from planner.tables.import_changes import Change
from tests.ui.importing.conftest import ON
from tests.ui.importing.scenes import PATIENCE, left_alone, read, settle, taken
from ui.filing import SAMPLE
from ui.importing.import_layout import Part
from ui.importing.import_page import ImportPage
from ui.importing.question_list import key_of
from ui.importing.question_row import is_decided
from ui.shell import Shell


def test_a_messy_roster_is_announced_with_its_counts(qtbot: QtBot, page: ImportPage, messy: Path) -> None:
    page.start(messy, False)
    assert page.parts.headline.text() == "正在读取“花名册.xlsx”…"
    assert not page.parts.import_button.isEnabled()
    settle(qtbot, page)
    assert page.reading is not None
    left = len(page.reading.imported.open_questions)
    words = page.parts.headline.text()
    assert words.startswith("识别 186 行:民警 ")
    assert words.endswith(f"需您确认 {left} 处")
    assert page.parts.tabs.tabText(0) == f"需您确认 {left}"
    assert left > 0
    assert str(left) in page.parts.note.text()


def test_enter_imports_with_the_suggestions(qtbot: QtBot, page: ImportPage, messy: Path) -> None:
    given = taken(page)
    read(qtbot, page, messy)
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert page.reading is not None
    assert given == [(page.reading.imported.document, page.reading.imported.issues)]


def test_an_answer_changes_what_will_be_imported(qtbot: QtBot, page: ImportPage, messy: Path) -> None:
    read(qtbot, page, messy)
    assert page.reading is not None
    asked = next(q for q in page.reading.imported.questions if q.kind is QuestionKind.UNIT_KIND)
    kind = next(code for code in asked.options if code != asked.suggested)
    qtbot.waitUntil(lambda: key_of(asked) in page.parts.questions.rows)
    row = page.parts.questions.rows[key_of(asked)]
    assert row.box is not None
    row.box.setFocus()
    row.box.setCurrentIndex(row.box.findData(kind))
    row.box.activated.emit(row.box.currentIndex())
    settle(qtbot, page)
    units = page.reading.imported.document.county.units.values()
    assert next(unit.kind for unit in units if unit.name == asked.key) is UnitKind(kind)
    assert row is page.parts.questions.rows[key_of(asked)]  # the row, and with it the focus, stays
    assert row.question.answer == kind
    assert row.confirm.text() == "已确认"


def test_a_draw_off_of_the_remarks_that_is_unticked_is_not_taken(
    qtbot: QtBot, page: ImportPage, messy: Path
) -> None:
    read(qtbot, page, messy)
    assert page.reading is not None
    before = len(page.reading.imported.document.county.secondments)
    asked = next(q for q in page.reading.imported.questions if q.kind is QuestionKind.REMARK)
    qtbot.waitUntil(lambda: key_of(asked) in page.parts.questions.rows)
    row = page.parts.questions.rows[key_of(asked)]
    assert row.tick is not None
    assert row.tick.isChecked()
    row.tick.click()
    settle(qtbot, page)
    assert len(page.reading.imported.document.county.secondments) == before - 1


def test_all_suggestions_are_accepted_at_once_but_no_question_without_one(
    qtbot: QtBot, page: ImportPage, messy: Path
) -> None:
    read(qtbot, page, messy)
    assert page.reading is not None
    undecided = {key_of(q) for q in page.reading.imported.questions if not is_decided(q)}
    page.parts.questions.accept_all.click()
    settle(qtbot, page)
    assert {key_of(q) for q in page.reading.imported.open_questions} == undecided
    assert not page.parts.questions.accept_all.isEnabled()
    for question in page.reading.imported.open_questions:
        page.parts.questions.answered.emit([(question, next(iter(question.options)))])
    settle(qtbot, page)
    assert page.reading.imported.open_questions == ()
    assert page.parts.headline.text().endswith("已全部确认")


def test_importing_waits_for_the_answer_just_given(qtbot: QtBot, page: ImportPage, messy: Path) -> None:
    read(qtbot, page, messy)
    page.parts.questions.accept_all.click()
    with qtbot.waitSignal(page.imported, timeout=PATIENCE):
        page.parts.import_button.click()
    assert page.reading is not None
    assert not any(map(is_decided, page.reading.imported.open_questions))


def test_issues_are_copied_as_excel_reads_them(qtbot: QtBot, page: ImportPage, messy: Path) -> None:
    read(qtbot, page, messy)
    page.parts.show_part(Part.ISSUES)
    assert page.reading is not None
    view = page.parts.issues.view
    assert len(view.records.rows) == len(page.reading.imported.issues) > 0
    view.selectRow(0)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    message = page.reading.imported.issues[0].message.zh
    assert message in QApplication.clipboard().text()


def test_totals_of_the_file_stand_beside_what_was_read(qtbot: QtBot, page: ImportPage, messy: Path) -> None:
    read(qtbot, page, messy)
    page.parts.show_part(Part.TOTALS)
    assert page.reading is not None
    assert len(page.parts.totals.model.rows) == len(page.reading.imported.totals) > 0


def test_escape_leaves_everything_as_it_was(qtbot: QtBot, page: ImportPage, messy: Path) -> None:
    told, given = left_alone(page), taken(page)
    read(qtbot, page, messy)
    page.parts.questions.accept_all.click()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert told == [True]
    page.import_now()
    qtbot.wait(1)
    assert given == []


def test_reading_can_be_cancelled_before_it_ends(qtbot: QtBot, page: ImportPage, messy: Path) -> None:
    told = left_alone(page)
    page.start(messy, False)
    page.parts.cancel_button.click()
    assert told == [True]
    qtbot.waitUntil(lambda: not page._shell.background.busy, timeout=PATIENCE)
    assert page.reading is None


def test_enter_in_a_field_of_the_page_imports_nothing(qtbot: QtBot, page: ImportPage, messy: Path) -> None:
    given = taken(page)
    read(qtbot, page, messy)
    page.parts.show_part(Part.ISSUES)
    search: QLineEdit = page.parts.issues.bar.search
    search.setFocus()
    qtbot.waitUntil(search.hasFocus)
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert given == []


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n not a spreadsheet", "没有表头\n随便写的\n".encode()])
def test_a_file_that_cannot_be_used_is_one_sentence(
    qtbot: QtBot, page: ImportPage, shell: Shell, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "坏.xlsx" if content.startswith(b"\x89") else tmp_path / "坏.csv"
    path.write_bytes(content)
    before = shell.open_document.document
    with qtbot.waitSignal(page.cancelled, timeout=PATIENCE):
        page.start(path, False)
    assert shell.messages.words.text().count("。") >= 1
    assert "Traceback" not in shell.messages.words.text()
    assert not shell.messages.details.toPlainText()
    assert shell.open_document.document is before


def test_answers_are_remembered_for_the_next_file_with_the_same_headings(
    qtbot: QtBot, page: ImportPage, messy: Path, tmp_path: Path
) -> None:
    read(qtbot, page, messy)
    assert page.reading is not None
    remembered = {
        key_of(q)
        for q in page.reading.imported.questions
        if q.kind is not QuestionKind.REMARK and is_decided(q)
    }
    page.parts.questions.accept_all.click()
    with qtbot.waitSignal(page.imported, timeout=PATIENCE):
        page.import_now()
    other = tmp_path / "下月.xlsx"
    other.write_bytes(messy.read_bytes())
    read(qtbot, page, other)
    answered = {key_of(q) for q in page.reading.imported.questions if q.answer is not None}
    assert answered == remembered
    assert page.reading.imported.document.layout is not None


def test_updating_lists_what_changes_and_says_update(
    qtbot: QtBot, page: ImportPage, shell: Shell, messy: Path
) -> None:
    read(qtbot, page, messy)
    assert page.reading is not None
    shell.open_document.open(page.reading.imported.document, None, saved=False)
    read(qtbot, page, messy, updates=True)
    assert page.parts.import_button.text() == "更新"
    assert page.parts.tabs.isTabVisible(list(Part).index(Part.CHANGES))
    assert page.reading.changes == ()
    page.parts.show_part(Part.CHANGES)
    assert page.parts.changes.summary.text() == "与现有花名册完全一致。"
    read(qtbot, page, messy)
    assert page.parts.import_button.text() == "导入"
    assert not page.parts.tabs.isTabVisible(list(Part).index(Part.CHANGES))


def read_sample() -> Document:
    return import_workbook(read_workbook(SAMPLE)).document


def test_updating_lists_the_scenarios_the_file_brings_or_replaces(
    qtbot: QtBot, page: ImportPage, shell: Shell, tmp_path: Path
) -> None:
    document = new_scenario(new_scenario(read_sample(), "甲"), "乙")
    path = tmp_path / "花名册.xlsx"
    export_roster(new_scenario(document, "丙"), path, ON)
    person = next(iter(document.county.people))
    changed = add_change(document, 1, ChangeKind.RETIRE, ON, person=person)
    shell.open_document.open(changed, None, saved=False)
    read(qtbot, page, path, updates=True)
    assert page.reading is not None
    told = [(row.change, row.name, row.details.zh) for row in page.reading.changes]
    assert told == [
        (Change.REPLACED_SCENARIO, "甲", "变动 1 → 0 项,1 项不同"),
        (Change.NEW_SCENARIO, "丙", "变动 0 项"),
    ]
    page.parts.show_part(Part.CHANGES)
    assert page.parts.changes.summary.text() == "新增方案 1 个、替换方案 1 个"
    title = page.parts.tabs.tabText(list(Part).index(Part.CHANGES))
    assert title == "变化 2"


def test_an_update_of_units_alone_is_not_said_to_change_nothing(
    qtbot: QtBot, page: ImportPage, shell: Shell
) -> None:
    sample = read_sample()
    station = next(unit.id for unit in sample.county.units.values() if unit.authorised is not None)
    changed = correct_units(sample, {station: {"authorised": 99}})
    shell.open_document.open(changed, None, saved=False)
    read(qtbot, page, SAMPLE, updates=True)
    page.parts.show_part(Part.CHANGES)
    assert page.parts.changes.summary.text() == "另有更新:单位"


def test_the_language_is_switched_live(qtbot: QtBot, page: ImportPage, shell: Shell, messy: Path) -> None:
    read(qtbot, page, messy)
    for part in Part:
        page.parts.show_part(part)
    shell.language.choose("en")
    assert page.parts.headline.text().startswith("186 rows read: ")
    assert page.parts.import_button.text() == "Import"
    assert page.parts.questions.accept_all.text() == "Accept all suggestions"
    assert page.parts.tabs.tabText(list(Part).index(Part.COLUMNS)) == "Columns"


def test_the_parts_are_reached_from_the_keyboard(qtbot: QtBot, page: ImportPage, messy: Path) -> None:
    read(qtbot, page, messy)
    seen = []
    for _ in range(4):
        seen.append(list(Part)[page.parts.tabs.currentIndex()])
        page.parts.step(1)
    assert seen == [Part.QUESTIONS, Part.COLUMNS, Part.TOTALS, Part.ISSUES]  # nothing is updated
    assert page.parts.tabs.currentIndex() == 0
