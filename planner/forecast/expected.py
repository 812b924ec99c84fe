"""The county as it will be if all that is known comes true: retirements by law, returns as planned."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from planner.county.records import Absence, County, Person, Secondment, Serving
from planner.county.retirement import retirement_laws, retires_on
from planner.county.state import Placed, State, state
from planner.policy.policy import Policy


@dataclass(frozen=True, slots=True)
class Expected:
    """A county with its known future written into its records, and whose future is not known.

    On the day it is made for everybody stands as in the county itself.
    """

    county: County
    by_law: frozenset[int]  # people who leave on the date of the law: their records name no day of their own
    past_age: tuple[int, ...]  # past the date of the law, and still serving by the records: they stay
    undated: tuple[int, ...]  # no birth or no sex is known, and no day of leaving: they stay
    overdue: tuple[int, ...]  # away past the planned end: they stay away
    open_ended: tuple[int, ...]  # seconded or absent, now or from a day on, without an end: they stay so


def expected(county: County, on: date, policy: Policy, until: date = date.max) -> Expected:
    """Return what is to come after a day and up to another, as far as the records and the law say.

    A recorded 离职/退休日期 stands for the law's. A secondment ends on its planned day, if that is to come.
    """
    now = state(county, on, policy)
    by_law: dict[int, date] = {}
    past_age: list[int] = []
    undated: list[int] = []
    laws = retirement_laws(now.policy)
    for person in filter(_may_retire, county.people.values()):
        leaves = retires_on(person.birth, person.sex, laws)
        if leaves is not None and leaves > on:
            if leaves <= until:
                by_law[person.id] = leaves
        elif now.placed[person.id].standing.counts:
            (undated if leaves is None else past_age).append(person.id)
    ahead = replace(county, people=_leaving(county, by_law), secondments=_ending(county, on))
    return Expected(
        ahead, frozenset(by_law), tuple(past_age), tuple(undated), _overdue(now), _open_ended(ahead, now)
    )


def _may_retire(person: Person) -> bool:
    """Return whether the law decides when somebody leaves the counted: a serving officer without a day."""
    return person.category.is_sworn and person.left_on is None and person.serving is Serving.SERVING


def _leaving(county: County, by_law: dict[int, date]) -> dict[int, Person]:
    leaving = {id_: replace(county.people[id_], left_on=day) for id_, day in by_law.items()}
    return {**county.people, **leaving}


def _ending(county: County, on: date) -> dict[int, Secondment]:
    return {
        id_: replace(s, returned_on=s.until)
        if s.returned_on is None and s.until is not None and s.until >= on
        else s
        for id_, s in county.secondments.items()
    }


def _overdue(now: State) -> tuple[int, ...]:
    return tuple(
        p.person.id
        for p in now.counted()
        if p.secondment is not None
        and p.secondment.until is not None
        and p.secondment.returned_on is None
        and p.secondment.until < now.date
    )


def _open_ended(county: County, now: State) -> tuple[int, ...]:
    """Return who is away without an end on record, or will be from a day to come on."""
    records: list[Secondment | Absence] = [
        *(s for s in county.secondments.values() if s.until is None and s.returned_on is None),
        *(a for a in county.absences.values() if a.until is None),
    ]
    later = {r.person: r.from_ for r in records if r.from_ is not None and r.from_ > now.date}
    return tuple(
        id_
        for id_, placed in now.placed.items()
        if (placed.standing.counts and _has_no_end(placed))
        or (id_ in later and _serves(county.people[id_], later[id_]))
    )


def _serves(person: Person, day: date) -> bool:
    """Return whether somebody is a sworn officer of the bureau who serves on a day to come."""
    joined, left = person.joined_police, person.left_on
    return (
        person.category.is_sworn
        and person.serving is Serving.SERVING
        and not person.from_other_bureau
        and (joined is None or joined <= day)
        and (left is None or left > day)
    )


def _has_no_end(placed: Placed) -> bool:
    """Return whether somebody is seconded or absent, and no record says until when."""
    away, absence = placed.secondment, placed.absence
    if absence is not None and absence.until is None:
        return True
    return away is not None and away.until is None and away.returned_on is None
