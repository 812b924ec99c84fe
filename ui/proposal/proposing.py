"""The plan in view and how it came about: a question, who is left out of it, and the work that is running."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from planner.document import Document
from planner.optimise.asked import AS_IT_STANDS, Asked
from planner.optimise.proposal import Proposal, ProposedMove
from planner.optimise.running import Limits, Stop
from planner.text import Text
from ui.background import Background, Failed, Task
from ui.proposal.questions import Planning, Subject

_PAUSE = 120  # milliseconds of quiet before planning again, so that several unticks are one question
_LEFT = Text("指定 {n} 人不动。", "Asked to stay: {n}.")
_AT_MOST = Text("单位间交流最多 {n} 人。", "Transfers at most {n}.")
_Staying = frozenset[int]


@dataclass(frozen=True, slots=True)
class Question:
    """What is planned: the open document as `asked` takes it, or a changed one in its place.

    `assumed` says what is tried, one thing after the other; nothing where the document is taken as it stands.
    """

    opened: Document
    on: date
    asked: Asked = AS_IT_STANDS
    changed: Document | None = None
    assumed: tuple[Text, ...] = ()

    @property
    def words(self) -> Text | None:
        """What is tried, all of it; None for the plan of the document as it stands."""
        said = [*self.assumed]
        if self.asked.staying:
            said.append(_LEFT.format(n=len(self.asked.staying)))
        if "transfers" in self.asked.caps:
            said.append(_AT_MOST.format(n=self.asked.caps["transfers"]))
        if not said:
            return None
        return Text("".join(part.zh for part in said), " ".join(part.en for part in said))

    @property
    def document(self) -> Document:
        """The document the planner gets."""
        return self.changed or self.opened

    def with_staying(self, staying: _Staying) -> Asked:
        """Return what is asked once some people more stay."""
        return replace(self.asked, staying=self.asked.staying | staying) if staying else self.asked


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan, the question it answers, the plan before anybody was left out, and who was: by last move."""

    question: Question
    proposal: Proposal
    first: Proposal
    stayed: Mapping[int, ProposedMove] = field(default_factory=dict)

    @property
    def is_what_if(self) -> bool:
        """Whether it is no plan of the open document as it stands, which alone may be printed."""
        return self.question.changed is not None or self.proposal.asked.is_what_if

    @property
    def subject(self) -> Subject:
        """What explanations of this plan speak of."""
        return Subject(self.proposal, self.question.document)


class Proposing(QObject):
    """Asks the planner in the background; what is in view stays until the newest answer arrives."""

    began = Signal()
    told = Signal(object)  # a progress event
    arrived = Signal(object, bool)  # Planned, and whether it answers a new question
    ended = Signal()  # nothing runs any more, with or without an answer
    stopping = Signal()

    def __init__(self, background: Background, planning: Planning, parent: QObject) -> None:
        super().__init__(parent)
        self._background, self._planning = background, planning
        self.planned: Planned | None = None
        self._task: Task | None = None
        self._replanning = False
        self._wanted: _Staying = frozenset()
        self._known: dict[_Staying, Proposal] = {}  # of the question in view
        self._moves: dict[int, ProposedMove] = {}  # the last one proposed for each person
        self._origin: Planned | None = None  # what was in view before something was tried
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._replan)

    @property
    def running(self) -> bool:
        """Whether an answer is to come."""
        return self._task is not None or self._soon.isActive()

    @property
    def replanning(self) -> bool:
        """Whether the plan in view re-forms around those who stay."""
        return self.running and self._replanning

    # a new question

    def ask(self, question: Question) -> None:
        """Plan something else; only its answer will arrive."""
        self._drop()
        self._replanning = False
        self._start(
            question.document,
            question.on,
            question.asked,
            lambda proposal: self._take_new(Planned(question, proposal, proposal)),
        )

    def _take_new(self, planned: Planned) -> None:
        was = self.planned
        if planned.question.words is None:
            self._origin = None
        elif was is not None and was.question.words is None:
            self._origin = was
        self._known, self._moves, self._wanted = {frozenset(): planned.proposal}, {}, frozenset()
        self._show(planned, new=True)

    def go_back(self) -> None:
        """Show the plan again that was in view before something was tried."""
        origin = self._origin
        if origin is not None:
            self._drop()
            self._take_new(replace(origin, proposal=origin.first, stayed={}))

    # the plan re-forms around those who stay

    def leave_out(self, staying: _Staying) -> None:
        """Plan again with exactly these people of the plan in view left where they are."""
        planned, asking = self.planned, self._task is not None and not self._replanning
        if planned is None or asking or staying == self._wanted:
            return
        self._wanted = staying
        self._stop_running()
        if staying == frozenset(planned.stayed):
            self._end()
            return
        self._replanning = True
        self._soon.start()
        self.began.emit()

    def _replan(self) -> None:
        planned, staying = self.planned, self._wanted
        if planned is None:
            return
        if staying in self._known:
            self._take_again(staying, self._known[staying])
            return
        question = planned.question
        self._start(
            question.document,
            question.on,
            question.with_staying(staying),
            lambda proposal: self._take_again(staying, proposal),
        )

    def _take_again(self, staying: _Staying, proposal: Proposal) -> None:
        planned = self.planned
        assert planned is not None
        if proposal.status != "stopped":
            self._known[staying] = proposal
        stayed = {person: self._moves[person] for person in staying if person in self._moves}
        self._show(replace(planned, proposal=proposal, stayed=stayed), new=False)

    def show_equal(self, proposal: Proposal) -> None:
        """Show another plan of the same cost in place of the one in view."""
        if self.planned is not None:
            self._drop()
            self._known[self._wanted] = proposal
            self._show(replace(self.planned, proposal=proposal), new=False)

    # the work

    def _start(self, document: Document, on: date, asked: Asked, take: Callable[[Proposal], None]) -> None:
        planning = self._planning

        def work(report: Callable[[object], None], stop: Stop) -> Proposal:
            if asked.is_nothing:
                return planning(document, on, Limits(), report, stop)
            return planning(document, on, Limits(), report, stop, asked)

        self._task = self._background.run(
            work, take, on_failed=self._failed, on_progress=self.told.emit, owner=self
        )
        self.began.emit()

    def stop(self) -> None:
        """Ask for the best so far; while the plan re-forms, keep the one in view instead."""
        if self.replanning:
            self._stop_running()
            assert self.planned is not None
            self._wanted = frozenset(self.planned.stayed)
            self._end()
        elif self._task is not None:
            self._task.stop()
            self.stopping.emit()

    def forget(self) -> None:
        """Drop the plan and whatever runs."""
        self._drop()
        self.planned = self._origin = None
        self._known, self._moves, self._wanted = {}, {}, frozenset()

    def _drop(self) -> None:
        if self.running:
            self._stop_running()
            self._end()

    def _stop_running(self) -> None:
        self._soon.stop()
        if self._task is not None:
            self._task.forget()
            self._task = None

    def _show(self, planned: Planned, *, new: bool) -> None:
        self._moves.update((move.person, move) for move in planned.proposal.moves)
        self.planned = planned
        self._end()
        self.arrived.emit(planned, new)

    def _failed(self, failed: Failed) -> None:
        if self._replanning and self.planned is not None:
            self._wanted = frozenset(self.planned.stayed)
        self._end()
        self._background.failed.emit(failed)

    def _end(self) -> None:
        self._task, self._replanning = None, False
        self.ended.emit()
