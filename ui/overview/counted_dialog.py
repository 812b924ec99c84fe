"""这个数怎么来的: the named rows behind a figure, filtered, sorted and copied like any table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from planner.audit.ledgers import LEDGER_NAMES, SCALE
from planner.audit.results import Target
from planner.policy.share import Share
from planner.tables.counted import PARTS, TABLE, CountedRow, Part, counted_rows
from planner.tables.figures import ratio_words
from planner.text import Text
from ui.language import LanguageSwitch
from ui.open_document import OpenDocument
from ui.plain_label import PlainLabel
from ui.tables.filter_bar import FilterBar
from ui.tables.page_source import Chip
from ui.tables.record_table import RecordTable
from ui.tables.table_view import TableView

_TITLE = Text("这个数怎么来的", "How this was counted")
_SHARE = Text(
    "{title}({ledger},{date}):{n} ÷ {base} = {percent},要求 ≥ {required},{verdict}。",
    "{title} ({ledger}, {date}): {n} ÷ {base} = {percent}; required ≥ {required}: {verdict}.",
)
_COUNT = Text(
    "{title}({ledger},{date}):{n} 人,要求 {required} 人,{verdict}。",
    "{title} ({ledger}, {date}): {n}, required {required}: {verdict}.",
)
_MET, _SHORT = Text("达标", "met"), Text("差 {n} 人", "{n} short")
_HUNDREDTHS = Text("(折算口径以百分之一人计)", "(the effective ledger counts hundredths of a person)")
_POLICY = Text("口径:{policy}", "Counting rule: {policy}")
_LEDGER = Text("口径", "Ledger")
_SEARCHED = ("name", "badge_number", "home", "working")
NOTHING_TO_COUNT = Text(
    "{title}:没有值班和考勤数据,不评价;没有数据不等于达标。",
    "{title}: there are no duty or attendance records, so it is not judged; no data never means met.",
)


class CountedDialog(QDialog):
    """One figure on each of its ledgers; a double-click shows the person."""

    person_chosen = Signal(int)

    def __init__(
        self,
        title: Text,
        targets: Sequence[Target],
        open_document: OpenDocument,
        language: LanguageSwitch,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._title, self._targets, self._language = title, list(targets), language
        self._open_document, self._audit = open_document, open_document.audit
        self.sentence, self.policy = PlainLabel(wordWrap=True), PlainLabel(wordWrap=True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.policy.setObjectName("quiet")
        self.ledger, self.ledger_title = QComboBox(), PlainLabel()
        self.model = RecordTable(TABLE, language.current, self)
        self.model.person_of = lambda row: row.id
        self.view = TableView(self.model, lambda: open_document.document)
        self.bar = FilterBar(self.model, [_chip(part) for part in Part], _SEARCHED)
        self.bar.columns_button.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._lay_out()
        self.buttons.rejected.connect(self.reject)
        self.view.card_requested.connect(self.person_chosen)
        self.view.doubleClicked.connect(self._choose)
        self.ledger.currentIndexChanged.connect(self.show_target)
        open_document.changed.connect(self._follow)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def _lay_out(self) -> None:
        self.model.set_palette(self.palette())
        for _ in self._targets:
            self.ledger.addItem("")
        font = self.sentence.font()
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self.sentence.setFont(font)
        top = QHBoxLayout()
        top.addWidget(self.sentence, 1)
        self.ledger_title.setBuddy(self.ledger)
        for widget in (self.ledger_title, self.ledger):
            widget.setVisible(len(self._targets) > 1)
            top.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.policy)
        layout.addWidget(self.bar)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.buttons)
        self.resize(1000, 620)

    def retranslate(self) -> None:
        """Show everything in the language in force."""
        say = self._language.words
        self.setWindowTitle(say(_TITLE))
        self.ledger_title.setText(say(_LEDGER))
        for index, target in enumerate(self._targets):
            self.ledger.setItemText(index, say(LEDGER_NAMES[target.ledger]))
        self.policy.setText(say(_POLICY.format(policy=self._audit.state.policy.name)))
        self.model.set_language(self._language.current)
        self.bar.set_language(self._language.current)
        self.show_target(self.ledger.currentIndex())

    def _follow(self) -> None:
        """Count again after an edit or on another date; close where the figure is no longer judged."""
        self._audit = self._open_document.audit
        found = [self._audit.target(t.rule, t.ledger, t.unit) for t in self._targets]
        self._targets = [target for target in found if target is not None]
        if len(self._targets) < len(found):
            self.close()
        else:
            self.retranslate()

    def show_target(self, index: int) -> None:
        """Show the figure on one of its ledgers."""
        target = self._targets[index]
        self.sentence.setText(self._language.words(self._sentence(target)))
        self.model.show_rows(counted_rows(self._audit.state, target, self._audit.duty), again=True)

    def _sentence(self, target: Target) -> Text:
        words = _SHARE if isinstance(target.required, Share) else _COUNT
        text = words.format(
            title=self._title,
            ledger=LEDGER_NAMES[target.ledger],
            date=self._audit.state.date.isoformat(),
            n=target.numerator,
            base=target.denominator,
            percent=ratio_words(target),
            required=target.required_words,
            verdict=_MET if target.met else _SHORT.format(n=target.shortfall),
        )
        if SCALE[target.ledger] == 1:
            return text
        return Text(text.zh + _HUNDREDTHS.zh, f"{text.en} {_HUNDREDTHS.en}")

    def _choose(self) -> None:
        row = self.view.current_row()
        if row is not None:
            self.person_chosen.emit(row.id)


def _chip(part: Part) -> Chip:
    return Chip(part, PARTS[part], lambda row: _part(row) is part)


def _part(row: CountedRow) -> Part:
    return row.part
