"""With what chance each line of the county holds: many futures drawn, all known events in every one.

Whoever is drawn to leave is gone for good; whoever falls ill for long or has a child is counted as the policy
counts long absence. Only who serves is drawn. From today to the first month counts as one month; where that
month begins today, all of it is known. The same seed draws the same futures.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from planner.audit.ledgers import Ledger
from planner.audit.results import Audit, Target
from planner.county.leave import full_years
from planner.county.records import Absence, AbsenceKind, County, Person, Sex
from planner.county.state import State, state
from planner.forecast.interval import wilson
from planner.forecast.months import Forecast
from planner.forecast.rates import Rates, rates_of
from planner.forecast.tallies import LINES, is_met, tallies
from planner.optimise.running import Stop
from planner.policy.policy import Policy

Flags = NDArray[np.bool_]  # futures × people
_BLOCK = 100  # futures drawn at a time: bounds the memory, and is what a stopped simulation is counted in
_PRODUCT = 250_000  # multiplications at a time: more are shared among threads that spin against the window


@dataclass(frozen=True, slots=True)
class Chance:
    """In how many of the futures drawn a line of the county is met on the first day of a month."""

    month: date
    rule: str
    ledger: Ledger
    met: int
    runs: int

    @property
    def share(self) -> float:
        """The chance, as the futures have it."""
        return self.met / self.runs

    @property
    def interval(self) -> tuple[float, float]:
        """Where the chance lies with 95% certainty, by Wilson."""
        return wilson(self.met, self.runs)


def simulate(
    ahead: Forecast,
    policy: Policy,
    runs: int = 1000,
    seed: int = 0,
    on_progress: Callable[[int], None] | None = None,
    stop: Stop | None = None,
) -> tuple[Chance, ...]:
    """Return the chances of every line of the county in every month of a forecast, by month.

    A line that counts nobody in a month has no chance then. `on_progress` hears how many futures are drawn;
    stopped, the chances are those of the futures drawn by then, and there are none where none is.
    """
    people, stop = _whoever_counts(ahead), stop or Stop()
    county = ahead.expected.county
    officers = [county.people[id_] for id_ in people]
    months: list[_Month] = []
    for month in ahead.months:
        if stop.requested:
            return ()
        months.append(_month(ahead, month, people, policy))
    met = [np.zeros(len(month.lines), np.int64) for month in months]
    drawn, random = 0, np.random.default_rng(seed)
    while drawn < runs:
        futures = _Futures(officers, min(_BLOCK, runs - drawn), random)
        counts = _met(futures, months, stop)
        if counts is None:
            break
        met = [before + more for before, more in zip(met, counts, strict=True)]
        drawn += futures.runs
        if on_progress is not None:
            on_progress(drawn)
    return tuple(
        Chance(month.day, t.rule, t.ledger, int(n), drawn)
        for month, counts in zip(months, met, strict=True)
        for t, n in zip(month.lines, counts, strict=True)
        if drawn
    )


@dataclass(frozen=True)
class _Month:
    """A month as it is known, the same for every future."""

    day: date
    lines: Sequence[Target]
    rates: Rates | None  # None: the month begins today, and all of it is known
    serving: NDArray[np.bool_]
    at_work: NDArray[np.float32]
    away: NDArray[np.float32]


def _month(ahead: Forecast, month: Audit, people: Sequence[int], policy: Policy) -> _Month:
    now, county = month.state, ahead.expected.county
    return _Month(
        now.date,
        _judged_lines(month),
        rates_of(now.policy) if now.date > ahead.now.state.date else None,
        np.array([now.placed[id_].standing.counts for id_ in people], np.bool_),
        tallies(now, people),
        tallies(_all_absent(county, people, now.date, policy), people),
    )


def _met(futures: _Futures, months: Sequence[_Month], stop: Stop) -> list[NDArray[np.int64]] | None:
    """Return for every month in how many futures each line is met; None if stopped before the end."""
    counts = []
    for month in months:
        if stop.requested:
            return None
        if month.rates is not None:
            futures.next_month(month.day, month.rates, month.serving)
        left, absent = futures.left, futures.absent
        totals = _sum(~left & ~absent, month.at_work) + _sum(~left & absent, month.away)
        counts.append(np.array([is_met(t, totals).sum() for t in month.lines], np.int64))
    return counts


def _whoever_counts(ahead: Forecast) -> Sequence[int]:
    """Return everybody who counts in any month, in roster order."""
    ever = {p.person.id for month in ahead.months for p in month.state.counted()}
    return [id_ for id_ in ahead.expected.county.people if id_ in ever]


def _judged_lines(month: Audit) -> list[Target]:
    return [t for t in month.targets if t.unit is None and t.rule in LINES and t.denominator != 0]


def _sum(flags: Flags, values: NDArray[np.float32]) -> NDArray[np.int64]:
    """Add up what the people flagged count, in every future: whole numbers, exact far beyond any county."""
    sums = np.empty((len(flags), values.shape[1]), np.float32)
    rows = max(2, _PRODUCT // max(1, values.size))
    for first in range(0, len(flags), rows):
        sums[first : first + rows] = flags[first : first + rows].astype(np.float32) @ values
    whole: NDArray[np.int64] = np.rint(sums).astype(np.int64)
    return whole


def _all_absent(county: County, people: Sequence[int], day: date, policy: Policy) -> State:
    """Return the state of a day if everybody had just gone on long leave: what each of them then counts."""
    first = county.next_id()
    gone = {
        first + i: Absence(first + i, person, AbsenceKind.LONG_SICK, day) for i, person in enumerate(people)
    }
    return state(replace(county, absences={**county.absences, **gone}), day, policy)


class _Futures:
    """Who has left and who is absent in every future of a block, carried on a month at a time."""

    left: Flags

    def __init__(self, people: Sequence[Person], runs: int, random: np.random.Generator) -> None:
        self._random, self._people, self.runs = random, people, runs
        self._month = 0
        self.left = np.zeros((runs, len(people)), dtype=np.bool_)
        self._back = np.zeros((runs, len(people)), dtype=np.int16)  # the month in which they are back

    @property
    def absent(self) -> Flags:
        """Who is absent on the first day of the month drawn last."""
        return self._back > self._month

    def next_month(self, day: date, rates: Rates, serving: NDArray[np.bool_]) -> None:
        """Draw what happens by the first day of one month more to those who serve on it."""
        self._month += 1
        self.left |= self._drawn(rates.attrition) & serving
        self._away(self._drawn(rates.sickness) & serving, rates.sickness_months)
        may = np.array([_is_of_age(person, day, rates.maternity_ages) for person in self._people], np.bool_)
        self._away(self._drawn(rates.maternity) & serving & may, rates.maternity_months)

    def _drawn(self, chance: float) -> Flags:
        return self._random.random(self.left.shape, dtype=np.float32) < chance

    def _away(self, begins: Flags, months: int) -> None:
        np.maximum(self._back, begins * np.int16(self._month + months), out=self._back)


def _is_of_age(person: Person, day: date, ages: range) -> bool:
    """Return whether somebody is a woman of these ages; never where sex or birth is not known."""
    if person.sex is not Sex.FEMALE or person.birth is None:
        return False
    return full_years(person.birth, day) in ages
