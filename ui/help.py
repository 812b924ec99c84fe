"""F1: one searchable page in the language in force, and the about box."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QIcon, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from planner.assets import asset
from planner.text import Text
from ui.language import LanguageSwitch

_TITLE, _SEARCH = Text("使用帮助", "Help"), Text("搜索,回车找下一处", "Search; Enter finds the next")
_NOT_FOUND = Text("没有找到", "not found")
_ABOUT_TITLE = Text("关于警力", "About Jingli")
_ABOUT = Text(
    "<h3>警力 {version}</h3><p>县级公安机关警力配置规划软件。单机离线使用,数据不出本机。</p>"
    "<p>许可:Apache-2.0。界面、图表和打印使用思源黑体(Noto Sans SC,SIL OFL 1.1)。</p>",
    "<h3>Jingli {version}</h3><p>Staffing planner for a county public-security bureau."
    " It works offline; nothing leaves this machine.</p>"
    "<p>Licence: Apache-2.0. Screens, charts and prints use Noto Sans SC (SIL OFL 1.1).</p>",
)


class HelpWindow(QWidget):
    """Stays open beside the main window while one works."""

    def __init__(self, language: LanguageSwitch, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._language = language
        self.words, self.not_found = QLineEdit(), QLabel()
        self.words.setClearButtonEnabled(True)
        self.sections, self.page = QListWidget(), QTextBrowser()
        self.page.setOpenLinks(False)
        self._lay_out()
        self.words.textChanged.connect(lambda _: self._find(from_start=True))
        self.words.returnPressed.connect(self._find)
        self.sections.currentTextChanged.connect(self._go_to)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.words.setFocus)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def _lay_out(self) -> None:
        splitter = QSplitter()
        splitter.addWidget(self.sections)
        splitter.addWidget(self.page)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([180, 620])
        line = QHBoxLayout()
        line.addWidget(self.words, 1)
        line.addWidget(self.not_found)
        layout = QVBoxLayout(self)
        layout.addLayout(line)
        layout.addWidget(splitter, 1)
        self.resize(QSize(860, 640))

    def retranslate(self) -> None:
        """Show the page in the language in force."""
        say = self._language.words
        self.setWindowTitle(say(_TITLE))
        self.words.setPlaceholderText(say(_SEARCH))
        text = asset("help", f"{self._language.current}.md").read_text(encoding="utf-8")
        self.page.document().setDefaultStyleSheet("")
        self.page.document().setBaseUrl(QUrl.fromLocalFile(str(asset("help")) + "/"))
        self.page.setMarkdown(text)
        self.page.document().setDocumentMargin(16)
        self.sections.clear()
        self.sections.addItems(re.findall(r"^## (.+)$", text, flags=re.MULTILINE))
        self._find(from_start=True)

    def _find(self, *, from_start: bool = False) -> None:
        words = self.words.text().strip()
        if from_start:
            self.page.moveCursor(QTextCursor.MoveOperation.Start)
        found = not words or self.page.find(words)
        if not found:
            self.page.moveCursor(QTextCursor.MoveOperation.Start)
            found = self.page.find(words)
        self.not_found.setText("" if found else self._language.words(_NOT_FOUND))

    def _go_to(self, heading: str) -> None:
        block = self.page.document().begin()
        while block.isValid():
            if block.text() == heading:
                self.page.setTextCursor(QTextCursor(block))
                bar = self.page.verticalScrollBar()
                place = self.page.document().documentLayout().blockBoundingRect(block).top()
                bar.setValue(round(place))
                return
            block = block.next()


def product_version() -> str:
    """Return the version of the installed program."""
    try:
        return version("jingli")
    except PackageNotFoundError:
        return ""


def about_box(language: LanguageSwitch, parent: QWidget) -> QMessageBox:
    """Return the about box, ready to open."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(language.words(_ABOUT_TITLE))
    box.setIconPixmap(QIcon(str(asset("icons", "jingli.svg"))).pixmap(64, 64))
    box.setText(language.words(_ABOUT.format(version=product_version())))
    box.addButton(QMessageBox.StandardButton.Close)
    return box
