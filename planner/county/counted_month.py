"""What of a duty month counts: planned cells of people who work there that day and are not on leave.

Every count of what is planned, on screen, on paper and by the engines, is made of these cells alone; the
others stay in the month, out of place, until somebody corrects the roster or the records. What was attended
is a record of what happened, and counts as it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from planner.county.belonging import Belonging, Membership, members_among
from planner.county.duty import Cell, DutyMonth
from planner.county.records import County, Person
from planner.policy.duty_codes import DutyCode, DutyKind
from planner.policy.policy import Policy

_MEMORY = "counted"
_NOT_WORK = (DutyKind.LEAVE, DutyKind.REST)


@dataclass(frozen=True, slots=True)
class OutOfPlace:
    """Somebody's planned days that cannot count: not worked in the unit, or work on registered leave."""

    person: Person
    days: tuple[int, ...]
    on_leave: bool


@dataclass(frozen=True)
class CountedMonth:
    """A month with the planned cells that count, who of its rows belongs there, and what does not count."""

    month: DutyMonth
    there: Membership
    out_of_place: tuple[OutOfPlace, ...]


def counted_months(months: Iterable[DutyMonth], county: County, policy: Policy) -> list[CountedMonth]:
    """Return what of some months counts; it stays with a month until a record of its people changes."""
    ground = _Ground(county, policy)
    # A recount asks at every edit, which touches few people: who they are is found once for all months.
    differing: dict[int, tuple[_Ground, frozenset[int] | None]] = {}  # by id, of what is kept beside it

    def stays(month: DutyMonth, read_on: _Ground) -> bool:
        if id(read_on) not in differing:
            differing[id(read_on)] = read_on, _differing(read_on, ground)
        _, people = differing[id(read_on)]
        return people is not None and people.isdisjoint(month.everybody)

    found = []
    for month in months:
        known: _Reading | None = month.memory.get(_MEMORY)
        if known is None or not known.ground.is_same(ground):
            kept = known.counted if known is not None and stays(month, known.ground) else None
            known = _Reading(ground, kept or _read(month, county, policy))
            month.memory[_MEMORY] = known
        found.append(known.counted)
    return found


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a month was read on."""

    county: County
    policy: Policy

    @property
    def tables(self) -> tuple[Mapping[int, Any], ...]:
        """All records that decide where people work."""
        county = self.county
        return county.postings, county.secondments, county.absences, county.moves

    def is_same(self, other: _Ground) -> bool:
        """Return whether nothing differs, as far as can be told at a glance."""
        mine, theirs = ((g.policy, g.county.people, g.county.units, *g.tables) for g in (self, other))
        return all(a is b for a, b in zip(mine, theirs, strict=True))

    @property
    def terms(self) -> tuple[object, ...]:
        """What everybody is placed by."""
        days = (self.policy.count(f"counting.{key}_days") for key in ("long_absence", "temporary"))
        units = {id_: (unit.ours, unit.is_station) for id_, unit in self.county.units.items()}
        return (*days, self.policy.duty_codes, units)


@dataclass(frozen=True, slots=True)
class _Reading:
    ground: _Ground
    counted: CountedMonth


def _differing(old: _Ground, new: _Ground) -> frozenset[int] | None:
    """Return whose records differ; None where what everybody is placed by does."""
    if old.terms != new.terms:
        return None
    people = {person.id for person in _changes(old.county.people, new.county.people)}
    for was, is_ in zip(old.tables, new.tables, strict=True):
        people |= {record.person for record in _changes(was, is_)}
    return frozenset(people)


def _changes(old: Mapping[int, Any], new: Mapping[int, Any]) -> Iterator[Any]:
    """Yield the records of which one table has none, or another one."""
    if old is new:
        return
    yield from (record for id_, record in old.items() if new.get(id_) is not record)
    yield from (record for id_, record in new.items() if old.get(id_) is not record)


def _read(month: DutyMonth, county: County, policy: Policy) -> CountedMonth:
    there = members_among(county, policy, month.unit, month.month, frozenset(month.everybody))
    kept = {person: _kept(row, there.get(person)) for person, row in month.planned.items()}
    if all(kept[person] is row for person, row in month.planned.items()):
        return CountedMonth(month, there, ())
    codes = policy.duty_codes
    found = (
        out
        for person, row in month.planned.items()
        if person in county.people
        for out in _out_of_place(county.people[person], row, there.get(person), codes)
    )
    return CountedMonth(replace(month, planned=kept), there, tuple(found))


def _kept(row: Mapping[int, Cell], of: Belonging | None) -> Mapping[int, Cell]:
    """Return the cells of a row that count; a row without any remains, so that the month is still judged."""
    kept = {day: cell for day, cell in row.items() if of is not None and of.is_plannable(day)}
    return row if len(kept) == len(row) else kept


def _out_of_place(
    person: Person, row: Mapping[int, Cell], of: Belonging | None, codes: Mapping[str, DutyCode]
) -> Iterator[OutOfPlace]:
    here = of.days if of is not None else frozenset[int]()
    elsewhere = tuple(sorted(day for day in row if day not in here))
    if elsewhere:
        yield OutOfPlace(person, elsewhere, on_leave=False)
    absent = of.absences if of is not None else {}
    working = tuple(day for day in sorted(absent) if day in row and is_work(codes.get(row[day].code)))
    if working:
        yield OutOfPlace(person, working, on_leave=True)


def is_work(code: DutyCode | None) -> bool:
    """Return whether a code cannot stand on a day of leave; one that nobody knows cannot either."""
    return code is None or code.kind not in _NOT_WORK
