"""The findings under the figures, grouped by gravity; a double-click leads to the officer or the unit."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from planner.audit.results import GRAVITY_NAMES, Audit, Finding, Gravity
from planner.policy.settings import RULES
from planner.text import Text
from ui.language import LanguageSwitch
from ui.marks import OF_GRAVITY, mark_colour, mark_icon

_HEAD = (Text("问题", "Finding"), Text("指标", "Rule"), Text("单位", "Unit"), Text("缺口", "Short"))
_NONE = Text("没有发现问题。", "Nothing was found.")
_NONE_HERE = Text("该单位没有发现问题。", "Nothing was found in this unit.")
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_FINDING, _GRAVITY = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class FindingsList(QTreeWidget):
    """Follows an audit; keeps open and shut what the user opened and shut."""

    finding_opened = Signal(object)  # Finding

    def __init__(self, language: LanguageSwitch) -> None:
        super().__init__()
        self.setObjectName("findings")
        self._language = language
        self._shut: set[str] = set()
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
        self.itemActivated.connect(self._open)
        self.itemCollapsed.connect(lambda item: self._shut.add(str(item.data(0, _GRAVITY))))
        self.itemExpanded.connect(lambda item: self._shut.discard(str(item.data(0, _GRAVITY))))

    def show_findings(self, audit: Audit, unit: int | None = None) -> None:
        """Show every finding, or those of one unit."""
        say, place = self._language.words, self.verticalScrollBar().value()
        self.setHeaderLabels([say(words) for words in _HEAD])
        self.headerItem().setTextAlignment(3, _RIGHT)
        self.clear()
        findings = [f for f in audit.findings if unit is None or f.unit == unit]
        for gravity in Gravity:
            of_gravity = [f for f in findings if f.gravity is gravity]
            if of_gravity:
                self._add_group(gravity, of_gravity, audit)
        if not findings:
            item = QTreeWidgetItem(self, [say(_NONE if unit is None else _NONE_HERE)])
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.verticalScrollBar().setValue(place)

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
        group.setExpanded(gravity.value not in self._shut)

    def _item(self, finding: Finding, audit: Audit) -> QTreeWidgetItem:
        say = self._language.words
        message = say(finding.message)
        short = str(finding.shortfall) if finding.shortfall else ""
        unit = audit.state.unit_name(finding.unit) or audit.state.county.name
        item = QTreeWidgetItem([message, say(RULES[finding.rule]), unit, short])
        item.setData(0, _FINDING, finding)
        item.setTextAlignment(3, _RIGHT)
        item.setToolTip(0, message)
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
