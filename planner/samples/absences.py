"""Who is on leave or otherwise absent around the date of the sample."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from random import Random

from planner.county.leave import annual_leave_after, full_years
from planner.samples.records import SampleAbsence, SamplePerson

_ANNUAL = "年休假"
# Kind, share of officers, days: a length over 30 leaves the present ledger.
_SHORT = ((_ANNUAL, 0.05, 5, 15, ""), ("病假", 0.01, 3, 20, "感冒发热"), ("事假", 0.006, 1, 5, "家中有事"))
_PAST = ((_ANNUAL, 0.12, 5, 15, ""), ("病假", 0.02, 2, 25, "手术休养"))
_LONG_SICK, _MATERNITY, _SUSPENDED = "长期病假", "产假", "停职"


def short_absences(people: Sequence[SamplePerson], as_of: date, random: Random) -> Iterator[SampleAbsence]:
    """Yield leave that stays on the present ledger, some of it over already."""
    for person in people:
        now: str | None = None
        for kind, share, least, most, note in _SHORT:
            if random.random() < share:
                now, days = kind, random.randint(least, most)
                begun = as_of - timedelta(days=random.randrange(days))
                yield _absence(person, kind, begun, days, note)
                break
        for kind, share, least, most, note in _PAST:
            if random.random() < share:
                begun = as_of - timedelta(days=random.randint(45, 300))
                days = random.randint(least, most)
                if now != kind:  # a year's leave is taken once
                    yield _absence(person, kind, begun, days, note)


def _absence(person: SamplePerson, kind: str, begun: date, days: int, note: str) -> SampleAbsence:
    """Return an absence of so many days, annual leave no longer than the year gives."""
    if kind == _ANNUAL:
        years = 0 if person.joined_work is None else full_years(person.joined_work, begun)
        days = min(days, annual_leave_after(years) or 5)
    return SampleAbsence(person.number, kind, begun, begun + timedelta(days=days - 1), note)


def long_absences(
    people: Iterable[SamplePerson], number: int, as_of: date, random: Random
) -> Iterator[SampleAbsence]:
    """Yield long absences of some of these people: sickness, maternity, now and then a suspension."""
    pool = [p for p in people if not p.is_head]
    for index, person in enumerate(random.sample(pool, min(number, len(pool)))):
        begun = as_of - timedelta(days=random.randint(40, 90))
        if person.female and person.birth is not None and as_of.year - person.birth.year < 40:
            yield SampleAbsence(person.number, _MATERNITY, begun, begun + timedelta(days=157))
        elif index % 5 == 4:
            yield SampleAbsence(person.number, _SUSPENDED, begun, begun + timedelta(days=179), "停职配合调查")
        else:
            ends = begun + timedelta(days=random.choice((180, 270, 364)))
            yield SampleAbsence(person.number, _LONG_SICK, begun, ends, "住院治疗")
