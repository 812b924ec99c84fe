"""A scenario applied: its base first, then its changes by date; what cannot be made is a conflict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from planner.document import Document
from planner.errors import InputError
from planner.scenarios.kinds import kinds
from planner.scenarios.records import CHANGE_NAMES, Change, Scenario
from planner.text import Text

_CHANGE = Text("{date} {kind}:{why}", "{date} {kind}: {why}")
_NO_SUCH_DAY = Text("日期超出可用范围,请更正。", "The dates lie outside any calendar; correct them.")
_CYCLE = Text(
    "方案“{name}”的基础又以它自身为基础,请重新选择基础。",
    "The scenario “{name}” stands on itself through its base; choose another base.",
)
_NO_BASE = Text(
    "方案“{name}”的基础方案已不存在,请重新选择基础。",
    "The base of the scenario “{name}” is no longer there; choose another one.",
)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A change that cannot be made, and why; without a change it is the scenario's base that cannot be."""

    scenario: int
    change: int | None
    sentence: Text


@dataclass(frozen=True, slots=True)
class Applied:
    """A document with the changes of a scenario made, and those that could not be."""

    document: Document
    conflicts: tuple[Conflict, ...] = ()


def applied(document: Document, scenario: int) -> Applied:
    """Return the document with a scenario applied; the document given stays as it is, nothing is raised.

    A scenario on a base that is missing or stands on it is applied as far down as there are bases.
    """
    chain, conflicts = chain_of(document.scenarios, scenario), []
    fault = base_fault(document.scenarios, scenario)
    if fault is not None:
        conflicts.append(Conflict(scenario, None, fault))
    for one in chain:
        for change in in_order(one):
            try:
                document = kinds()[change.kind](document, change)
            except InputError as refusal:
                conflicts.append(Conflict(one.id, change.id, _said(change, refusal.message)))
            except OverflowError:  # of dates: the day before the first or after the last there is
                conflicts.append(Conflict(one.id, change.id, _said(change, _NO_SUCH_DAY)))
    return Applied(document, tuple(conflicts))


def chain_of(scenarios: Mapping[int, Scenario], scenario: int) -> Sequence[Scenario]:
    """Return a scenario and all it stands on, the lowest first; each once."""
    return tuple(_downward(scenarios, scenario))[::-1]


def base_fault(scenarios: Mapping[int, Scenario], scenario: int) -> Text | None:
    """Return what is wrong with what a scenario stands on: a cycle, or a base that is gone."""
    lowest = chain_of(scenarios, scenario)[:1]
    for one in lowest:
        if one.base is not None:
            name = scenarios[scenario].name
            return (_CYCLE if one.base in scenarios else _NO_BASE).format(name=name)
    return None


def _downward(scenarios: Mapping[int, Scenario], scenario: int) -> Iterator[Scenario]:
    seen, at = set[int](), scenarios.get(scenario)
    while at is not None and at.id not in seen:
        yield at
        seen.add(at.id)
        at = scenarios.get(at.base) if at.base is not None else None


def in_order(scenario: Scenario) -> Sequence[Change]:
    """Return the changes that are switched on, by date; of one day in list order."""
    return sorted((c for c in scenario.changes if c.enabled), key=lambda c: c.date)


def _said(change: Change, why: Text) -> Text:
    return _CHANGE.format(date=change.date, kind=CHANGE_NAMES[change.kind], why=why)
