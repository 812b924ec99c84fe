"""调整建议: the movable range, the least that must change, what to accept of it, and what is recorded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QSplitter, QStackedLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from planner.document import Document
from planner.errors import InputError
from planner.optimise.accept import accept, audit_with, is_current
from planner.optimise.movable import MovableRange
from planner.optimise.proposal import Proposal
from planner.optimise.running import Limits, OnProgress, Stop
from planner.tables.before_after import figure_changes
from planner.tables.movable_range import movable_on
from planner.tables.proposed import proposed_rows
from planner.text import Text
from ui.background import Failed, Task
from ui.latest import Latest
from ui.proposal.answer_panel import AnswerPanel
from ui.proposal.behind_panel import BehindPanel
from ui.proposal.figure_strip import FigureStrip
from ui.proposal.moves_panel import MovesPanel
from ui.proposal.plan_bar import PlanBar
from ui.proposal.range_panel import RangePanel
from ui.proposal.recorded_moves import RecordedMoves
from ui.settings import PROPOSAL_SPLITTER, as_bytes
from ui.shell import Shell

Planning = Callable[[Document, date, Limits, OnProgress, Stop], Proposal]
PARTS = ("range", "moves", "recorded")
_ROOM_FOR_BOTH = 660  # pixels for the moves and what is behind them
_TITLES = {
    "range": Text("可调范围", "Movable range"),
    "moves": Text("调整方案", "Proposed moves"),
    "recorded": Text("已采纳的调整", "Recorded moves"),
}
_EMPTY = Text(
    "还没有名册。\n把花名册拖进窗口,或按 Ctrl+O 打开文件,再回到这里提出调整建议。",
    "No roster is open.\nDrop one onto the window or press Ctrl+O, then come back to propose.",
)
_NOT_YET = Text(
    "先看“可调范围”是否正确,再按 F5 提出调整建议。",
    "Check the movable range, then press F5 to propose.",
)
_NO_PLAN = Text("没有可采纳的方案,原因见上。", "There is no plan to accept; the reason stands above.")
_ACCEPT = Text("采纳调整建议({n} 项)", "Accept {n} proposed moves")
_ACCEPTED = Text(
    "已采纳 {n} 项,登记为“拟议”。在“已采纳的调整”中批准后,自生效日期起计入数字。",
    "{n} moves are recorded as proposed. Approve them under “Recorded moves”;"
    " they count from their effective dates.",
)
_MADE = Text("{date} · 用时 {n} 秒 · 口径:{policy}", "{date} · {n} s · policy: {policy}")


def plan_in_full(
    document: Document, on: date, limits: Limits, on_progress: OnProgress, stop: Stop
) -> Proposal:
    """Return the engine's proposal; the solvers are imported here, off the GUI thread."""
    from planner.optimise.planning import plan

    return plan(document, on, limits, on_progress, stop)


class ProposalPage(QWidget):
    """Follows the open document; the work itself runs in the background and may be stopped."""

    def __init__(self, shell: Shell, planning: Planning = plan_in_full) -> None:
        super().__init__()
        self._shell, self._language, self._planning = shell, shell.language, planning
        self.proposal: Proposal | None = None
        self._task: Task | None = None
        self._stale = True
        self.bar, self.answer = PlanBar(shell.language), AnswerPanel(shell.language)
        self.range = RangePanel(shell.open_document, shell.language)
        self.moves = MovesPanel(shell.open_document, shell.language)
        self.strip, self.behind = FigureStrip(shell.language), BehindPanel(shell.language)
        self.recorded = RecordedMoves(shell.open_document, shell.language)
        self.tabs, self.parts = QTabBar(), QStackedWidget()
        self.nothing, self.empty = QLabel(), QLabel()
        self._counting_range = Latest(shell.background, self._take_range, self)
        self._recounting = Latest(shell.background, self._take_figures, self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        for label in (self.nothing, self.empty):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        self.tabs.setObjectName("parts")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for key in PARTS:
            self.tabs.setTabData(self.tabs.addTab(""), key)
        for part in (self.range, self._moves_part(), self.recorded):
            self.parts.addWidget(part)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(8)
        for widget in (self.bar, self.answer, self.tabs):
            column.addWidget(widget)
        column.addWidget(self.parts, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(full)
        self._pages.addWidget(self.empty)

    def _moves_part(self) -> QWidget:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(8)
        self.splitter.setObjectName("quiet")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.moves)
        self.splitter.addWidget(self.behind)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([760, 290])
        if state := self._shell.settings.get(PROPOSAL_SPLITTER):
            self.splitter.restoreState(state)
        found = QWidget()
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.strip)
        column.addWidget(self.splitter, 1)
        part = QWidget()
        self._moves_stack = QStackedLayout(part)
        self._moves_stack.addWidget(self.nothing)
        self._moves_stack.addWidget(found)
        return part

    def _connect(self) -> None:
        shell = self._shell
        shell.open_document.changed.connect(self._document_changed)
        shell.open_document.replaced.connect(self._document_replaced)
        shell.language.changed.connect(self.retranslate)
        shell.theme.changed.connect(self._repaint)
        self.bar.propose_clicked.connect(self.propose)
        self.bar.stop_clicked.connect(self.stop)
        self.answer.again_clicked.connect(self.propose)
        self.tabs.currentChanged.connect(self.parts.setCurrentIndex)
        self.moves.ticked_changed.connect(self._recount)
        self.moves.accept_clicked.connect(self.accept_ticked)
        self.range.unit_chosen.connect(shell.navigation.show_people_of)
        for part in (self.moves.card_requested, self.behind.person_chosen, self.recorded.card_requested):
            part.connect(shell.navigation.show_card)
        self.splitter.splitterMoved.connect(
            lambda *_: shell.settings.set(PROPOSAL_SPLITTER, as_bytes(self.splitter.saveState()))
        )

    # proposing

    @property
    def running(self) -> bool:
        """Whether a proposal is being worked on."""
        return self._task is not None

    @property
    def current_proposal(self) -> Proposal | None:
        """The proposal in view, as long as it was made of the version in force."""
        opened, proposal = self._shell.open_document, self.proposal
        if proposal is None or not is_current(proposal, opened.document, opened.on):
            return None
        return proposal

    def propose(self) -> None:
        """Start to work out a proposal for the document in force."""
        if self.running or self._shell.open_document.is_empty:
            return
        document, on, planning = (
            self._shell.open_document.document,
            self._shell.open_document.on,
            self._planning,
        )

        def work(report: Callable[[object], None], stop: Stop) -> Proposal:
            return planning(document, on, Limits(), report, stop)

        self.bar.begin()
        self.answer.again_button.setEnabled(False)
        self._task = self._shell.background.run(
            work, self._take, on_failed=self._failed, on_progress=self.bar.show_progress, owner=self
        )

    def stop(self) -> None:
        """Ask the work to end with the best it has."""
        if self._task is not None:
            self._task.stop()
            self.bar.show_stopping()

    def _take(self, proposal: Proposal) -> None:
        self._end()
        self.proposal = proposal
        self.bar.set_again(True)
        policy = proposal.before.state.policy.name
        self.bar.say(_MADE.format(date=proposal.date, n=f"{proposal.seconds:.1f}", policy=policy))
        self.strip.show_changes(figure_changes(proposal.before, proposal.after))
        self.behind.show_proposal(proposal)
        self._show_proposal(new=True)
        self.show_part("moves")
        if self.moves.isVisible():
            self.moves.view.setFocus()

    def _failed(self, failed: Failed) -> None:
        self._end()
        self._shell.background.failed.emit(failed)

    def _end(self) -> None:
        self._task = None
        self.bar.end()
        self.answer.again_button.setEnabled(True)

    def _document_replaced(self) -> None:
        """Drop what was said of another document."""
        if self._task is not None:
            self._task.forget()
            self._end()
        self._counting_range.forget()
        self._recounting.forget()
        self.proposal = None
        self.bar.set_again(False)
        self.show_part("range")

    # following the document

    def _document_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave what is behind a proposal out where there is hardly room for its moves."""
        self.behind.setVisible(event.size().width() >= _ROOM_FOR_BOTH)
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the page was hidden."""
        if self._stale:
            self.refresh()
        super().showEvent(event)

    def refresh(self) -> None:
        """Show what holds for the version in force."""
        self._stale = False
        opened = self._shell.open_document
        self._pages.setCurrentIndex(1 if opened.is_empty else 0)
        self._show_proposal(new=False)
        self._show_titles()
        if not opened.is_empty:
            document, on = opened.document, opened.on
            self._counting_range.order(lambda *_: (movable_on(document, on), document))

    def _take_range(self, counted: tuple[MovableRange, Document]) -> None:
        movable, document = counted
        self.range.show_range(movable, document.county)

    def _show_proposal(self, *, new: bool) -> None:
        proposal, document = self.proposal, self._shell.open_document.document
        current = proposal is not None and is_current(proposal, document, self._shell.open_document.on)
        self.answer.show_proposal(proposal, current)
        self._moves_stack.setCurrentIndex(1 if proposal is not None and proposal.levels else 0)
        if proposal is not None:
            rows = proposed_rows(proposal, document.county)
            if new:
                self.moves.show_new(rows, proposal.date)
            else:
                self.moves.show_moves(rows)
        self.moves.set_acceptable(current)
        self._show_nothing()
        self._show_titles()

    def _show_nothing(self) -> None:
        text = _NOT_YET if self.proposal is None else _NO_PLAN
        self.nothing.setText(self._language.words(text))

    def _show_titles(self) -> None:
        counts = {
            "moves": len(self.proposal.moves) if self.proposal else None,
            "recorded": len(self._shell.open_document.document.county.moves) or None,
        }
        for index, key in enumerate(PARTS):
            words, n = self._language.words(_TITLES[key]), counts.get(key)
            self.tabs.setTabText(index, words if n is None else f"{words} {n}")

    def show_part(self, key: str) -> None:
        """Bring the movable range, the proposed or the recorded moves into view."""
        self.tabs.setCurrentIndex(PARTS.index(key))

    # what is ticked

    def _recount(self) -> None:
        proposal, ticked = self.proposal, self.moves.ticked
        if proposal is not None:
            self._recounting.order(
                lambda *_: (proposal, figure_changes(proposal.before, audit_with(proposal, ticked)))
            )

    def _take_figures(self, counted: tuple[Proposal, Any]) -> None:
        proposal, changes = counted
        if proposal is self.proposal:
            self.strip.show_changes(changes)

    def accept_ticked(self) -> None:
        """Record the ticked moves as proposed, as one undo step."""
        proposal, ticked = self.proposal, self.moves.ticked
        if proposal is None or not self.moves.accept_button.isEnabled():
            return
        effective = self.moves.effective
        try:
            self._shell.open_document.apply(
                _ACCEPT.format(n=len(ticked)), lambda document: accept(document, proposal, ticked, effective)
            )
        except InputError as fault:
            self._shell.messages.complain(fault.message)
        else:
            self._shell.messages.inform(_ACCEPTED.format(n=len(ticked)))
            self.moves.view.setFocus()  # the button just pressed is disabled now

    # language and theme

    def retranslate(self) -> None:
        """Show everything in the language and the colours in force."""
        self.empty.setText(self._language.words(_EMPTY))
        self._repaint()
        self._show_nothing()
        self._show_titles()

    def _repaint(self) -> None:
        self.range.retranslate()
        self.moves.retranslate()
        for panel in (self.answer, self.strip, self.behind):
            panel.refresh()
