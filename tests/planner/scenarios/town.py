"""A small county for what-ifs: two stations and two headquarters units, with somebody drawn off and away."""

from __future__ import annotations

from datetime import date
from typing import Any

from planner.county.records import AbsenceKind, Post, UnitKind
from planner.county.state import Placed, state
from planner.document import Document
from planner.edits.scenarios import add_change, new_scenario
from planner.scenarios.applying import Applied, applied
from planner.scenarios.kinds import kinds
from planner.scenarios.records import Change, ChangeKind
from tests.planner.building import Building

MARCH = date(2027, 3, 1)
BEFORE = date(2027, 2, 28)


class Town(Building):
    def __init__(self) -> None:
        super().__init__()
        self.big, self.small = self.unit("城关派出所", report_hours=100), self.unit("河口派出所")
        self.office = self.unit("政工室", UnitKind.ADMINISTRATIVE)
        self.brigade = self.unit("刑侦大队", UnitKind.ENFORCEMENT)
        self.leader = self.person(self.big, Post.LEADER, beat="一责任区", dedicated=False)
        self.beat = self.people(4, self.big, Post.COMMUNITY, beat="二责任区")
        self.case = self.people(3, self.big, Post.CASE)
        self.few = self.people(3, self.small, Post.COMMUNITY)
        self.clerks = self.people(4, self.office, Post.OFFICE)
        self.detectives = self.people(3, self.brigade)
        self.drawn = self.few[0]
        self.second(self.drawn, self.office, from_=date(2026, 1, 5))
        self.sick = self.case[0]
        self.absent(self.sick, AbsenceKind.LONG_SICK, date(2026, 11, 1), date(2027, 6, 30))

    @property
    def document(self) -> Document:
        return Document(self.county, self.policy)

    def change(self, kind: ChangeKind, on: date = MARCH, **fields: Any) -> Change:
        return Change(1, kind, on, **fields)

    def changed(self, kind: ChangeKind, on: date = MARCH, **fields: Any) -> Document:
        """Return the document with one change made; raises what the change is refused with."""
        return kinds()[kind](self.document, self.change(kind, on, **fields))


def stand(document: Document, person: int, on: date) -> Placed:
    return state(document.county, on, document.policy).placed[person]


def scenario_of(document: Document, *changes: Change) -> Document:
    """Return the document with one scenario, number 1, of some changes."""
    document = new_scenario(document, "方案一")
    for change in changes:
        fields = {
            f: getattr(change, f) for f in Change.__dataclass_fields__ if f not in ("id", "kind", "date")
        }
        document = add_change(document, 1, change.kind, change.date, **fields)
    return document


def sentences(result: Applied) -> list[str]:
    return [conflict.sentence.en for conflict in result.conflicts]


def apply_one(document: Document, *changes: Change) -> Applied:
    return applied(scenario_of(document, *changes), 1)
