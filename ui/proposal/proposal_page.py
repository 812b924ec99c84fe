"""调整建议: the movable range, the least that must change, why, at what price, and what is recorded."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from planner.document import Document
from planner.errors import InputError
from planner.optimise.accept import accept, audit_with, is_current
from planner.optimise.asked import AS_IT_STANDS, Asked
from planner.optimise.movable import MovableRange
from planner.optimise.proposal import Proposal
from planner.tables.before_after import figure_changes
from planner.tables.movable_range import movable_on
from planner.tables.plan_change import change_words
from planner.tables.priced import Price
from planner.tables.proposed import proposed_rows
from planner.text import Text
from ui.accepted import accepted_words
from ui.following_page import FollowingPage
from ui.latest import Latest
from ui.plain_label import PlainLabel
from ui.proposal.page_parts import PageParts
from ui.proposal.proposing import Planned, Proposing, Question
from ui.proposal.questions import Planning, Questions, plan_in_full
from ui.shell import Shell

if TYPE_CHECKING:
    from planner.optimise.explain.price_tag import PriceTag
    from planner.optimise.explain.relaxations import Relaxation

__all__ = ["Planning", "ProposalPage", "plan_in_full"]

_ROOM_FOR_BOTH = 660  # pixels for the moves and what is behind them
_EMPTY = Text(
    "还没有名册。\n把花名册拖进窗口,或按 Ctrl+O 打开文件,再回到这里提出调整建议。",
    "No roster is open.\nDrop one onto the window or press Ctrl+O, then come back to propose.",
)
_NOT_YET = Text(
    "先看“可调范围”是否正确,再按 F5 提出调整建议。",
    "Check the movable range, then press F5 to propose.",
)
_NO_PLAN = Text(
    "没有可采纳的方案,原因见上;怎么办见“差在哪里”。",
    "There is no plan to accept; the reason stands above, and what to do under “What is missing”.",
)
_ACCEPT = Text("采纳调整建议({n} 项)", "Accept {n} proposed moves")
_MADE = Text("{date} · 用时 {n} 秒 · 口径:{policy}", "{date} · {n} s · policy: {policy}")
_ASSUMED = Text(
    "{accepted}方案是试算,前提未随之写入名册和口径:{words}",
    "{accepted} The plan is a what-if, and what it assumes is not recorded with them: {words}",
)


class ProposalPage(FollowingPage):
    """Follows the open document; the work itself runs in the background and may be stopped."""

    def __init__(self, shell: Shell, questions: Questions | None = None) -> None:
        super().__init__()
        self._shell, self._language = shell, shell.language
        asked = questions or Questions()
        self.proposing = Proposing(shell.background, asked.plan, self)
        self.sections = PageParts(shell, asked, self)
        parts = self.sections
        self.bar, self.answer, self.range, self.moves = parts.bar, parts.answer, parts.range, parts.moves
        self.strip, self.behind, self.recorded = parts.strip, parts.behind, parts.recorded
        self.missing, self.prices, self.curve, self.equal = (
            parts.missing,
            parts.prices,
            parts.curve,
            parts.equal,
        )
        self.tabs, self.nothing, self.empty = parts.tabs, parts.nothing, PlainLabel()
        self._counting_range = Latest(shell.background, self._take_range, self)
        self._recounting = Latest(shell.background, self._take_figures, self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(8)
        for widget in (self.bar, self.answer, self.tabs):
            column.addWidget(widget)
        column.addWidget(self.sections.stack, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(full)
        self._pages.addWidget(self.empty)

    def _connect(self) -> None:
        shell, proposing = self._shell, self.proposing
        self.keep_up_with(shell.open_document.changed)
        shell.open_document.replaced.connect(self._document_replaced)
        shell.language.changed.connect(self.retranslate)
        shell.theme.changed.connect(self._repaint)
        proposing.began.connect(self._begin)
        proposing.told.connect(self.bar.show_progress)
        proposing.stopping.connect(self.bar.show_stopping)
        proposing.ended.connect(self._end)
        proposing.arrived.connect(self._take)
        self.bar.propose_clicked.connect(self.propose)
        self.bar.stop_clicked.connect(self.stop)
        self.answer.again_clicked.connect(self.propose)
        self.answer.back_clicked.connect(proposing.go_back)
        self.moves.ticked_changed.connect(self._ticked)
        self.moves.replanning_changed.connect(self._replan)
        self.moves.accept_clicked.connect(self.accept_ticked)
        self.missing.tried.connect(self._try_relaxation)
        self.prices.tried.connect(self._try_price)
        self.curve.tried.connect(self._try_cap)
        self.equal.chosen.connect(self._show_equal)
        self.range.unit_chosen.connect(shell.navigation.show_people_of)
        for part in (self.moves.card_requested, self.behind.person_chosen, self.recorded.card_requested):
            part.connect(shell.navigation.show_card)
        self.prices.view.card_requested.connect(shell.navigation.show_card)
        self.tabs.currentChanged.connect(lambda _: self.moves.ask_price())

    # proposing

    @property
    def proposal(self) -> Proposal | None:
        """The plan in view."""
        return self.proposing.planned.proposal if self.proposing.planned is not None else None

    @property
    def running(self) -> bool:
        """Whether a proposal is being worked on."""
        return self.proposing.running

    @property
    def printable_proposal(self) -> Proposal | None:
        """The current proposal unless it is a what-if: official papers say what the document says."""
        current = None if self.shows_what_if else self.current_proposal
        known = self.behind.confirmed
        return current if current is None or known is None else replace(current, confirmed=known)

    @property
    def shows_what_if(self) -> bool:
        """Whether the plan in view is one of something else than the document as it stands."""
        planned = self.proposing.planned
        return planned is not None and planned.is_what_if

    @property
    def current_proposal(self) -> Proposal | None:
        """The proposal in view, as long as it was made of the version in force."""
        planned = self.proposing.planned
        if planned is None or planned.question.changed is not None or not self._is_current(planned):
            return None
        return planned.proposal

    def _is_current(self, planned: Planned) -> bool:
        opened, question = self._shell.open_document, planned.question
        if question.changed is not None:
            return question.opened is opened.document and question.on == opened.on
        return is_current(planned.proposal, opened.document, opened.on)

    def propose(self) -> None:
        """Start to work out a proposal for the document in force."""
        self._ask(AS_IT_STANDS)

    def _ask(self, asked: Asked, assumed: tuple[Text, ...] = (), changed: Document | None = None) -> None:
        opened = self._shell.open_document
        if opened.is_empty or (self.running and not self.proposing.replanning):
            return
        self.proposing.ask(Question(opened.document, opened.on, asked, changed, assumed))

    def stop(self) -> None:
        """Ask the work to end with the best it has."""
        self.proposing.stop()

    def _begin(self) -> None:
        self.bar.begin(self.proposing.replanning)
        self.answer.again_button.setEnabled(False)
        self._show_acceptable()

    def _end(self) -> None:
        self.bar.end()
        self.answer.again_button.setEnabled(True)
        self._show_acceptable()

    def _take(self, planned: Planned, new: bool) -> None:
        proposal = planned.proposal
        self.bar.set_again(True)
        policy = proposal.before.state.policy.name
        self.bar.say(_MADE.format(date=proposal.date, n=f"{proposal.seconds:.1f}", policy=policy))
        self._recounting.forget()
        self.strip.show_changes(figure_changes(proposal.before, proposal.after))
        self.behind.show_proposal(proposal)
        self.sections.show_plan(planned)
        rows = proposed_rows(proposal, self._shell.open_document.document.county, planned.stayed)
        if new:
            self.moves.show_new(rows, proposal.date)
        else:
            self.moves.show_again(rows)
        self._show_proposal()
        if new:
            QTimer.singleShot(0, self, self._show_moves)  # laying them out is a step of its own

    def _show_moves(self) -> None:
        if self.proposal is None:
            return
        self.show_part("moves")
        if self.moves.isVisible():
            self.moves.view.setFocus()

    # trying something else

    def _try(self, asked: Asked, *assumed: Text, changed: Document | None = None) -> None:
        """Plan as `asked`, which holds what is tried already, on the document that is in view."""
        planned = self.proposing.planned
        if planned is not None:
            tried = planned.question
            self._ask(asked, (*tried.assumed, *assumed), changed or tried.changed)

    def _try_relaxation(self, relaxation: Relaxation) -> None:
        planned, changed = self.proposing.planned, None
        if relaxation.county is not None and planned is not None:
            changed = relaxation.applied(planned.question.document)
        self._try(relaxation.asked, relaxation.action, changed=changed)

    def _try_price(self, tag: PriceTag, what: Price) -> None:
        if what is Price.STAYING:
            self.moves.replan_box.setChecked(True)
            self.moves.model.tick([tag.person], False)
            self.show_part("moves")
            self.moves.view.reveal(tag.person)
        else:
            self._try(tag.asked, tag.sentence)

    def _try_cap(self, transfers: int) -> None:
        planned = self.proposing.planned
        if planned is not None:
            asked = planned.proposal.asked
            self._try(replace(asked, caps={**asked.caps, "transfers": transfers}))

    def _show_equal(self, proposal: Proposal) -> None:
        self.proposing.show_equal(proposal)
        self.show_part("moves")

    # following the document

    def _document_replaced(self) -> None:
        """Drop what was said of another document."""
        self.proposing.forget()
        self._counting_range.forget()
        self._recounting.forget()
        self.sections.show_plan(None)
        self.bar.set_again(False)
        self.show_part("range")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave what is behind a proposal out where there is hardly room for its moves."""
        self.behind.setVisible(event.size().width() >= _ROOM_FOR_BOTH)
        super().resizeEvent(event)

    def show_document(self) -> None:
        """Show what holds for the version in force."""
        opened, planned = self._shell.open_document, self.proposing.planned
        self._pages.setCurrentIndex(1 if opened.is_empty else 0)
        if planned is not None:
            self.moves.show_moves(proposed_rows(planned.proposal, opened.document.county, planned.stayed))
        self._show_proposal()
        if not opened.is_empty:
            document, on = opened.document, opened.on
            self._counting_range.order(lambda *_: (movable_on(document, on), document))

    def _take_range(self, counted: tuple[MovableRange, Document]) -> None:
        movable, document = counted
        self.range.show_range(movable, document.county)

    def _show_proposal(self) -> None:
        planned = self.proposing.planned
        if planned is not None:
            question, staying = planned.question, len(planned.stayed)
            cost = change_words(planned.first, planned.proposal, staying) if staying else None
            self.answer.show_question(question.words, question.changed is not None, cost)
        self.answer.show_proposal(self.proposal, planned is None or self._is_current(planned))
        self._show_acceptable()
        self._show_nothing()
        self._show_titles()

    def _show_acceptable(self) -> None:
        self.moves.set_acceptable(self.current_proposal is not None and not self.running)

    def _show_nothing(self) -> None:
        planned = self.proposing.planned
        shows = planned is not None and bool(planned.proposal.levels or planned.stayed)
        self.sections.show_moves(shows)
        self.nothing.setText(self._language.words(_NOT_YET if planned is None else _NO_PLAN))

    def _show_titles(self) -> None:
        recorded = len(self._shell.open_document.document.county.moves) or None
        moves = len(self.proposal.moves) if self.proposal is not None else None
        self.tabs.show_counts({"moves": moves, "recorded": recorded})

    def show_part(self, key: str) -> None:
        """Bring one part into view: range, moves, missing, prices, curve, equal or recorded."""
        self.sections.show_part(key)

    # what is ticked

    def _ticked(self) -> None:
        self._recount()
        self._replan()

    def _replan(self) -> None:
        planned = self.proposing.planned
        if self.moves.replans and planned is not None and self._is_current(planned):
            self.proposing.leave_out(self.moves.unticked)

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
        proposal = self.proposal
        if proposal is None or not self.moves.accept_button.isEnabled():
            return
        ticked = self.moves.ticked & {move.person for move in proposal.moves}
        effective = self.moves.effective
        try:
            self._shell.open_document.apply(
                _ACCEPT.format(n=len(ticked)), lambda document: accept(document, proposal, ticked, effective)
            )
        except InputError as fault:
            self._shell.messages.complain(fault.message)
        else:
            self._shell.messages.inform(self._accepted(len(ticked)))
            self.moves.view.setFocus()  # the button just pressed is disabled now

    def _accepted(self, n: int) -> Text:
        """Return what was recorded, and what the plan assumed that is not."""
        planned, said = self.proposing.planned, accepted_words(self._shell.open_document, n)
        if planned is None or not planned.is_what_if or planned.question.words is None:
            return said
        return _ASSUMED.format(accepted=said, words=planned.question.words)

    # language and theme

    def retranslate(self) -> None:
        """Show everything in the language and the colours in force."""
        self.empty.setText(self._language.words(_EMPTY))
        self._repaint()
        self._show_nothing()
        self._show_titles()

    def _repaint(self) -> None:
        self.sections.retranslate()
