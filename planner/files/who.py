"""Whom a row of another sheet means: by badge number, else by name and unit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from planner.county.records import Person
from planner.files.cells import name_key
from planner.files.roster import RosterPeople
from planner.text import Text

NOBODY = Text(
    "花名册里找不到“{who}”,未采用此人的内容。",
    "Nobody on the roster is “{who}”; what is said here of this person is not used.",
)
SEVERAL = Text(
    "花名册里有多人叫“{who}”,请补警号;未采用此人的内容。",
    "Several people on the roster are called “{who}”; give the badge number. What is said here of this person"
    " is not used.",
)
OTHER_NAME = Text(
    "警号 {badge} 在花名册里是“{known}”,此处是“{who}”,按警号采用,请核对。",
    "Badge number {badge} is “{known}” on the roster and “{who}” here; the number is followed, verify it.",
)


@dataclass(frozen=True, slots=True)
class Found:
    """The person meant, or why there is none; `doubt` with a person is a contradiction to list."""

    person: int | None
    doubt: Text | None = None


class PeopleIndex:
    """Finds people by the words of other sheets."""

    def __init__(self, roster: RosterPeople) -> None:
        self._people: Mapping[int, Person] = roster.people
        self._homes = roster.homes
        self._badges = roster.stated_badges

    def find(self, name: str, badge: str, home: int | None) -> Found:
        """Return whom a name, a badge number and a home unit mean together."""
        key = name_key(name)
        by_badge = self._badges.get(badge, []) if badge else []
        same = [p for p in by_badge if not key or name_key(self._people[p].name) == key]
        if len(same) == 1:
            return Found(same[0])
        if not by_badge:
            return self._by_name(name, key, home)
        if len(by_badge) == 1:
            known = self._people[by_badge[0]]
            return Found(known.id, OTHER_NAME.format(badge=badge, known=known.name, who=name))
        return Found(None, SEVERAL.format(who=name or badge))

    @cached_property
    def _names(self) -> Mapping[str, list[int]]:
        names: dict[str, list[int]] = {}
        for id_, person in self._people.items():
            if not person.made_up_name:
                names.setdefault(name_key(person.name), []).append(id_)
        return names

    def _by_name(self, name: str, key: str, home: int | None) -> Found:
        named = self._names.get(key, []) if key else []
        if len(named) > 1:
            named = list(self._of_unit(named, home)) or named
        if len(named) == 1:
            return Found(named[0])
        return Found(None, (SEVERAL if named else NOBODY).format(who=name or "?"))

    def _of_unit(self, people: Iterable[int], home: int | None) -> Iterable[int]:
        return (p for p in people if home is not None and self._homes[p] == home)
