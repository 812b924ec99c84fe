"""Who belongs to a unit's month: everybody who works there on any day of it, and what their days are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from planner.county.calendar import days_of
from planner.county.records import Absence, Category, County, Person, Serving, Unit, UnitKind
from planner.county.state import Placed, Standing, open_absences, state
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
    return members_among(county, policy, unit, month, _candidates(county, unit))


def members_among(
    county: County, policy: Policy, unit: int, month: date, people: frozenset[int]
) -> Membership:
    """Return which of some people work in a unit on any day of the month of a date."""
    about = _about(county, people)
    dates = days_of(month)
    turns = {dates[0], *_turns(about, policy)}
    there: dict[int, Placed] = {}
    away: dict[int, list[Absence]] = {}
    first: dict[int, Placed] = {}
    days: dict[int, set[int]] = {}
    absent: dict[int, dict[int, Absence]] = {}
    for day in dates:
        if day in turns:
            away, placed = open_absences(about, day), state(about, day, policy).placed
            there = {id_: p for id_, p in placed.items() if p.working == unit and serves(p, day)}
        for id_, of in there.items():
            first.setdefault(id_, of)
            days.setdefault(id_, set()).add(day.day)
            if id_ in away:
                absent.setdefault(id_, {})[day.day] = away[id_][0]
    order = (id_ for id_ in county.people if id_ in first)
    return {id_: Belonging(first[id_], frozenset(days[id_]), absent.get(id_, {})) for id_ in order}


def _turns(about: County, policy: Policy) -> Iterator[date]:
    """Yield every day from which somebody may stand elsewhere than the day before.

    What has no end in sight changes its standing by its length too.
    """
    one, long = timedelta(days=1), timedelta(days=policy.count("counting.long_absence_days"))
    short = timedelta(days=policy.count("counting.temporary_days")) - one
    postings, absences = about.postings.values(), about.absences.values()
    secondments = about.secondments.values()
    begun = [*(p.from_ for p in postings), *(s.from_ for s in secondments), *(a.from_ for a in absences)]
    yield from (day for day in begun if day)
    ended = [
        *(p.until for p in postings),
        *(s.returned_on for s in secondments),
        *(a.until for a in absences),
    ]
    yield from (day + one for day in ended if day)
    lasting = [*(s.from_ for s in secondments), *(a.from_ for a in absences)]
    yield from (day + length for day in lasting if day for length in (short, long))
    yield from (move.effective for move in about.moves.values())
    for person in about.people.values():
        yield from (day for day in (person.joined_police, person.left_on) if day)


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


def _about(county: County, people: frozenset[int]) -> County:
    """Return the county with only what is recorded about some people."""
    return replace(
        county,
        people={id_: p for id_, p in county.people.items() if id_ in people},
        postings={id_: p for id_, p in county.postings.items() if p.person in people},
        secondments={id_: s for id_, s in county.secondments.items() if s.person in people},
        absences={id_: a for id_, a in county.absences.items() if a.person in people},
        moves={id_: m for id_, m in county.moves.items() if m.person in people},
    )
