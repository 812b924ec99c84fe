"""比较: scenarios side by side; proposals, months and trade-offs of all of them asked in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from planner.comparison.answers import ANSWER_WORDS, Answer, answer_for, missing
from planner.comparison.options import Comparison
from planner.optimise.running import Limits, Stop
from planner.tables.scenarios import still_ahead
from planner.text import Text
from ui.background import Report
from ui.elided import ElidedLabel
from ui.following_page import FollowingPage
from ui.plain_label import PlainLabel
from ui.proposal.work_line import WorkLine
from ui.scenarios.ahead_line import AheadLine
from ui.scenarios.comparing import Comparing
from ui.scenarios.comparison_bar import AFTER, ComparisonBar
from ui.scenarios.comparison_views import ComparisonViews
from ui.shell import Shell

_ASK = Text("求各方案调整建议", "Propose for every option")
_STEP = Text("{what}({n}/{all})", "{what} ({n}/{all})")
_PLANNED = Text("{n} 个方案(含现状)均有调整建议。", "Every one of {n} options has a proposal.")
_UNPLANNED = Text(
    "尚有 {n} 个未求调整建议;已求的列在“指标”和“人员变动”中。",
    "{n} without a proposal; the others stand under Figures and Moves.",
)
_WAITING = Text("正在应用 {n} 个方案……", "Applying {n} scenarios …")
_EMPTY = Text(
    "还没有可比较的方案。先在“变动”页新建方案,再回到这里与现状并列比较。",
    "There is no scenario to compare yet. Make one under Changes, then come back to see it here.",
)
_COUNTED = Text(
    "指标按登记情况和方案变动计算,不含预计退休和计划返岗(见“预测”)。",
    "Figures count what is on record and the scenarios' changes;"
    " expected retirements and planned returns stand in the Forecast.",
)
_ANSWERED_BY = {"months": Answer.MONTHS, "curve": Answer.CURVE}


class ComparisonPanel(FollowingPage):
    """Shows what is at hand at once; what takes a while joins it option by option."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell, self._language, self._opened = shell, shell.language, shell.open_document
        self.comparing = Comparing(shell, self)
        self.bar, self.views = ComparisonBar(shell.language), ComparisonViews(shell)
        self.work = WorkLine(shell.background, shell.language, _ASK)
        self.empty, self.counted, self.ahead = PlainLabel(), ElidedLabel(), AheadLine(shell.language)
        self._told = _ASK
        self._stopped: set[Answer] = set()  # what the user ended: not asked again by itself
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(8, 8, 8, 6)
        column.setSpacing(6)
        self.counted.setObjectName("quiet")
        for widget in (self.bar, self.ahead, self.counted, self.work):
            column.addWidget(widget)
        column.addWidget(self.views, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(full)
        self._pages.addWidget(self.empty)
        for button, keys, run in (
            (self.work.ask_button, "F5", self.propose),
            (self.work.stop_button, "Shift+F5", self.work.stop),
        ):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(run)
            self.addAction(action)
            button.setToolTip(keys)

    def _connect(self) -> None:
        opened = self._opened
        self.keep_up_with(opened.changed, opened.branches.changed)
        opened.replaced.connect(self._forget)
        self._shell.language.changed.connect(self.retranslate)
        self._shell.theme.changed.connect(self.retranslate)
        self.bar.changed.connect(self._compare)
        self.ahead.clicked.connect(self.bar.show_after)
        self.bar.print_clicked.connect(self.print)
        self.comparing.arrived.connect(self._show)
        self.work.asked.connect(self.propose)
        self.work.running_changed.connect(self.bar.print_button.setDisabled)
        self.work.running_changed.connect(self.views.show_working)
        self.views.view_chosen.connect(self._choose_view)
        self.views.card_requested.connect(self._shell.navigation.show_card)

    @property
    def comparison(self) -> Comparison | None:
        """The comparison in view."""
        return self.comparing.comparison

    # following the document

    def _forget(self) -> None:
        self.work.forget()
        self.comparing.forget()
        self.views.show_comparison(None, None)

    def show_document(self) -> None:
        """Compare the scenarios of the version in force."""
        base = self._opened.base
        self._stopped.clear()
        self._pages.setCurrentIndex(0 if base.scenarios else 1)
        self.bar.show_scenarios(base.scenarios, self._opened.on)
        self._compare()

    def _compare(self) -> None:
        if self._opened.base.scenarios:
            self.comparing.ask(self.bar.chosen, self.bar.day)
            self._say()
            self._show_ahead()

    def _show_ahead(self) -> None:
        ahead = still_ahead(self._opened.base.scenarios, self.bar.chosen, self.bar.day)
        self.ahead.show_ahead(self.bar.day, ahead, AFTER)

    def _show(self) -> None:
        self.views.show_comparison(self.comparing.comparison, self.comparing.rows)
        self._say()
        self._ask_for_view()

    def _say(self) -> None:
        found = self.comparison
        if self.comparing.pending:
            self.work.say(_WAITING.format(n=self.comparing.pending))
        elif found is not None:
            left = len(missing(found, Answer.PROPOSAL))
            self.work.ask_button.setEnabled(left > 0)
            said = _UNPLANNED.format(n=left) if left else _PLANNED.format(n=len(found.options))
            self.work.say(said)

    # what takes a while

    def propose(self) -> None:
        """Work out a proposal for every option that has none, once nothing else runs."""
        if not self.work.running:
            self._ask(Answer.PROPOSAL)

    def _choose_view(self, key: str) -> None:
        self._stopped -= {_ANSWERED_BY[key]} if key in _ANSWERED_BY else set()
        self._ask_for_view()

    def _ask_for_view(self) -> None:
        """Work out what the chart in sight shows, unless something else runs; then it follows."""
        answer = _ANSWERED_BY.get(self.views.current)
        if answer is not None and answer not in self._stopped and self.isVisible() and not self.work.running:
            self._ask(answer)

    def _ask(self, answer: Answer, then: Callable[[], None] | None = None) -> None:
        found = self.comparison
        places = missing(found, answer) if found is not None else []
        if found is None or not places:
            return

        def tell(event: Any) -> Text:
            if isinstance(event, Text):
                self._told = event
            else:
                self.comparing.keep(*event)
                self._take(answer)
            return self._told

        def ended(stopped: bool) -> None:
            self._stopped |= {answer} if stopped else set()
            self._say()
            if then is not None and not stopped:
                then()
            self._ask_for_view()

        since = self.comparing.since(answer, found.on)
        self.work.run(partial(_answered, found, answer, places, since), ended, tell)

    def _take(self, answer: Answer) -> None:
        """Show what joined the comparison: a chart at once, a proposal once its rows are made."""
        if answer is Answer.PROPOSAL:
            self._compare()
        else:
            self.views.show_charts(self.comparison)

    def print(self) -> None:
        """Ask the window for the paper of the comparison in view, once its months are known."""
        found = self.comparison
        if found is not None and missing(found, Answer.MONTHS):
            self._ask(Answer.MONTHS, self._print)
        else:
            self._print()

    def _print(self) -> None:
        if self.comparison is not None:
            self._shell.navigation.comparison_requested.emit(self.comparison)

    def retranslate(self) -> None:
        """Show everything in the language and the colours in force."""
        self.empty.setText(self._language.words(_EMPTY))
        self.counted.setText(self._language.words(_COUNTED))
        self.counted.setToolTip(self.counted.text())
        self.bar.retranslate()
        self._show_ahead()
        self.work.retranslate()
        self.views.retranslate()


def _answered(
    found: Comparison, answer: Answer, places: Sequence[int], since: date, report: Report, stop: Stop
) -> bool:
    """Work out an answer for one option after the other, reporting each; return whether it was stopped."""
    for step, n in enumerate(places, 1):
        option = found.options[n]
        what = ANSWER_WORDS[answer].format(option=option.lettered)
        report(_STEP.format(what=what, n=step, all=len(places)))
        value = answer_for(option, since, answer, Limits(), lambda _: None, stop)
        if stop.requested:
            return True
        report((option, since, answer, value))
    return False
