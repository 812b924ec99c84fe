"""What of a duty month counts: planned cells of people who work there that day and are not on leave.

Every count of what is planned, on screen, on paper and by the engines, is made of these cells alone; the
others stay in the month, out of place, until somebody corrects the roster or the records. What was attended
is a record of what happened and counts as it stands; where the records contradict it, it is listed too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import compress
from operator import is_not
from typing import Any

from planner.county.belonging import Belonging, about_people, memberships
from planner.county.duty import Attended, Cell, DutyBook, DutyMonth
from planner.county.records import County, Person
from planner.county.state import PlacingTerms, placing_terms
from planner.policy.duty_codes import DutyCode, DutyKind
from planner.policy.policy import Policy

_MEMORY = "counted"
_NOT_WORK = (DutyKind.LEAVE, DutyKind.REST)
_Codes = Mapping[str, DutyCode]
_Days = Mapping[int, bool]  # the days somebody has, and whether leave contradicts them


@dataclass(frozen=True, slots=True)
class OutOfPlace:
    """Somebody's days in a unit's month that the records contradict: not worked there, or on leave."""

    person: Person
    days: tuple[int, ...]
    on_leave: bool


@dataclass(frozen=True, eq=False)  # what is made of a reading asks at every recount whether it is the same
class CountedMonth:
    """A month with the planned cells that count, who of its rows belongs there, and what is out of place."""

    month: DutyMonth
    there: Mapping[int, Belonging]  # by person
    out_of_place: tuple[OutOfPlace, ...]  # planned, and not counted
    done_out_of_place: tuple[OutOfPlace, ...]  # attended, and counted all the same


def counted_around(book: DutyBook, on: date, county: County, policy: Policy) -> list[CountedMonth]:
    """Return what counts of the months of a date and of the ones before them, unit by unit.

    Whoever recounts a date asks for both, though it may need one, so that what changed is looked for once.
    """
    first = on.replace(day=1)
    wanted = (first, (first - timedelta(days=1)).replace(day=1))
    return counted_months((m for m in book.months.values() if m.month in wanted), county, policy)


def counted_months(months: Iterable[DutyMonth], county: County, policy: Policy) -> list[CountedMonth]:
    """Return what of some months counts; it stays with a month until a record of its people changes."""
    asked, ground = list(months), _Ground(county, policy)
    # A thread that counts another version of the document keeps its readings in the same months: ask once.
    known: list[_Reading | None] = [month.memory.get(_MEMORY) for month in asked]
    # A recount asks at every edit, which touches few people: who they are is found once for all months.
    alike: dict[_Ground | None, list[int]] = {}
    for place, reading in enumerate(known):
        alike.setdefault(reading.ground if reading is not None else None, []).append(place)
    for before, places in alike.items():
        if before is None or not before.is_same(ground):
            pairs = [(asked[place], known[place]) for place in places]
            for place, counted in zip(places, _read_again(pairs, before, ground), strict=True):
                known[place] = asked[place].memory[_MEMORY] = _Reading(ground, counted)
    return [reading.counted for reading in known if reading is not None]


@dataclass(frozen=True, eq=False, slots=True)
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
        if self.policy is not other.policy or self.county is other.county:
            return self.policy is other.policy
        mine, theirs = ((g.county.people, g.county.units, *g.tables) for g in (self, other))
        return all(a is b for a, b in zip(mine, theirs, strict=True))

    @property
    def terms(self) -> tuple[PlacingTerms, _Codes, Mapping[int, tuple[bool, bool]]]:
        """What everybody is placed by, and the codes their days are read by."""
        units = {id_: (unit.ours, unit.is_station) for id_, unit in self.county.units.items()}
        return placing_terms(self.policy), self.policy.duty_codes, units


@dataclass(frozen=True, slots=True)
class _Reading:
    ground: _Ground
    counted: CountedMonth


def _read_again(
    months: Sequence[tuple[DutyMonth, _Reading | None]], before: _Ground | None, ground: _Ground
) -> Iterator[CountedMonth]:
    """Yield what counts of months that were read on the same ground before, if on any, in their order."""
    differing = _differing(before, ground) if before is not None else None
    rows = [
        frozenset(month.everybody) if differing is None else differing.intersection(month.everybody)
        for month, _ in months
    ]
    people = frozenset[int]().union(*rows)
    about, codes = about_people(ground.county, people), ground.policy.duty_codes
    begins = {month.month for (month, _), asked in zip(months, rows, strict=True) if asked}
    there = {first: memberships(about, ground.policy, first, people) for first in begins}
    for (month, known), asked in zip(months, rows, strict=True):
        if known is not None and not asked:
            yield known.counted
            continue
        kept = known.counted.there if known is not None else {}
        found = there[month.month].get(month.unit, {}) if asked else {}
        now = {id_: of for id_, of in found.items() if id_ in asked}
        belonging = {id_: of for id_, of in kept.items() if id_ not in asked} | now
        yield _read(month, belonging, ground.county.people, codes)


def _differing(old: _Ground, new: _Ground) -> frozenset[int] | None:
    """Return whose records differ; None where what everybody is placed by does."""
    glances = old.policy is new.policy and old.county.units is new.county.units
    if not glances and old.terms != new.terms:
        return None
    people = {person.id for person in _changes(old.county.people, new.county.people)}
    for was, is_ in zip(old.tables, new.tables, strict=True):
        people |= {record.person for record in _changes(was, is_)}
    return frozenset(people)


def _changes(old: Mapping[int, Any], new: Mapping[int, Any]) -> Iterator[Any]:
    """Yield the records of which one table has none, or another one, and perhaps some beside them."""
    if old is new:
        return
    if len(old) == len(new):  # an edit replaces a record in its place
        pairs = compress(
            zip(old.values(), new.values(), strict=True), map(is_not, old.values(), new.values())
        )
        yield from (record for pair in pairs for record in pair)
        return
    yield from (record for id_, record in old.items() if new.get(id_) is not record)
    yield from (record for id_, record in new.items() if old.get(id_) is not record)


def _read(
    month: DutyMonth, there: Mapping[int, Belonging], people: Mapping[int, Person], codes: _Codes
) -> CountedMonth:
    kept = {person: _kept(row, there.get(person)) for person, row in month.planned.items()}
    counts = all(kept[person] is row for person, row in month.planned.items())
    planned = {} if counts else {p: _clashing(row, codes) for p, row in month.planned.items()}
    done = {p: _done_here(row, codes) for p, row in month.attended.items()}
    return CountedMonth(
        month if counts else replace(month, planned=kept),
        there,
        tuple(_out_of_place(planned, there, people)),
        tuple(_out_of_place(done, there, people)),
    )


def _kept(row: Mapping[int, Cell], of: Belonging | None) -> Mapping[int, Cell]:
    """Return the cells of a row that count; a row without any remains, so that the month is still judged."""
    if of is not None and not of.absences and row.keys() <= of.days:
        return row
    kept = {day: cell for day, cell in row.items() if of is not None and of.is_plannable(day)}
    return row if len(kept) == len(row) else kept


def _clashing(row: Mapping[int, Cell], codes: _Codes) -> _Days:
    return {day: clashes_with_leave(codes.get(cell.code)) for day, cell in row.items()}


def _done_here(row: Mapping[int, Attended], codes: _Codes) -> _Days:
    """Return the days of a row on which somebody worked at the unit, by what was recorded."""
    here = {day: a.halves for day, a in row.items() if not a.place}
    return {day: True for day, halves in here.items() if any(c in codes and codes[c].is_work for c in halves)}


def clashes_with_leave(code: DutyCode | None) -> bool:
    """Return whether a code cannot stand on a day of leave; one that nobody knows cannot either."""
    return code is None or code.kind not in _NOT_WORK


def _out_of_place(
    rows: Mapping[int, _Days], there: Mapping[int, Belonging], people: Mapping[int, Person]
) -> Iterator[OutOfPlace]:
    """Yield by person the days not worked in the unit, then those of leave with which a row clashes."""
    for id_, row in rows.items():
        if id_ not in people:
            continue
        of = there.get(id_)
        here, absent = (of.days, of.absences) if of is not None else (frozenset[int](), {})
        elsewhere = tuple(sorted(day for day in row if day not in here))
        if elsewhere:
            yield OutOfPlace(people[id_], elsewhere, on_leave=False)
        on_leave = tuple(sorted(day for day, clashes in row.items() if clashes and day in absent))
        if on_leave:
            yield OutOfPlace(people[id_], on_leave, on_leave=True)
