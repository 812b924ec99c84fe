"""The trade-off curve (取舍曲线): what stays short with 0, 1, 2 … transfers, and a plan for one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from planner.optimise.running import Progress
from planner.tables.trade_off import CurveRow, curve_rows, curve_table
from planner.text import Text
from ui.background import Background
from ui.language import LanguageSwitch
from ui.open_document import OpenDocument
from ui.plain_label import PlainLabel
from ui.proposal.curve_chart import CurveChart
from ui.proposal.questions import Questions, Subject
from ui.proposal.work_line import WorkLine
from ui.settings import CURVE_SPLITTER, Settings, as_bytes
from ui.tables.record_table import RecordTable
from ui.tables.table_view import TableView

if TYPE_CHECKING:
    from planner.optimise.explain.curve import CurvePoint

_ASK = Text("重新计算曲线", "Draw the curve again")
_DONE = Text(
    "共 {n} 个点;选中一点,可按该人数提出方案。",
    "{n} points; select one to plan with so many transfers.",
)
_OPEN = Text("其中 {n} 个尚未证明,可能还能再少。", "Not proven: {n}; fewer might be short there.")
_POINT = Text("交流 {n} / {most} 人", "{n} of {most} transfers")
_PLAN = Text("按最多交流 {n} 人提出", "Plan, transfers at most {n}")
_NOT_YET = Text("先提出调整建议,再看取舍曲线。", "Propose first, then see the trade-off.")
_NONE = Text("没有启用的计划指标,无曲线可画。", "No planned rule is on, so there is no curve.")


class CurvePart(QWidget):
    """Asks when it is first seen; the chart and the table choose the same point."""

    tried = Signal(int)  # transfers at most

    def __init__(
        self,
        background: Background,
        language: LanguageSwitch,
        open_document: OpenDocument,
        settings: Settings,
        questions: Questions,
    ) -> None:
        super().__init__()
        self._language, self._settings, self._questions = language, settings, questions
        self._subject: Subject | None = None
        self.points: tuple[CurvePoint, ...] | None = None
        self.work = WorkLine(background, language, _ASK)
        self.chart = CurveChart(language, background)
        self.model = RecordTable(curve_table(()), language.current, self)
        self.view = TableView(self.model, lambda: open_document.document)
        self.plan_button, self.nothing = QPushButton(), PlainLabel()
        self._lay_out()
        self.work.asked.connect(self._ask)
        self.chart.point_chosen.connect(self.view.reveal)
        self.plan_button.clicked.connect(self._plan)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        self.model.modelReset.connect(self._show_chosen)
        self.retranslate()

    def _lay_out(self) -> None:
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.view, 1)
        column.addWidget(self.plan_button, 0, Qt.AlignmentFlag.AlignRight)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("quiet")
        self.splitter.setHandleWidth(8)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.chart)
        self.splitter.addWidget(beside)
        self.splitter.setSizes([480, 560])
        if state := self._settings.get(CURVE_SPLITTER):
            self.splitter.restoreState(state)
        self.splitter.splitterMoved.connect(
            lambda *_: self._settings.set(CURVE_SPLITTER, as_bytes(self.splitter.saveState()))
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.work)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.nothing, 1)
        self.view.setMinimumHeight(90)

    def show_plan(self, subject: Subject | None) -> None:
        """Speak of another question, or of none."""
        self.work.forget()
        self._subject, self.points = subject, None
        self._show_points()
        if self.isVisible():
            self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask when first seen."""
        super().showEvent(event)
        if self.points is None and not self.work.running:
            self._ask()

    def _ask(self) -> None:
        subject, ask = self._subject, self._questions.curve
        if subject is not None:
            self.work.run(lambda report, stop: ask(subject, report, stop), self._take, _told)

    def _take(self, points: tuple[CurvePoint, ...]) -> None:
        self.points = points
        self._show_points()
        unproven = sum(not point.proven for point in points)
        said = [_DONE.format(n=len(points)), *([_OPEN.format(n=unproven)] if unproven else [])]
        self.work.say(Text("".join(part.zh for part in said), " ".join(part.en for part in said)))

    def _show_points(self) -> None:
        points = self.points or ()
        self.model.show_rows(curve_rows(points), curve_table(points))
        self.chart.show_points(tuple((p.transfers, p.total, p.proven) for p in points))
        self._show_parts()
        self._show_chosen()

    def _show_parts(self) -> None:
        empty = self._subject is None or self.points == ()
        self.nothing.setText(self._language.words(_NOT_YET if self._subject is None else _NONE))
        self.nothing.setVisible(empty)
        self.splitter.setVisible(not empty)
        self.work.setVisible(self._subject is not None)

    def _row(self) -> CurveRow | None:
        return self.view.current_row() if self.model.shown else None

    def _show_chosen(self) -> None:
        row = self._row()
        self.chart.choose(row.id if row is not None else None)
        self.plan_button.setEnabled(row is not None)
        words = _PLAN.format(n=row.id if row is not None else "…")
        self.plan_button.setText(self._language.words(words))

    def _plan(self) -> None:
        row = self._row()
        if row is not None:
            self.tried.emit(row.id)

    def retranslate(self) -> None:
        """Show everything in the language and the colours in force."""
        self.model.set_palette(self.palette())
        self.model.set_language(self._language.current)
        self.work.retranslate()
        self.chart.redraw()
        self._show_parts()
        self._show_chosen()


def _told(progress: Progress) -> Text:
    return _POINT.format(n=progress.best, most=progress.bound)
