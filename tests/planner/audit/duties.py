"""Duty months built by hand, for tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from planner.audit.audit import audit
from planner.audit.results import Audit, Finding
from planner.county.calendar import days_of
from planner.county.duty import Attended, Cell, DutyBook, DutyMonth, Suspicion
from tests.planner.building import TODAY, Building

NOVEMBER, OCTOBER = date(2026, 11, 1), date(2026, 10, 1)
DAYS = tuple(range(1, 31))


class Rosters(Building):
    """A county with duty months, judged by them."""

    def __init__(self) -> None:
        super().__init__()
        self.months: dict[tuple[int, date], DutyMonth] = {}
        self.suspicions: tuple[Suspicion, ...] = ()

    def plan(self, unit: int, rows: Mapping[int, Mapping[int, str]], month: date = NOVEMBER) -> None:
        known = self.months.get((unit, month), DutyMonth(unit, month))
        planned = {p: {d: Cell(code) for d, code in row.items()} for p, row in rows.items()}
        self._keep(DutyMonth(unit, month, {**known.planned, **planned}, known.attended))

    def attend(self, unit: int, rows: Mapping[int, Mapping[int, Attended]], month: date = NOVEMBER) -> None:
        known = self.months.get((unit, month), DutyMonth(unit, month))
        self._keep(DutyMonth(unit, month, known.planned, {**known.attended, **rows}))

    def _keep(self, month: DutyMonth) -> None:
        self.months[month.key] = month

    def duty(self) -> DutyBook:
        return DutyBook(dict(self.months), suspicions=self.suspicions)

    def judged(self, on: date = TODAY) -> Audit:
        return audit(self.state(on), self.duty())

    def found(self, rule: str) -> list[Finding]:
        return [f for f in self.judged().findings if f.rule == rule]


def every(days: Iterable[int], code: str) -> dict[int, str]:
    return dict.fromkeys(days, code)


def pairs(people: list[int], month: date = NOVEMBER, code: str = "duty") -> dict[int, dict[int, str]]:
    """Return a roster on which two of the people are on duty every day, in turn."""
    rows: dict[int, dict[int, str]] = {p: {} for p in people}
    for day in (d.day for d in days_of(month)):
        for k in (0, 1):
            rows[people[(2 * day + k) % len(people)]][day] = code
    return rows
