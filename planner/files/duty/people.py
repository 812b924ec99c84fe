"""Whom a duty roster means: by badge number, else by name, first among those who work in the unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from planner.county.belonging import Membership, members
from planner.county.records import Person
from planner.document import Document
from planner.files.cells import as_text, badge, name_key, person_name, without_brackets
from planner.files.vocabulary import vocabulary
from planner.files.who import NOBODY, OTHER_NAME, SEVERAL, Found
from planner.files.workbook import Cell
from planner.text import Text

_OTHER_BADGE = Text(
    "警号 {badge} 在花名册里是外单位的“{known}”,此处是本单位的“{who}”,按姓名采用,请核对。",
    "Badge number {badge} is “{known}” of another unit on the roster, “{who}” of this one here; the name is"
    " followed, verify it.",
)
_STRONG = re.compile(r"[、,，;；/\n\r|]+")
_NUMBERS = re.compile(r"[\d\-()（）+]{7,}")  # a telephone number behind a name


class DutyPeople:
    """Finds the people of a document by the names on its duty rosters."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._people = document.county.people
        self._names: dict[str, list[int]] = {}
        self._badges: dict[str, list[int]] = {}
        for id_, person in self._people.items():
            if not person.made_up_name:
                self._names.setdefault(name_key(person.name), []).append(id_)
            self._badges.setdefault(person.badge_number, []).append(id_)
        self._members: dict[tuple[int, date], Membership] = {}

    def members(self, unit: int, month: date) -> Membership:
        """Return who works in a unit in a month."""
        key = (unit, month)
        if key not in self._members:
            county, policy = self._document.county, self._document.policy
            self._members[key] = members(county, policy, unit, month)
        return self._members[key]

    def find(self, name: Cell, number: Cell, unit: int, month: date) -> Found:
        """Return whom a name and a badge number of a unit's roster mean, or why nobody can be told."""
        written = person_name(name)
        by_badge = self._badges.get(badge(number), []) if number != "" else []
        named = self._named(written) if written else []
        both = [p for p in by_badge if p in named]
        if len(both) == 1:
            return Found(both[0])
        there = self.members(unit, month) if by_badge or len(named) > 1 else {}
        here = [p for p in named if p in there]
        if len(by_badge) == 1:
            return self._by_badge(
                self._people[by_badge[0]], written, here if by_badge[0] not in there else []
            )
        named = here or named
        if len(named) == 1:
            return Found(named[0])
        return Found(None, (SEVERAL if named else NOBODY).format(who=written or as_text(number) or "?"))

    def anywhere(self, name: str, number: str) -> Found:
        """Return whom a name and a badge number mean in the whole county, or why nobody can be told."""
        written, named = person_name(name), self._named(person_name(name)) if name else []
        by_badge = self._badges.get(badge(number), []) if number else []
        both = [p for p in by_badge if p in named]
        if len(both or by_badge) == 1:
            return self._by_badge(self._people[(both or by_badge)[0]], "" if both else written, [])
        if len(named) == 1 and not by_badge:
            return Found(named[0])
        return Found(None, (SEVERAL if named else NOBODY).format(who=written or number or "?"))

    def _by_badge(self, known: Person, written: str, here: Sequence[int]) -> Found:
        """Follow a badge number, but where it is a stranger's the only one of that name in the unit."""
        if not written:
            return Found(known.id)
        words = {"badge": known.badge_number, "known": known.name, "who": written}
        if len(here) == 1:
            return Found(here[0], _OTHER_BADGE.format(**words))
        return Found(known.id, OTHER_NAME.format(**words))

    def listed(self, cell: Cell) -> list[str]:
        """Return the names in one cell, 张三、王　宇 李四, each as it will be found."""
        names: list[str] = []
        for part in _STRONG.split(_NUMBERS.sub(" ", without_brackets(as_text(cell)))):
            names += self._taken_apart(part.split())
        return names

    def _taken_apart(self, words: Sequence[str]) -> Iterable[str]:
        """Join words that are one name, such as 王 宇, the longest run that is known first."""
        start = 0
        while start < len(words):
            ends = range(len(words), start + 1, -1)
            end = next((e for e in ends if self._named(" ".join(words[start:e]))), start + 1)
            yield person_name(" ".join(words[start:end]))
            start = end

    def _named(self, name: str) -> list[int]:
        return next((self._names[k] for k in _spellings(name) if k in self._names), [])


def _spellings(name: str) -> Iterable[str]:
    """Yield a name as it is compared, then without what stands in brackets or a 职务 around it."""
    yield name_key(name)
    bare = name_key(without_brackets(name))
    yield bare
    for head in sorted(vocabulary().lists["positions"]["heads"], key=len, reverse=True):
        if bare.startswith(head):
            yield bare[len(head) :].lstrip(":：")
        elif bare.endswith(head):
            yield bare[: -len(head)]
