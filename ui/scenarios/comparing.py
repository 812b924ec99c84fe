"""The comparison in view: put together in the background of what is at hand; long answers are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from planner.audit.results import Audit
from planner.comparison.answers import Answer
from planner.comparison.options import AtHand, Comparison, Option, compared
from planner.document import Document
from planner.scenarios.applying import Applied, same_county
from planner.scenarios.records import Scenario
from planner.tables.comparison import ComparisonRows, comparison_rows
from ui.latest import Latest
from ui.shell import Shell


class _Kept(NamedTuple):
    """An answer, the document it is of, and the day it begins with."""

    document: Document
    since: date
    value: Any


class Comparing(QObject):
    """Follows the scenarios chosen; of one that is still being applied it waits to hear."""

    arrived = Signal()  # another comparison is in view

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._opened = shell.open_document
        self.comparison: Comparison | None = None
        self.rows: ComparisonRows | None = None
        self.pending = 0  # scenarios still being applied
        self._kept: dict[tuple[int | None, Answer], _Kept] = {}
        self._work = Latest(shell.background, self._take, self)

    @property
    def busy(self) -> bool:
        """Whether another comparison is on its way."""
        return self._work.busy or self.pending > 0

    def forget(self) -> None:
        """Drop everything said of another document."""
        self._kept.clear()
        self._work.forget()
        self.comparison = self.rows = None

    def ask(self, scenarios: Sequence[Scenario], on: date) -> None:
        """Compare these scenarios, as far as they are at hand; the rest follows when it is."""
        branches = self._opened.branches
        ready = [s for s in scenarios if branches.of(s.id) is not None]
        self.pending = len(scenarios) - len(ready)
        base = self._opened.base
        known: dict[int | None, AtHand] = {None: self._at_hand(None, Applied(base), on)}
        for scenario in ready:
            known[scenario.id] = self._at_hand(scenario.id, branches.of(scenario.id), on)
        self._work.order(partial(_compared, base, tuple(ready), on, known))

    def _at_hand(self, scenario: int | None, applied: Applied | None, on: date) -> AtHand:
        assert applied is not None
        document = applied.document
        kept = {
            answer: found.value
            for answer in Answer
            if (found := self._kept.get((scenario, answer))) is not None
            and found.since == self.since(answer, on)
            and same_county(found.document, document)
        }
        audit = self._audit(scenario, document, on)
        return AtHand(applied, audit, **{str(answer): value for answer, value in kept.items()})

    def _audit(self, scenario: int | None, document: Document, on: date) -> Audit | None:
        """Return figures that are at hand: of the window, or of the comparison before."""
        if (
            on == self._opened.on
            and scenario is not None
            and (known := self._opened.branches.audit(scenario))
        ):
            return known
        before = self.comparison
        for option in before.options if before is not None and before.on == on else ():
            of = option.scenario.id if option.scenario is not None else None
            if of == scenario and same_county(option.document, document):
                return option.audit
        return None

    def since(self, answer: Answer, on: date) -> date:
        """Return the day an answer begins with: months with the date in view, so that all is seen."""
        return self._opened.on if answer is Answer.MONTHS else on

    def keep(self, option: Option, since: date, answer: Answer, value: Any) -> None:
        """Keep an answer for as long as the county it is of stays as it is."""
        scenario = option.scenario.id if option.scenario is not None else None
        self._kept[scenario, answer] = _Kept(option.document, since, value)
        now = self.comparison
        if now is None or self.since(answer, now.on) != since:
            return
        options = tuple(
            replace(o, **{str(answer): value}) if o.document is option.document else o for o in now.options
        )
        self.comparison = replace(now, options=options)

    def _take(self, found: tuple[Comparison, ComparisonRows]) -> None:
        self.comparison, self.rows = found
        self.arrived.emit()


def _compared(
    base: Document, scenarios: tuple[Scenario, ...], on: date, known: dict[int | None, AtHand], *_: object
) -> tuple[Comparison, ComparisonRows]:
    found = compared(base, scenarios, on, known)
    return found, comparison_rows(found)
