"""Importing again: the file's units, people and records recognised in the county there is, and updated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from planner.county.records import (
    Absence,
    County,
    Person,
    Posting,
    Relation,
    Secondment,
    SecondmentSource,
    Unit,
)
from planner.files.cells import name_key
from planner.files.issues import ImportIssue, IssueKind
from planner.text import Text, compact

_GONE = Text(
    "“{name}”(警号 {badge})不在本次导入的花名册中,已保留原有记录,请确认是否离开。",
    "“{name}” (badge number {badge}) is not in this roster; the record is kept, confirm that they left.",
)
R = TypeVar("R", Secondment, Absence)
_PERSON = {
    "name": "name", "badge_number": "badge_number", "sex": "sex", "birth": "birth", "category": "category",
    "status": "serving", "rank": "rank", "grade": "grade", "joined_work": "joined_work",
    "joined_police": "joined_police", "left_on": "left_on", "qualification": "qualification",
    "special": "special", "pin": "pin", "remarks": "remarks",
}  # fmt: skip
_POSTING = {
    "unit": "unit", "position": "position", "dedicated": "dedicated", "beat": "beat",
    "in_unit_since": "in_unit_since", "in_position_since": "in_position_since",
}  # fmt: skip
_STAY = {
    "secondment_kind": "kind", "from": "from_", "until": "until", "reason": "reason", "approval": "approval",
    "approver": "approver", "returned_on": "returned_on", "kept_with_approval": "kept_with_approval",
    "kept_until": "kept_until",
}  # fmt: skip


@dataclass(frozen=True)
class FileSays:
    """What the file has a column for, and so decides; everything else stays as it is."""

    roster: frozenset[str]
    headings: frozenset[str]  # of the roster
    units: frozenset[str]
    listed: frozenset[str]  # names of units on the sheet of units
    kinds: frozenset[str]  # of these, the ones whose kind it says
    stays: frozenset[str]  # of the 借调 sheet
    kinds_chosen: frozenset[str]  # units whose kind the user chose at import
    kinds_by_pattern: bool
    bureau: bool  # a title names it


@dataclass(frozen=True)
class Update:
    """The updated county, whom each person of the file is there, and who is not in the file."""

    county: County
    people: Mapping[int, int]
    issues: tuple[ImportIssue, ...]


def update_county(old: County, new: County, says: FileSays) -> Update:
    """Return `old` with what a file says, `new`; ids stay, and nothing is forgotten or doubled."""
    return _Updating(old, new, says).run()


class _Updating:
    def __init__(self, old: County, new: County, says: FileSays) -> None:
        self._old, self._new, self._says = old, new, says
        self._next = old.next_id()
        self._units: dict[int, int] = {}
        self._people: dict[int, int] = {}

    def _fresh(self) -> int:
        self._next += 1
        return self._next - 1

    def run(self) -> Update:
        old = self._old
        units = self._update_units()
        self._match_people()
        people = self._update_people()
        postings = self._update_postings()
        secondments = self._update_secondments()
        absences = self._update_absences()
        relations = self._update_relations()
        name = self._new.name if self._says.bureau or not old.name else old.name
        county = replace(
            old,
            name=name,
            units=units,
            people=people,
            postings=postings,
            secondments=secondments,
            absences=absences,
            relations=relations,
        )
        return Update(county, self._people, self._not_in_file())

    def _update_units(self) -> dict[int, Unit]:
        known = {compact(u.name): u for u in self._old.units.values()}
        found: dict[int, Unit] = {}
        for unit in self._new.units.values():
            before = known.get(compact(unit.name))
            id_ = before.id if before else self._fresh()
            self._units[unit.id] = id_
            found[id_] = self._unit(before, unit) if before else replace(unit, id=id_)
        return {**found, **{i: u for i, u in self._old.units.items() if i not in found}}

    def _unit(self, old: Unit, new: Unit) -> Unit:
        says = self._says
        changes: dict[str, Any] = {}
        if new.name in says.listed:
            own = (f for f in says.units if f in Unit.__dataclass_fields__ and f not in ("name", "kind"))
            changes = {field: getattr(new, field) for field in own}
            changes["extra"] = {**old.extra, **new.extra}
        if new.name in says.kinds:
            changes["kind"] = new.kind
        if new.name in says.kinds_chosen or says.kinds_by_pattern:
            changes |= {"kind": new.kind, "ours": new.ours}
        return replace(old, **changes)

    def _match_people(self) -> None:
        """Recognise people by badge number, else by name and unit, and birth where both have one."""
        homes = {p.person: p.unit for p in self._old.postings.values()}
        by_badge = {p.badge_number: p for p in self._old.people.values() if not p.made_up_badge}
        by_name: dict[str, list[Person]] = {}
        for person in self._old.people.values():
            by_name.setdefault(name_key(person.name), []).append(person)
        taken: set[int] = set()
        for person in self._new.people.values():
            known = by_badge.get(person.badge_number) if not person.made_up_badge else None
            if known is not None and known.id not in taken:
                taken.add(known.id)
                self._people[person.id] = known.id
        new_homes = {p.person: p.unit for p in self._new.postings.values()}
        for person in self._new.people.values():
            if person.id in self._people:
                continue
            home = new_homes.get(person.id)
            unit = None if home is None else self._units[home]
            alike = [
                p
                for p in by_name.get(name_key(person.name), ())
                if p.id not in taken and homes.get(p.id) == unit and _may_be(p, person)
            ]
            id_ = alike[0].id if alike else self._fresh()
            taken.add(id_)
            self._people[person.id] = id_

    def _update_people(self) -> dict[int, Person]:
        found: dict[int, Person] = {}
        for person in self._new.people.values():
            id_ = self._people[person.id]
            old = self._old.people.get(id_)
            found[id_] = replace(person, id=id_) if old is None else self._person(old, person)
        self._renumber_made_up(found)
        return {**found, **{i: p for i, p in self._old.people.items() if i not in found}}

    def _person(self, old: Person, new: Person) -> Person:
        says = self._says
        changes = {own: getattr(new, own) for field, own in _PERSON.items() if field in says.roster}
        if "special" in says.roster:
            changes["special_codes"] = new.special_codes
        if new.made_up_badge:
            changes.pop("badge_number", None)
        elif "badge_number" in changes:
            changes["made_up_badge"] = False
        if new.made_up_name:
            changes.pop("name", None)
        elif "name" in changes:
            changes["made_up_name"] = False
        kept = {h: words for h, words in old.extra.items() if h not in says.headings}
        return replace(old, **changes, extra={**kept, **new.extra}, source_row=new.source_row)

    def _renumber_made_up(self, found: dict[int, Person]) -> None:
        """Give people who are new and have no badge number one that nobody has."""
        taken = {p.badge_number for i, p in self._old.people.items()}
        taken |= {p.badge_number for i, p in found.items() if not p.made_up_badge}
        serial = 1
        for id_, person in found.items():
            if not person.made_up_badge or id_ in self._old.people or person.badge_number not in taken:
                taken.add(person.badge_number)
                continue
            while f"X{serial:05d}" in taken:
                serial += 1
            found[id_] = replace(person, badge_number=f"X{serial:05d}")
            taken.add(found[id_].badge_number)

    def _update_postings(self) -> dict[int, Posting]:
        latest: dict[int, Posting] = {}
        for posting in self._old.postings.values():
            if posting.until is None or posting.person not in latest:
                latest[posting.person] = posting
        found: dict[int, Posting] = {}
        for posting in self._new.postings.values():
            person = self._people[posting.person]
            unit = None if posting.unit is None else self._units[posting.unit]
            old = latest.get(person)
            if old is None:
                id_ = self._fresh()
                found[id_] = replace(posting, id=id_, person=person, unit=unit)
            else:
                found[old.id] = self._posting(old, replace(posting, unit=unit))
        return {**found, **{i: p for i, p in self._old.postings.items() if i not in found}}

    def _posting(self, old: Posting, new: Posting) -> Posting:
        says = self._says.roster
        changes = {own: getattr(new, own) for field, own in _POSTING.items() if field in says}
        if "post" in says:
            changes |= {"post": new.post, "post_words": new.post_words}
        elif "position" in says and new.is_unit_head:
            changes["post"] = new.post
        return replace(old, **changes)

    def _update_secondments(self) -> dict[int, Secondment]:
        says = self._says
        stays = says.stays | says.roster

        def merged(old: Secondment, new: Secondment) -> Secondment:
            changes = {own: getattr(new, own) for field, own in _STAY.items() if field in stays}
            return replace(old, **changes, to_verify=old.to_verify and new.to_verify)

        def key(record: Secondment) -> tuple[object, ...]:
            return record.person, record.to_unit, compact(record.to_outside)

        fresh = [
            replace(
                s,
                person=self._people[s.person],
                to_unit=None if s.to_unit is None else self._units[s.to_unit],
            )
            for s in self._new.secondments.values()
        ]
        old = self._old.secondments
        found = self._matched(old.values(), fresh, key, merged)
        people = set(self._people.values())
        return {
            **found,
            **{i: s for i, s in old.items() if i not in found and not self._untold(s, people)},
        }

    def _untold(self, record: Secondment, people: set[int]) -> bool:
        """Whether a stay was only ever told by a column that the file still has and now says nothing of."""
        column = {
            SecondmentSource.WORKING_UNIT: "working_unit",
            SecondmentSource.REMARKS: "remarks",
        }.get(record.source)
        return record.person in people and column in self._says.roster

    def _update_absences(self) -> dict[int, Absence]:
        def merged(old: Absence, new: Absence) -> Absence:
            return replace(new, id=old.id)

        def key(record: Absence) -> tuple[object, ...]:
            return record.person, record.kind

        fresh = [replace(a, person=self._people[a.person]) for a in self._new.absences.values()]
        old = self._old.absences
        found = self._matched(old.values(), fresh, key, merged)
        return {**found, **{i: a for i, a in old.items() if i not in found}}

    def _update_relations(self) -> dict[int, Relation]:
        old = self._old.relations
        known = {frozenset({r.person, r.relative}): r for r in old.values()}
        found: dict[int, Relation] = {}
        for relation in self._new.relations.values():
            person, relative = self._people[relation.person], self._people[relation.relative]
            before = known.get(frozenset({person, relative}))
            id_ = before.id if before else self._fresh()
            kind = relation.kind or (before.kind if before else "")
            found[id_] = Relation(id_, person, relative, kind)
        return {**found, **{i: r for i, r in old.items() if i not in found}}

    def _matched(
        self,
        old: Iterable[R],
        fresh: Iterable[R],
        key: Callable[[R], tuple[object, ...]],
        merged: Callable[[R, R], R],
    ) -> dict[int, R]:
        """Return the fresh records under the ids of those they update, found by place and start."""
        open_: dict[tuple[object, ...], list[R]] = {}
        for record in old:
            open_.setdefault(key(record), []).append(record)
        found: dict[int, R] = {}
        for record in fresh:
            alike = open_.get(key(record), [])
            before = next((r for r in alike if r.from_ == record.from_), None) or next(
                (r for r in alike if r.from_ is None or record.from_ is None), None
            )
            if before is None:
                id_ = self._fresh()
                found[id_] = replace(record, id=id_)
            else:
                alike.remove(before)
                found[before.id] = merged(before, record)
        return found

    def _not_in_file(self) -> tuple[ImportIssue, ...]:
        there = set(self._people.values())
        return tuple(
            ImportIssue(
                IssueKind.NOT_IN_FILE,
                "",
                None,
                None,
                _GONE.format(name=person.name, badge=person.badge_number),
                person.id,
            )
            for person in self._old.people.values()
            if person.id not in there
        )


def _may_be(old: Person, new: Person) -> bool:
    """Whether two people of one name and unit can be the same by birth and badge number."""
    if old.birth and new.birth and old.birth != new.birth:
        return False
    return old.made_up_badge or new.made_up_badge or old.badge_number == new.badge_number
