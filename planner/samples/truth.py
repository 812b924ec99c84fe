"""What a sample must be counted as: the status table of the design, told again in the plainest way.

Independent of the planner on purpose, so that importer and audit can be held against it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from planner.samples.records import (
    SampleAbsence,
    SampleCounty,
    SamplePerson,
    SampleSecondment,
    SampleUnit,
)

LONG_DAYS, TEMPORARY_DAYS = 30, 3
_ALWAYS_LONG = ("长期病假", "产假", "停职")
_SENT_OUT = ("驻村", "援派", "挂职", "培训")
_LEFT = ("退休", "调离")
_SERVING = ("在职", "")


@dataclass(frozen=True, slots=True)
class TruePlace:
    """Where one person counts; empty unit names mean nowhere."""

    standing: str
    books: str = ""
    present: str = ""
    working: str = ""
    counted: bool = False
    drawn_off: bool = False
    kept: bool = False


@dataclass(frozen=True, slots=True)
class ExpectedCounts:
    """The counts of a sample on a date, by full names of units; people are their numbers in the roster."""

    as_of: date
    total: int  # the denominator of the county's shares
    books: Mapping[str, int]
    present: Mapping[str, int]
    community_books: Mapping[str, int]
    community_present: Mapping[str, int]
    station_books: int
    station_present: int
    drawn_off: tuple[int, ...]  # whether kept or not
    kept: tuple[int, ...]  # of these, approved and not past the end
    sent_out: tuple[int, ...]
    other_bureau: tuple[int, ...]
    places: Mapping[int, TruePlace]


def expected_counts(sample: SampleCounty, as_of: date) -> ExpectedCounts:
    """Return what every ledger must show for a sample on a date under the default policy."""
    secondments = away_on(sample, as_of)
    units = {u.name: u for u in sample.units}
    absences = long_absent_on(sample, as_of)
    places = {
        p.number: _place(units, p, secondments.get(p.number), absences.get(p.number), as_of)
        for p in _without_repetitions(sample.people)
    }
    people = {p.number: p for p in sample.people if p.number in places}
    counted = {n: place for n, place in places.items() if place.counted}
    books = Counter(p.books for p in counted.values() if p.books)
    present = Counter(p.present for p in counted.values() if p.present)
    stations = {u.name for u in sample.units if u.is_station}
    return ExpectedCounts(
        as_of,
        len(counted),
        books,
        present,
        Counter(p.books for n, p in counted.items() if p.books and people[n].is_community),
        Counter(p.present for n, p in counted.items() if p.present and people[n].is_community),
        sum(books[s] for s in stations),
        sum(present[s] for s in stations),
        tuple(n for n, p in counted.items() if p.drawn_off),
        tuple(n for n, p in counted.items() if p.drawn_off and p.kept),
        tuple(n for n, p in counted.items() if p.standing == "sent_out"),
        tuple(n for n, p in places.items() if p.standing == "other_bureau"),
        places,
    )


def _place(
    units: Mapping[str, SampleUnit],
    person: SamplePerson,
    away: SampleSecondment | None,
    absence: SampleAbsence | None,
    as_of: date,
) -> TruePlace:
    if not person.is_sworn:
        return TruePlace("not_sworn")
    if not _serves(person, as_of):
        return TruePlace("not_serving")
    home = units.get(person.unit)
    if home is not None and not home.ours:
        return TruePlace("other_bureau", working=away.to if away else "")
    if absence is not None:
        return TruePlace("long_absent", person.unit, "", person.unit, counted=True)
    standing = _standing(away, as_of)
    if away is None or standing in ("at_home", "temporary"):
        return TruePlace(standing, person.unit, person.unit, person.unit, counted=True)
    if standing == "sent_out":
        return TruePlace(standing, person.unit, "", away.to, counted=True)
    target = units.get(away.to)
    inside = target is not None and target.ours
    to_station = target is not None and target.is_station
    from_station = home is not None and home.is_station
    kept = away.kept and (away.kept_until is None or away.kept_until >= as_of)
    standing = "seconded_inside" if inside else "seconded_outside"
    if away.kind == "下派" and to_station and not from_station:
        standing = "detailed_down"
    there = away.to if inside else ""
    return TruePlace(standing, person.unit, there, away.to, True, from_station and not to_station, kept)


def _standing(away: SampleSecondment | None, as_of: date) -> str:
    if away is None:
        return "at_home"
    days = None
    if away.from_ and (away.returned_on or away.until):
        end = away.returned_on or max(as_of, away.until or as_of)
        days = (end - away.from_).days + 1
    if away.kind in _SENT_OUT:
        return "at_home" if days is not None and days <= LONG_DAYS else "sent_out"
    if days is None:
        return "temporary" if away.kind == "临时勤务" else "away"
    return "temporary" if days < TEMPORARY_DAYS else "away"


def _serves(person: SamplePerson, as_of: date) -> bool:
    if person.joined_police is not None and person.joined_police > as_of:
        return False
    if person.left_on is not None:
        return person.left_on > as_of
    return person.status in _SERVING


def _is_long(absence: SampleAbsence) -> bool:
    return absence.kind in _ALWAYS_LONG or (absence.until - absence.from_).days + 1 > LONG_DAYS


def away_on(sample: SampleCounty, as_of: date) -> dict[int, SampleSecondment]:
    """Return the secondment in force on a date by person."""
    return {
        s.person: s
        for s in sample.secondments
        if (s.from_ is None or s.from_ <= as_of) and (s.returned_on is None or s.returned_on >= as_of)
    }


def long_absent_on(sample: SampleCounty, as_of: date) -> dict[int, SampleAbsence]:
    """Return the absence of over 30 days, or of a kind that is always long, in force on a date by person."""
    return {a.person: a for a in sample.absences if a.from_ <= as_of <= a.until and _is_long(a)}


def _without_repetitions(people: tuple[SamplePerson, ...]) -> list[SamplePerson]:
    """Return the rows without those that repeat an earlier one: badge, name and unit the same."""
    first: dict[tuple[str, str, str], int] = {}
    return [
        p for p in people if not p.badge or first.setdefault((p.badge, p.name, p.unit), p.number) == p.number
    ]
