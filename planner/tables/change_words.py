"""What a change says, in words, and such words read back: the same for forms, cells and pastes."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from planner.document import Document
from planner.errors import InputError
from planner.policy.setting_names import setting_called
from planner.policy.settings import SETTINGS
from planner.scenarios.records import Change, ChangeKind, change_that_made, place_of_recruit
from planner.tables import names, typed
from planner.tables.change_values import read_value, value_choices, value_of
from planner.tables.column import Choice
from planner.tables.kinds import borrower_choices, unit_choices
from planner.tables.people import a_person, people_choices, person_words
from planner.tables.places import read_elsewhere
from planner.text import Text, joined, same

_GONE_UNIT = Text("(单位已不存在)", "(unit gone)")
_GONE_PERSON = Text("(人员已不在花名册)", "(no longer on the roster)")
_RECRUIT = Text("新警{n}", "recruit {n}")
_NO_SETTING = Text("没有名为“{words}”的指标,请从列表中选择。", "No setting is called “{words}”; choose one.")
_OF_STATIONS = (ChangeKind.MERGE_STATION, ChangeKind.CLOSE_STATION, ChangeKind.CANCEL_REPORT)
_SEPARATOR = re.compile(r"[、,;\n\uff0c\uff1b]")  # commas and semicolons of either width
Fields = dict[str, object]  # of the record


@dataclass(frozen=True, slots=True)
class Field:
    """How one thing that changes ask for is written, chosen from, and read into fields of the record."""

    words: Callable[[Change, Document], Text]
    read: Callable[[str, Document, Change], Fields]
    choices: Callable[[Document, Change], Sequence[Choice]] | None = None
    start: Callable[[Change, Document], Text] | None = None  # in a form: without what has to be chosen anew


@cache
def setting_titles() -> Mapping[str, Text]:
    """Return the policy settings a change may give another value, with their titles."""
    return {key: setting.title for key, setting in SETTINGS.items() if setting.kind != "order"}


def people_of(change: Change) -> tuple[int, ...]:
    """Return the officers a change names."""
    return (change.person,) if change.person is not None else change.people


def scenarios_about(document: Document, people: Collection[int]) -> list[Text]:
    """Return the names of the scenarios that have a change about one of some officers."""
    gone = frozenset(people)
    return [
        same(scenario.name)
        for scenario in document.scenarios.values()
        if any(not gone.isdisjoint(people_of(change)) for change in scenario.changes)
    ]


def unit_name(document: Document, unit: int | None) -> Text:
    """Return the name of a unit of the county, or of one that a change opens."""
    if unit is None:
        return same("")
    if unit in document.county.units:
        return same(document.county.units[unit].name)
    opened = _change(document, unit)
    return same(opened.name) if opened is not None and opened.name else _GONE_UNIT


def person_name(document: Document, person: int) -> Text:
    """Return the name of somebody on the roster, or of a recruit of a change."""
    if person in document.county.people:
        return same(document.county.people[person].name)
    joined_by = _change(document, person)
    if joined_by is None:
        return _GONE_PERSON
    return same(joined_by.name) if joined_by.name else _RECRUIT.format(n=place_of_recruit(person))


def _change(document: Document, made: int) -> Change | None:
    """Return the change that makes a unit or a person that is not on file."""
    wanted = change_that_made(made)
    return next((c for s in document.scenarios.values() for c in s.changes if c.id == wanted), None)


def _people(change: Change, document: Document) -> Text:
    return joined(person_name(document, person) for person in people_of(change))


def _told_apart(change: Change, document: Document) -> Text:
    """Return the officers with their badge numbers, as a form begins; who is gone has to be chosen anew."""
    people = document.county.people
    found = (
        same(person_words(people[id_])) if id_ in people else person_name(document, id_)
        for id_ in people_of(change)
    )
    return joined(name for name in found if name != _GONE_PERSON)


def _unit_choices(document: Document, change: Change) -> Sequence[Choice]:
    return _stations(document) if change.kind in _OF_STATIONS else unit_choices(document)


def _into_choices(document: Document, change: Change) -> Sequence[Choice]:
    """Return where a station's people may go: a unit, but for a merger another station."""
    into = _stations(document) if change.kind is ChangeKind.MERGE_STATION else unit_choices(document)
    return [choice for choice in into if choice.value != change.unit]


def _stations(document: Document) -> Sequence[Choice]:
    return [Choice(u.id, same(u.name)) for u in document.county.units.values() if u.is_station]


def _still_there(name: Text) -> Text:
    return same("") if name == _GONE_UNIT else name


def a_list_of_people(words: str, document: Document) -> tuple[int, ...]:
    """Return the people a list of names or badge numbers means; raise InputError for one it cannot tell."""
    return tuple(dict.fromkeys(a_person(part, document) for part in listed(words)))


def listed(words: str) -> list[str]:
    """Return the parts of a list as people write it."""
    return [part.strip() for part in _SEPARATOR.split(words) if part.strip()]


def _one_person(words: str, document: Document, _: Change) -> Fields:
    return {"person": a_person(words, document) if words.strip() else None, "people": ()}


def _to(change: Change, document: Document) -> Text:
    return unit_name(document, change.unit) if change.unit is not None else same(change.name)


def _read_to(words: str, document: Document, _: Change) -> Fields:
    to = read_elsewhere(words, document)
    return {"unit": to.unit, "name": to.outside}


def _read_setting(words: str, _: Document, change: Change) -> Fields:
    key = setting_called(words)
    if key is not None:
        return {"key": key} if key == change.key else {"key": key, "value": ""}
    if not words.strip():
        return {"key": "", "value": ""}
    raise InputError(_NO_SETTING.format(words=words.strip()))


def _date(words: str, document: Document, _: Change) -> Fields:
    return {"until": typed.a_date_of("until")(words, document)}


def _read_post(words: str, _: Document, __: Change) -> Fields:
    post = typed.a_choice(words, names.POSTS)
    return {"post": post}


FIELDS: Mapping[str, Field] = {
    "person": Field(_people, _one_person, lambda d, _: people_choices(d), _told_apart),
    "people": Field(
        _people, lambda w, d, _: {"person": None, "people": a_list_of_people(w, d)}, None, _told_apart
    ),
    "unit": Field(
        lambda c, d: unit_name(d, c.unit),
        lambda w, d, _: {"unit": typed.a_unit(w, d)},
        _unit_choices,
        lambda c, d: _still_there(unit_name(d, c.unit)),
    ),
    "to": Field(_to, _read_to, lambda d, _: borrower_choices(d), lambda c, d: _still_there(_to(c, d))),
    "into": Field(
        lambda c, d: unit_name(d, c.into),
        lambda w, d, _: {"into": typed.a_unit(w, d)},
        _into_choices,
        lambda c, d: _still_there(unit_name(d, c.into)),
    ),
    "post": Field(
        lambda c, _: same("") if c.post is None else names.POSTS[c.post],
        _read_post,
        lambda _, __: [Choice(post, words) for post, words in names.POSTS.items()],
    ),
    "number": Field(
        lambda c, _: same("" if c.number is None else str(c.number)),
        lambda w, d, _: {"number": typed.a_count(w, d)},
    ),
    "until": Field(lambda c, _: same("" if c.until is None else c.until.isoformat()), _date),
    "key": Field(
        lambda c, _: setting_titles().get(c.key, same(c.key)),
        _read_setting,
        lambda _, __: [Choice(key, title) for key, title in setting_titles().items()],
    ),
    "value": Field(value_of, read_value, lambda _, c: value_choices(c)),
    "name": Field(lambda c, _: same(c.name), lambda w, d, _: {"name": typed.a_title(w, d)}),
    "note": Field(lambda c, _: c.noted, lambda w, d, _: {"note": typed.a_text(w, d), "note_en": ""}),
}
