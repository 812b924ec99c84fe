"""Who belongs to a unit's month: everybody who works there on any day of it, and what their days are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

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
    about = _about(county, _candidates(county, unit))
    first: dict[int, Placed] = {}
    days: dict[int, set[int]] = {}
    absent: dict[int, dict[int, Absence]] = {}
    for day in days_of(month):
        absences = open_absences(about, day)
        for id_, placed in state(about, day, policy).placed.items():
            if placed.working != unit or not serves(placed, day):
                continue
            first.setdefault(id_, placed)
            days.setdefault(id_, set()).add(day.day)
            if id_ in absences:
                absent.setdefault(id_, {})[day.day] = absences[id_][0]
    order = (id_ for id_ in county.people if id_ in first)
    return {id_: Belonging(first[id_], frozenset(days[id_]), absent.get(id_, {})) for id_ in order}


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
