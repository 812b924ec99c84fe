"""Files in and out of the window: new, open, save, recent; reading and writing happen on other threads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from planner.assets import asset
from planner.document import Document
from planner.recognising import SUFFIX, is_document
from planner.replacing import as_file_name
from planner.text import Text
from ui.settings import LAST_FOLDER
from ui.shell import Shell

SAMPLE = asset("sample", "county.xlsx")
T = TypeVar("T")
_OPEN, _SAVE = Text("打开", "Open"), Text("另存为", "Save as")
_AGAIN, _EXPORT = Text("再次导入花名册", "Import the roster again"), Text("导出花名册", "Export the roster")
_ROSTERS = Text("花名册 (*.xlsx *.xls *.csv)", "Rosters (*.xlsx *.xls *.csv)")
_EXPORTS = Text(
    "Excel 工作簿 (*.xlsx);;CSV 文本 (*.csv)", "Excel workbook (*.xlsx);;Comma-separated text (*.csv)"
)
_ROSTER_NAME = Text("{name}花名册", "{name} roster")
_ANY = Text(
    "警力文件和花名册 (*.jingli *.xlsx *.xls *.csv);;所有文件 (*)",
    "Jingli files and rosters (*.jingli *.xlsx *.xls *.csv);;All files (*)",
)
_OURS = Text("警力文件 (*.jingli)", "Jingli files (*.jingli)")
_ASK = Text("“{name}”的修改还没有保存。", "“{name}” has unsaved changes.")
_ASK_MORE = Text("不保存的话,这些修改会丢失。", "They are lost unless you save them.")
_UNNAMED = Text("未命名", "Untitled")
_SAVED = Text("已保存:{path}", "Saved: {path}")
_EXPORTED = Text("已导出:{path}", "Exported: {path}")
_BUTTONS = {
    QMessageBox.StandardButton.Save: Text("保存", "Save"),
    QMessageBox.StandardButton.Discard: Text("不保存", "Do not save"),
    QMessageBox.StandardButton.Cancel: Text("取消", "Cancel"),
}


class Filing(QObject):
    """Asks, reads and writes; the document in the window changes only once a file was read whole."""

    busy = Signal(str)  # the file being read or written; empty when done
    said = Signal(object)  # Text for the status bar
    spreadsheet_given = Signal(object, bool)  # Path, whether it updates what is open

    def __init__(self, shell: Shell, window: QWidget) -> None:
        super().__init__(window)
        self._shell, self._window = shell, window
        self.question: QMessageBox | None = None  # the one being asked

    def name(self) -> str:
        """Return what the open document is called."""
        document = self._shell.open_document
        if document.path is not None:
            return document.path.name
        return document.base.county.name or self._shell.language.words(_UNNAMED)

    # open

    def new(self) -> None:
        """Begin with nothing, once unsaved changes are dealt with."""
        self.when_settled(lambda: self._shell.open_document.open(Document(), None))

    def ask_open(self) -> None:
        """Let the user choose a file to open."""
        dialog = self._dialog(_OPEN, _ANY)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open_path(Path(name)))
        dialog.open()

    def open_sample(self) -> None:
        """Open the county that comes with the program; there is nothing to confirm."""
        self.when_settled(self._read_sample)

    def open_path(self, path: Path) -> None:
        """Open a document or hand a spreadsheet over to be imported, once unsaved changes are dealt with."""
        if path.absolute() == SAMPLE:
            self.open_sample()
        elif is_document(path):
            self.when_settled(lambda: self._read(path))
        else:
            self.spreadsheet_given.emit(path, False)

    def ask_import_again(self) -> None:
        """Let the user choose the roster that updates what is open."""
        dialog = self._dialog(_AGAIN, _ROSTERS)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.spreadsheet_given.emit(Path(name), True))
        dialog.open()

    def _read(self, path: Path) -> None:
        def work() -> Document:
            from planner.store import open_document

            return open_document(path)

        def done(document: Document) -> None:
            self._shell.settings.remember_file(path)
            self._shell.open_document.open(document, path)

        self._carry_out(path.name, work, done)

    def _read_sample(self) -> None:
        def work() -> Document:
            from planner.files.importing import import_workbook
            from planner.files.reading import read_workbook

            return import_workbook(read_workbook(SAMPLE)).document

        def done(document: Document) -> None:
            self._shell.open_document.open(document, None)
            self._shell.navigation.show_page("overview")

        self._carry_out(SAMPLE.name, work, done)

    def _carry_out(self, name: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Read or write a file on another thread, saying so meanwhile."""

        def finished(value: T) -> None:
            self.busy.emit("")
            done(value)

        self.busy.emit(name)
        self._shell.background.run(lambda *_: work(), finished, on_failed=self._failed, owner=self)

    def _failed(self, failed: object) -> None:
        self.busy.emit("")
        self._shell.background.failed.emit(failed)

    # save

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Save where the document lies, or ask for a place; then go on."""
        path = self._shell.open_document.path
        if path is None:
            self.ask_save(then)
        else:
            self.write(path, then)

    def ask_save(self, then: Callable[[], None] | None = None) -> None:
        """Let the user choose where to save; then go on."""
        dialog = self._dialog(_SAVE, _OURS)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX[1:])
        dialog.selectFile(Path(self.name()).stem + SUFFIX)
        dialog.fileSelected.connect(lambda name: self.write(Path(name), then))
        dialog.open()

    def write(self, path: Path, then: Callable[[], None] | None = None) -> None:
        """Save the version in force at a place; then go on."""
        document = self._shell.open_document.base

        def work() -> None:
            from planner.store import save_document

            save_document(document, path)

        def done(_: None) -> None:
            self._shell.settings.remember_file(path)
            self._shell.open_document.mark_saved(document, path)
            self.said.emit(_SAVED.format(path=path))
            if then is not None:
                then()

        self._carry_out(path.name, work, done)

    # export

    def ask_export(self) -> None:
        """Let the user choose where to write the roster, in the layout it came in."""
        dialog = self._dialog(_EXPORT, _EXPORTS)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(self._shell.language.words(_ROSTER_NAME.format(name=self._county())) + ".xlsx")
        dialog.fileSelected.connect(lambda name: self.export(Path(name)))
        dialog.open()

    def export(self, path: Path) -> None:
        """Write the roster to a spreadsheet; that of a scenario is the roster as it would be."""
        opened = self._shell.open_document
        document, on = opened.document, opened.on
        if opened.scenario is not None:
            document = replace(document, scenarios={})  # what has been made would be made again

        def work() -> None:
            from planner.files.exporting import export_roster

            export_roster(document, path, on)

        def done(_: None) -> None:
            self.said.emit(_EXPORTED.format(path=path))

        self._carry_out(path.name, work, done)

    def _county(self) -> str:
        opened = self._shell.open_document
        county = opened.base.county.name or Path(self.name()).stem
        within = opened.scenario_in_view
        return as_file_name(county if within is None else f"{county}-{within.name}-")

    # unsaved changes

    def when_settled(self, then: Callable[[], None]) -> None:
        """Go on at once where everything is saved, else after the user said what to do; or not at all."""
        if self._shell.open_document.is_saved:
            then()
            return
        say = self._shell.language.words
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(say(_ASK.format(name=self.name())))
        box.setInformativeText(say(_ASK_MORE))
        for button, words in _BUTTONS.items():
            box.addButton(button).setText(say(words))
        box.setDefaultButton(QMessageBox.StandardButton.Save)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.question = box
        box.finished.connect(lambda _: self._settle(box, then))
        box.open()

    def _settle(self, box: QMessageBox, then: Callable[[], None]) -> None:
        self.question = None
        answer = box.standardButton(box.clickedButton())
        if answer == QMessageBox.StandardButton.Save:
            self.save(then)
        elif answer == QMessageBox.StandardButton.Discard:
            then()

    def _dialog(self, title: Text, filters: Text) -> QFileDialog:
        say, last = self._shell.language.words, self._shell.settings.get(LAST_FOLDER)
        folder = last if last and Path(last).is_dir() else str(Path.home())
        dialog = QFileDialog(self._window, say(title), folder, say(filters))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog
