from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QMessageBox,
)
from pytestqt.qtbot import QtBot

from planner.document import Document
from planner.store import open_document
from tests.ui.windows import Scene
from ui.filing import SAMPLE


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    return Scene(qtbot)


def _save(scene: Scene, path: Path) -> None:
    """Save as `path`, through the dialog."""
    scene.window.actions_["save_as"].trigger()
    dialog = scene.window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    scene.qtbot.waitUntil(lambda: scene.document.path == path)
    scene.settle()


def _answer(scene: Scene, button: QMessageBox.StandardButton) -> None:
    box = scene.window.filing.question
    assert box is not None
    answer = box.button(button)
    assert answer is not None
    answer.click()


# files


def test_a_saved_document_is_equal_when_it_is_opened_again(scene: Scene, tmp_path: Path) -> None:
    scene.edit()
    _save(scene, tmp_path / "甲.jingli")
    saved = scene.document.document
    scene.document.open(Document(), None)
    scene.window.filing.open_path(tmp_path / "甲.jingli")
    scene.qtbot.waitUntil(lambda: scene.document.path == tmp_path / "甲.jingli")
    assert scene.document.document == saved
    assert scene.document.undo_label is None


def test_the_title_marks_what_is_not_saved(scene: Scene, tmp_path: Path) -> None:
    window = scene.window
    assert not window.isWindowModified()
    scene.edit()
    assert window.isWindowModified()
    _save(scene, tmp_path / "甲.jingli")
    assert not window.isWindowModified()
    assert window.windowTitle().startswith("甲.jingli")
    scene.document.undo_stack.undo()
    assert window.isWindowModified()
    scene.document.undo_stack.redo()
    assert not window.isWindowModified()


def test_saving_again_writes_the_same_file_without_asking(scene: Scene, tmp_path: Path) -> None:
    _save(scene, tmp_path / "甲.jingli")
    scene.edit()
    scene.window.actions_["save"].trigger()
    scene.qtbot.waitUntil(lambda: scene.document.is_saved)
    assert open_document(tmp_path / "甲.jingli") == scene.document.document
    assert "已保存" in scene.window.status.effect.text()


def test_saving_under_another_name_goes_on_with_that_file(scene: Scene, tmp_path: Path) -> None:
    _save(scene, tmp_path / "甲.jingli")
    scene.edit()
    _save(scene, tmp_path / "乙.jingli")
    assert open_document(tmp_path / "甲.jingli") != open_document(tmp_path / "乙.jingli")
    assert scene.window.windowTitle().startswith("乙.jingli")


def test_a_damaged_file_is_told_in_one_sentence_and_changes_nothing(scene: Scene, tmp_path: Path) -> None:
    scene.edit()
    scene.document.undo_stack.setClean()
    before = scene.document.document
    damaged = tmp_path / "坏.jingli"
    damaged.write_bytes(b"SQLite format 3\x00" + b"?" * 2000)
    scene.window.filing.open_path(damaged)
    scene.qtbot.waitUntil(scene.shell.messages.isVisible)
    words = scene.shell.messages.words.text()
    assert "坏.jingli" in words
    assert "Traceback" not in words
    assert not scene.shell.messages.details_button.isVisible()
    assert scene.document.document is before
    assert scene.document.path is None
    assert scene.window.status.effect.text() == "指标未变"


def test_a_file_that_is_gone_is_told_in_one_sentence(scene: Scene, tmp_path: Path) -> None:
    scene.window.filing.open_path(tmp_path / "没有.jingli")
    scene.qtbot.waitUntil(scene.shell.messages.isVisible)
    assert "没有.jingli" in scene.shell.messages.words.text()


def test_a_folder_that_cannot_be_written_keeps_the_document_unsaved(scene: Scene, tmp_path: Path) -> None:
    scene.edit()
    scene.window.actions_["save_as"].trigger()
    dialog = scene.window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "没有这个文件夹" / "甲.jingli"))
    dialog.close()
    scene.qtbot.waitUntil(scene.shell.messages.isVisible)
    assert scene.document.path is None
    assert not scene.document.is_saved


def test_a_dropped_document_is_opened(scene: Scene, tmp_path: Path) -> None:
    path = tmp_path / "甲.jingli"
    _save(scene, path)
    scene.document.open(Document(), None)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    scene.window.dropEvent(drop)
    scene.qtbot.waitUntil(lambda: scene.document.path == path)


# the question


@pytest.mark.parametrize("way", ["menu", "path"])
def test_the_sample_county_opens_with_nothing_to_confirm(scene: Scene, way: str) -> None:
    if way == "menu":
        scene.window.actions_["sample"].trigger()
    else:
        scene.window.filing.open_path(SAMPLE)
    scene.qtbot.waitUntil(lambda: scene.document.document.county.name == "耿马县公安局")
    assert not scene.window.importing.running
    assert scene.document.is_saved
    assert scene.document.path is None
    scene.settle()


def test_a_dropped_folder_is_told_in_one_sentence(scene: Scene, tmp_path: Path) -> None:
    scene.window.filing.open_path(tmp_path)
    scene.qtbot.waitUntil(scene.shell.messages.isVisible)
    assert "文件夹" in scene.shell.messages.words.text()


def test_leaving_with_everything_saved_asks_nothing(scene: Scene) -> None:
    assert scene.window.close()
    assert scene.window.filing.question is None


def test_cancelling_the_question_keeps_the_window_and_the_changes(scene: Scene) -> None:
    scene.edit()
    assert not scene.window.close()
    _answer(scene, QMessageBox.StandardButton.Cancel)
    assert scene.window.isVisible()
    assert not scene.document.is_saved


def test_discarding_closes_the_window(scene: Scene) -> None:
    scene.edit()
    scene.window.close()
    _answer(scene, QMessageBox.StandardButton.Discard)
    scene.qtbot.waitUntil(lambda: not scene.window.isVisible())


def test_saving_on_the_way_out_saves_and_then_closes(scene: Scene, tmp_path: Path) -> None:
    path = tmp_path / "甲.jingli"
    _save(scene, path)
    scene.edit()
    scene.window.close()
    _answer(scene, QMessageBox.StandardButton.Save)
    scene.qtbot.waitUntil(lambda: not scene.window.isVisible())
    assert open_document(path) == scene.document.document


def test_a_new_document_asks_about_unsaved_changes_first(scene: Scene) -> None:
    scene.edit()
    scene.window.actions_["new"].trigger()
    _answer(scene, QMessageBox.StandardButton.Cancel)
    assert not scene.document.is_empty
    scene.window.actions_["new"].trigger()
    _answer(scene, QMessageBox.StandardButton.Discard)
    assert scene.document.is_empty


# recent files


def test_recent_files_are_listed_and_open_what_they_name(scene: Scene, tmp_path: Path) -> None:
    for name in ("甲.jingli", "乙.jingli"):
        _save(scene, tmp_path / name)
    menu = scene.window.actions_.menus["recent"]
    menu.aboutToShow.emit()
    assert [a.text() for a in menu.actions() if not a.isSeparator()] == [
        "&1  乙.jingli",
        "&2  甲.jingli",
        "清空列表",
    ]
    menu.actions()[1].trigger()
    scene.qtbot.waitUntil(lambda: scene.document.path == tmp_path / "甲.jingli")
    (tmp_path / "乙.jingli").unlink()
    menu.aboutToShow.emit()
    assert menu.actions()[0].text() == "&1  甲.jingli"
    assert "乙.jingli" not in menu.actions()[1].text()
    menu.actions()[-1].trigger()
    menu.aboutToShow.emit()
    assert [a.text() for a in menu.actions()] == ["(还没有)"]
