"""The parts of the Proposal page: the tabs, what stands under each, and which speak of which plan."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QSplitter, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from planner.text import Text
from ui.latest import Latest
from ui.part_tabs import PartTabs
from ui.plain_label import PlainLabel
from ui.proposal.answer_panel import AnswerPanel
from ui.proposal.behind_panel import BehindPanel
from ui.proposal.curve_part import CurvePart
from ui.proposal.equal_part import EqualPart
from ui.proposal.figure_strip import FigureStrip
from ui.proposal.missing_part import MissingPart
from ui.proposal.moves_panel import MovesPanel
from ui.proposal.plan_bar import PlanBar
from ui.proposal.price_part import PricePart
from ui.proposal.pricing import Pricing
from ui.proposal.proposing import Planned
from ui.proposal.questions import Questions
from ui.proposal.range_panel import RangePanel
from ui.proposal.recorded_moves import RecordedMoves
from ui.settings import PROPOSAL_SPLITTER, as_bytes
from ui.shell import Shell

PARTS: Mapping[str, Text] = {
    "range": Text("可调范围", "Movable range"),
    "moves": Text("调整方案", "Proposed moves"),
    "missing": Text("差在哪里", "What is missing"),
    "prices": Text("代价", "Price tags"),
    "curve": Text("取舍曲线", "Trade-off"),
    "equal": Text("同等方案", "Equal plans"),
    "recorded": Text("已采纳的调整", "Recorded moves"),
}


class PageParts:
    """Makes the parts and puts each under its tab."""

    def __init__(self, shell: Shell, questions: Questions, owner: QObject) -> None:
        opened, language, settings, background = (
            shell.open_document,
            shell.language,
            shell.settings,
            shell.background,
        )
        self._shell = shell
        self._planned: Planned | None = None
        self.pricing = Pricing(background, questions, owner)
        self.bar, self.answer = PlanBar(language), AnswerPanel(language)
        self.range = RangePanel(opened, language)
        self.moves = MovesPanel(opened, language, settings, self.pricing)
        self.strip, self.behind = FigureStrip(language), BehindPanel(language)
        self.missing = MissingPart(background, language, questions)
        self.prices = PricePart(opened, language, self.pricing)
        self.curve = CurvePart(background, language, opened, settings, questions)
        self.equal = EqualPart(background, language, opened, settings, questions)
        self.recorded = RecordedMoves(opened, language)
        self.tabs, self.stack, self.nothing = PartTabs(PARTS, language), QStackedWidget(), PlainLabel()
        self._confirm = questions.confirmed
        self._confirming = Latest(background, self.behind.show_confirmed, owner)
        self._lay_out()

    def _lay_out(self) -> None:
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        for part in (self.range, self._moves_part(), self.missing, self.prices, self.curve, self.equal):
            self.stack.addWidget(part)
        self.stack.addWidget(self.recorded)
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)

    def _moves_part(self) -> QWidget:
        splitter, settings = QSplitter(Qt.Orientation.Horizontal), self._shell.settings
        splitter.setHandleWidth(8)
        splitter.setObjectName("quiet")
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.moves)
        splitter.addWidget(self.behind)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([760, 290])
        if state := settings.get(PROPOSAL_SPLITTER):
            splitter.restoreState(state)
        splitter.splitterMoved.connect(
            lambda *_: settings.set(PROPOSAL_SPLITTER, as_bytes(splitter.saveState()))
        )
        found = QWidget()
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.strip)
        column.addWidget(splitter, 1)
        part = QWidget()
        self._moves_stack = QStackedLayout(part)
        self._moves_stack.addWidget(self.nothing)
        self._moves_stack.addWidget(found)
        return part

    def show_plan(self, planned: Planned | None) -> None:
        """Let every explanation speak of the plan in view.

        What is missing, and the curve, speak of the question: another plan of equal cost leaves them.
        """
        before, self._planned = self._planned, planned
        subject = planned.subject if planned is not None else None
        self.pricing.show_plan(subject)
        self.prices.show_plan(subject)
        self.equal.show_plan(subject)
        self._confirming.forget()
        self.behind.show_confirmed(None)
        if subject is not None:
            self._confirming.order(lambda _, stop: self._confirm(subject, stop))
        if before is None or planned is None or not _same_question(before, planned):
            self.missing.show_plan(subject)
            self.curve.show_plan(subject)

    def show_moves(self, shown: bool) -> None:
        """Show the moves, or in their place why there are none."""
        self._moves_stack.setCurrentIndex(1 if shown else 0)

    def show_part(self, key: str) -> None:
        """Bring one part into view."""
        self.tabs.choose(key)

    def retranslate(self) -> None:
        """Show everything in the language and the colours in force."""
        for translated in (self.range, self.moves, self.prices, self.curve, self.equal):
            translated.retranslate()
        for refreshed in (self.answer, self.strip, self.behind, self.missing):
            refreshed.refresh()


def _same_question(one: Planned, other: Planned) -> bool:
    return one.question is other.question and set(one.stayed) == set(other.stayed)
