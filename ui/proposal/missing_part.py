"""What is missing (差在哪里): the shortages in numbers, the cheapest ways out, and why they conflict."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from planner.optimise.answer import short_levels
from planner.optimise.running import Stop
from planner.text import Text, joined
from ui.background import Background
from ui.language import LanguageSwitch
from ui.marks import Mark, mark_colour
from ui.plain_label import PlainLabel
from ui.proposal.questions import Questions, Subject
from ui.proposal.said_panel import SaidPanel
from ui.proposal.work_line import WorkLine
from ui.scrolled import scrolled

if TYPE_CHECKING:
    from planner.optimise.explain.conflict import Conflict
    from planner.optimise.explain.relaxations import Relaxation, WaysOut
    from planner.optimise.explain.shortfall import Statement

_ASK = Text("找出差在哪里", "Find out what is missing")
_SHORT = Text("差在哪里", "What is missing")
_WAYS = Text("最省的放宽办法(至多三条)", "The cheapest ways out (at most three)")
_CONFLICT = Text("哪些要求不能同时成立", "What cannot hold together")
_FIND = Text("找出最小冲突", "Find the conflict")
_FIND_HINT = Text(
    "逐项排除,求出不能同时成立的最少几项;可随时停止。",
    "Drops requirements one by one until the fewest are left that cannot all hold; can be stopped.",
)
_TRY = Text("试试", "Try")
_DO = Text("办法:{action}", "To do: {action}")
_THEN = Text("效果:{effect}", "Effect: {effect}")
_NAMED, _IN_TIP = 8, 40  # names beside a way out, and in its tip
_AND_MORE = Text("{some}等 {n} 项", "{some} and more, {n} in all")
_ABOUT = Text("涉及:{rows}", "About: {rows}")
_NOTHING_SHORT = Text("各项计划指标都没有缺口。", "No planned rule is short.")
_PARAGRAPH = (
    '<p style="margin: 2px 4px 10px 4px"><span style="color: {sign}">▲</span> {said}'
    '<br><span style="color: {quiet}">{do}<br>{then}</span></p>'
)
_NOT_YET = Text("先提出调整建议,再看差在哪里。", "Propose first, then see what is missing.")


class MissingPart(QWidget):
    """Asks when it is first seen; the conflict only on request."""

    tried = Signal(object)  # Relaxation

    def __init__(self, background: Background, language: LanguageSwitch, questions: Questions) -> None:
        super().__init__()
        self._language, self._questions = language, questions
        self._subject: Subject | None = None
        self.statements: tuple[Statement, ...] | None = None
        self.ways_out: WaysOut | None = None
        self.conflict: Conflict | None = None
        self.work = WorkLine(background, language, _ASK)
        self.finding = WorkLine(background, language, _FIND)
        self.work.asked.connect(self._ask)
        self.finding.asked.connect(self._find)
        self.shortages = QTextBrowser()
        self.panels: list[SaidPanel] = []
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        self.nothing = PlainLabel()
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self._titles = PlainLabel(), PlainLabel(), PlainLabel()
        self._lists = QVBoxLayout(), QVBoxLayout()
        for title in self._titles:
            title.setObjectName("title")
        for listed in self._lists:
            listed.setSpacing(6)
        self.shortages.setFrameShape(QFrame.Shape.NoFrame)
        beside = QVBoxLayout()
        beside.setSpacing(6)
        beside.addWidget(self._titles[0])
        beside.addWidget(self.shortages, 1)
        self._columns = QWidget()
        columns = QHBoxLayout(self._columns)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        columns.addLayout(beside, 1)
        ways, conflicts = zip(self._titles[1:], self._lists, strict=True)
        columns.addWidget(_scrolled(*ways, conflicts[0], self.finding, conflicts[1]), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.work, self.nothing):
            layout.addWidget(widget)
        layout.addWidget(self._columns, 1)

    def show_plan(self, subject: Subject | None) -> None:
        """Speak of another plan, or of none."""
        self.work.forget()
        self.finding.forget()
        self._subject = subject
        self.statements = self.ways_out = self.conflict = None
        self.refresh()
        if self.isVisible():
            self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask when first seen."""
        super().showEvent(event)
        if self.statements is None and not self.work.running:
            self._ask()

    @property
    def relaxations(self) -> tuple[Relaxation, ...]:
        """The ways out that are known."""
        return self.ways_out.relaxations if self.ways_out is not None else ()

    @property
    def is_short(self) -> bool:
        """Whether the plan in view leaves anything short."""
        if self._subject is None:
            return False
        return self._subject.proposal.status == "infeasible" or bool(short_levels(self._subject.proposal))

    def _ask(self) -> None:
        subject, questions = self._subject, self._questions
        if subject is None or not self.is_short:
            return

        def work(report: Callable[[object], None], stop: Stop) -> WaysOut:
            report(questions.shortfall(subject, stop))
            found: WaysOut = questions.relaxations(subject, stop)
            return found

        self.work.run(work, self._take_ways, self._take_statements)

    def _take_statements(self, statements: tuple[Statement, ...]) -> Text:
        self.statements = statements
        self.refresh()
        return Text("正在比较放宽办法", "comparing ways out")

    def _take_ways(self, found: WaysOut) -> None:
        self.ways_out = found
        self.refresh()

    def _find(self) -> None:
        subject, ask = self._subject, self._questions.conflict
        if subject is not None:
            self.finding.run(lambda _, stop: ask(subject, stop), self._take_conflict)

    def _take_conflict(self, conflict: Conflict) -> None:
        self.conflict = conflict
        self.refresh()

    # what is shown

    def refresh(self) -> None:
        """Show everything in the language and the colours in force."""
        say = self._language.words
        self.nothing.setText(say(_NOT_YET if self._subject is None else _NOTHING_SHORT))
        self.nothing.setVisible(not self.is_short)
        self._columns.setVisible(self.is_short)
        self.work.setVisible(self.is_short)
        for title, text in zip(self._titles, (_SHORT, _WAYS, _CONFLICT), strict=True):
            title.setText(say(text))
        self._titles[1].setVisible(self.ways_out is not None)
        self.work.retranslate()
        self.finding.retranslate()
        if not self.finding.running:
            self.finding.say(_FIND_HINT)
        self.shortages.setHtml("".join(self._statements()))
        self.panels = []
        for listed, panels in zip(self._lists, (self._ways(), self._conflicts()), strict=True):
            while (item := listed.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
            for panel in panels:
                self.panels.append(panel)
                listed.addWidget(panel)

    def _statements(self) -> Iterator[str]:
        """Yield a paragraph for each shortage: there may be one for every station, too many for panels."""
        sign = mark_colour(Mark.NOT_MET, self.palette()).name()
        quiet = self.palette().color(QPalette.ColorRole.PlaceholderText).name()
        for found in self.statements or ():
            texts = (found.text, _DO.format(action=found.action), _THEN.format(effect=found.effect))
            said, do, then = (escape(self._language.words(text)) for text in texts)
            yield _PARAGRAPH.format(sign=sign, said=said, quiet=quiet, do=do, then=then)

    def _ways(self) -> Iterator[SaidPanel]:
        if self.ways_out is not None and self.ways_out.sentence is not None:
            yield SaidPanel(self._language, Mark.NO_DATA, self.ways_out.sentence)
        for way in self.relaxations:
            some = joined(way.rows[:_NAMED])
            if len(way.rows) > _NAMED:
                some = _AND_MORE.format(some=some, n=len(way.rows))
            more = [_THEN.format(effect=way.effect)] + ([_ABOUT.format(rows=some)] if way.rows else [])
            run = partial(self.tried.emit, way)
            panel = SaidPanel(self._language, Mark.TO_VERIFY, way.action, more, (_TRY, run))
            panel.setToolTip("\n".join(self._language.words(row) for row in way.rows[:_IN_TIP]))
            yield panel

    def _conflicts(self) -> Iterator[SaidPanel]:
        conflict = self.conflict
        if conflict is not None:
            more = [Text(f"• {m.text.zh}", f"• {m.text.en}") for m in conflict.members]
            mark = Mark.VIOLATION if conflict.members else Mark.NO_DATA
            yield SaidPanel(self._language, mark, conflict.sentence, more)


def _scrolled(*parts: QWidget | QLayout) -> QScrollArea:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 6, 0)
    column.setSpacing(6)
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    column.addStretch()
    area = scrolled(inside)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # most of it are words: the keys scroll them
    return area
