"""Edits of relations (亲属关系): recording, correcting, removing."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from planner.county.records import Relation
from planner.document import Document
from planner.edits.correcting import Changes, Complaint, corrected, present
from planner.edits.refused import refuse
from planner.text import Text

_SELF = Text("不能与本人登记亲属关系,请选择另一人。", "Nobody is their own relative; choose somebody else.")
_KNOWN = Text(
    "{person}与{relative}的亲属关系已有登记。", "{person} and {relative} are recorded as related already."
)


def add_relation(document: Document, person: int, relative: int, kind: str = "") -> Document:
    """Return the document with two people recorded as related; it holds for both of them."""
    county = document.county
    present(county.people, (person, relative))
    if person == relative:
        raise refuse(person, "relative", _SELF)
    pair = {person, relative}
    if any({r.person, r.relative} == pair for r in county.relations.values()):
        names = {"person": county.people[person].name, "relative": county.people[relative].name}
        raise refuse(person, "relative", _KNOWN.format(**names))
    relation = Relation(county.next_id(), person, relative, kind.strip())
    return _with(document, {**county.relations, relation.id: relation})


def correct_relations(document: Document, changes: Changes) -> Document:
    """Return the document with the kind of some relations corrected."""
    return _with(document, corrected(document.county.relations, changes, _no_complaints))


def remove_relations(document: Document, relations: Collection[int]) -> Document:
    """Return the document without these relations."""
    gone = {relation.id for relation in present(document.county.relations, relations)}
    return _with(document, {id_: r for id_, r in document.county.relations.items() if id_ not in gone})


def _no_complaints(_: Relation) -> Iterable[Complaint]:
    return ()


def _with(document: Document, relations: dict[int, Relation]) -> Document:
    return replace(document, county=replace(document.county, relations=relations))
