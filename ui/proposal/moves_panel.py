"""The proposed moves, ticked to be accepted, with the reason of the one in hand and a date to accept from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.county.records import MoveKind
from planner.tables.names import MOVE_KINDS
from planner.tables.priced import Price
from planner.tables.proposed import TABLE, ProposedRow
from planner.text import Text
from ui.language import LanguageSwitch
from ui.open_document import OpenDocument
from ui.plain_label import PlainLabel
from ui.proposal.pricing import Pricing
from ui.proposal.ticked_table import TickedTable, TickedView
from ui.proposal.words_box import WordsBox
from ui.settings import REPLANNING, Settings
from ui.tables.filter_bar import FilterBar
from ui.tables.flow_layout import FlowLayout
from ui.tables.hints import Hint
from ui.tables.page_source import Chip

_SEARCHED = ("name", "badge_number", "from_unit", "to_unit", "reason")
_ALL, _NONE = Text("全选", "All"), Text("全不选", "None")
_IN_VIEW = Text("只作用于当前显示的行", "of the rows in view")
_TOGGLE = Text("勾选/取消勾选(空格)", "Tick or untick (space)")
_COPY, _COPY_TITLES = Text("复制", "Copy"), Text("连同表头复制", "Copy with titles")
_CARD = Text("人员卡片", "Officer card")
_REASON = Text("{name}:{reason}", "{name}: {reason}")
_CHOOSE = Text(
    "选中一行查看理由和代价;空格勾选,双击查看人员卡片。",
    "Select a row for its reason and its price; space ticks, a double-click shows the officer card.",
)
_PRICING = Text("正在计算若其不动的代价…", "Working out what it costs if they stay…")
_REPLAN = Text("取消勾选即不动并重排", "Plan again around the unticked")
_REPLAN_TIP = Text(
    "勾选本项:取消勾选的人不动,方案在后台围绕其重排,再勾选即恢复;不勾选本项:只是不采纳。",
    "On: whoever is unticked stays, the plan re-forms around them in the background, and ticking takes"
    " it back. Off: their moves are only left out.",
)
_FROM = Text("生效日期", "From")
_FROM_TIP = Text("采纳的调整自这一天起生效", "the day from which the accepted moves take effect")
_ACCEPT = Text("采纳勾选的 {n} 项", "Accept the {n} ticked")
_ACCEPT_TIP = Text(
    "登记为“拟议”的调整,一步可撤销;在“已采纳的调整”中批准后计入数字。",
    "Recorded as proposed moves, one undo step; they count once approved under Recorded moves.",
)
_REASON_LINES = 3


def _kind_chip(kind: MoveKind) -> Chip:
    return Chip(kind, MOVE_KINDS[kind], lambda row: not row.stays and row.move.kind is kind)


def _hint(row: ProposedRow, key: str) -> Hint | None:
    if row.stays:
        return Hint.QUIET
    return Hint.NOTE if key == "status" and row.status is not None else None


class MovesPanel(QWidget):
    """Says which moves are ticked, and asks to accept them."""

    ticked_changed = Signal()
    replanning_changed = Signal()
    accept_clicked = Signal()
    card_requested = Signal(int)  # person id

    def __init__(
        self, open_document: OpenDocument, language: LanguageSwitch, settings: Settings, pricing: Pricing
    ) -> None:
        super().__init__()
        self._language, self._settings, self._pricing = language, settings, pricing
        self._acceptable = True
        self.model = TickedTable(TABLE, language.current, self)
        self.model.hinting = _hint
        self.view = TickedView(self.model, lambda: open_document.document)
        self.bar = FilterBar(self.model, [_kind_chip(kind) for kind in MoveKind], _SEARCHED)
        self.bar.columns_button.hide()
        self.all_button, self.none_button = QToolButton(), QToolButton()
        self.reason, self.price = WordsBox(_REASON_LINES), WordsBox(_REASON_LINES)
        self.replan_box, self.date_title = QCheckBox(), PlainLabel()
        self.replan_box.setChecked(settings.get(REPLANNING) == "on")
        self.date = QDateEdit()
        self.accept_button = QPushButton()
        self._actions: list[tuple[Text, QAction]] = []
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.replan_box.setMinimumHeight(self.accept_button.sizeHint().height())
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("yyyy-MM-dd")
        self.date.setMinimumWidth(125)
        self.date_title.setBuddy(self.date)
        foot = QWidget()
        flow = FlowLayout(foot)
        ticking = (self.all_button, self.none_button, self.replan_box)
        for widget in (*ticking, self._dated(), self.accept_button):
            flow.addWidget(widget)
        beside = QHBoxLayout()
        beside.setSpacing(14)
        beside.addWidget(self.reason, 1)
        beside.addWidget(self.price, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 6, 0)
        layout.setSpacing(6)
        layout.addWidget(self.bar)
        layout.addWidget(self.view, 1)
        layout.addLayout(beside)
        layout.addWidget(foot)
        self.view.setMinimumHeight(110)

    def _dated(self) -> QWidget:
        dated = QWidget()
        line = QHBoxLayout(dated)
        line.setContentsMargins(8, 0, 4, 0)
        line.setSpacing(6)
        line.addWidget(self.date_title)
        line.addWidget(self.date)
        return dated

    def _connect(self) -> None:
        self.model.ticked_changed.connect(self._show_ticked)
        self.model.ticked_changed.connect(self.ticked_changed)
        self.all_button.clicked.connect(lambda: self.model.tick(self._in_view()))
        self.none_button.clicked.connect(lambda: self.model.tick(self._in_view(), False))
        self.replan_box.toggled.connect(self._remember_replanning)
        self.accept_button.clicked.connect(self.accept_clicked)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_reason())
        self._pricing.priced.connect(lambda _: self._show_price())
        self.model.modelReset.connect(self._show_reason)
        self.view.card_requested.connect(self.card_requested)
        for view in (self.view, self.view.frozen):
            view.doubleClicked.connect(lambda index: self.card_requested.emit(self._row(index.row()).id))
            view.customContextMenuRequested.connect(
                lambda place, v=view: self.menu().popup(v.viewport().mapToGlobal(place))
            )
        for title, run in (
            (_TOGGLE, self.view.toggle_selected),
            (_COPY, self.view.copy),
            (_COPY_TITLES, lambda: self.view.copy(titles=True)),
            (_CARD, self._request_card),
        ):
            action = QAction(self)
            action.triggered.connect(lambda _=False, r=run: r())
            self._actions.append((title, action))

    def _row(self, line: int) -> ProposedRow:
        row: ProposedRow = self.model.shown[line]
        return row

    def _in_view(self) -> list[int]:
        return [row.id for row in self.model.shown]

    def _request_card(self) -> None:
        row = self.view.current_row()
        if row is not None:
            self.card_requested.emit(row.id)

    def _remember_replanning(self, on: bool) -> None:
        self._settings.set(REPLANNING, "on" if on else "off")
        self.replanning_changed.emit()

    def menu(self) -> QMenu:
        """Return the context menu."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for _, action in self._actions:
            menu.addAction(action)
        return menu

    # what is shown

    @property
    def ticked(self) -> frozenset[int]:
        """The people whose moves are ticked."""
        return self.model.ticked

    @property
    def unticked(self) -> frozenset[int]:
        """The people in the list, filtered out of view or not, whose moves are not ticked."""
        return frozenset(row.id for row in self.model.rows) - self.ticked

    @property
    def replans(self) -> bool:
        """Whether the plan is to re-form around the unticked."""
        return self.replan_box.isChecked()

    @property
    def effective(self) -> date:
        """The day from which accepted moves take effect."""
        day = self.date.date()
        return date(day.year(), day.month(), day.day())

    def show_new(self, rows: Sequence[ProposedRow], on: date) -> None:
        """Show the moves of a new proposal for a date, all of them ticked."""
        day = QDate(on.year, on.month, on.day)
        self.date.setMinimumDate(day)
        self.date.setDate(day)
        self.model.ticked = frozenset(row.id for row in rows)
        self.show_moves(rows)
        self.bar.clear()
        if rows:
            self.view.setCurrentIndex(self.model.index(0, 0))

    def show_again(self, rows: Sequence[ProposedRow]) -> None:
        """Show the moves of a plan that re-formed: ticked are all but those who stay."""
        self.model.ticked = frozenset(row.id for row in rows if not row.stays)
        self.show_moves(rows)

    def show_moves(self, rows: Sequence[ProposedRow]) -> None:
        """Show the moves, ticked as before."""
        self.model.show_rows(rows)
        self._show_reason()
        self._show_ticked()

    def set_acceptable(self, acceptable: bool) -> None:
        """Say whether the moves may be accepted now."""
        self._acceptable = acceptable
        self._show_ticked()

    def _show_ticked(self) -> None:
        n = len(self.ticked)
        self.accept_button.setText(self._language.words(_ACCEPT.format(n=n)))
        self.accept_button.setEnabled(self._acceptable and n > 0)

    def _show_reason(self) -> None:
        row = self.view.current_row() if self.model.shown else None
        said = _CHOOSE if row is None else _REASON.format(name=row.person.name, reason=row.reason)
        self.reason.show_words(self._language.words(said), quiet=row is None)
        self.ask_price()

    def ask_price(self) -> None:
        """Ask what it costs if the officer in hand stays, while the panel is in view."""
        row = self.view.current_row() if self.model.shown else None
        if row is None or row.stays or not self._acceptable:
            self._pricing.rest()
        elif self.isVisible():
            self._pricing.want(row.id, Price.STAYING)
        self._show_price()

    def _show_price(self) -> None:
        row = self.view.current_row() if self.model.shown else None
        if row is None or row.stays or not self._acceptable:
            self.price.show_words("")
            return
        tag = self._pricing.tags.get(row.id)
        words = _PRICING if tag is None else tag.sentence
        self.price.show_words(self._language.words(words), quiet=tag is None)

    def retranslate(self) -> None:
        """Show everything in the language and the colours in force."""
        language, say = self._language.current, self._language.words
        self.model.set_palette(self.palette())
        self.model.set_language(language)
        self.bar.set_language(language)
        self.all_button.setText(say(_ALL))
        self.none_button.setText(say(_NONE))
        for button in (self.all_button, self.none_button):
            button.setToolTip(say(_IN_VIEW))
        self.replan_box.setText(say(_REPLAN))
        self.replan_box.setToolTip(say(_REPLAN_TIP))
        self.date_title.setText(say(_FROM))
        self.date_title.setToolTip(say(_FROM_TIP))
        self.date.setToolTip(say(_FROM_TIP))
        self.accept_button.setToolTip(say(_ACCEPT_TIP))
        for title, action in self._actions:
            action.setText(say(title))
        self._show_reason()
        self._show_ticked()
