"""Which columns a table shows, how wide and in which order, remembered by their keys."""

from __future__ import annotations

import json

from PySide6.QtCore import QSettings
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView

from ui.tables.record_table import RecordTable

_PADDING = 26  # pixels of margins and the filter button


def default_width(model: RecordTable, section: int, metrics: QFontMetrics) -> int:
    """Return the declared width of a column in pixels, and never less than its title needs."""
    column = model.column_at(section)
    title = metrics.horizontalAdvance(column.title.in_language(model.language)) + _PADDING
    return max(metrics.horizontalAdvance("0") * column.width + 12, min(title, 140))


def apply_layout(model: RecordTable, header: QHeaderView, saved: str | None) -> None:
    """Set widths, order and hidden columns from what was remembered, else from the declaration."""
    metrics = header.fontMetrics()
    for section in range(model.columnCount()):
        header.resizeSection(section, default_width(model, section, metrics))
        header.setSectionHidden(section, not model.column_at(section).shown)
    if not saved:
        return
    try:
        remembered = [(str(key), int(width), bool(hidden)) for key, width, hidden in json.loads(saved)]
    except (ValueError, TypeError):
        return
    layout = {key: (width, hidden) for key, width, hidden in remembered if model.section_of(key) >= 0}
    for key, (width, hidden) in layout.items():
        section = model.section_of(key)
        header.setSectionHidden(section, hidden)
        if width > 0:
            header.resizeSection(section, width)
    for place, key in enumerate(_in_order(model, list(layout))):
        header.moveSection(header.visualIndex(model.section_of(key)), place)


def _in_order(model: RecordTable, order: list[str]) -> list[str]:
    """Return every column in the order remembered, one that is new to it after the one declared before it."""
    known, before = set(order), ""
    for section in range(model.columnCount()):
        key = model.column_at(section).key
        if key not in known:
            order.insert(order.index(before) + 1 if before else 0, key)
        before = key
    return order


def layout_words(model: RecordTable, header: QHeaderView) -> str:
    """Return widths, order and hidden columns as they are remembered."""
    order = [header.logicalIndex(visual) for visual in range(header.count())]
    return json.dumps(
        [
            [model.column_at(s).key, _width(header, s), header.isSectionHidden(s)]
            for s in order
            if 0 <= s < model.columnCount()
        ]
    )


def _width(header: QHeaderView, section: int) -> int:
    return 0 if header.isSectionHidden(section) else header.sectionSize(section)


def remembered(key: str) -> str | None:
    """Return the layout remembered for a table."""
    value = QSettings().value(f"tables/{key}/columns")
    return value if isinstance(value, str) else None


def remember(key: str, words: str | None) -> None:
    """Remember a table's layout, or forget it with None."""
    if words is None:
        QSettings().remove(f"tables/{key}/columns")
    else:
        QSettings().setValue(f"tables/{key}/columns", words)
