"""Import of duty rosters and attendance: a file chosen, read in the background, taken over as one step."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QTreeWidgetItem, QWidget

from planner.errors import InputError
from planner.files.issues import ImportIssue
from planner.text import Language, Text
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
_TITLE = Text("“{file}”已导入,{n} 处待核对{more}:", "“{file}” is imported; to look at: {n}{more}")
_NOTHING = Text(
    "“{file}”没有可用的内容,值班表未改动,{n} 处问题{more}:",
    "Nothing in “{file}” can be used and no roster is changed; to look at: {n}{more}",
)
_FIRST = Text(
    "(列出前 {most} 处,改正后再导入可见其余)", " (the first {most} are listed; correct them, import again)"
)
_MOST = 1000  # more rows hold up the window, and nobody reads them
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
            try:
                if result.months:
                    opened.apply(_LABEL.format(file=path.name), lambda _: result.document)
            except InputError as fault:  # attendance is no part of a scenario
                self.told.emit(fault.message)
                return
            self.imported.emit(result, path.name)

        self._shell.background.run(work, done, owner=self)


class ImportIssues(ListingPanel):
    """What is doubtful about a file that was imported, line by line."""

    def __init__(self, language: LiveLanguage) -> None:
        super().__init__(highest=190)
        self._language = language

    def list_issues(self, issues: tuple[ImportIssue, ...], file_name: str, *, is_used: bool) -> None:
        """Show what was found, or that nothing was; `is_used` unless the file changed nothing at all."""
        language = self._language.current
        title = _NOTHING if not is_used else _TITLE if issues else _CLEAN
        more = _FIRST.format(most=_MOST) if len(issues) > _MOST else Text("", "")
        said = title.format(file=file_name, n=len(issues), more=more)
        self.title.setText(said.in_language(language))
        self.close_button.setToolTip(_CLOSE.in_language(language))
        self.list.setHeaderLabels([words.in_language(language) for words in _HEAD])
        self.list.clear()
        self.list.addTopLevelItems([_item(issue, language) for issue in issues[:_MOST]])
        self.list.setVisible(bool(issues))
        self.show()


def _item(issue: ImportIssue, language: Language) -> QTreeWidgetItem:
    row = "" if issue.row is None else str(issue.row)
    item = QTreeWidgetItem([issue.sheet, row, issue.column or "", issue.message.in_language(language)])
    item.setToolTip(3, item.text(3))
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return item
