"""The movable range, shown before anything is solved: per unit who may be moved, and why others not."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.county.records import County
from planner.optimise.movable import MovableRange
from planner.tables.movable_range import (
    HEADQUARTERS,
    STATIONS,
    TABLE,
    RangeRow,
    range_rows,
    range_sentence,
)
from planner.text import Text
from ui.language import LanguageSwitch
from ui.open_document import OpenDocument
from ui.plain_label import PlainLabel
from ui.tables.filter_bar import FilterBar
from ui.tables.hints import Hint
from ui.tables.page_source import Chip
from ui.tables.record_table import RecordTable
from ui.tables.table_view import TableView

_LEAD = Text(
    "调整只在可调人员中选择。锁定、保留等在花名册和抽调借调页修改;双击查看该单位人员。",
    "Only movable officers are considered. Pins and approvals are set on the Roster and Secondments pages;"
    " a double-click shows a unit's people.",
)


def _hint(row: RangeRow, key: str) -> Hint | None:
    return Hint.QUIET if row.range.movable == 0 else None


class RangePanel(QWidget):
    """Shows a MovableRange."""

    unit_chosen = Signal(int)

    def __init__(self, open_document: OpenDocument, language: LanguageSwitch) -> None:
        super().__init__()
        self._language = language
        self.sentence: Text | None = None
        self.heading, self.lead = PlainLabel(), PlainLabel()
        self.model = RecordTable(TABLE, language.current, self)
        self.model.hinting = _hint
        self.view = TableView(self.model, lambda: open_document.document)
        self.bar = FilterBar(
            self.model,
            (
                Chip("headquarters", HEADQUARTERS, lambda row: not row.is_station),
                Chip("stations", STATIONS, lambda row: row.is_station),
                Chip(
                    "movable", Text("有可调人员", "With movable officers"), lambda row: row.range.movable > 0
                ),
            ),
            ("unit", "reasons"),
        )
        self.bar.columns_button.hide()
        self._lay_out()
        for view in (self.view, self.view.frozen):
            view.doubleClicked.connect(lambda index: self._choose(self.model.shown[index.row()]))
        self.view.card_requested.connect(self._choose_id)
        self.retranslate()

    def _lay_out(self) -> None:
        self.heading.setObjectName("title")
        self.heading.setWordWrap(True)
        self.lead.setObjectName("quiet")
        self.lead.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self.heading, self.lead, self.bar):
            layout.addWidget(widget)
        layout.addWidget(self.view, 1)

    def _choose(self, row: RangeRow) -> None:
        if row.unit is not None:
            self.unit_chosen.emit(row.unit.id)

    def _choose_id(self, id_: int) -> None:
        if id_:
            self.unit_chosen.emit(id_)

    def show_range(self, movable: MovableRange, county: County) -> None:
        """Show who may be moved."""
        self.sentence = range_sentence(movable, county)
        self.model.show_rows(range_rows(movable, county))
        self.retranslate()

    def retranslate(self) -> None:
        """Show everything in the language and the colours in force."""
        language, say = self._language.current, self._language.words
        self.model.set_palette(self.palette())
        if self.model.language != language:
            self.model.set_language(language)
        self.bar.set_language(language)
        self.lead.setText(say(_LEAD))
        self.heading.setText(say(self.sentence) if self.sentence else "")
