"""The least change that prevents what breaks, day by day, and a button that writes it into a scenario."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from planner.errors import InputError
from planner.forecast.prevention_changes import prevention_changes
from planner.scenarios.adding import with_changes
from planner.tables.forecast_ways import TABLE, WayRow, way_rows
from planner.text import Text
from ui.elided import ElidedLabel
from ui.forecast.forecasting import Forecasting, Stage
from ui.forecast.leading_view import LeadingView, greyed
from ui.plain_label import PlainLabel
from ui.proposal.words_box import WordsBox
from ui.scenario_target import written_into
from ui.shell import Shell
from ui.tables.hints import Hint
from ui.tables.record_table import RecordTable

_TITLE = Text("预防办法", "Prevention")
_EACH = Text(
    "每个跌破日单独求最少调整;可写入方案后再预测,看后面的是否还会跌破。",
    "The least change for each day by itself; write one into a scenario and forecast again to see the rest.",
)
_WRITE_NEW, _WRITE_HERE = Text("写入新方案", "Write into a new scenario"), Text("写入本方案", "Write here")
_NAME = Text("预防 {date} 跌破", "Prevent the break of {date}")
_LABEL = Text("写入预防办法({n} 项变动)", "Write a prevention ({n} changes)")
_WRITTEN = Text(
    "已写入方案“{name}”{n} 项变动;进入该方案后,本页按该方案预测。",
    "{n} change(s) written into the scenario “{name}”; go into it, and this page forecasts it.",
)
_SEEKING = Text("正在求最少调整…", "Looking for the least change…")
_NOTHING = Text(
    "没有可由调整预防的跌破:计划类指标在此期间都不跌破。",
    "Nothing to prevent: no line that plans keep breaks in this time.",
)
_ENDED = Text("未计算;按 F5 重新预测。", "Not looked for; press F5 to forecast again.")


class WaysPanel(QWidget):
    """Lists the days with what to do; writing is one undo step, into the scenario in view or a new one."""

    def __init__(self, shell: Shell, forecasting: Forecasting) -> None:
        super().__init__()
        self._shell, self._language, self._forecasting = shell, shell.language, forecasting
        self.model = RecordTable(TABLE, shell.language.current, self)
        self.view = LeadingView(self.model, lambda: shell.open_document.document)
        self.title, self.each, self.write_button = PlainLabel(), ElidedLabel(), QPushButton()
        self.nothing = PlainLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.words = WordsBox(2)
        self._lay_out()
        self.write_button.clicked.connect(self.write)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_current())
        self.model.modelReset.connect(self._show_current)
        self.view.followed.connect(self._follow)

    def _lay_out(self) -> None:
        self.title.setObjectName("title")
        self.each.setObjectName("quiet")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.title)
        line.addWidget(self.each, 1)
        line.addWidget(self.write_button)
        table = QWidget()
        self._stack = QStackedLayout(table)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(table, 1)
        layout.addWidget(self.words)
        self.view.setMinimumHeight(70)

    def show_forecast(self) -> None:
        """Show what is at hand."""
        found = self._forecasting
        self.model.hinting = greyed if found.stale else _hint
        if not found.stale:
            rows = way_rows(found.ahead, found.ways) if found.ahead is not None and found.ways else []
            self.model.show_rows(rows, again=True)
            self._stack.setCurrentWidget(self.view if rows else self.nothing)
            if rows and self.view.current_row() is None:
                self.view.reveal(rows[0].id)
        self.view.viewport().update()
        self._show_nothing()
        self._show_current()

    def choose(self, day: date) -> None:
        """Show what prevents the breaks of a day, if anything does."""
        if self.model.row_of(day.toordinal()) >= 0:
            self.view.reveal(day.toordinal())

    def _row(self) -> WayRow | None:
        return self.view.current_row() if self.model.shown else None

    def _show_current(self) -> None:
        row = self._row()
        self.words.show_words(self._what(row) if row is not None else "")
        self.words.setVisible(bool(self.model.shown))
        self.write_button.setEnabled(row is not None and row.moves > 0 and not self._forecasting.stale)

    def _what(self, row: WayRow) -> str:
        """Return every move with its reason, as far as there are any."""
        say, repair = self._language.words, row.way.repair
        if repair is None or not row.moves:
            return TABLE.column("what").words(row, self._language.current)
        return "\n".join(say(told) for told in repair.told())

    def _show_nothing(self) -> None:
        found = self._forecasting
        waiting = found.running and (found.stage is not Stage.WAYS or not found.ways)
        text = _SEEKING if waiting else _ENDED if found.stopped is not None else _NOTHING
        self.nothing.setText(self._language.words(text))

    def _follow(self, id_: int) -> None:
        row = next((row for row in self.model.shown if row.id == id_), None)
        if row is not None and row.way.repair is not None and row.moves:
            self._shell.navigation.show_people(row.way.repair.people, _TITLE)

    def write(self) -> None:
        """Write the moves of the day in view into a scenario, as one undo step."""
        row, opened = self._row(), self._shell.open_document
        if row is None or not self.write_button.isEnabled():
            return
        language, into = self._language.current, opened.scenario
        name = _NAME.format(date=row.way.date).in_language(language)
        label, changes = _LABEL.format(n=row.moves), prevention_changes((row.way,))
        try:
            opened.apply_to_base(label, lambda base: with_changes(base, into, changes, name=name))
        except InputError as fault:
            self._shell.messages.complain(fault.message)
            return
        name = written_into(opened, into).name
        self._shell.messages.inform(_WRITTEN.format(name=name, n=row.moves))

    def retranslate(self) -> None:
        """Show everything in the language and the colours in force."""
        say = self._language.words
        self.model.set_palette(self.palette())
        self.model.set_language(self._language.current)
        self.title.setText(say(_TITLE))
        self.each.setText(say(_EACH))
        self.each.setToolTip(say(_EACH))
        self.show_place()
        self._show_nothing()
        self._show_current()

    def show_place(self) -> None:
        """Say on the button whether the scenario in view or a new one takes the moves."""
        here = self._shell.open_document.scenario is not None
        self.write_button.setText(self._language.words(_WRITE_HERE if here else _WRITE_NEW))


def _hint(row: WayRow, key: str) -> Hint | None:
    if key == "left" and row.way.left:
        return Hint.GRAVE
    return Hint.WARNING if key == "what" and not row.moves else None
