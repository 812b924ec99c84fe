"""The moves that keep lines from breaking, written into a scenario as changes of their days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import count
from typing import TYPE_CHECKING

from planner.county.records import MoveKind
from planner.document import Document
from planner.edits.scenarios import add_change, new_scenario
from planner.scenarios.records import ChangeKind, Scenario
from planner.text import Language

if TYPE_CHECKING:  # it brings the solvers with it
    from planner.forecast.preventing import Prevention

_KINDS: Mapping[MoveKind, ChangeKind] = {
    MoveKind.TRANSFER: ChangeKind.TRANSFER,
    MoveKind.RETURN: ChangeKind.RETURN,
    MoveKind.POST_CHANGE: ChangeKind.POST_CHANGE,
}


def write_preventions(
    document: Document, ways: Iterable[Prevention], scenario: int | None, name: str, language: Language
) -> Document:
    """Return the document with the moves of some preventions added to a scenario, each on its day.

    Without a scenario a new one is made under the name, numbered where that is taken. The notes of the
    changes are in a language.
    """
    if scenario is None:
        document = new_scenario(document, unused_name(document.scenarios, name))
        scenario = max(document.scenarios)
    for way in ways:
        for move in way.repair.proposal.moves if way.repair is not None else ():
            document = add_change(
                document,
                scenario,
                _KINDS[move.kind],
                way.date,
                person=move.person,
                unit=move.to_unit if move.kind is MoveKind.TRANSFER else None,
                post=move.to_post,
                note=move.reason.in_language(language),
            )
    return document


def unused_name(scenarios: Mapping[int, Scenario], wished: str) -> str:
    """Return a name no scenario has: the one wished for, or with the first number that is free."""
    taken = {scenario.name for scenario in scenarios.values()}
    numbered = (f"{wished} ({n})" for n in count(2))
    return wished if wished not in taken else next(name for name in numbered if name not in taken)
