"""People as one chooses them in a form: by name and badge number, or by either alone."""

from __future__ import annotations

from collections.abc import Sequence

from planner.county.records import Person
from planner.document import Document
from planner.errors import InputError
from planner.tables.column import Choice
from planner.text import Text, compact, same

_NOBODY = Text(
    "花名册里没有“{words}”,请从列表中选择。", "Nobody on the roster is “{words}”; choose from the list."
)
_SEVERAL = Text(
    "有多人叫“{words}”,请从列表中选带警号的一项。",
    "Several people are called “{words}”; choose the one with the right badge number from the list.",
)


def people_choices(document: Document, without: int | None = None) -> Sequence[Choice]:
    """Return everybody on the roster as a choice, but one."""
    return [Choice(p.id, same(person_words(p))) for p in document.county.people.values() if p.id != without]


def a_person(words: str, document: Document) -> int:
    """Return whom words mean; raise InputError where they mean nobody, or several."""
    wanted = compact(words)
    people = document.county.people.values()
    for spelt in (person_words, _badge, _name):
        found = [p.id for p in people if compact(spelt(p)) == wanted]
        if len(found) == 1:
            return found[0]
        if found:
            raise InputError(_SEVERAL.format(words=words.strip()))
    raise InputError(_NOBODY.format(words=words.strip()))


def person_words(person: Person) -> str:
    """Return name and badge number, as a choice shows them."""
    return f"{person.name}  {person.badge_number}"


def _badge(person: Person) -> str:
    return person.badge_number


def _name(person: Person) -> str:
    return person.name
