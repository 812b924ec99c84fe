"""What a scenario changes, in one line: kinds with their numbers, days and values, and no names."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from planner.comparison.options import Option
from planner.county.in_force import day_before
from planner.document import Document
from planner.policy.settings import SETTINGS
from planner.scenarios.applying import in_order
from planner.scenarios.records import CHANGE_NAMES, Change, ChangeKind, Scenario
from planner.tables.change_values import value_of
from planner.tables.change_words import setting_titles, unit_name
from planner.tables.policy import value_words
from planner.text import Text, same

_MOST = 6  # parts spelled out
_REST = Text("另有变动 {n} 项", "{n} more changes")
_EMPTY = Text("未启用任何变动", "no change is switched on")
_PEOPLE = Text("{kind} {n} 人", "{kind}: {n}")
_RECRUITS = Text("新警 {n} 人到{unit}", "recruits: {n} to {unit}")
_OPENED = Text("新设{unit}", "{unit} opened")
_MERGED = Text("{unit}并入{into}", "{unit} merged into {into}")
_CLOSED = Text("撤销{unit}", "{unit} closed")
_CLOSED_INTO = Text("撤销{unit},人员到{into}", "{unit} closed, its people to {into}")
_REPORT = Text("{unit}每月少 {n} 小时报表", "{unit}: {n} report hours a month fewer")
_EVERY = Text("各派出所", "every station")
_TARGET = Text("{setting} {was} → {value}", "{setting} {was} → {value}")
_ON, _FROM = Text("{what},{first}", "{what}, {first}"), Text("{what},自 {first} 起", "{what}, from {first}")
_TO = Text("{what},{first} 至 {last}", "{what}, {first} to {last}")
_SPREAD = Text("{what},{first} 至 {last} 间", "{what}, between {first} and {last}")
Alike = Sequence[Change]  # changes told together


def described(option: Option, base: Document) -> Text:
    """Return what the changes of a scenario that are switched on are; those of its base are not said."""
    groups = _alike(option.scenario) if option.scenario is not None else []
    parts = [_part(group, option, base) for group in groups[:_MOST]]
    rest = sum(len(group) for group in groups[_MOST:])
    if rest:
        parts.append(_REST.format(n=rest))
    return Text(";".join(p.zh for p in parts), "; ".join(p.en for p in parts)) if parts else _EMPTY


def _alike(scenario: Scenario) -> list[Alike]:
    """Return the changes, those of one kind that differ only in whom they are about together; by date."""
    groups: dict[object, list[Change]] = {}
    for change in in_order(scenario):
        groups.setdefault(_KEYS.get(change.kind, _alone)(change), []).append(change)
    return list(groups.values())


def _alone(change: Change) -> object:
    return change.id


def _by_kind(change: Change) -> object:
    return change.kind


_KEYS: Mapping[ChangeKind, Callable[[Change], object]] = {
    ChangeKind.TRANSFER: _by_kind,
    ChangeKind.POST_CHANGE: _by_kind,
    ChangeKind.RETURN: _by_kind,
    ChangeKind.RETIRE: _by_kind,
    ChangeKind.LEAVE: _by_kind,
    ChangeKind.SECONDMENT: lambda change: (change.kind, change.date, change.until),
    ChangeKind.RECRUIT: lambda change: (change.kind, change.unit),
}


def _part(group: Alike, option: Option, base: Document) -> Text:
    change = group[0]
    what = _what(group, option, base)
    first, last = change.date, group[-1].date
    if change.kind in (ChangeKind.CAMPAIGN, ChangeKind.SECONDMENT):
        ends = change.until is not None
        return (_TO if ends else _FROM).format(what=what, first=first, last=change.until)
    if change.kind in (ChangeKind.TARGET, ChangeKind.CANCEL_REPORT):
        return _FROM.format(what=what, first=first)
    return (_ON if first == last else _SPREAD).format(what=what, first=first, last=last)


def _what(group: Alike, option: Option, base: Document) -> Text:
    change = group[0]
    unit, into = unit_name(base, change.unit), unit_name(base, change.into)
    match change.kind:
        case ChangeKind.TARGET:
            return _target(change, option, base)
        case ChangeKind.RECRUIT:
            return _RECRUITS.format(n=sum(c.number or 1 for c in group), unit=unit)
        case ChangeKind.OPEN_STATION:
            return _OPENED.format(unit=change.name)
        case ChangeKind.MERGE_STATION:
            return _MERGED.format(unit=unit, into=into)
        case ChangeKind.CLOSE_STATION:
            return (_CLOSED if change.into is None else _CLOSED_INTO).format(unit=unit, into=into)
        case ChangeKind.CANCEL_REPORT:
            return _REPORT.format(unit=_EVERY if change.unit is None else unit, n=change.number or 0)
        case ChangeKind.CAMPAIGN:
            return _people(change, change.number or len(change.people))
        case _:
            return _people(change, len(group))


def _people(change: Change, n: int) -> Text:
    return _PEOPLE.format(kind=CHANGE_NAMES[change.kind], n=n)


def _target(change: Change, option: Option, base: Document) -> Text:
    setting = SETTINGS.get(change.key)
    before = option.document.policy.on(day_before(change.date))
    was = value_words(setting, before.value(change.key)) if setting is not None else same("")
    title = setting_titles().get(change.key, same(change.key))
    return _TARGET.format(setting=title, was=was, value=value_of(change, base))
