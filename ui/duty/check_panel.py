"""What was found wrong with the month in view, beside the grid."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
)

from planner.audit.results import Finding
from planner.text import Text
from ui.marks import OF_GRAVITY, Mark, mark_icon
from ui.plain_label import PlainLabel
from ui.tables.session import LiveLanguage

_TITLE = Text("检查:{n} 个问题", "Check: {n} findings")
_TITLE_OF_ONE = Text("检查:1 个问题", "Check: 1 finding")
_BLANK = Text(
    "本月还没有排班,值班人数和辖区时间无从检查。",
    "Nothing is planned yet: there are no people on duty and no field time to check.",
)
_SHORTAGES = Text("本次排班做不到的:", "What the planned month cannot keep:")
_FRONTIERS = Text("现有人员能同时做到什么:", "What the people here can keep together:")
_CLEARED = Text("已排除的疑似借用(右键可恢复):", "Suspicions cleared (right-click to take back):")
_NOTHING = Text("没有发现问题。", "Nothing was found.")
_CLOSE = Text("关闭", "Close")
_FINDING = Qt.ItemDataRole.UserRole
_GAP = 6  # pixels between two lines


class _Spaced(QStyledItemDelegate):
    """Lines with room between them; the list's own spacing makes it measure wrapped lines wrongly."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room of a line."""
        return super().sizeHint(option, index) + QSize(0, _GAP)


@dataclass(frozen=True)
class Checked:
    """What there is to say of a unit's month; `is_blank` where nobody is planned on any day."""

    findings: Sequence[Finding]
    cleared: Sequence[Text] = ()  # suspicions, with the reasons
    shortages: Sequence[Text] = ()  # what the last planning could not keep
    frontiers: Sequence[Text] = ()  # what can be kept together at all
    is_blank: bool = False


class CheckPanel(QFrame):
    """Findings of one unit and month, gravest first; one that is clicked leads to its person."""

    person_chosen = Signal(int)
    closed = Signal()

    def __init__(self, language: LiveLanguage, fill_menu: Callable[[QMenu, Finding | None], None]) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._language, self._fill_menu = language, fill_menu
        self.title, self.list, self.close_button = PlainLabel(), QListWidget(), QToolButton()
        self.title.setObjectName("title")
        self.close_button.setText("✕")
        self.close_button.setAutoRaise(True)
        self.list.setWordWrap(True)
        self.list.setItemDelegate(_Spaced(self.list))
        # A scroll bar that comes makes lines narrower: they are measured again.
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
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

    def show_checked(self, checked: Checked) -> None:
        """List what the audit, the last planning and the people's number say of a month."""
        language = self._language.current
        title = _TITLE_OF_ONE if len(checked.findings) == 1 else _TITLE
        self.title.setText(title.format(n=len(checked.findings)).in_language(language))
        self.close_button.setToolTip(_CLOSE.in_language(language))
        self.list.clear()
        for finding in checked.findings:
            self._add(finding.message, OF_GRAVITY[finding.gravity]).setData(_FINDING, finding)
        if checked.is_blank:
            self._add(_BLANK, Mark.NO_DATA)
        elif not checked.findings:
            self._add(_NOTHING, Mark.MET)
        self._add_section(_CLEARED, checked.cleared, Mark.NO_DATA)
        self._add_section(_SHORTAGES, checked.shortages, Mark.WARNING)
        self._add_section(_FRONTIERS, checked.frontiers, None)

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
        menu = self.menu_of(self.list.itemAt(place))
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.viewport().mapToGlobal(place))

    def menu_of(self, item: QListWidgetItem | None) -> QMenu | None:
        """Return what can be decided about a line and about the month, None where nothing can."""
        finding = item.data(_FINDING) if item is not None else None
        menu = QMenu(self)
        self._fill_menu(menu, finding if isinstance(finding, Finding) else None)
        if menu.actions():
            return menu
        menu.deleteLater()
        return None

    def _choose(self, item: QListWidgetItem) -> None:
        finding = item.data(_FINDING)
        if isinstance(finding, Finding) and finding.people:
            self.person_chosen.emit(finding.people[0])
