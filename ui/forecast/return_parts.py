"""The parts of the return calendar: the limits, the months with their chart, the people, and writing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSpinBox, QSplitter, QVBoxLayout, QWidget

from planner.returns.records import Limits, ReturnCalendar
from planner.tables.dates import read_date
from planner.tables.returning import MONTHS, RETURN_STATES, TABLE, MonthRow, ReturnRow, ReturnState
from planner.text import Text
from ui.forecast.return_chart import ReturnChart
from ui.marks import Mark, mark_pixmap
from ui.plain_label import PlainLabel
from ui.scenario_target import ScenarioTarget
from ui.scrolled import Squeezed, scrolled
from ui.settings import RETURN_SPLITTER, as_bytes
from ui.tables.cell_delegate import date_editor
from ui.tables.filter_bar import FilterBar
from ui.tables.flow_layout import FlowLayout
from ui.tables.hints import Hint
from ui.tables.page_source import Chip
from ui.tables.record_table import RecordTable
from ui.tables.table_view import TableView
from ui.told import Told

if TYPE_CHECKING:
    from ui.shell import Shell

_START = Text("自", "From")
_UNIT = Text("每个用人单位每月最多交还", "Handed over a month, by one unit at most")
_OVERALL = Text("全局每月最多返岗", "Over all at most")
_UNLIMITED = Text("不限", "no limit")
_UNIT_HINT = Text(
    "默认取指标口径中的“每个单位最多调出人数”;借来的民警不计入用人单位最低保留人数,交还不会使其跌破",
    "starts with the policy's handover limit; borrowed officers do not count to a unit's minimum kept, so"
    " giving them back never breaks it",
)
_WRITE = Text("写入方案({n} 人返岗)", "Write into scenario ({n} returns)")
_NAME = Text("返岗日历", "Return calendar")
_NOTHING = Text("", "")
_PAUSE = 250  # milliseconds of quiet before limits count
_MOST = 999


def _mark(row: ReturnRow, key: str) -> Mark | None:
    """Return the mark of an overdue officer: a shape beside the colour."""
    return Mark.VIOLATION if key == "name" and row.of.overdue_now else None


def _hint(row: ReturnRow, key: str) -> Hint | None:
    if row.of.overdue_now and key in ("standing", "overdue"):
        return Hint.GRAVE
    return Hint.QUIET if row.standing is ReturnState.APART else None


class ReturnParts(QObject):
    """Makes the parts and lays them out in a panel."""

    limits_changed = Signal()
    no_month = Text(
        "请填写从哪天起返岗,如 2027-01-01。", "Give the day from which they return, such as 2027-01-01."
    )

    def __init__(self, shell: Shell, panel: QWidget) -> None:
        super().__init__(panel)
        opened, self._language, self._settings = shell.open_document, shell.language, shell.settings
        self._panel = panel
        self.unit_limit, self.overall_limit, self.from_ = QSpinBox(), QSpinBox(), date_editor(panel)
        self.sign, self.said, self.told = PlainLabel(), PlainLabel(wordWrap=True), Told(self._language)
        self.months = RecordTable(MONTHS, self._language.current, self)
        self.months_view = TableView(self.months, lambda: opened.document)
        self.chart = ReturnChart(shell.background, self._language)
        self.people = RecordTable(TABLE, self._language.current, self)
        self.people.hinting, self.people.marking = _hint, _mark
        self.view = TableView(self.people, lambda: opened.document)
        self.bar = FilterBar(
            self.people, [_chip(standing) for standing in ReturnState], ("name", "badge_number", "home")
        )
        self.bar.columns_button.hide()
        self.target, self.write_button = ScenarioTarget(opened, self._language, _NAME), QPushButton()
        self._labels: list[tuple[QLabel, Text]] = []
        self._shown, self._mark, self._returns = _NOTHING, Mark.NO_DATA, 0
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self.limits_changed)
        self._lay_out()

    def _lay_out(self) -> None:
        inside, around = Squeezed(), QVBoxLayout(self._panel)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolled(inside))
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(6)
        layout.addWidget(self._asked())
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.said, 1)
        layout.addLayout(line)
        layout.addWidget(self._splitter(), 1)
        layout.addWidget(self.told)
        foot = QWidget()
        flow = FlowLayout(foot)
        for widget in (self.target, self.write_button):
            flow.addWidget(widget)
        layout.addWidget(foot)
        self.said.setObjectName("title")
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _asked(self) -> QWidget:
        asked = QWidget()
        flow = FlowLayout(asked)
        for title, editor, width in (
            (_START, self.from_, 128),
            (_UNIT, self.unit_limit, 72),
            (_OVERALL, self.overall_limit, 72),
        ):
            label = PlainLabel()
            self._labels.append((label, title))
            flow.add_field(label, editor, width)
        for limit in (self.unit_limit, self.overall_limit):
            limit.setRange(0, _MOST)
            limit.setAlignment(Qt.AlignmentFlag.AlignRight)
            limit.valueChanged.connect(lambda *_: self._soon.start())
        self.from_.textChanged.connect(lambda *_: self._soon.start())
        return asked

    def _splitter(self) -> QSplitter:
        above, below = QSplitter(Qt.Orientation.Horizontal), QWidget()
        above.setObjectName("quiet")
        above.setHandleWidth(8)
        above.setChildrenCollapsible(False)
        above.addWidget(self.months_view)
        above.addWidget(self.chart)
        above.setStretchFactor(0, 1)
        above.setSizes([620, 330])
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setObjectName("quiet")
        splitter.setHandleWidth(8)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(above)
        splitter.addWidget(below)
        splitter.setSizes([210, 280])
        if state := self._settings.get(RETURN_SPLITTER):
            splitter.restoreState(state)
        splitter.splitterMoved.connect(
            lambda *_: self._settings.set(RETURN_SPLITTER, as_bytes(splitter.saveState()))
        )
        self.months_view.setMinimumSize(240, 90)
        below.setMinimumHeight(170)
        return splitter

    # what is asked

    def start(self) -> date | None:
        """Return from when they return, None where no date is given."""
        return read_date(self.from_.text())

    def limits(self) -> Limits:
        """Return the limits in the fields."""
        return Limits(self.unit_limit.value(), self.overall_limit.value())

    def suggest(self, limit: int, start: date) -> None:
        """Fill in the policy's limit, and a start where none is given."""
        for field in (self.unit_limit, self.from_):
            field.blockSignals(True)
        self.unit_limit.setValue(limit)
        if not self.from_.text().strip():
            self.from_.setText(start.isoformat())
        for field in (self.unit_limit, self.from_):
            field.blockSignals(False)

    # what is shown

    def say(self, mark: Mark, said: Text) -> None:
        """Show the calendar's sentence."""
        self._mark, self._shown = mark, said
        self.sign.setPixmap(mark_pixmap(mark, self._panel.palette(), 16, self._panel.devicePixelRatioF()))
        self.said.setText(self._language.words(said))

    def show_nothing(self, why: Text) -> None:
        """Show no calendar, and why."""
        self.say(Mark.TO_VERIFY, why)
        self.months.show_rows([], again=True)
        self.people.show_rows([], again=True)
        self.chart.show_calendar(None)
        self._show_returns(0)

    def show_calendar(
        self, calendar: ReturnCalendar, months: Sequence[MonthRow], people: Sequence[ReturnRow]
    ) -> None:
        """Show another calendar."""
        self.months.show_rows(months, again=True)
        self.people.show_rows(people, again=True)
        self.chart.show_calendar(calendar)
        self._show_returns(sum(not one.arranged for one in calendar.returns))

    def _show_returns(self, n: int) -> None:
        self._returns = n
        self.write_button.setText(self._language.words(_WRITE.format(n=n)))
        self.write_button.setEnabled(n > 0)

    def retranslate(self) -> None:
        """Show everything in the language and the colours in force."""
        language, say = self._language.current, self._language.words
        for model in (self.months, self.people):
            model.take_look(self._panel.palette(), language)
        for label, title in self._labels:
            label.setText(say(title))
        for limit in (self.unit_limit, self.overall_limit):
            limit.setSpecialValueText(say(_UNLIMITED))
        self.unit_limit.setToolTip(say(_UNIT_HINT))
        self.bar.set_language(language)
        self.target.retranslate()
        self.chart.redraw()
        self.say(self._mark, self._shown)
        self._show_returns(self._returns)


def _chip(standing: ReturnState) -> Chip:
    return Chip(standing, RETURN_STATES[standing], lambda row: row.standing is standing)
