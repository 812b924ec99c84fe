"""Where a paper goes: a PDF, an Excel file or a printer; asked on the window's thread, done on another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog

from planner.reports.pictures import Pages
from planner.text import Text
from ui.messages import MessagePanel
from ui.printing.order import Order, save_pdf
from ui.printing.printer import print_pages, printer_for
from ui.settings import LAST_FOLDER, PRINT_FOLDER
from ui.shell import Shell

_KINDS = {
    "pdf": (Text("保存 PDF", "Save PDF"), Text("PDF 文件 (*.pdf)", "PDF files (*.pdf)")),
    "xlsx": (Text("保存 Excel", "Save Excel"), Text("Excel 工作簿 (*.xlsx)", "Excel workbooks (*.xlsx)")),
}
_SAVED = Text("已保存:{path}", "Saved: {path}")
_PRINTING, _PRINTED = (
    Text("正在打印第 {n} 页…", "Printing page {n}…"),
    Text("已送打印 {n} 页。", "Sent to print: {n}."),
)


class Outlet(QObject):
    """Saves and prints for the preview; what cannot be done is said in its message panel."""

    said = Signal(object)  # Text: what was done

    def __init__(self, shell: Shell, messages: MessagePanel, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._shell, self._messages, self._dialog = shell, messages, dialog
        self.file_dialog: QFileDialog | None = None  # the one being asked
        self.print_dialog: QPrintDialog | None = None

    def ask_where(self, suffix: str, name: str, save: Callable[[Path], None]) -> None:
        """Ask where to save a file of one kind, offering a name."""
        say = self._shell.language.words
        title, kinds = _KINDS[suffix]
        self.file_dialog = dialog = QFileDialog(self._dialog, say(title), self._folder(), say(kinds))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(f"{name}.{suffix}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: save(Path(chosen)))
        dialog.open()

    def _folder(self) -> str:
        for setting in (PRINT_FOLDER, LAST_FOLDER):
            folder = self._shell.settings.get(setting)
            if folder and Path(folder).is_dir():
                return folder
        return str(Path.home())

    def save_pdf(self, pdf: bytes, path: Path) -> None:
        """Save pages as they are."""
        self._save(lambda: save_pdf(pdf, path))

    def save_excel(self, order: Order, path: Path) -> None:
        """Save the Excel twin of an order."""
        self._save(lambda: order.save_excel(path))

    def _save(self, work: Callable[[], Path]) -> None:
        self._shell.background.run(lambda *_: work(), self._saved, on_failed=self._messages.tell, owner=self)

    def _saved(self, path: Path) -> None:
        self._shell.settings.set(PRINT_FOLDER, str(path.absolute().parent))
        self._messages.close_message()
        self.said.emit(_SAVED.format(path=path))

    def ask_printer(self, pages: Pages, then: Callable[[QPrinter], None]) -> None:
        """Let the user choose a printer, set up for the paper of these pages, and which of them."""
        printer = printer_for(pages.width > pages.height, pages.is_large)
        self.print_dialog = dialog = QPrintDialog(printer, self._dialog)
        dialog.setMinMax(1, pages.count)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: then(printer))
        QDialog.open(dialog)  # its own `open` wants a slot by name

    def print_on(self, pdf: bytes, printer: QPrinter) -> None:
        """Print pages."""
        self._shell.background.run(
            lambda report, stop: print_pages(pdf, printer, report, stop),
            lambda n: self.said.emit(_PRINTED.format(n=n)),
            on_failed=self._messages.tell,
            on_progress=lambda n: self.said.emit(_PRINTING.format(n=n)),
            owner=self,
        )
