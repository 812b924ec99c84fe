"""The one table model: frozen rows under declared columns, filtered and sorted by hand for speed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon, QPalette

from planner.tables.column import Column, Look, Table
from planner.text import Language
from ui.marks import Mark, mark_icon
from ui.plain_label import plain_tip
from ui.tables.filtering import Filters, passing
from ui.tables.hints import Hinting, background, foreground
from ui.tables.ordering import in_order
from ui.tables.people_drag import PEOPLE_MIME, people_mime

Index = QModelIndex | QPersistentModelIndex
Cells = Mapping[tuple[int, str], str]  # words by row id and column key
Marking = Callable[[Any, str], Mark | None]  # of a row and a column key
Role = Qt.ItemDataRole
_NO_INDEX = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_FLAGS = {  # put together once: Qt asks for every selected cell
    (False, False): _PLAIN,
    (True, False): _PLAIN | Qt.ItemFlag.ItemIsEditable,
    (False, True): _PLAIN | Qt.ItemFlag.ItemIsDragEnabled,
    (True, True): _PLAIN | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled,
}


class RecordTable(QAbstractTableModel):
    """Rows of a declared table.

    After a change of the document the rows shown keep their places, as in Excel, until the user
    sorts or filters again; `stale` counts those that no longer pass the filters.
    """

    narrowed = Signal()  # the rows shown, the filters or the sorting changed

    def __init__(self, table: Table[Any], language: Language = "zh", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._language = language
        self._columns: tuple[Column[Any], ...] = table.columns
        self._by_key = {column.key: column for column in table.columns}
        self._rows: list[Any] = []
        self._shown: list[Any] = []
        self._filters = Filters()
        self._sorted_by: tuple[str, bool] | None = None
        self._stale = 0
        self._palette = QPalette()
        self._icons: dict[Mark, QIcon] = {}
        self.hinting: Hinting | None = None
        self.marking: Marking | None = None
        self.change: Callable[[Cells], bool] | None = None  # makes an edit; says whether it was made
        self.person_of: Callable[[Any], int] | None = None  # whom a dragged row means

    # what is shown

    @property
    def table(self) -> Table[Any]:
        """The declared table."""
        return self._table

    @property
    def language(self) -> Language:
        """The language the cells are in."""
        return self._language

    @property
    def rows(self) -> Sequence[Any]:
        """Every row, filtered out or not."""
        return self._rows

    @property
    def shown(self) -> Sequence[Any]:
        """The rows in view, in their order."""
        return self._shown

    @property
    def stale(self) -> int:
        """How many rows in view no longer pass the filters."""
        return self._stale

    @property
    def filters(self) -> Filters:
        """What narrows the table down."""
        return self._filters

    @property
    def sorted_by(self) -> tuple[str, bool] | None:
        """The column key sorted by and whether descending; None for the order of the document."""
        return self._sorted_by

    def column_at(self, section: int) -> Column[Any]:
        """Return the column of a section."""
        return self._columns[section]

    def section_of(self, key: str) -> int:
        """Return the section of a column key, -1 if there is none."""
        return next((i for i, column in enumerate(self._columns) if column.key == key), -1)

    def row_of(self, id_: int) -> int:
        """Return the line in view of a row id, -1 if it is not in view."""
        return next((i for i, row in enumerate(self._shown) if row.id == id_), -1)

    # changes of what is shown

    def show_rows(self, rows: Sequence[Any], table: Table[Any] | None = None, *, again: bool = False) -> None:
        """Show the rows of a new document; `again` filters and sorts anew instead of keeping places."""
        if table is not None and [c.key for c in table.columns] != [c.key for c in self._columns]:
            self.beginResetModel()
            self._set_table(table)
            self._rows = list(rows)
            self._shown = self._arranged(self._passing())
            self._stale = 0
            self.endResetModel()
        else:
            if table is not None:
                self._set_table(table)
            self._rows = list(rows)
            matching = self._passing()
            self._replace(self._arranged(matching) if again else self._held(matching))
        self.narrowed.emit()

    def _set_table(self, table: Table[Any]) -> None:
        self._table, self._columns = table, table.columns
        self._by_key = {column.key: column for column in table.columns}

    def _held(self, matching: list[Any]) -> list[Any]:
        """Return the rows in view with their places kept, and what newly passes the filters."""
        by_id = {row.id: row for row in self._rows}
        before = [row.id for row in self._shown if row.id in by_id]
        known = set(before)
        new = [row for row in matching if row.id not in known]
        self._stale = len(before) + len(new) - len(matching)
        if self._sorted_by is None:
            wanted = known.union(row.id for row in new)
            return [row for row in self._rows if row.id in wanted]
        return [by_id[id_] for id_ in before] + self._arranged(new)

    def _replace(self, shown: list[Any]) -> None:
        if [row.id for row in shown] == [row.id for row in self._shown]:
            self._shown = shown
            if shown:
                last = self.index(len(shown) - 1, len(self._columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def _passing(self) -> list[Any]:
        return passing(self._rows, self._by_key, self._filters, self._language)

    def _arranged(self, rows: list[Any]) -> list[Any]:
        if self._sorted_by is None or self._sorted_by[0] not in self._by_key:
            return rows
        key, descending = self._sorted_by
        return in_order(rows, self._by_key[key], descending)

    def arrange(self) -> None:
        """Filter and sort anew."""
        self._stale = 0
        self._replace(self._arranged(self._passing()))
        self.narrowed.emit()

    def set_filters(self, filters: Filters) -> None:
        """Narrow the table down by other filters."""
        self._filters = filters
        self.arrange()

    def sort_by(self, key: str | None, descending: bool = False) -> None:
        """Sort by a column, or return to the order of the document with None."""
        self._sorted_by = None if key is None else (key, descending)
        self.arrange()

    def set_language(self, language: Language) -> None:
        """Show the words in another language."""
        self._language = language
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
        self._replace(list(self._shown))

    def set_palette(self, palette: QPalette) -> None:
        """Take the colours of another theme."""
        self._palette = palette
        self._icons.clear()

    def take_look(self, palette: QPalette, language: Language) -> None:
        """Take the colours and the language in force; words that are in it already are not laid out anew."""
        self.set_palette(palette)
        if self._language != language:
            self.set_language(language)

    # Qt

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many rows are in view."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many columns are declared."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return the words, alignment or colours of a cell."""
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        if role in (Role.DisplayRole, Role.EditRole):
            return column.words(self._shown[index.row()], self._language)
        if role == Role.TextAlignmentRole:
            return _RIGHT if column.look is Look.NUMBER else _LEFT
        if role == Role.BackgroundRole and self.hinting is not None:
            hint = self.hinting(self._shown[index.row()], column.key)
            return background(hint, self._palette) if hint else None
        if role == Role.ForegroundRole and self.hinting is not None:
            hint = self.hinting(self._shown[index.row()], column.key)
            return foreground(hint, self._palette) if hint else None
        if role == Role.DecorationRole and self.marking is not None:
            mark = self.marking(self._shown[index.row()], column.key)
            return self._icon(mark) if mark else None
        if role == Role.ToolTipRole:
            return self._tip(index)
        return None

    def _icon(self, mark: Mark) -> QIcon:
        if mark not in self._icons:
            self._icons[mark] = mark_icon(mark, self._palette)
        return self._icons[mark]

    def _tip(self, index: Index) -> str | None:
        column = self._columns[index.column()]
        words = column.words(self._shown[index.row()], self._language)
        hint = column.hint.in_language(self._language) if column.hint else ""
        return plain_tip("\n".join(part for part in (words, hint) if part)) or None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Make the edit of one cell; words that are already there are no edit."""
        if role != Role.EditRole or not index.isValid() or self.change is None:
            return False
        column, row = self._columns[index.column()], self._shown[index.row()]
        words = str(value)
        if words == column.words(row, self._language):
            return False
        return self.change({(row.id, column.key): words})

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return whether a cell can be selected, edited and dragged."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        editable = self.change is not None and self._columns[index.column()].editable
        return _FLAGS[editable, self.person_of is not None]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Return a column's title or a row's number."""
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == Role.DisplayRole else None
        if not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Role.DisplayRole:
            return column.title.in_language(self._language)
        if role == Role.ToolTipRole:
            hint = column.hint.in_language(self._language) if column.hint else ""
            title = column.title.in_language(self._language)
            return plain_tip("\n".join(part for part in (title, hint) if part))
        if role == Role.TextAlignmentRole:
            return _RIGHT if column.look is Look.NUMBER else _LEFT
        return None

    def mimeTypes(self) -> list[str]:
        """Return that dragged rows mean people."""
        return [PEOPLE_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the ids of the people whose rows are dragged, as a JSON list."""
        if self.person_of is None:
            return QMimeData()
        lines = sorted({index.row() for index in indexes})
        return people_mime([self.person_of(self._shown[line]) for line in lines])
