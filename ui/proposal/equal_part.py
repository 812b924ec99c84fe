"""Equal plans (同等方案): other plans of the same cost, and how old they make each station."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from planner.optimise.ages import StationAge, aging, station_ages
from planner.optimise.proposal import Proposal
from planner.optimise.running import Progress
from planner.tables.equal_plans import AGES, PLANS, EqualRow, age_rows, equal_rows
from planner.text import Text
from ui.background import Background
from ui.language import LanguageSwitch
from ui.latest import Latest
from ui.open_document import OpenDocument
from ui.plain_label import PlainLabel
from ui.proposal.questions import Questions, Subject
from ui.proposal.words_box import WordsBox
from ui.proposal.work_line import WorkLine
from ui.settings import EQUAL_SPLITTER, Settings, as_bytes
from ui.tables.hints import Hint
from ui.tables.record_table import RecordTable
from ui.tables.table_view import TableView

if TYPE_CHECKING:
    from planner.optimise.alternatives import Alternatives

_ASK = Text("列出同等方案", "List equal plans")
_HINT = Text(
    "各级目标都相同、但调出调入单位或人员不同的方案,至多列五个。",
    "Plans with the same value at every level but other units or people; five at most are listed.",
)
_KNOWN = Text("已数出 {n} 种", "{n} kinds counted")
_AGES = Text("方案 {letter} 调整前后的年龄结构", "Ages before and after plan {letter}")
_AGES_NOW = Text("当前方案调整前后的年龄结构", "Ages before and after the plan in view")
_CHOOSE = Text("采用方案 {letter}", "Use plan {letter}")
_IN_VIEW = Text("方案 {letter} 即当前方案", "Plan {letter} is in view")
_NOT_YET = Text("先提出调整建议,再看同等方案。", "Propose first, then see equal plans.")
_NO_RISE = Text("没有派出所因此明显变老。", "No station becomes clearly older.")


class EqualPart(QWidget):
    """Asks on request; the ages of the plan in view stand there at once."""

    chosen = Signal(object)  # Proposal

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
        self._found: Alternatives | None = None
        self._ages: tuple[StationAge, ...] = ()
        self._stale = False
        self._counting = Latest(background, self._take_ages, self)
        self.work = WorkLine(background, language, _ASK)
        self.plans = RecordTable(PLANS, language.current, self)
        self.ages = RecordTable(AGES, language.current, self)
        self.ages.hinting = _rising
        self.plans_view = TableView(self.plans, lambda: open_document.document)
        self.ages_view = TableView(self.ages, lambda: open_document.document)
        self.ages_title, self.nothing = PlainLabel(), PlainLabel()
        self.aging, self.use_button = WordsBox(2), QPushButton()
        self._lay_out()
        self.work.asked.connect(self._ask)
        self.plans_view.selectionModel().currentChanged.connect(lambda *_: self._show_ages())
        self.use_button.clicked.connect(self._use)
        self._show_parts()
        self.retranslate()

    def _lay_out(self) -> None:
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self.ages_title.setObjectName("title")
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self.ages_title, 1)
        head.addWidget(self.use_button)
        column.addLayout(head)
        column.addWidget(self.ages_view, 1)
        column.addWidget(self.aging)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setObjectName("quiet")
        self.splitter.setHandleWidth(6)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.plans_view)
        self.splitter.addWidget(below)
        self.splitter.setSizes([170, 260])
        if state := self._settings.get(EQUAL_SPLITTER):
            self.splitter.restoreState(state)
        self.splitter.splitterMoved.connect(
            lambda *_: self._settings.set(EQUAL_SPLITTER, as_bytes(self.splitter.saveState()))
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.work)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.nothing, 1)
        for view in (self.plans_view, self.ages_view):
            view.setMinimumHeight(70)

    def show_plan(self, subject: Subject | None) -> None:
        """Speak of another plan; one of those listed leaves the list as it is."""
        self._subject = subject
        if subject is None or self._place_of(subject.proposal) is None:
            self.work.forget()
            self.work.say(_HINT)
            self._found = None
            self.plans.show_rows([])
        self._ages, self._stale = (), True
        self._counting.forget()
        self._show_parts()
        self._count_ages()
        self._show_ages()

    def _count_ages(self) -> None:
        """Count the ages of the plan in view once they are looked at."""
        subject = self._subject
        if self._stale and self.isVisible() and subject is not None and subject.proposal.levels:
            self._stale = False
            before, after = subject.proposal.before.state, subject.proposal.after.state
            self._counting.order(lambda *_: station_ages(before, after))

    def _place_of(self, proposal: Proposal) -> int | None:
        plans = self._found.plans if self._found is not None else ()
        return next((n for n, plan in enumerate(plans) if plan.proposal is proposal), None)

    def _take_ages(self, ages: tuple[StationAge, ...]) -> None:
        self._ages = ages
        self._show_ages()

    def _ask(self) -> None:
        subject, ask = self._subject, self._questions.equal_plans
        if subject is not None:
            self.work.run(lambda report, stop: ask(subject, report, stop), self._take, _told)

    def _take(self, found: Alternatives) -> None:
        self._found = found
        self.plans.show_rows(equal_rows(found.plans))
        self.work.say(found.words)
        self.plans_view.setCurrentIndex(self.plans.index(0, 0))
        self._show_parts()
        self._show_ages()

    # what is shown

    def _row(self) -> EqualRow | None:
        return self.plans_view.current_row() if self.plans.shown else None

    def _show_parts(self) -> None:
        none = self._subject is None
        self.nothing.setVisible(none)
        self.splitter.setVisible(not none)
        self.plans_view.setVisible(self._found is not None)
        self.work.setVisible(not none)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the ages of the plan in view when first seen."""
        super().showEvent(event)
        self._count_ages()
        self._show_ages()

    def _show_ages(self) -> None:
        if not self.isVisible():
            return
        row, say = self._row(), self._language.words
        ages = row.plan.ages if row is not None else self._ages
        self.ages.show_rows(age_rows(ages), again=True)
        self.ages_title.setText(say(_AGES.format(letter=row.letter) if row is not None else _AGES_NOW))
        said = (aging(ages) or _NO_RISE) if ages else Text("", "")
        self.aging.show_words(say(said), quiet=aging(ages) is None)
        self.use_button.setVisible(row is not None)
        if row is not None:
            here = self._subject is not None and row.plan.proposal is self._subject.proposal
            self.use_button.setText(say((_IN_VIEW if here else _CHOOSE).format(letter=row.letter)))
            self.use_button.setEnabled(not here)

    def _use(self) -> None:
        row = self._row()
        if row is not None:
            self.chosen.emit(row.plan.proposal)

    def retranslate(self) -> None:
        """Show everything in the language and the colours in force."""
        for model in (self.plans, self.ages):
            model.set_palette(self.palette())
            model.set_language(self._language.current)
        self.nothing.setText(self._language.words(_NOT_YET))
        self.work.retranslate()
        self._show_ages()


def _rising(row: object, key: str) -> Hint | None:
    age = getattr(row, "age", None)
    if age is None or not age.rises:
        return None
    older = (key == "mean_after" and age.is_older) or (key == "old_after" and age.has_more_old)
    return Hint.WARNING if older else None


def _told(progress: Progress) -> Text:
    return _KNOWN.format(n=progress.best)
