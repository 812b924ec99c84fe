"""The three parts of a forecast, one after another off the GUI thread: what is known, chances, prevention."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from planner.document import Document
from planner.forecast.months import Forecast, first_days
from planner.optimise.running import Stop
from planner.scenarios.applying import same_county
from ui.background import Background, Failed, Report, Task

if TYPE_CHECKING:  # they bring numpy and the solvers with them
    from planner.forecast.preventing import Prevention
    from planner.forecast.simulation import Chance

_PREVENTING_SECONDS = 120.0  # the user sees how far it is, and may stop it


class Stage(StrEnum):
    """What is being worked out."""

    KNOWN = "known"
    CHANCES = "chances"
    WAYS = "ways"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be forecast, how far, and by how many futures drawn."""

    document: Document
    on: date
    months: int
    runs: int
    seed: int

    def same_future(self, other: Asked) -> bool:
        """Return whether both ask for the same months of the same county."""
        same_span = (self.on, self.months) == (other.on, other.months)
        return same_span and same_county(self.document, other.document)


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a stage has come; of the preventions also what is found so far."""

    n: int
    of: int
    ways: tuple[Prevention, ...] = ()


def known(asked: Asked, report: Report, stop: Stop) -> Forecast:
    """Return what is known to come."""
    from planner.forecast.months import forecast

    firsts = first_days(asked.on, asked.months)
    place = {day: n for n, day in enumerate(firsts, 1)}

    def tell(day: date) -> None:
        report(Reached(place[day], len(firsts)))

    return forecast(asked.document, asked.on, asked.months, tell, stop)


def chances(asked: Asked, ahead: Forecast, report: Report, stop: Stop) -> Sequence[Chance]:
    """Return the chances of the county's lines."""
    from planner.forecast.simulation import simulate

    def tell(drawn: int) -> None:
        report(Reached(drawn, asked.runs))

    return simulate(ahead, asked.document.policy, asked.runs, asked.seed, tell, stop)


def ways(_: Asked, ahead: Forecast, report: Report, stop: Stop) -> Sequence[Prevention]:
    """Return what prevents the breaks of every day."""
    from planner.forecast.preventing import days_to_prevent, preventions
    from planner.optimise.running import Limits

    days, found = len(days_to_prevent(ahead)), list[Any]()
    for way in preventions(ahead, Limits(_PREVENTING_SECONDS), stop):
        found.append(way)
        if way.sought:
            report(Reached(len(found), days, tuple(found)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions a page asks; tests put slower or faulty ones in their place."""

    known: Callable[[Asked, Report, Stop], Forecast] = known
    chances: Callable[[Asked, Forecast, Report, Stop], Sequence[Any]] = chances
    ways: Callable[[Asked, Forecast, Report, Stop], Sequence[Any]] = ways


class Forecasting(QObject):
    """Holds what is at hand of a forecast; what an edit made stale is said to be until the next arrives."""

    changed = Signal()  # what is at hand, or what runs
    told = Signal(object)  # Reached, of the stage that runs

    def __init__(self, background: Background, questions: Questions, parent: QObject) -> None:
        super().__init__(parent)
        self._background, self._questions = background, questions
        self._task: Task | None = None
        self._next: Callable[[], None] = lambda: None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._begin)
        self.asked: Asked | None = None
        self.stage: Stage | None = None
        self.ahead: Forecast | None = None
        self.chances: Sequence[Chance] | None = None
        self.ways: Sequence[Prevention] | None = None
        self.stale = False  # what is at hand is of an earlier question
        self.stopped: Stage | None = None  # the stage in which the user ended it

    @property
    def running(self) -> bool:
        """Whether something is still to come."""
        return self.stage is not None

    @property
    def stopping(self) -> bool:
        """Whether what runs was asked to end."""
        return self._task is not None and self._task.stop_flag.requested

    def speaks_of(self, document: Document, on: date) -> bool:
        """Return whether what is at hand, or runs, is of this county on this date."""
        return self.asked is not None and self.asked.same_future(
            replace(self.asked, document=document, on=on)
        )

    def ask(self, asked: Asked) -> None:
        """Forecast something else; what is in view stays, marked stale, until the first part arrives."""
        self.drop()
        self.asked = asked
        ask = self._questions.known
        self._start(Stage.KNOWN, lambda report, stop: ask(asked, report, stop), self._take_known)

    def draw_again(self, asked: Asked) -> None:
        """Draw other futures of the same months; ask for all where these are not at hand."""
        if self.ahead is None or self.stale or self.asked is None or not asked.same_future(self.asked):
            self.ask(asked)
            return
        if self.stage is Stage.WAYS:
            self.ways = None
        self._end_task()
        self.asked, self.chances, self.stopped = asked, None, None
        self._draw(self.ahead)

    def drop(self) -> None:
        """Drop what is still to come: it would be of a county that is no longer there."""
        self._end_task()
        self.asked, self.stopped = None, None
        self.stale = self.ahead is not None
        self.changed.emit()

    def forget(self) -> None:
        """Drop everything."""
        self.ahead = self.chances = self.ways = None
        self.drop()

    def stop(self) -> None:
        """Ask the work to end, and keep what is there."""
        if self._soon.isActive():  # asked between two stages: the next one begins, and ends at once
            self._soon.stop()
            self._begin()
        if self._task is not None:
            self._task.stop()
            self.changed.emit()

    # one stage after another

    def _start(
        self, stage: Stage, work: Callable[[Report, Stop], Any], take: Callable[[Any, bool], None]
    ) -> None:
        """Say what comes next, and begin with it once what is at hand has been shown."""

        def done(value: Any) -> None:
            stopped = self.stopping
            self._task = self.stage = None
            if stopped:
                self.stopped = stage
            take(value, stopped)

        def begin() -> None:
            self._task = self._background.run(
                work, done, on_failed=self._failed, on_progress=self._tell, owner=self
            )

        self.stage = stage
        self.changed.emit()
        self._next = begin
        self._soon.start()

    def _begin(self) -> None:
        self._next()

    def _take_known(self, ahead: Forecast, stopped: bool) -> None:
        self.ahead, self.stale = ahead, False
        self.chances = self.ways = () if stopped else None
        if stopped:
            self.changed.emit()
        else:
            self._draw(ahead)

    def _draw(self, ahead: Forecast) -> None:
        asked, ask = self.asked, self._questions.chances
        assert asked is not None
        self._start(Stage.CHANCES, lambda report, stop: ask(asked, ahead, report, stop), self._take_chances)

    def _take_chances(self, found: Sequence[Chance], stopped: bool) -> None:
        asked, ahead, ask = self.asked, self.ahead, self._questions.ways
        assert asked is not None
        assert ahead is not None
        self.chances = found
        if stopped or self.ways:
            self.ways = self.ways or ()
            self.changed.emit()
        else:
            self._start(Stage.WAYS, lambda report, stop: ask(asked, ahead, report, stop), self._take_ways)

    def _take_ways(self, found: Sequence[Prevention], _: bool) -> None:
        self.ways = found
        self.changed.emit()

    def _tell(self, reached: Reached) -> None:
        if reached.ways:
            self.ways = reached.ways
            self.changed.emit()
        self.told.emit(reached)

    def _failed(self, failed: Failed) -> None:
        self._task = self.stage = None
        self.chances, self.ways = self.chances or (), self.ways or ()
        self.changed.emit()
        self._background.failed.emit(failed)

    def _end_task(self) -> None:
        self._soon.stop()
        if self._task is not None:
            self._task.forget()
        self._task = self.stage = None
