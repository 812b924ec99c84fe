"""The rows of a table of changes: what becomes of each change when its scenario is applied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from planner.county.records import County
from planner.document import Document
from planner.scenarios.applying import Applied, Conflict, Step, chain_of
from planner.scenarios.records import Change, ChangeKind, Scenario
from planner.tables.change_words import people_of
from planner.text import Text, joined, same

_FROM = Text("来自“{name}”:{said}", "from “{name}”: {said}")
_CHOSEN = Text("选派 {n} 人:{names}", "{n} chosen: {names}")
_OPENED = Text("新设“{name}”", "opens “{name}”")


class Outcome(StrEnum):
    """What becomes of a change when its scenario is applied."""

    MADE = "made"
    CONFLICT = "conflict"
    OFF = "off"
    PENDING = "pending"  # still being worked out


OUTCOMES: Mapping[Outcome, Text] = {
    Outcome.MADE: Text("可实施", "can be made"),
    Outcome.CONFLICT: Text("无法实施", "cannot be made"),
    Outcome.OFF: Text("已停用", "switched off"),
    Outcome.PENDING: Text("正在核算…", "being worked out…"),
}


class ChangeRow(NamedTuple):
    """A change, the scenario it stands in, and what becomes of it."""

    change: Change
    scenario: Scenario
    document: Document
    outcome: Outcome
    said: Text  # the outcome in words: why it cannot be made, or whom it chose
    inherited: bool = False

    @property
    def id(self) -> int:
        """The change's id."""
        return self.change.id

    @property
    def badges(self) -> str:
        """The badge numbers of the officers named."""
        people = self.document.county.people
        return "、".join(people[id_].badge_number for id_ in people_of(self.change) if id_ in people)


def change_rows(
    document: Document, scenario: int, applied: Applied | None, *, with_bases: bool = False
) -> list[ChangeRow]:
    """Return the changes of a scenario in list order, those of all it stands on before them if asked for."""
    conflicts = {c.change: c for c in applied.conflicts} if applied is not None else None
    made = dict(_made(applied)) if applied is not None else {}
    chain = chain_of(document.scenarios, scenario)
    return [
        _row(document, one, change, conflicts, made, inherited=one.id != scenario)
        for one in (chain if with_bases else chain[-1:])
        for change in one.changes
    ]


def _row(
    document: Document,
    one: Scenario,
    change: Change,
    conflicts: Mapping[int | None, Conflict] | None,
    made: Mapping[int, Text],
    *,
    inherited: bool,
) -> ChangeRow:
    conflict = conflicts.get(change.id) if conflicts is not None else None
    outcome = _outcome(change, conflicts)
    said = made.get(change.id, OUTCOMES[outcome])
    if outcome is Outcome.CONFLICT and conflict is not None:
        said = conflict.why or conflict.sentence
    if inherited:
        said = _FROM.format(name=one.name, said=said)
    return ChangeRow(change, one, document, outcome, said, inherited)


def _outcome(change: Change, conflicts: Mapping[int | None, Conflict] | None) -> Outcome:
    if not change.enabled:
        return Outcome.OFF
    if conflicts is None:
        return Outcome.PENDING
    return Outcome.CONFLICT if change.id in conflicts else Outcome.MADE


def _made(applied: Applied) -> Iterator[tuple[int, Text]]:
    """Yield what a campaign or a new station made, by change, where that is known."""
    before = applied.start
    for step in applied.steps:
        if before is not None and step.refusal is None and (said := _made_by(step, before.county)):
            yield step.change.id, said
        before = step.document


def _made_by(step: Step, before: County) -> Text | None:
    after = step.document.county
    if step.change.kind is ChangeKind.OPEN_STATION:
        return _OPENED.format(name=step.change.name)
    if step.change.kind is not ChangeKind.CAMPAIGN:
        return None
    new = [s.person for id_, s in after.secondments.items() if id_ not in before.secondments]
    names = joined(same(after.people[person].name) for person in new if person in after.people)
    return _CHOSEN.format(n=len(new), names=names)
