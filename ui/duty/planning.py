"""Fill and Repair: a month planned in the background and taken over as one undo step."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from planner.county.records import Unit
from planner.document import Document
from planner.edits.duty import At, duty_month, lock_cells, take_roster
from planner.errors import InputError
from planner.optimise.duty.shortfall import shortfall_sentences
from planner.optimise.running import Limits, Progress
from planner.text import Text
from ui.background import Report, Work
from ui.duty.month_bar import month_title
from ui.proposal.work_line import WorkLine
from ui.shell import Shell

if TYPE_CHECKING:
    from planner.optimise.duty.filling import DutyProposal
    from planner.optimise.running import Stop

FILL, REPAIR = Text("排班", "Fill"), Text("顶班", "Repair")
FILL_ALL = Text("各单位排班…", "Fill all units…")
_ALL_TIP = Text(
    "一次排满本月各派出所和监管场所的值班表;已锁定的格子不动,可整体撤销。",
    "Plan this month for every station and custody unit around locked cells, as one step to undo.",
)
_ALL_LABEL = Text("{month}各单位排班", "Fill all units: {month}")
_UNIT_OF = Text("第 {n}/{all} 个:{unit} · {words}", "{n} of {all}: {unit} · {words}")
_ALL_DONE = Text("已排 {n} 个单位,见下表。", "{n} units are planned: see the table below.")
_FILL_TIP = Text(
    "排满本月(F5);已锁定的格子不动。Shift+F5 停止。",
    "Plan the whole month around locked cells (F5; Shift+F5 stops).",
)
_REPAIR_TIP = Text(
    "选中的人在选中的日期不能上班:先解锁这些格子,再改动最少的格子补上(Ctrl+F5)",
    "The selected people drop out on the selected days: their cells are unlocked, and the fewest changed to"
    " cover for them (Ctrl+F5)",
)
_LABEL = Text("{unit}{month}{what}", "{what}: {unit}, {month}")
_WORKING = Text("正在排班", "planning")
_BEST = Text(
    "正在排班 · 目前最好 {best} · 下界 {bound} · 差距 {gap}",
    "planning · best {best} · bound {bound} · gap {gap}",
)
_DONE = Text("{n} 格有变动。{proof}{short}", "Cells changed: {n}. {proof}{short}")
_PROVEN, _OPEN = (
    Text("已证明最优。", "Proven best. "),
    Text("尚未证明最优(差距 {gap})。", "Not proven best (gap {gap}). "),
)
_SHORT = Text("不达标 {n} 处,不理想 {m} 处,见“检查”。", "Rules short: {n}, wishes unmet: {m}; see Check.")
_WHOLE = Text("各项要求均满足。", "All requirements are met.")
_NONE = Text("没有得到可用的排班,本月未改动。", "No usable roster was found; the month is unchanged.")
_STALE = Text(
    "计算期间数据已改变,结果未采用,请重新排班。",
    "The data changed meanwhile; the result is not used, ask again.",
)
_UNLOCKED = Text(
    "缺勤人员的 {n} 个锁定格已先解锁。{result}",
    "{n} locked cells of those who drop out were unlocked first. {result}",
)
_NOBODY = Text("请先选中不能上班的人和日期。", "First select who drops out, and on which days.")
_ALL_SECONDS = 120.0
_SECONDS = 20.0  # of work at most; what is best by then is kept


@dataclass(frozen=True)
class AllFilled:
    """A month of several units as planned: those asked for, what came of them, and the document with all."""

    month: date
    units: tuple[Unit, ...]
    proposals: tuple[DutyProposal, ...]  # in the order of the units; fewer where it was stopped
    document: Document


class DutyPlanning(QWidget):
    """Three buttons and, while one works, how far it is; a result of data that changed is dropped."""

    fill_asked = Signal()
    repair_asked = Signal()
    all_asked = Signal()
    planned = Signal(object)  # DutyProposal, after its cells were taken over
    all_planned = Signal(object)  # AllFilled, after the months were taken over

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.line = WorkLine(shell.background, shell.language, FILL)
        self.repair_button, self.all_button = QPushButton(), QPushButton()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        beside = self.line.layout()
        assert isinstance(beside, QHBoxLayout)
        beside.insertWidget(1, self.repair_button)
        beside.insertWidget(2, self.all_button)
        self._asked: Document | None = None
        self.line.asked.connect(self.fill_asked)
        self.repair_button.clicked.connect(self.repair_asked)
        self.all_button.clicked.connect(self.all_asked)
        for button in (self.repair_button, self.all_button):
            self.line.running_changed.connect(button.setHidden)
        shell.open_document.changed.connect(self._data_changed)
        self.retranslate()

    def retranslate(self) -> None:
        """Show everything in the language in force."""
        say = self._shell.language.words
        self.line.retranslate()
        self.line.ask_button.setToolTip(say(_FILL_TIP))
        self.repair_button.setText(say(REPAIR))
        self.repair_button.setToolTip(say(_REPAIR_TIP))
        self.all_button.setText(say(FILL_ALL))
        self.all_button.setToolTip(say(_ALL_TIP))

    def fill(self, unit: int, month: date) -> None:
        """Plan a whole month."""
        document = self._shell.open_document.document

        def work(report: Report, stop: Stop) -> DutyProposal:
            from planner.optimise.duty.filling import fill

            return fill(document, unit, month, Limits(_SECONDS), report, stop)

        self._run(document, FILL, work)

    def fill_all(self, units: Sequence[Unit], month: date) -> None:
        """Plan the month of several units, one after the other; what is done when stopped is kept."""
        document = self._shell.open_document.document
        ids = [unit.id for unit in units]

        def work(report: Report, stop: Stop) -> AllFilled:
            from planner.optimise.duty.filling import fill_all

            found: list[DutyProposal] = []

            def tell(progress: Progress) -> None:
                if len(found) < len(units):
                    report((len(found) + 1, progress))

            planned = document
            for proposal in fill_all(document, month, Limits(_ALL_SECONDS), tell, stop, ids):
                found.append(proposal)
                if proposal.cells:
                    planned = take_roster(planned, proposal.unit, proposal.month, proposal.changed)
            return AllFilled(month, tuple(units), tuple(found), planned)

        def words(told: tuple[int, Progress]) -> Text:
            n, progress = told
            said = _progress_words(progress)
            return _UNIT_OF.format(n=n, all=len(units), unit=units[n - 1].name, words=said)

        self._asked = document
        self.line.run(work, self._take_all, words)

    def _take_all(self, filled: AllFilled) -> None:
        done = sum(bool(proposal.cells) for proposal in filled.proposals)
        if not done:
            self.line.say(_NONE)
            return
        label = _ALL_LABEL.format(month=month_title(filled.month))
        try:
            self._shell.open_document.apply(label, lambda _: filled.document)
        except InputError as fault:  # a scenario may not take it
            self.line.say(fault.message)
            return
        self.line.say(_ALL_DONE.format(n=done))
        self.all_planned.emit(filled)

    def repair(self, unit: int, month: date, gone: frozenset[At]) -> None:
        """Cover for people who drop out."""
        document = self._shell.open_document.document
        if not gone:
            self.line.say(_NOBODY)
            return
        locked = _locked(document, unit, month, gone)
        opened = lock_cells(document, unit, month, locked, locked=False) if locked else document

        def work(report: Report, stop: Stop) -> DutyProposal:
            from planner.optimise.duty.filling import repair

            return repair(opened, unit, month, gone, Limits(_SECONDS), report, stop)

        self._run(document, REPAIR, work, locked)

    def _run(self, document: Document, what: Text, work: Work, unlocked: Collection[At] = ()) -> None:
        self._asked = document
        self.line.run(work, lambda proposal: self._take(proposal, what, unlocked), _progress_words)

    def forget_result(self) -> None:
        """Say nothing more of what was planned last: something else is in view."""
        if not self.line.running:
            self.line.say(Text("", ""))

    def _data_changed(self) -> None:
        self.forget_result()
        if self.line.running and self._shell.open_document.document is not self._asked:
            self.line.forget()
            self.line.say(_STALE)

    def _take(self, proposal: DutyProposal, what: Text, unlocked: Collection[At]) -> None:
        if not proposal.cells:
            self.line.say(_NONE)
            return
        opened = self._shell.open_document
        unit = opened.document.county.units[proposal.unit]
        label = _LABEL.format(unit=unit.name, month=month_title(proposal.month), what=what)

        def taken(document: Document) -> Document:
            place = proposal.unit, proposal.month
            if unlocked:
                document = lock_cells(document, *place, unlocked, locked=False)
            return take_roster(document, *place, proposal.changed)

        try:
            opened.apply(label, taken)
        except InputError as fault:
            self.line.say(fault.message)
            return
        said = _result_words(proposal)
        if unlocked:
            said = _UNLOCKED.format(n=len(unlocked), result=said)
        self.line.say(said)
        self.planned.emit(proposal)


def _locked(document: Document, unit: int, month: date, cells: Collection[At]) -> list[At]:
    """Return the locked ones of some planned cells."""
    made = duty_month(document, unit, month)
    if made is None:
        return []
    return [(p, d) for p, d in sorted(cells) if (cell := made.planned.get(p, {}).get(d)) and cell.locked]


def _progress_words(progress: Progress) -> Text:
    if progress.best is None or progress.bound is None:
        return _WORKING
    return _BEST.format(best=progress.best, bound=progress.bound, gap=progress.gap)


def _result_words(proposal: DutyProposal) -> Text:
    proof = _PROVEN
    if proposal.status != "optimal":
        known = proposal.objective is not None and proposal.bound is not None
        gap = (proposal.objective or 0) - (proposal.bound or 0) if known else "?"
        proof = _OPEN.format(gap=gap)
    grave, found = len(proposal.uncovered), len(proposal.shortages)
    short = _SHORT.format(n=grave, m=found - grave) if found else _WHOLE
    return _DONE.format(n=len(proposal.changed), proof=proof, short=short)


def shortage_words(proposal: DutyProposal) -> list[Text]:
    """Return what a month cannot keep, rules of the policy before wishes."""
    return shortfall_sentences(sorted(proposal.shortages, key=lambda short: not short.is_grave))
