"""Who belongs to a unit's month: everybody who works there on any day of it, and what their days are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from planner.county.calendar import days_of
from planner.county.in_force import open_absences
from planner.county.records import Absence, Category, County, Person, Serving, Unit, UnitKind
from planner.county.state import Placed, Standing, state
from planner.policy.policy import Policy

_ROSTERED = (Category.SWORN, Category.PROBATIONER, Category.AUXILIARY)


@dataclass(frozen=True)
class Belonging:
    """One person in a unit's month: where they stand on the first day they work there, and their days."""

    placed: Placed
    days: frozenset[int]  # of the month, on which they work there; those of leave included
    absences: Mapping[int, Absence]  # by day; of the days they work there

    @property
    def person(self) -> Person:
        """Whom this is about."""
        return self.placed.person

    def is_plannable(self, day: int) -> bool:
        """Return whether a day may be planned: worked there, and no leave."""
        return day in self.days and day not in self.absences


Membership = Mapping[int, Belonging]  # by person, in roster order


def duty_units(county: County) -> list[Unit]:
    """Return the bureau's stations, and after them its custody units: who keeps duty rosters."""
    ours = [unit for unit in county.units.values() if unit.ours]
    custody = [u for u in ours if u.kind is UnitKind.CUSTODY and not u.is_station]
    return [*(u for u in ours if u.is_station), *custody]


def members(county: County, policy: Policy, unit: int, month: date) -> Membership:
    """Return the sworn officers and auxiliaries who work in a unit on any day of the month of a date."""
    return memberships(county, policy, month, _candidates(county, unit)).get(unit, {})


def memberships(
    county: County, policy: Policy, month: date, people: frozenset[int]
) -> Mapping[int, Membership]:
    """Return by unit which of some people work there on any day of the month of a date."""
    about, dates = about_people(county, people), days_of(month)
    found: dict[int, dict[int, Belonging]] = {}
    stands = _stands(about, policy, dates)
    for id_ in about.people:
        for unit, of in _belongings(stands[id_], len(dates)):
            found.setdefault(unit, {})[id_] = of
    return found


class _Stand(NamedTuple):
    """How somebody stands from a day of the month on; nowhere on a roster without a place."""

    day: int
    placed: Placed | None
    absence: Absence | None


def _stands(about: County, policy: Policy, dates: Sequence[date]) -> Mapping[int, Sequence[_Stand]]:
    """Return by person how they stand on the first of some dates, and on each from which that may differ."""
    found: dict[int, list[_Stand]] = {id_: [] for id_ in about.people}
    turning: dict[date, set[int]] = {dates[0]: set(about.people)}
    for person, day in turns(about, policy.on(dates[0])):
        if dates[0] < day <= dates[-1]:
            turning.setdefault(day, set()).add(person)
    for day in sorted(turning):
        part = about if day == dates[0] else about_people(about, frozenset(turning[day]))
        away = open_absences(part, day)
        for id_, of in state(part, day, policy).placed.items():
            absence = away[id_][0] if id_ in away else None
            found[id_].append(_Stand(day.day, of if serves(of, day) else None, absence))
    return found


def _belongings(stands: Sequence[_Stand], last: int) -> Iterator[tuple[int, Belonging]]:
    """Yield the units where somebody stands in a month of so many days, each with the days there."""
    there: dict[int, tuple[Placed, set[int], dict[int, Absence]]] = {}
    ends = [*(stand.day for stand in stands[1:]), last + 1]
    for (begin, placed, absence), end in zip(stands, ends, strict=True):
        if placed is None or placed.working is None:
            continue
        _, days, absent = there.setdefault(placed.working, (placed, set(), {}))
        days.update(range(begin, end))
        if absence is not None:
            absent.update(dict.fromkeys(range(begin, end), absence))
    for unit, (first, days, absent) in there.items():
        yield unit, Belonging(first, frozenset(days), absent)


def turns(about: County, policy: Policy) -> Iterator[tuple[int, date]]:
    """Yield people with every day from which they may stand elsewhere than the day before.

    What has no end in sight changes its standing by its length too.
    """
    one, long = timedelta(days=1), timedelta(days=policy.count("counting.long_absence_days"))
    short = timedelta(days=policy.count("counting.temporary_days")) - one
    posted = [(p.person, p.from_, p.until) for p in about.postings.values()]
    passing = [(s.person, s.from_, s.returned_on) for s in about.secondments.values()]
    passing += [(a.person, a.from_, a.until) for a in about.absences.values()]
    for person, begin, end in (*posted, *passing):
        yield from ((person, day) for day in (begin, end and end + one) if day)
    for person, begin, _ in passing:
        if begin is not None:
            yield from ((person, begin + length) for length in (short, long))
    yield from ((move.person, move.effective) for move in about.moves.values())
    for of in about.people.values():
        yield from ((of.id, day) for day in (of.joined_police, of.left_on) if day)


def serves(placed: Placed, day: date) -> bool:
    """Return whether somebody may stand on a duty roster on a day: serving, and police or auxiliary."""
    person = placed.person
    if person.category not in _ROSTERED:
        return False
    if placed.standing is not Standing.NOT_SWORN:
        return placed.standing is not Standing.NOT_SERVING
    if person.left_on is not None:
        return person.left_on > day
    return person.serving is Serving.SERVING


def _candidates(county: County, unit: int) -> frozenset[int]:
    """Return everybody whom any record ever brings to a unit."""
    posted = (p.person for p in county.postings.values() if p.unit == unit)
    lent = (s.person for s in county.secondments.values() if s.to_unit == unit)
    moved = (m.person for m in county.moves.values() if m.to_unit == unit)
    return frozenset({*posted, *lent, *moved})


def about_people(county: County, people: frozenset[int]) -> County:
    """Return the county with only what is recorded about some people."""
    return replace(
        county,
        people={id_: p for id_, p in county.people.items() if id_ in people},
        postings={id_: p for id_, p in county.postings.items() if p.person in people},
        secondments={id_: s for id_, s in county.secondments.items() if s.person in people},
        absences={id_: a for id_, a in county.absences.items() if a.person in people},
        moves={id_: m for id_, m in county.moves.items() if m.person in people},
    )
