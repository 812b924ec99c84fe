"""Selected ranges kept by row ids, so that they outlive a change of the rows shown."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from ui.tables.record_table import RecordTable


@dataclass(frozen=True, slots=True)
class Kept:
    """What was selected and current: row ids with first and last section."""

    ranges: tuple[tuple[tuple[int, ...], int, int], ...]
    current: tuple[int, int] | None  # row id, section


def keep(model: RecordTable, selection: QItemSelectionModel) -> Kept:
    """Return what is selected, by row ids."""
    shown = model.shown
    ranges = tuple(
        (tuple(row.id for row in shown[r.top() : r.bottom() + 1]), r.left(), r.right())
        for r in selection.selection().toList()
        if r.isValid()
    )
    now = selection.currentIndex()
    current = (shown[now.row()].id, now.column()) if now.isValid() and now.row() < len(shown) else None
    return Kept(ranges, current)


def restore(model: RecordTable, selection: QItemSelectionModel, kept: Kept) -> None:
    """Select again what is still in view."""
    line_of = {row.id: line for line, row in enumerate(model.shown)}
    last = model.columnCount() - 1
    chosen = QItemSelection()
    for ids, left, right in kept.ranges:
        lines = sorted(line_of[id_] for id_ in ids if id_ in line_of)
        for _, run in groupby(enumerate(lines), key=lambda pair: pair[1] - pair[0]):
            block = [line for _, line in run]
            chosen.select(model.index(block[0], left), model.index(block[-1], min(right, last)))
    if kept.current is not None and kept.current[0] in line_of:
        index = model.index(line_of[kept.current[0]], min(kept.current[1], last))
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
    selection.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
