"""A list of values with a tick each, fast with thousands of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.text import compact

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class Checklist(QAbstractListModel):
    """Values with their words, ticked or not, narrowed down by a text."""

    def __init__(
        self, values: Sequence[tuple[str, str]], ticked: Iterable[str] | None, parent: QObject | None = None
    ) -> None:
        """Take (value, words) pairs; `ticked` None means all."""
        super().__init__(parent)
        self._values = list(values)
        self._listed = self._values
        self._ticked = {v for v, _ in values} if ticked is None else {v for v, _ in values} & set(ticked)

    @property
    def ticked(self) -> frozenset[str] | None:
        """The ticked values among those listed; None when every value there is is ticked."""
        chosen = frozenset(value for value, _ in self._listed if value in self._ticked)
        return None if len(chosen) == len(self._values) else chosen

    @property
    def all_listed_ticked(self) -> bool:
        """Whether everything listed is ticked."""
        return all(value in self._ticked for value, _ in self._listed)

    def narrow(self, text: str) -> None:
        """List only the values with `text` in their words."""
        wanted = compact(text)
        self.beginResetModel()
        self._listed = [pair for pair in self._values if wanted in compact(pair[1])]
        self.endResetModel()

    def tick_all(self, on: bool) -> None:
        """Tick, or untick, everything listed."""
        listed = {value for value, _ in self._listed}
        self._ticked = self._ticked | listed if on else self._ticked - listed
        if self._listed:
            self.dataChanged.emit(self.index(0), self.index(len(self._listed) - 1))

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return how many values are listed."""
        return 0 if parent.isValid() else len(self._listed)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a value's words and its tick."""
        if not index.isValid():
            return None
        value, words = self._listed[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if value in self._ticked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick a value."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        chosen = self._listed[index.row()][0]
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._ticked.add(chosen)
        else:
            self._ticked.discard(chosen)
        self.dataChanged.emit(index, index)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that every value can be ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
