"""The tree of units on the left: strength on both ledgers, a status mark, a place to drop officers."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QIcon
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from planner.audit.ledgers import Ledger
from planner.audit.results import Audit, Finding, Gravity
from planner.county.records import Unit, UnitKind
from planner.tables.names import UNIT_KINDS
from planner.text import Text
from ui.language import LanguageSwitch
from ui.marks import OF_GRAVITY, Mark, mark_icon
from ui.open_document import OpenDocument
from ui.plain_label import plain_tip
from ui.tables.people_drag import PEOPLE_MIME, people_of
from ui.theme import Theme

_HEAD = (Text("单位", "Unit"), Text("在岗/编", "At/Bk"))
_HEAD_HINT = Text("在岗人数 / 在编人数(民警)", "sworn officers present / on the books")
_COUNTY, _STATIONS = Text("全局", "Whole county"), Text("派出所", "Police stations")
_HEADQUARTERS, _OTHERS = Text("机关", "Headquarters"), Text("非本局单位", "Not ours")
_MET, _NO_RULE = Text("没有发现问题", "Nothing found"), Text("无需评价", "Not judged")
_HEADQUARTERS_KINDS = (
    UnitKind.LEADERSHIP,
    UnitKind.ADMINISTRATIVE,
    UnitKind.ENFORCEMENT,
    UnitKind.CUSTODY,
    UnitKind.STATION,  # stations that the user counts as headquarters
    UnitKind.UNKNOWN,
)
_UNIT, _KEY = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_WHOLE = "county"


class UnitTree(QTreeWidget):
    """Follows the open document; says which unit was chosen and which people were dropped where."""

    unit_chosen = Signal(object)  # unit id, None for the whole county
    unit_opened = Signal(int)  # double-click or Enter
    people_dropped = Signal(int, list)  # unit id, person ids

    def __init__(self, open_document: OpenDocument, language: LanguageSwitch, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("units")
        self._open_document, self._language = open_document, language
        self._items: dict[object, QTreeWidgetItem] = {}
        self._shape: object = None
        self._icons: dict[Mark, QIcon] = {}
        self._set_up()
        self.itemSelectionChanged.connect(self._choose)
        self.itemActivated.connect(self._open)
        open_document.replaced.connect(self._forget)
        open_document.changed.connect(self.refresh)
        language.changed.connect(self.refresh)
        theme.changed.connect(self._repaint_marks)
        self.refresh()

    def _set_up(self) -> None:
        self.setColumnCount(2)
        self.setMinimumWidth(190)
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionsClickable(False)
        self.headerItem().setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    # what is shown

    def refresh(self) -> None:
        """Show the units of the version in force; the tree is built anew only when its shape changes."""
        audit, say = self._open_document.audit, self._language.words
        shape = [(u.id, u.kind, u.ours, u.is_station) for u in audit.state.county.units.values()]
        if shape != self._shape:
            self._build(audit)
            self._shape = shape
        for column, words in enumerate(_HEAD):
            self.headerItem().setText(column, say(words))
            self.headerItem().setToolTip(column, say(_HEAD_HINT))
        found: dict[int | None, list[Finding]] = {}
        for finding in audit.findings:
            found.setdefault(finding.unit, []).append(finding)
        for key, item in self._items.items():
            units = self._units_under(item)
            item.setText(1, _strength(audit, units))
            if isinstance(key, int):
                self._show_unit(item, audit.state.county.units[key], found.get(key, []))
            elif isinstance(key, Text):
                item.setText(0, f"{say(key)[:1].upper()}{say(key)[1:]} ({len(units)})")
            else:
                item.setText(0, audit.state.county.name or say(_COUNTY))

    def _show_unit(self, item: QTreeWidgetItem, unit: Unit, findings: list[Finding]) -> None:
        say = self._language.words
        item.setText(0, unit.name)
        mark = _mark(unit, findings)
        item.setIcon(0, self._icon(mark))
        words = [say(f.message) for f in findings] or [say(_MET if mark is Mark.MET else _NO_RULE)]
        more = [f"… +{len(words) - 8}"] if len(words) > 8 else []
        item.setToolTip(0, plain_tip("\n".join((unit.name, *words[:8], *more))))

    def _icon(self, mark: Mark | None) -> QIcon:
        if mark is None:
            return QIcon()
        if mark not in self._icons:
            self._icons[mark] = mark_icon(mark, self.palette())
        return self._icons[mark]

    def _repaint_marks(self) -> None:
        self._icons.clear()
        self.refresh()

    # its shape

    def _forget(self) -> None:
        """Leave what was chosen and closed: in another document the same ids are other units."""
        self.blockSignals(True)
        self.clear()
        self.blockSignals(False)
        self._items, self._shape = {}, None

    def _build(self, audit: Audit) -> None:
        chosen, closed = self.chosen_unit, {k for k, item in self._items.items() if not item.isExpanded()}
        self.blockSignals(True)
        self.clear()
        self._items = {}
        county = audit.state.county
        root = self._add(self.invisibleRootItem(), _WHOLE)
        self._add_units(root, _STATIONS, (u for u in county.units.values() if u.is_station))
        headquarters = [u for u in county.units.values() if u.ours and not u.is_station]
        if headquarters:
            branch = self._add(root, _HEADQUARTERS)
            for kind in _HEADQUARTERS_KINDS:
                self._add_units(branch, UNIT_KINDS[kind], (u for u in headquarters if u.kind is kind))
        self._add_units(root, _OTHERS, (u for u in county.units.values() if not u.ours))
        for key, item in self._items.items():
            item.setExpanded(key not in closed or isinstance(key, int))
        self.setCurrentItem(self._items.get(chosen, root))
        self.blockSignals(False)
        if chosen is not None and chosen not in self._items:
            self._choose()  # the unit in view is gone

    def _add_units(self, parent: QTreeWidgetItem, title: Text, units: Iterable[Unit]) -> None:
        listed = list(units)
        if listed:
            branch = self._add(parent, title)
            for unit in listed:
                self._add(branch, unit.id)

    def _add(self, parent: QTreeWidgetItem, key: object) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent)
        item.setData(0, _UNIT, key if isinstance(key, int) else None)
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if not isinstance(key, int):
            font = item.font(0)
            font.setBold(True)
            item.setFont(0, font)
        self._items[key] = item
        return item

    def _units_under(self, item: QTreeWidgetItem) -> list[int]:
        own = item.data(0, _UNIT)
        if own is not None:
            return [own]
        children = [item.child(i) for i in range(item.childCount())]
        return [u for child in children if child is not None for u in self._units_under(child)]

    # choosing

    @property
    def chosen_unit(self) -> int | None:
        """The unit in view, None for the whole county or a group."""
        item = self.currentItem()
        unit = item.data(0, _UNIT) if item is not None else None
        return unit if isinstance(unit, int) else None

    def choose_unit(self, unit: int | None) -> None:
        """Choose a unit as if it were clicked."""
        item = self._items.get(_WHOLE if unit is None else unit)
        if item is not None:
            self.setCurrentItem(item)
            self.scrollToItem(item)

    def _choose(self) -> None:
        self.unit_chosen.emit(self.chosen_unit)

    def _open(self, item: QTreeWidgetItem) -> None:
        unit = item.data(0, _UNIT)
        if unit is not None:
            self.unit_opened.emit(unit)
        else:
            item.setExpanded(not item.isExpanded())

    # dropping officers

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take people from a table; a file is for the window."""
        if event.mimeData().hasFormat(PEOPLE_MIME):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show which unit would take them."""
        item = self._taker(event.position().toPoint())
        if item is None or not event.mimeData().hasFormat(PEOPLE_MIME):
            event.ignore()
            return
        super().dragMoveEvent(event)
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say who was dropped where."""
        item, people = self._taker(event.position().toPoint()), people_of(event.mimeData())
        if item is None or not people:
            event.ignore()
            return
        event.acceptProposedAction()
        self.people_dropped.emit(item.data(0, _UNIT), people)

    def _taker(self, place: QPoint) -> QTreeWidgetItem | None:
        item = self.itemAt(place)
        return item if item is not None and item.data(0, _UNIT) is not None else None

    def mimeTypes(self) -> list[str]:
        """Say what may be dropped."""
        return [PEOPLE_MIME]


def _strength(audit: Audit, units: Iterable[int]) -> str:
    present = books = 0
    for unit in units:
        present += audit.ledgers.unit(Ledger.PRESENT, unit).officers
        books += audit.ledgers.unit(Ledger.BOOKS, unit).officers
    return f"{present}/{books}"


def _mark(unit: Unit, findings: list[Finding]) -> Mark | None:
    """Return the gravest thing found; a station without any is met, another unit has nothing to meet."""
    if findings:
        gravities = list(Gravity)
        return OF_GRAVITY[min((f.gravity for f in findings), key=gravities.index)]
    return Mark.MET if unit.is_station else None
