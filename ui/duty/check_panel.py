"""What was found wrong with the month in view, beside the grid."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QToolButton,
    QVBoxLayout,
)

from planner.audit.results import Finding
from planner.text import Text
from ui.marks import OF_GRAVITY, Mark, mark_icon
from ui.tables.session import LiveLanguage

_TITLE = Text("检查:{n} 个问题", "Check: {n} findings")
_SHORTAGES = Text("本次排班做不到的:", "What the planned month cannot keep:")
_FRONTIERS = Text("现有人员能同时做到什么:", "What the people here can keep together:")
_NOTHING = Text("没有发现问题。", "Nothing was found.")
_CLOSE = Text("关闭", "Close")
_FINDING = Qt.ItemDataRole.UserRole


class CheckPanel(QFrame):
    """Findings of one unit and month, gravest first; one that is clicked leads to its person."""

    person_chosen = Signal(int)
    closed = Signal()

    def __init__(self, language: LiveLanguage, fill_menu: Callable[[QMenu, Finding], None]) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._language, self._fill_menu = language, fill_menu
        self.title, self.list, self.close_button = QLabel(), QListWidget(), QToolButton()
        self.title.setObjectName("title")
        self.close_button.setText("✕")
        self.close_button.setAutoRaise(True)
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 8)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.close_button.clicked.connect(self.closed)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)

    def show_findings(
        self, findings: Sequence[Finding], shortages: Sequence[Text] = (), frontiers: Sequence[Text] = ()
    ) -> None:
        """List findings, what the last planning could not keep, and what can be kept together at all."""
        language = self._language.current
        self.title.setText(_TITLE.format(n=len(findings)).in_language(language))
        self.close_button.setToolTip(_CLOSE.in_language(language))
        self.list.clear()
        for finding in findings:
            self._add(finding.message, OF_GRAVITY[finding.gravity]).setData(_FINDING, finding)
        if not findings:
            self._add(_NOTHING, Mark.MET)
        self._add_section(_SHORTAGES, shortages, Mark.WARNING)
        self._add_section(_FRONTIERS, frontiers, None)

    def _add_section(self, title: Text, lines: Sequence[Text], mark: Mark | None) -> None:
        if not lines:
            return
        head = self._add(title, None)
        font = head.font()
        font.setBold(True)
        head.setFont(font)
        for line in lines:
            self._add(line, mark)

    def _add(self, words: Text, mark: Mark | None) -> QListWidgetItem:
        item = QListWidgetItem(words.in_language(self._language.current), self.list)
        if mark is not None:
            item.setIcon(mark_icon(mark, self.palette()))
        return item

    def _open_menu(self, place: QPoint) -> None:
        item = self.list.itemAt(place)
        menu = self.menu_of(item) if item is not None else None
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.viewport().mapToGlobal(place))

    def menu_of(self, item: QListWidgetItem) -> QMenu | None:
        """Return what can be decided about a line, None where nothing can."""
        finding = item.data(_FINDING)
        menu = QMenu(self)
        if isinstance(finding, Finding):
            self._fill_menu(menu, finding)
        if menu.actions():
            return menu
        menu.deleteLater()
        return None

    def _choose(self, item: QListWidgetItem) -> None:
        finding = item.data(_FINDING)
        if isinstance(finding, Finding) and finding.people:
            self.person_chosen.emit(finding.people[0])
