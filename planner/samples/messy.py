"""A roster as it lies on an office PC: one sheet, nothing explained, everything spelt as it came."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from random import Random

from planner.samples.generate import AS_OF, generate
from planner.samples.records import (
    ALL_TRAPS,
    SampleAbsence,
    SampleCounty,
    SamplePerson,
    SampleSecondment,
    SampleUnit,
    Written,
)
from planner.samples.truth import away_on, long_absent_on

ROWS = 186
_OFFICERS = 108


def messy_roster(seed: int | str, county: str | None = None, as_of: date = AS_OF) -> SampleCounty:
    """Return a county whose roster has exactly 186 rows, to be written with `ROSTER_ONLY`.

    It holds only what such a sheet can say: no kinds of units, no ends of draw-offs, no leave but the
    long kinds, as a status. Some badge numbers and one unit are blank, and one row stands there twice.
    """
    full = generate(f"messy {seed}", _OFFICERS, county, auxiliaries=90, traps=ALL_TRAPS, as_of=as_of)
    random = Random(f"messy {seed} {full.code}")
    people = _trimmed(full)
    people = _without_some_cells(people, full, random)
    return _renumbered(full, people, random)


def _trimmed(full: SampleCounty) -> list[SamplePerson]:
    """Return the bureau's own people, with as few auxiliaries as leave room for one repeated row."""
    units = {u.name for u in full.units if u.ours}
    people = [p for p in full.people if p.unit in units]
    surplus = len(people) - (ROWS - 1)
    civilians = [p for p in people if not p.is_sworn]
    step = max(1, len(civilians) // max(1, surplus))
    dropped = {p.number for p in civilians[::step][:surplus]}
    return [p for p in people if p.number not in dropped]


def _without_some_cells(people: list[SamplePerson], full: SampleCounty, random: Random) -> list[SamplePerson]:
    badges = Counter(p.badge for p in people)
    people = [replace(p, badge="") if badges[p.badge] == 1 and random.random() < 0.06 else p for p in people]
    away = {s.person for s in full.secondments}
    index = next(
        i for i, p in enumerate(people)
        if p.is_plain and p.number not in away and people[i - 1].unit == p.unit
    )  # fmt: skip
    people[index] = replace(people[index], unit="", beat="")
    return people


def _renumbered(full: SampleCounty, people: list[SamplePerson], random: Random) -> SampleCounty:
    away, absent = away_on(full, full.as_of), long_absent_on(full, full.as_of)
    away = {n: s for n, s in away.items() if s.kind not in ("临时勤务", "培训")}
    badges, busy = Counter(p.badge for p in people), away.keys() | absent.keys()
    repeated = random.choice(
        [
            i
            for i, p in enumerate(people)
            if p.is_plain and p.unit and p.badge and badges[p.badge] == 1 and p.number not in busy
        ]
    )
    people.insert(repeated + 1, people[repeated])
    renumbered, secondments, absences = [], [], []
    for number, person in enumerate(people, 1):
        renumbered.append(replace(person, number=number))
        if person.number in away:
            secondments.append(_told(away[person.number], number))
        if person.number in absent:
            absences.append(_known(absent[person.number], number, full.as_of))
    units = tuple(_unexplained(u) for u in full.units if u.ours)
    return replace(
        full,
        people=tuple(renumbered),
        units=units,
        secondments=tuple(secondments),
        absences=tuple(absences),
    )


def _told(away: SampleSecondment, number: int) -> SampleSecondment:
    """Return what the roster's columns say of a secondment."""
    if away.written in (Written.REMARKS, Written.WORKING_UNIT):
        return replace(away, person=number)
    return SampleSecondment(
        number, away.kind, away.to, away.from_, written=Written.ROSTER, working_unit=away.working_unit
    )


def _known(absence: SampleAbsence, number: int, as_of: date) -> SampleAbsence:
    return replace(absence, person=number, until=max(absence.until, as_of), note="")


def _unexplained(unit: SampleUnit) -> SampleUnit:
    """Return the unit without what only a units sheet would say."""
    return SampleUnit(unit.name, unit.short_name, unit.kind)
