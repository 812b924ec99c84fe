"""Edits of people: corrections of what the roster says of them, pins, and who is on it at all."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any

from planner.county.duty import DutyBook, DutyMonth
from planner.county.records import Category, Person, Post, Posting
from planner.document import Document
from planner.edits.correcting import Changes, Complaint, corrected, out_of_order, present, require_unique
from planner.edits.refused import refuse
from planner.files.vocabulary import vocabulary
from planner.text import Text

_TAKEN = Text(
    "警号 {value} 已有人使用,警号不能重复。", "Badge number {value} is taken; badge numbers are unique."
)
_NAMELESS = Text("姓名不能为空。", "A person needs a name.")
_BORN_LATE = Text(
    "出生年月须早于参加工作、入警时间。", "The birth must be before the start of work and police service."
)
_LEFT_EARLY = Text(
    "离职日期不能早于入警时间。", "Nobody leaves before entering the police; correct one of the two dates."
)
_PIN_REASON = Text("请写明锁定理由。", "Give the reason for the pin.")
_NO_UNIT = Text("没有这个单位,请先新增单位。", "There is no such unit; add it first.")


def correct_people(document: Document, changes: Changes) -> Document:
    """Return the document with fields of people corrected; raise RefusedError where a value cannot be."""
    settled = {id_: _settled(fields) for id_, fields in changes.items()}
    people = corrected(document.county.people, settled, _complaints)
    renumbered = [id_ for id_, fields in changes.items() if "badge_number" in fields]
    if renumbered:
        require_unique(people, "badge_number", renumbered, _TAKEN)
    return _with_people(document, people)


def _settled(fields: Mapping[str, object]) -> dict[str, object]:
    """A name or badge number given by hand is no longer made up; 特殊情况 means what the vocabulary says."""
    settled = dict(fields)
    if "name" in fields:
        settled["made_up_name"] = False
    if "badge_number" in fields:
        settled["made_up_badge"] = False
    if "special" in fields:
        settled["special_codes"] = vocabulary().special_codes(str(fields["special"] or ""))
    return settled


def _complaints(person: Person) -> Iterable[Complaint]:
    if not person.name:
        yield "name", _NAMELESS
    if out_of_order(person.birth, person.joined_work) or out_of_order(person.birth, person.joined_police):
        yield "birth", _BORN_LATE
    if out_of_order(person.joined_police, person.left_on):
        yield "left_on", _LEFT_EARLY


def pin(document: Document, people: Collection[int], reason: str) -> Document:
    """Return the document with these people's home unit and post fixed, for a reason."""
    if not reason.strip():
        raise refuse(next(iter(people), 0), "pin", _PIN_REASON)
    return correct_people(document, {id_: {"pin": reason.strip()} for id_ in people})


def unpin(document: Document, people: Collection[int]) -> Document:
    """Return the document with these people free to be proposed for moves."""
    return correct_people(document, {id_: {"pin": ""} for id_ in people})


def add_person(
    document: Document,
    name: str,
    badge_number: str,
    unit: int | None,
    post: Post = Post.OTHER,
    category: Category = Category.SWORN,
) -> Document:
    """Return the document with somebody new at the end of the roster.

    Without a badge number one is made up and marked, as for an imported row without one.
    """
    county = document.county
    id_ = county.next_id()
    if unit is not None and unit not in county.units:
        raise refuse(id_, "unit", _NO_UNIT)
    person = Person(
        id_,
        name.strip(),
        badge_number.strip() or made_up_badge(document),
        made_up_badge=not badge_number.strip(),
        category=category,
    )
    for field, why in _complaints(person):
        raise refuse(id_, field, why)
    people = {**county.people, id_: person}
    require_unique(people, "badge_number", [id_], _TAKEN)
    postings = {**county.postings, id_ + 1: Posting(id_ + 1, id_, unit, post)}
    return replace(document, county=replace(county, people=people, postings=postings))


def add_recruits(
    document: Document,
    names: Mapping[int, str],
    unit: int,
    joined: date,
    post: Post = Post.OTHER,
    **fields: Any,
) -> Document:
    """Return the document with probationers, by new ids, who join on a day; `fields` are those of the record.

    Their badge numbers are made up and marked, as nobody has given them any yet.
    """
    county = document.county
    if unit not in county.units:
        raise refuse(county.next_id(), "unit", _NO_UNIT)
    people, postings, next_id = dict(county.people), dict(county.postings), county.next_id()
    badges = _made_up_badges(document)  # there is always another one
    for posting, ((id_, name), badge) in enumerate(zip(names.items(), badges, strict=False), next_id):
        recruit = Person(id_, name.strip(), badge, made_up_badge=True, category=Category.PROBATIONER)
        people[id_] = replace(recruit, joined_police=joined, **fields)
        postings[posting] = Posting(posting, id_, unit, post)
    return replace(document, county=replace(county, people=people, postings=postings))


def made_up_badge(document: Document) -> str:
    """Return a badge number nobody has, for somebody whose own is not known."""
    return next(_made_up_badges(document))


def _made_up_badges(document: Document) -> Iterator[str]:
    taken = {person.badge_number for person in document.county.people.values()}
    numbers = (f"X{number:05d}" for number in count(len(taken) + 1))
    return (number for number in numbers if number not in taken)


def remove_people(document: Document, people: Collection[int]) -> Document:
    """Return the document without these people and without any record about them."""
    county = document.county
    gone = frozenset(person.id for person in present(county.people, people))
    return replace(
        document,
        county=replace(
            county,
            people={id_: p for id_, p in county.people.items() if id_ not in gone},
            postings={id_: r for id_, r in county.postings.items() if r.person not in gone},
            secondments={id_: r for id_, r in county.secondments.items() if r.person not in gone},
            absences={id_: r for id_, r in county.absences.items() if r.person not in gone},
            moves={id_: r for id_, r in county.moves.items() if r.person not in gone},
            relations={
                id_: r for id_, r in county.relations.items() if gone.isdisjoint((r.person, r.relative))
            },
        ),
        duty=_without(document.duty, gone),
    )


def _without(duty: DutyBook, gone: frozenset[int]) -> DutyBook:
    months = {
        key: month if gone.isdisjoint(month.everybody) else _rows_without(month, gone)
        for key, month in duty.months.items()
    }
    return replace(duty, months=months, suspicions=tuple(s for s in duty.suspicions if s.person not in gone))


def _rows_without(month: DutyMonth, gone: frozenset[int]) -> DutyMonth:
    return replace(
        month,
        planned={id_: row for id_, row in month.planned.items() if id_ not in gone},
        attended={id_: row for id_, row in month.attended.items() if id_ not in gone},
    )


def _with_people(document: Document, people: Mapping[int, Person]) -> Document:
    return replace(document, county=replace(document.county, people=people))
