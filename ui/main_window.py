"""The window: it connects the parts and computes nothing itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from planner.text import Text
from ui.actions import Actions
from ui.background import Background
from ui.filing import Filing
from ui.language import LanguageSwitch
from ui.messages import MessagePanel
from ui.navigation import Navigation
from ui.open_document import OpenDocument
from ui.pages import PAGES
from ui.settings import GEOMETRY, SPLITTER, Settings, as_bytes
from ui.shell import Shell
from ui.theme import Theme

_PRODUCT = Text("警力", "Jingli")


class MainWindow(QMainWindow):
    """Tree of units, pages, messages, status; everything it holds is in `shell`."""

    def __init__(self, settings: Settings, on: date | None = None) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        language = LanguageSwitch(settings, self)
        self.shell = Shell(
            settings=settings,
            language=language,
            theme=Theme(settings, self),
            background=Background(self),
            open_document=OpenDocument(on, self),
            navigation=Navigation(PAGES, language),
            messages=MessagePanel(language),
        )
        self.actions_ = Actions(self, language)
        self.filing = Filing(self.shell, self)
        self._leaving = False
        self._lay_out()
        self._connect()
        self.shell.navigation.start(self.shell)
        self._restore()
        self._show_name()
        self._show_steps()

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.shell.navigation)
        central = QWidget()
        layout = QVBoxLayout(central)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.shell.messages)
        layout.addWidget(self.splitter, 1)
        self.setCentralWidget(central)
        self.actions_.add_pages((entry.key, entry.title) for entry in PAGES)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        shell, actions = self.shell, self.actions_
        shell.open_document.changed.connect(self._show_steps)
        shell.open_document.saved_changed.connect(self._show_name)
        shell.language.changed.connect(self._retranslate)
        shell.background.failed.connect(shell.messages.tell)
        for key, run in {
            "new": self.filing.new,
            "open": self.filing.ask_open,
            "sample": self.filing.open_sample,
            "save": self.filing.save,
            "save_as": self.filing.ask_save,
            "quit": self.close,
            "undo": shell.open_document.undo_stack.undo,
            "redo": shell.open_document.undo_stack.redo,
            "today": lambda: shell.open_document.go_to(date.today()),
        }.items():
            actions[key].triggered.connect(lambda _=False, r=run: r())
        for key, (action, _) in actions.pages.items():
            action.triggered.connect(lambda _=False, k=key: shell.navigation.show_page(k))
        shell.navigation.page_shown.connect(lambda key: actions.pages[key][0].setChecked(True))
        for name, switch in (("language", shell.language), ("theme", shell.theme)):
            for key, (action, _) in actions.choices[name].items():
                action.setChecked(key == switch.choice)
                action.triggered.connect(lambda _=False, s=switch, k=key: s.choose(k))

    # what the window says of itself

    def _retranslate(self) -> None:
        self._show_name()
        self._show_steps()

    def _show_name(self) -> None:
        product = self.shell.language.words(_PRODUCT)
        self.setWindowTitle(f"{self.filing.name()}[*] - {product}")
        self.setWindowModified(not self.shell.open_document.is_saved)

    def _show_steps(self) -> None:
        document = self.shell.open_document
        self.actions_.show_steps(document.undo_label, document.redo_label)

    # files dropped and the way out

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one local file."""
        if _dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file that was dropped."""
        path = _dropped_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.filing.open_path(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave once unsaved changes are dealt with, and remember how the window looked."""
        if not self._leaving and not self.shell.open_document.is_saved:
            event.ignore()
            self.filing.when_settled(self._leave)
            return
        self._remember()
        self.shell.background.stop_all()
        super().closeEvent(event)

    def _leave(self) -> None:
        self._leaving = True
        self.close()

    def _restore(self) -> None:
        settings = self.shell.settings
        self.resize(1280, 760)
        if geometry := settings.get(GEOMETRY):
            self.restoreGeometry(geometry)
        if state := settings.get(SPLITTER):
            self.splitter.restoreState(state)

    def _remember(self) -> None:
        settings = self.shell.settings
        settings.set(GEOMETRY, as_bytes(self.saveGeometry()))
        settings.set(SPLITTER, as_bytes(self.splitter.saveState()))
        settings.keep()


def _dropped_file(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.is_file() else None
