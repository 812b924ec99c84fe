"""What a scenario writes into the county: the records that are new or other than on file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from planner.county.in_force import day_before
from planner.county.records import Absence, County, Move, MoveKind, Person, Secondment, Unit

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Made:
    """Records new or changed, in the order of their ids."""

    moves: tuple[Move, ...]  # without the returns that end a secondment of the scenario itself
    secondments: tuple[Secondment, ...]
    absences: tuple[Absence, ...]
    joining: tuple[Person, ...]
    leaving: tuple[Person, ...]
    opened: tuple[Unit, ...]
    closed: tuple[Unit, ...]

    def count(self, kind: MoveKind) -> int:
        """Return how many moves are of one kind."""
        return sum(move.kind is kind for move in self.moves)


def made(base: County, then: County) -> Made:
    """Return what one county has that the other, which it was made of, has not."""
    seconded = tuple(_begun(base, then))
    ends = {(s.person, s.until + timedelta(days=1)) for s in seconded if s.until is not None}
    moves = (
        move
        for move in _changed(base.moves, then.moves)
        if move.kind is not MoveKind.RETURN or (move.person, move.effective) not in ends
    )
    people = _changed(base.people, then.people)
    units = _changed(base.units, then.units)
    return Made(
        tuple(moves),
        seconded,
        _changed(base.absences, then.absences),
        tuple(p for p in people if p.id not in base.people),
        tuple(p for p in people if p.id in base.people and p.left_on != base.people[p.id].left_on),
        tuple(u for u in units if u.id not in base.units),
        tuple(u for u in units if u.id in base.units and u.closed != base.units[u.id].closed),
    )


def _begun(base: County, then: County) -> Iterator[Secondment]:
    """Yield the secondments that are new, without those that go on elsewhere, as where a unit is merged."""
    changed = _changed(base.secondments, then.secondments)
    gone_on = {_lot(s, s.returned_on) for s in changed if s.id in base.secondments}
    for s in changed:
        if s.id in base.secondments:
            continue
        if s.from_ is not None and _lot(s, day_before(s.from_)) in gone_on:
            gone_on.add(_lot(s, s.returned_on))
        else:
            yield s


def _lot(secondment: Secondment, last: date | None) -> tuple[object, ...]:
    """Return what a secondment shares with the one that follows its last day in another unit."""
    return secondment.person, secondment.kind, secondment.until, last


def _changed(base: Mapping[int, R], then: Mapping[int, R]) -> tuple[R, ...]:
    if base is then:
        return ()
    return tuple(
        record for id_, record in then.items() if (known := base.get(id_)) is not record and known != record
    )
