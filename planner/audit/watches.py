"""Who is on duty from when until when, as a month plans it and as it really was.

Moments are hours from the midnight the month begins with.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from planner.county.calendar import days_of
from planner.county.duty import NOT_THERE, Attended, DutyMonth, Mark
from planner.policy.duty_codes import DutyCode, DutyKind

HOURS = 24
NO_RECORD: Mapping[int, Attended] = {}
NOBODY: Mapping[int, Sequence[int]] = {}


@dataclass(frozen=True, slots=True)
class Watch:
    """Somebody is on duty from a moment until another."""

    person: int
    begin: int
    end: int


def duty_codes(codes: Mapping[str, DutyCode]) -> dict[str, DutyCode]:
    """Return the codes that cover moments."""
    return {id_: code for id_, code in codes.items() if code.kind is DutyKind.DUTY and code.presence}


def planned_watches(
    month: DutyMonth, before: DutyMonth | None, duties: Mapping[str, DutyCode]
) -> list[Watch]:
    """Return the watches a month plans, with those that reach into it from the month before."""
    found = [
        Watch(person, _begin(day, code), _begin(day, code) + code.presence)
        for id_, code in duties.items()
        for day, people in month.people_planned.get(id_, NOBODY).items()
        for person in people
    ]
    if before is None:
        return found
    last = len(days_of(before.month))
    carried = (
        Watch(person, _begin(0, code), _begin(0, code) + code.presence)
        for id_, code in duties.items()
        for person in before.people_planned.get(id_, NOBODY).get(last, ())
    )
    return [*(w for w in carried if w.end > 0), *found]


def real_watches(
    month: DutyMonth,
    before: DutyMonth | None,
    duties: Mapping[str, DutyCode],
    confirming: Collection[str] = (),
) -> list[Watch]:
    """Return the watches really kept: who was rostered without a record is taken to have been there.

    Absence and leave by telephone keep none; lateness costs the first hour, leaving early the last. A record
    of a code of `confirming` says that somebody rostered was there, whatever the duty.
    """
    found = list(_kept_watches(month, duties, confirming))
    if before is None:
        return found
    last = len(days_of(before.month))
    carried = (
        Watch(w.person, w.begin - HOURS * last, w.end - HOURS * last)
        for w in _kept_watches(before, duties, confirming, only=last)
    )
    return [*(w for w in carried if w.end > 0), *found]


def _begin(day: int, code: DutyCode) -> int:
    return HOURS * (day - 1) + code.start


def _kept_watches(
    month: DutyMonth, duties: Mapping[str, DutyCode], confirming: Collection[str], only: int | None = None
) -> Iterator[Watch]:
    for person, day, code in _rostered_or_done(month, duties):
        if only is not None and day != only:
            continue
        record = month.attended.get(person, NO_RECORD).get(day)
        done = _kept(code, record, duties, confirming)
        if done is not None:
            mark = record.mark if record else None
            begin, end = _begin(day, done), _begin(day, done) + done.presence
            yield Watch(person, begin + (mark is Mark.LATE), end - (mark is Mark.LEFT))


def _rostered_or_done(
    month: DutyMonth, duties: Mapping[str, DutyCode]
) -> Iterator[tuple[int, int, DutyCode | None]]:
    """Yield each person and day with a duty on the roster, then those with one on record alone."""
    rostered = set()
    for id_, code in duties.items():
        for day, people in month.people_planned.get(id_, NOBODY).items():
            for person in people:
                rostered.add((person, day))
                yield person, day, code
    done = {
        (person, day): None
        for id_ in duties
        for day, people in month.people_attended.get(id_, NOBODY).items()
        for person in people
    }
    yield from ((person, day, None) for person, day in done if (person, day) not in rostered)


def _kept(
    rostered: DutyCode | None,
    record: Attended | None,
    duties: Mapping[str, DutyCode],
    confirming: Collection[str],
) -> DutyCode | None:
    """Return the duty somebody really did on a day."""
    if record is None:
        return rostered
    if record.mark in NOT_THERE or record.place:
        return None
    if rostered is not None and (not record.halves or any(half in confirming for half in record.halves)):
        return rostered
    done = next((duties[half] for half in record.halves if half in duties), None)
    return None if done is None else rostered or done


def recorded_days(month: DutyMonth, duties: Mapping[str, DutyCode]) -> set[int]:
    """Return the days on which there is a record of somebody rostered for duty, or of a duty done."""
    return {
        day
        for person, day, rostered in _rostered_or_done(month, duties)
        if rostered is None or day in month.attended.get(person, NO_RECORD)
    }


def day_begins(month: DutyMonth, duties: Mapping[str, DutyCode]) -> int:
    """Return the hour a day of duty begins with: the earliest beginning among the codes used."""
    used = duties.keys() & month.people_planned.keys() or duties.keys() & month.people_attended.keys()
    return min((duties[id_].start for id_ in used), default=0)
