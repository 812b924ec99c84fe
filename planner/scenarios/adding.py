"""Several changes written into a scenario at once: into one there is, or into a new one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from planner.document import Document
from planner.edits.scenarios import add_changes, new_scenario
from planner.scenarios.records import Change

_NUMBERED = "{name} {n}"


def with_changes(
    document: Document, scenario: int | None, changes: Sequence[Change], *, name: str, base: int | None = None
) -> Document:
    """Return the document with changes at the end of a scenario; None makes a new one of that name on a base.

    A name that is taken gets a number behind it. The changes get ids of their own.
    """
    if scenario is None:
        document = new_scenario(document, free_name(document, name), base)
        scenario = max(document.scenarios)
    return add_changes(document, scenario, changes)


def free_name(document: Document, name: str) -> str:
    """Return a name no scenario has yet: the one wanted, or with the first number behind it that is free."""
    taken = {scenario.name for scenario in document.scenarios.values()}
    numbered = (_NUMBERED.format(name=name, n=n) for n in count(2))
    return name if name not in taken else next(each for each in numbered if each not in taken)
