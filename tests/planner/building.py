"""Small counties built by hand, for tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from planner.audit.audit import audit
from planner.audit.results import Audit
from planner.county.in_force import MoveScope
from planner.county.records import (
    Absence,
    AbsenceKind,
    County,
    Move,
    MoveKind,
    MoveStatus,
    Person,
    Post,
    Posting,
    Relation,
    Secondment,
    Unit,
    UnitKind,
)
from planner.county.state import State, state
from planner.policy.policy import Policy, default_policy

TODAY = date(2026, 11, 24)


class Building:
    """A county under construction; ids are handed out as records come."""

    def __init__(self) -> None:
        self.county = County(name="测试县")
        self.policy: Policy = default_policy()

    def unit(self, name: str, kind: UnitKind = UnitKind.STATION, **fields: Any) -> int:
        unit = Unit(self.county.next_id(), name, kind=kind, **fields)
        self.county = replace(self.county, units={**self.county.units, unit.id: unit})
        return unit.id

    def person(
        self,
        unit: int | None,
        post: Post = Post.OTHER,
        beat: str = "",
        dedicated: bool | None = None,
        in_unit_since: date | None = None,
        **fields: Any,
    ) -> int:
        person_id = self.county.next_id()
        fields = {"name": f"民警{person_id}", "badge_number": f"{person_id:06d}", **fields}
        person = Person(person_id, **fields)
        posting = Posting(
            person_id + 1, person_id, unit, post, beat=beat, dedicated=dedicated, in_unit_since=in_unit_since
        )
        self.county = replace(
            self.county,
            people={**self.county.people, person_id: person},
            postings={**self.county.postings, posting.id: posting},
        )
        return person_id

    def people(self, n: int, unit: int | None, post: Post = Post.OTHER, **fields: Any) -> list[int]:
        return [self.person(unit, post, **fields) for _ in range(n)]

    def second(self, person: int, to_unit: int | None = None, **fields: Any) -> int:
        record = Secondment(self.county.next_id(), person, to_unit=to_unit, **fields)
        self.county = replace(self.county, secondments={**self.county.secondments, record.id: record})
        return record.id

    def absent(self, person: int, kind: AbsenceKind, from_: date | None, until: date | None = None) -> int:
        record = Absence(self.county.next_id(), person, kind, from_, until)
        self.county = replace(self.county, absences={**self.county.absences, record.id: record})
        return record.id

    def relate(self, person: int, relative: int, kind: str = "") -> int:
        record = Relation(self.county.next_id(), person, relative, kind)
        self.county = replace(self.county, relations={**self.county.relations, record.id: record})
        return record.id

    def move(
        self,
        person: int,
        kind: MoveKind,
        to_unit: int | None,
        to_post: Post,
        effective: date = TODAY,
        status: MoveStatus = MoveStatus.APPROVED,
    ) -> int:
        record = Move(self.county.next_id(), person, kind, effective, to_unit, to_post, status=status)
        self.county = replace(self.county, moves={**self.county.moves, record.id: record})
        return record.id

    def override(self, key: str, value: object) -> None:
        self.policy = self.policy.with_override(key, value)

    def state(self, on: date = TODAY, moves: MoveScope = "in_force") -> State:
        return state(self.county, on, self.policy, moves)

    def audit(self, on: date = TODAY, moves: MoveScope = "in_force") -> Audit:
        return audit(self.state(on, moves))


def share_county(stations: int, headquarters: int) -> Building:
    """Return one large station and one headquarters unit with that many sworn officers each."""
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.people(stations, station, Post.COMMUNITY)
    b.people(headquarters, office)
    return b
