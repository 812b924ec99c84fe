"""What happens to whom on a day: read off how people stand before it and on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.county.records import Person
from planner.county.state import Placed, Standing, State
from planner.text import Text


class EventKind(StrEnum):
    """What happens to one person, or to the county as a whole."""

    RETIRES = "retires"
    LEAVES = "leaves"
    JOINS = "joins"
    ABSENT = "absent"
    BACK = "back"
    RETURNS = "returns"
    SECONDED = "seconded"
    TRANSFERRED = "transferred"
    POST_CHANGED = "post_changed"
    APPROVAL_ENDS = "approval_ends"
    COUNTED_OTHERWISE = "counted_otherwise"  # by how long an absence or a secondment has lasted
    UNITS_CHANGE = "units_change"
    POLICY_CHANGES = "policy_changes"


_WORDS = {
    EventKind.RETIRES: Text("{who}退休", "{who} retires"),
    EventKind.LEAVES: Text("{who}离职或退休", "{who} leaves the service"),
    EventKind.JOINS: Text("{who}到岗", "{who} joins"),
    EventKind.ABSENT: Text("{who}长期不在岗", "{who} is long absent"),
    EventKind.BACK: Text("{who}销假返岗", "{who} is back from a long absence"),
    EventKind.RETURNS: Text("{who}返岗", "{who} returns"),
    EventKind.SECONDED: Text("{who}抽调借调至{place}", "{who} is seconded to {place}"),
    EventKind.TRANSFERRED: Text("{who}交流至{unit}", "{who} is transferred to {unit}"),
    EventKind.POST_CHANGED: Text("{who}调整岗位", "{who} changes post"),
    EventKind.APPROVAL_ENDS: Text("{who}经批准保留期满", "the approval that keeps {who} away ends"),
    EventKind.COUNTED_OTHERWISE: Text("{who}计入单位变化", "{who} counts elsewhere"),
    EventKind.UNITS_CHANGE: Text("单位设置变化", "the units of the bureau change"),
    EventKind.POLICY_CHANGES: Text("指标口径变化", "the policy changes"),
}
EVENT_NAMES: Mapping[EventKind, Text] = {
    EventKind.RETIRES: Text("法定退休", "retires by law"),
    EventKind.LEAVES: Text("登记离职", "leaves as recorded"),
    EventKind.JOINS: Text("到岗", "joins"),
    EventKind.ABSENT: Text("长期不在岗", "long absent"),
    EventKind.BACK: Text("销假返岗", "back from absence"),
    EventKind.RETURNS: Text("返岗", "returns"),
    EventKind.SECONDED: Text("抽调借调", "seconded"),
    EventKind.TRANSFERRED: Text("单位间交流", "transferred"),
    EventKind.POST_CHANGED: Text("岗位调整", "post changed"),
    EventKind.APPROVAL_ENDS: Text("保留期满", "approval ends"),
    EventKind.COUNTED_OTHERWISE: Text("计入变化", "counts elsewhere"),
    EventKind.UNITS_CHANGE: Text("单位设置变化", "units change"),
    EventKind.POLICY_CHANGES: Text("指标口径变化", "policy changes"),
}


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happens on a day; without a person it is of the whole county."""

    date: date
    kind: EventKind
    person: int | None
    words: Text


def changed_people(before: State, now: State) -> list[int]:
    """Return whose place was looked up anew and may differ, and whose approval ends on the day."""
    known = before.placed
    return [
        id_
        for id_, placed in now.placed.items()
        if placed is not known[id_]
        or (placed.secondment is not None and before.is_kept(placed) != now.is_kept(placed))
    ]


def event_of(person: int, before: State, now: State, by_law: frozenset[int]) -> Event:
    """Return what happened to a person between two states, the second one's day being the day it happened."""
    was, placed = before.placed[person], now.placed[person]
    ended = before.is_kept(was) and not now.is_kept(placed)
    kind = _kind(was, placed, person in by_law, ended)
    words = _WORDS[kind].format(
        who=_who(placed.person), place=now.working_words(placed), unit=now.unit_name(placed.home)
    )
    return Event(now.date, kind, person, words)


def county_events(before: State, now: State) -> list[Event]:
    """Return what changed on a day that is nobody's in particular: the units, the policy."""
    changed = {
        EventKind.UNITS_CHANGE: before.county.units != now.county.units,
        EventKind.POLICY_CHANGES: before.policy != now.policy,
    }
    return [Event(now.date, kind, None, _WORDS[kind]) for kind, is_so in changed.items() if is_so]


def _kind(was: Placed, now: Placed, by_law: bool, approval_ended: bool) -> EventKind:
    if was.standing.counts != now.standing.counts:
        if now.standing.counts:
            return EventKind.JOINS
        return EventKind.RETIRES if by_law else EventKind.LEAVES
    absent = Standing.LONG_ABSENT
    if (was.standing is absent) != (now.standing is absent):
        return EventKind.BACK if was.standing is absent else EventKind.ABSENT
    if was.home != now.home:
        return EventKind.TRANSFERRED
    if was.secondment != now.secondment:
        return EventKind.RETURNS if now.secondment is None else EventKind.SECONDED
    if was.post is not now.post or was.beat != now.beat:
        return EventKind.POST_CHANGED
    return EventKind.APPROVAL_ENDS if approval_ended else EventKind.COUNTED_OTHERWISE


def _who(person: Person) -> Text:
    return Text(f"{person.name}({person.badge_number})", f"{person.name} ({person.badge_number})")
