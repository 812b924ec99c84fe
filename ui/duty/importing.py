"""Import of duty rosters and attendance: a file chosen, read in the background, taken over as one step."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QTreeWidgetItem, QWidget

from planner.files.issues import ImportIssue
from planner.text import Text
from ui.background import Report
from ui.settings import LAST_FOLDER
from ui.shell import Shell
from ui.tables.listing_panel import ListingPanel
from ui.tables.session import LiveLanguage

if TYPE_CHECKING:
    from planner.files.duty.imported import DutyImport
    from planner.optimise.running import Stop

_CHOOSE = Text("导入值班表或考勤", "Import a duty roster or attendance")
_FILES = Text("表格 (*.xlsx *.xls *.csv)", "Spreadsheets (*.xlsx *.xls *.csv)")
_LABEL = Text("导入值班“{file}”", "Import duty “{file}”")
_STALE = Text("读取期间数据已改变,请重新导入。", "The data changed while the file was read; import it again.")
_TITLE = Text("“{file}”已导入,{n} 处待核对:", "“{file}” is imported; {n} cells to look at:")
_CLEAN = Text("“{file}”已导入,没有疑问。", "“{file}” is imported without doubts.")
_HEAD = (Text("表", "Sheet"), Text("行", "Row"), Text("列", "Column"), Text("问题", "What"))
_CLOSE = Text("关闭", "Close")


class DutyImporting(QObject):
    """Reads files for the month in view; says which months came and what is doubtful about them."""

    imported = Signal(object, str)  # DutyImport, after it was taken over, and the file's name
    told = Signal(object)  # Text: why nothing was taken over

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell, self._parent = shell, parent

    def ask(self, unit: int | None, month: date) -> None:
        """Let the user choose a file."""
        say = self._shell.language.words
        folder = self._shell.settings.get(LAST_FOLDER)
        dialog = QFileDialog(self._parent, say(_CHOOSE), folder, say(_FILES))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.read(Path(name), unit, month))
        dialog.open()

    def read(self, path: Path, unit: int | None, month: date) -> None:
        """Read a file; unit and month stand in for what it does not say."""
        document = self._shell.open_document.document

        def work(_: Report, __: Stop) -> DutyImport:
            from planner.files.duty.reading import read_duty_file

            return read_duty_file(path, document, unit, month)

        def done(result: DutyImport) -> None:
            opened = self._shell.open_document
            if opened.document is not document:
                self.told.emit(_STALE)
                return
            opened.apply(_LABEL.format(file=path.name), lambda _: result.document)
            self.imported.emit(result, path.name)

        self._shell.background.run(work, done, owner=self)


class ImportIssues(ListingPanel):
    """What is doubtful about a file that was imported, line by line."""

    def __init__(self, language: LiveLanguage) -> None:
        super().__init__(highest=190)
        self._language = language

    def list_issues(self, issues: tuple[ImportIssue, ...], file_name: str) -> None:
        """Show what was found, or that nothing was."""
        language = self._language.current
        title = _TITLE if issues else _CLEAN
        self.title.setText(title.format(file=file_name, n=len(issues)).in_language(language))
        self.close_button.setToolTip(_CLOSE.in_language(language))
        self.list.setHeaderLabels([words.in_language(language) for words in _HEAD])
        self.list.clear()
        for issue in issues:
            row = "" if issue.row is None else str(issue.row)
            words = [issue.sheet, row, issue.column or "", issue.message.in_language(language)]
            item = QTreeWidgetItem(words)
            item.setToolTip(3, words[3])
            self.list.addTopLevelItem(item)
        self.list.setVisible(bool(issues))
        self.show()
