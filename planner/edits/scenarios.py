"""Edits of scenarios: making, branching, changing, re-basing, and adopting one into the county."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from planner.county.duty import DutyMonth
from planner.document import Document
from planner.edits.correcting import GONE
from planner.edits.refused import RefusedError, refuse
from planner.scenarios.applying import Applied, applied, base_fault, chain_of
from planner.scenarios.records import (
    MOST_RECRUITS,
    Change,
    ChangeKind,
    Scenario,
    next_change_id,
    person_joined_by,
    unit_opened_by,
)
from planner.text import Text, joined, same

_RECORDS = ("person", "unit", "into")  # fields of a change that may name what another change makes
_NAMELESS = Text("方案名称不能为空。", "A scenario needs a name.")
_TAKEN = Text("已有名为“{name}”的方案。", "There already is a scenario called “{name}”.")
_STOOD_ON = Text(
    "方案{names}以“{name}”为基础,请先为其改选基础或先删除。",
    "{names} stand on “{name}”; give them another base or remove them first.",
)
_ORDER = Text("新的顺序须包含全部变动且不重复。", "The new order must hold every change once.")
_CONFLICTS = Text(
    "方案“{name}”有 {n} 项变动无法实施,请修改或停用后再采用。第一项:{first}",
    "{n} change(s) of “{name}” cannot be made; correct or switch them off first. The first: {first}",
)


def new_scenario(document: Document, name: str, base: int | None = None, note: str = "") -> Document:
    """Return the document with an empty scenario at the end, on the county or on another scenario."""
    made = Scenario(1 + max(document.scenarios, default=0), name.strip(), base, (), note.strip())
    return _put(document, made)


def rename_scenario(document: Document, scenario: int, name: str) -> Document:
    """Return the document with a scenario under another name."""
    return _put(document, replace(_known(document, scenario), name=name.strip()))


def describe_scenario(document: Document, scenario: int, note: str) -> Document:
    """Return the document with another note on a scenario."""
    return _put(document, replace(_known(document, scenario), note=note.strip()))


def remove_scenario(document: Document, scenario: int) -> Document:
    """Return the document without a scenario on which no other one stands."""
    gone = _known(document, scenario)
    above = [s for s in document.scenarios.values() if s.base == scenario]
    if above:
        names = joined(same(s.name) for s in above)
        raise refuse(scenario, "base", _STOOD_ON.format(names=names, name=gone.name))
    return replace(document, scenarios={id_: s for id_, s in document.scenarios.items() if id_ != scenario})


def duplicate_scenario(document: Document, scenario: int, name: str) -> Document:
    """Return the document with a copy of a scenario at the end, to be changed apart from it."""
    first = _next_change(document)
    known = _known(document, scenario)
    ids = {change.id: first + i for i, change in enumerate(known.changes)}
    made = _made_again(known.changes, ids)
    copied = replace(
        known,
        id=1 + max(document.scenarios),
        name=name.strip(),
        changes=tuple(_renumbered(change, ids, made) for change in known.changes),
        duty=tuple(_of_others(month, made) for month in known.duty),
    )
    return _put(document, copied)


def copy_changes(document: Document, changes: Iterable[int], scenario: int) -> Document:
    """Return the document with copies of some changes at the end of a scenario, in the order given."""
    first, known = _next_change(document), _known(document, scenario)
    copied = [next(c for c in _of_change(document, id_).changes if c.id == id_) for id_ in changes]
    ids = {change.id: first + i for i, change in enumerate(copied)}
    made = _made_again(copied, ids)
    added = tuple(_renumbered(change, ids, made) for change in copied)
    return _put(document, replace(known, changes=(*known.changes, *added)))


def _made_again(changes: Iterable[Change], ids: Mapping[int, int]) -> Mapping[int, int]:
    """Return what copies of some changes make, by what the changes themselves do: ids of units and people."""
    units = {unit_opened_by(old): unit_opened_by(new) for old, new in ids.items()}
    people = {
        person_joined_by(change.id, place): person_joined_by(ids[change.id], place)
        for change in changes
        if change.kind is ChangeKind.RECRUIT
        for place in range(1, 1 + min(change.number or 1, MOST_RECRUITS))
    }
    return units | people


def _renumbered(change: Change, ids: Mapping[int, int], made: Mapping[int, int]) -> Change:
    other: dict[str, Any] = {
        field: made[known] for field in _RECORDS if (known := getattr(change, field)) in made
    }
    people = tuple(made.get(person, person) for person in change.people)
    return replace(change, id=ids[change.id], people=people, **other)


def _of_others(month: DutyMonth, made: Mapping[int, int]) -> DutyMonth:
    planned = {made.get(person, person): row for person, row in month.planned.items()}
    return replace(month, unit=made.get(month.unit, month.unit), planned=planned)


def set_base(document: Document, scenario: int, base: int | None) -> Document:
    """Return the document with a scenario on another base; one that leads back to it is refused."""
    return _put(document, replace(_known(document, scenario), base=base))


def add_change(document: Document, scenario: int, kind: ChangeKind, on: date, **fields: Any) -> Document:
    """Return the document with a change at the end of a scenario; `fields` are those of the record.

    Whether it can be made is said when the scenario is applied.
    """
    return add_changes(document, scenario, [replace(Change(0, kind, on), **fields)])


def add_changes(document: Document, scenario: int, changes: Iterable[Change]) -> Document:
    """Return the document with changes at the end of a scenario, in their order and with ids of their own."""
    known = _known(document, scenario)
    made = (replace(change, id=id_) for id_, change in enumerate(changes, _next_change(document)))
    return _put(document, replace(known, changes=(*known.changes, *made)))


def correct_change(document: Document, change: int, **fields: Any) -> Document:
    """Return the document with fields of a change corrected."""
    known = _of_change(document, change)
    changes = tuple(replace(c, **fields) if c.id == change else c for c in known.changes)
    return _put(document, replace(known, changes=changes))


def switch_changes(document: Document, changes: Iterable[int], enabled: bool) -> Document:
    """Return the document with some changes switched on or off."""
    for change in changes:
        document = correct_change(document, change, enabled=enabled)
    return document


def remove_changes(document: Document, changes: Iterable[int]) -> Document:
    """Return the document without some changes."""
    for change in changes:
        known = _of_change(document, change)
        left = tuple(c for c in known.changes if c.id != change)
        document = _put(document, replace(known, changes=left))
    return document


def reorder_changes(document: Document, scenario: int, order: Sequence[int]) -> Document:
    """Return the document with the changes of a scenario in another order, which decides within a day."""
    known = _known(document, scenario)
    changes = {change.id: change for change in known.changes}
    if sorted(order) != sorted(changes):
        raise refuse(scenario, "changes", _ORDER)
    return _put(document, replace(known, changes=tuple(changes[id_] for id_ in order)))


def keep_duty(document: Document, scenario: int, month: DutyMonth) -> Document:
    """Return the document with a duty month of a scenario's own, in the place of the one it had of it.

    Only what is planned is kept: attendance is what was, in every scenario.
    """
    known = _known(document, scenario)
    planned = DutyMonth(month.unit, month.month, month.planned)
    others = tuple(m for m in known.duty if m.key != month.key)
    return _put(document, replace(known, duty=(*others, planned)))


def drop_duty(document: Document, scenario: int, unit: int, month: date) -> Document:
    """Return the document without a scenario's own duty month: the one of its base holds again."""
    known = _known(document, scenario)
    return _put(document, replace(known, duty=tuple(m for m in known.duty if m.key != (unit, month))))


def adopt(document: Document, scenario: int, earlier: Applied | None = None) -> Document:
    """Return the document with a scenario, and all it stands on, written into the county as dated records.

    What is dated later stays in the future. The scenarios adopted are gone, with the changes that
    were switched off; whatever stood on one of them stands on the county. What `earlier` made of the
    same county is not made again. Raises RefusedError where a change cannot be made.
    """
    known, result = _known(document, scenario), applied(document, scenario, earlier)
    if result.conflicts:
        n, first = len(result.conflicts), result.conflicts[0]
        said = _CONFLICTS.format(name=known.name, n=n, first=first.sentence)
        raise RefusedError({(first.change or scenario, ""): said})
    gone = {one.id for one in chain_of(document.scenarios, scenario)}
    left = {
        id_: replace(s, base=None) if s.base in gone else s
        for id_, s in document.scenarios.items()
        if id_ not in gone
    }
    return replace(result.document, scenarios=left)


def _known(document: Document, scenario: int) -> Scenario:
    if scenario not in document.scenarios:
        raise refuse(scenario, "", GONE)
    return document.scenarios[scenario]


def _of_change(document: Document, change: int) -> Scenario:
    for scenario in document.scenarios.values():
        if any(c.id == change for c in scenario.changes):
            return scenario
    raise refuse(change, "", GONE)


def _next_change(document: Document) -> int:
    county = document.county
    return next_change_id(document.scenarios.values(), (*county.units, *county.people))


def _put(document: Document, scenario: Scenario) -> Document:
    """Return the document with a scenario in its place, or at the end; refuse one that cannot be."""
    if not scenario.name:
        raise refuse(scenario.id, "name", _NAMELESS)
    others = (s for s in document.scenarios.values() if s.id != scenario.id)
    if any(s.name == scenario.name for s in others):
        raise refuse(scenario.id, "name", _TAKEN.format(name=scenario.name))
    scenarios = {**document.scenarios, scenario.id: scenario}
    before = document.scenarios.get(scenario.id)
    is_on_another = before is None or before.base != scenario.base  # an old fault stops no other correction
    if is_on_another and (fault := base_fault(scenarios, scenario.id)) is not None:
        raise refuse(scenario.id, "base", fault)
    return replace(document, scenarios=scenarios)
