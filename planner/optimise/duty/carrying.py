"""What earlier months left unshared: who had more or fewer duties than their days asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from planner.county.calendar import days_of, is_workday
from planner.county.duty import DutyBook, DutyMonth
from planner.policy.duty_codes import DutyCode, DutyKind
from planner.policy.policy import Policy

_MONTHS = 3
_MOST = 3  # so that an old difference never fills a whole month


@dataclass(frozen=True, slots=True)
class Carried:
    """Duties beyond an even share, negative for fewer: all of them, nights, and those on days off."""

    duties: int = 0
    nights: int = 0
    days_off: int = 0


def carried(book: DutyBook, policy: Policy, unit: int, first: date) -> Mapping[int, Carried]:
    """Return by person what up to three earlier months of a unit left; people without a row are left out."""
    codes = policy.duty_codes
    beyond: dict[int, list[Fraction]] = {}
    for month in _earlier(book, unit, first):
        off = {day.day for day in days_of(month.month) if not is_workday(day, book)}
        for person, differences in _differences(month, codes, off).items():
            so_far = beyond.setdefault(person, [Fraction(0)] * len(differences))
            beyond[person] = [a + b for a, b in zip(so_far, differences, strict=True)]
    return {person: Carried(*map(_rounded, of)) for person, of in beyond.items()}


def _earlier(book: DutyBook, unit: int, first: date) -> Iterator[DutyMonth]:
    month = first
    for _ in range(_MONTHS):
        month = (month - timedelta(days=1)).replace(day=1)
        made = book.months.get((unit, month))
        if made is not None:
            yield made


def _differences(
    month: DutyMonth, codes: Mapping[str, DutyCode], off: Collection[int]
) -> Mapping[int, list[Fraction]]:
    """Return how far everybody's duties, nights and days off lie above what their days present ask for."""
    counts, present = {}, {}
    for person, row in month.planned.items():
        known = [(day, codes[cell.code]) for day, cell in row.items() if cell.code in codes]
        duties = [(day, code) for day, code in known if code.kind is DutyKind.DUTY]
        present[person] = sum(code.kind is not DutyKind.LEAVE for _, code in known)
        counts[person] = (
            len(duties),
            sum(code.is_night for _, code in duties),
            sum(day in off for day, _ in duties),
        )
    whole = sum(present.values())
    if not whole:
        return {}
    totals = [sum(column) for column in zip(*counts.values(), strict=True)]
    return {
        person: [
            Fraction(n) - Fraction(total * present[person], whole)
            for n, total in zip(of, totals, strict=True)
        ]
        for person, of in counts.items()
    }


def _rounded(difference: Fraction) -> int:
    return max(-_MOST, min(_MOST, round(difference)))
