"""A scenario applied: its base first, then its changes by date; what cannot be made is a conflict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import takewhile

from planner.document import Document
from planner.errors import InputError
from planner.scenarios.kinds import kinds
from planner.scenarios.own_duty import with_own_duty
from planner.scenarios.records import CHANGE_NAMES, Change, Scenario
from planner.scenarios.unread import unread_of
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
    """A change that cannot be made, and why; without a change it is the scenario's base or its own roster."""

    scenario: int
    change: int | None
    sentence: Text
    why: Text | None = None  # the reason alone, where the change itself stands beside it


@dataclass(frozen=True, slots=True)
class Step:
    """A change made, or refused, and the document after it."""

    scenario: int
    change: Change
    document: Document
    refusal: Conflict | None


@dataclass(frozen=True, slots=True)
class Applied:
    """A document with the changes of a scenario made, those that could not be, and how it was made."""

    document: Document
    conflicts: tuple[Conflict, ...] = ()
    start: Document | None = field(default=None, compare=False)  # the document without them
    steps: tuple[Step, ...] = field(default=(), compare=False)


def applied(document: Document, scenario: int, earlier: Applied | None = None) -> Applied:
    """Return the document with a scenario applied; the document given stays as it is, nothing is raised.

    A scenario on a base that is missing or stands on it is applied as far down as there are bases. What
    `earlier` made in the same order of the same county is not made again.
    """
    chain, conflicts = chain_of(document.scenarios, scenario), []
    fault = base_fault(document.scenarios, scenario)
    if fault is not None:
        conflicts.append(Conflict(scenario, None, fault))
    wanted = [(one.id, change) for one in chain for change in in_order(one)]
    steps = list(_made_already(document, wanted, earlier))
    for of, change in wanted[len(steps) :]:
        steps.append(_step(steps[-1].document if steps else document, of, change))
    made = steps[-1].document if steps else document
    made = replace(made, layout=document.layout, scenarios=document.scenarios)
    conflicts += [step.refusal for step in steps if step.refusal is not None]
    for one in chain:
        made, faults = with_own_duty(made, one)
        conflicts += [Conflict(one.id, None, words) for words in faults]
    return Applied(made, tuple(conflicts), document, tuple(steps))


def same_county(one: Document, other: Document) -> bool:
    """Return whether two documents differ in nothing that figures and changes are made of."""
    return one.county is other.county and one.policy is other.policy and one.duty is other.duty


def _made_already(
    document: Document, wanted: Sequence[tuple[int, Change]], earlier: Applied | None
) -> Iterator[Step]:
    if earlier is None or earlier.start is None or not same_county(document, earlier.start):
        return
    pairs = zip(earlier.steps, wanted, strict=False)
    for step, _ in takewhile(lambda p: (p[0].scenario, p[0].change) == p[1], pairs):
        yield step


def _step(document: Document, scenario: int, change: Change) -> Step:
    try:
        return Step(scenario, change, kinds()[change.kind](document, change), None)
    except InputError as refusal:
        why = refusal.message
    except OverflowError:  # of dates: the day before the first or after the last there is
        why = _NO_SUCH_DAY
    unread = unread_of(change)
    if unread is not None:
        why = Text(why.zh + unread.zh, f"{why.en} {unread.en}")
    return Step(scenario, change, document, Conflict(scenario, change.id, _said(change, why), why))


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


def next_day(scenarios: Mapping[int, Scenario], scenario: int, after: date) -> date | None:
    """Return the first day after a date on which a scenario, or what it stands on, changes something."""
    changes = (change for one in chain_of(scenarios, scenario) for change in in_order(one))
    return min((change.date for change in changes if change.date > after), default=None)


def _said(change: Change, why: Text) -> Text:
    return _CHANGE.format(date=change.date, kind=CHANGE_NAMES[change.kind], why=why)
