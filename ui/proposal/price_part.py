"""Price tags (代价): pick anybody who is moved, pinned or away, and see what it costs otherwise."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.tables.priced import PRICES, TABLE, Price, PriceRow, price_rows
from planner.text import Text
from ui.language import LanguageSwitch
from ui.open_document import OpenDocument
from ui.proposal.pricing import Pricing
from ui.proposal.questions import Subject
from ui.proposal.words_box import WordsBox
from ui.tables.filter_bar import FilterBar
from ui.tables.page_source import Chip
from ui.tables.record_table import RecordTable
from ui.tables.table_view import TableView

_CHOOSE = Text(
    "选中一人,即在后台算出代价:若其不动、若准许调动、若返岗,须改调谁、缺口变多少。",
    "Select somebody to see the price, worked out in the background: who moves instead, what stays short.",
)
_WORKING = Text("{name}:正在计算代价…", "{name}: working out the price…")
_NOT_YET = Text("先提出调整建议,再看代价。", "Propose first, then ask for prices.")
_TRY = {
    Price.STAYING: Text("让其不动,重排方案", "Let them stay and plan again"),
    Price.PIN: Text("试试准许调动", "Try with them movable"),
    Price.KEPT: Text("试试不再保留", "Try without the approval"),
    Price.OUTSIDE: Text("试试由局外归还", "Try with them given back"),
}
_SEARCHED = ("name", "badge_number", "unit", "now")


def _chip(price: Price) -> Chip:
    return Chip(price, PRICES[price], lambda row: row.price is price)


class PricePart(QWidget):
    """A picker with the price of whoever is selected under it."""

    tried = Signal(object, object)  # PriceTag, Price

    def __init__(self, open_document: OpenDocument, language: LanguageSwitch, pricing: Pricing) -> None:
        super().__init__()
        self._language, self._pricing = language, pricing
        self._subject: Subject | None = None
        self._stale = False
        self.model = RecordTable(TABLE, language.current, self)
        self.view = TableView(self.model, lambda: open_document.document)
        self.bar = FilterBar(self.model, [_chip(price) for price in PRICES], _SEARCHED)
        self.bar.columns_button.hide()
        self.words, self.try_button = WordsBox(3), QPushButton()
        self._lay_out()
        self.view.selectionModel().currentChanged.connect(lambda *_: self._chosen())
        self.model.modelReset.connect(self._show_price)
        self.try_button.clicked.connect(self._try)
        pricing.priced.connect(self._priced)
        self.retranslate()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.words, 1)
        foot.addWidget(self.try_button, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.bar)
        layout.addWidget(self.view, 1)
        layout.addLayout(foot)
        self.view.setMinimumHeight(90)

    def show_plan(self, subject: Subject | None) -> None:
        """Speak of another plan, or of none."""
        self._subject, self._stale = subject, True
        if self.isVisible():
            self._show_rows()
        self._show_price()

    def showEvent(self, event: QShowEvent) -> None:
        """List the people when first seen."""
        super().showEvent(event)
        if self._stale:
            self._show_rows()
        self._chosen()

    def _show_rows(self) -> None:
        self._stale = False
        tags = {person: tag.sentence for person, tag in self._pricing.tags.items()}
        self.model.show_rows(price_rows(self._subject.proposal, tags) if self._subject else [])

    def _row(self) -> PriceRow | None:
        return self.view.current_row() if self.model.shown else None

    def _chosen(self) -> None:
        row = self._row()
        if row is not None and self.isVisible():
            self._pricing.want(row.id, row.price)
        self._show_price()

    def _priced(self, person: int) -> None:
        if self.isVisible():
            self._show_rows()
        else:
            self._stale = True
        self._show_price()

    def _show_price(self) -> None:
        row = self._row()
        tag = self._pricing.tags.get(row.id) if row is not None else None
        said = _NOT_YET if self._subject is None else _CHOOSE
        if row is not None:
            said = tag.sentence if tag is not None else _WORKING.format(name=row.person.name)
        self.words.show_words(self._language.words(said), quiet=tag is None)
        self.try_button.setVisible(row is not None)
        self.try_button.setEnabled(tag is not None)
        if row is not None:
            self.try_button.setText(self._language.words(_TRY[row.price]))

    def _try(self) -> None:
        row = self._row()
        if row is not None and row.id in self._pricing.tags:
            self.tried.emit(self._pricing.tags[row.id], row.price)

    def retranslate(self) -> None:
        """Show everything in the language and the colours in force."""
        self.model.set_palette(self.palette())
        self.model.set_language(self._language.current)
        self.bar.set_language(self._language.current)
        self._show_price()
