"""The findings under the figures, by gravity; a double-click leads to the rows, the menu to a repair."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTreeWidget, QTreeWidgetItem

from planner.audit.results import FINDING_NAMES, GRAVITY_NAMES, Audit, Finding, Gravity
from planner.text import Text
from ui.language import LanguageSwitch
from ui.marks import OF_GRAVITY, mark_colour, mark_icon
from ui.plain_label import plain_tip

_HEAD = (Text("问题", "Finding"), Text("指标", "Rule"), Text("单位", "Unit"), Text("缺口", "Short"))
_NONE = Text("没有发现问题。", "Nothing was found.")
_NONE_HERE = Text("该单位没有发现问题。", "Nothing was found in this unit.")
_SHOW = Text("查看人员或单位(&S)", "&Show the people or the unit")
REPAIR = Text("补救(&R)…", "&Repair…")
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_FINDING, _GRAVITY = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class FindingsList(QTreeWidget):
    """Follows an audit; keeps open and shut what the user opened and shut."""

    finding_opened = Signal(object)  # Finding
    finding_changed = Signal()  # another one is current, or none
    repair_wanted = Signal()  # of the current one

    def __init__(
        self,
        language: LanguageSwitch,
        repairable: Callable[[Finding], bool],
        more: Callable[[QMenu, Finding | None], None],
    ) -> None:
        """Follow `language`; `more` adds to the menu what else can be done, without a finding as well."""
        super().__init__()
        self._more = more
        self.setObjectName("findings")
        self._language, self._repairable = language, repairable
        self._shut: set[str] = set()
        self._items: list[QTreeWidgetItem] = []
        self.setColumnCount(len(_HEAD))
        self.setIndentation(18)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 120), (2, 190), (3, 60)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, width)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.currentItemChanged.connect(lambda *_: self.finding_changed.emit())
        self.itemActivated.connect(self._open)
        self.itemCollapsed.connect(lambda item: self._shut.add(str(item.data(0, _GRAVITY))))
        self.itemExpanded.connect(lambda item: self._shut.discard(str(item.data(0, _GRAVITY))))

    def show_findings(self, audit: Audit, unit: int | None = None) -> None:
        """Show every finding, or those of one unit."""
        say, place, current = self._language.words, self.verticalScrollBar().value(), self.finding
        self.setHeaderLabels([say(words) for words in _HEAD])
        self.headerItem().setTextAlignment(3, _RIGHT)
        self._items = []
        self.clear()
        findings = [f for f in audit.findings if unit is None or f.unit == unit]
        for gravity in Gravity:
            of_gravity = [f for f in findings if f.gravity is gravity]
            if of_gravity:
                self._add_group(gravity, of_gravity, audit)
        if not findings:
            item = QTreeWidgetItem(self, [say(_NONE if unit is None else _NONE_HERE)])
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self._choose(current)
        self.verticalScrollBar().setValue(place)

    @property
    def finding(self) -> Finding | None:
        """The current finding."""
        item = self.currentItem()
        finding = item.data(0, _FINDING) if item is not None else None
        return finding if isinstance(finding, Finding) else None

    def _choose(self, finding: Finding | None) -> None:
        """Make the finding about the same thing current again, where there still is one."""
        if finding is None:
            return
        for item in self._items:
            if _about(item.data(0, _FINDING)) == _about(finding):
                self.setCurrentItem(item)
                return

    def _show_menu(self, at: QPoint) -> None:
        """Offer what can be done about the finding at a place, or where there is none."""
        finding = self.finding if self.itemAt(at) is not None else None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if finding is not None:
            self._offer(menu, finding)
        self._more(menu, finding)
        if menu.actions():
            menu.popup(self.viewport().mapToGlobal(at))
        else:
            menu.deleteLater()

    def _offer(self, menu: QMenu, finding: Finding) -> None:
        show = menu.addAction(self._language.words(_SHOW), lambda: self.finding_opened.emit(finding))
        menu.setDefaultAction(show)
        repair = menu.addAction(self._language.words(REPAIR), self.repair_wanted.emit)
        repair.setEnabled(self._repairable(finding))

    def _add_group(self, gravity: Gravity, findings: list[Finding], audit: Audit) -> None:
        say, mark = self._language.words, OF_GRAVITY[gravity]
        icon = mark_icon(mark, self.palette())
        name = say(GRAVITY_NAMES[gravity])
        group = QTreeWidgetItem(self, [f"{name[:1].upper()}{name[1:]} ({len(findings)})"])
        group.setIcon(0, icon)
        group.setData(0, _GRAVITY, gravity.value)
        group.setForeground(0, mark_colour(mark, self.palette()))
        group.setFirstColumnSpanned(True)
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        items = [self._item(finding, audit) for finding in findings]
        for item in items:
            item.setIcon(0, icon)
        group.addChildren(items)
        self._items += items
        group.setExpanded(gravity.value not in self._shut)

    def _item(self, finding: Finding, audit: Audit) -> QTreeWidgetItem:
        say = self._language.words
        message = say(finding.message)
        short = str(finding.shortfall) if finding.shortfall else ""
        unit = audit.state.unit_name(finding.unit) or audit.state.county.name
        item = QTreeWidgetItem([message, say(FINDING_NAMES[finding.rule]), unit, short])
        item.setData(0, _FINDING, finding)
        item.setTextAlignment(3, _RIGHT)
        item.setToolTip(0, plain_tip(message))
        return item

    def _open(self, item: QTreeWidgetItem) -> None:
        finding = item.data(0, _FINDING)
        if isinstance(finding, Finding):
            self.finding_opened.emit(finding)
        elif item.childCount():
            item.setExpanded(not item.isExpanded())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the selected findings."""
        if event.matches(QKeySequence.StandardKey.Copy):
            lines = [
                "\t".join(item.text(column) for column in range(self.columnCount()))
                for item in self.selectedItems()
            ]
            QGuiApplication.clipboard().setText("\n".join(lines))
        else:
            super().keyPressEvent(event)


def _about(finding: Finding) -> tuple[str, int | None, tuple[int, ...]]:
    """Return what a finding is about, whatever its numbers."""
    return finding.rule, finding.unit, finding.people
