"""An edit made within a scenario, written down as changes of the scenario; the county stays as it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from planner.county.duty import DutyMonth
from planner.document import Document
from planner.edits.scenarios import add_change, keep_duty
from planner.errors import InputError
from planner.scenarios.applying import Applied, applied
from planner.scenarios.differences import changes_between
from planner.scenarios.own_duty import refuse_facts
from planner.text import Text, joined

_CANNOT = Text("方案中不能这样修改:{why}", "Within a scenario this cannot be done: {why}")


@dataclass(frozen=True, slots=True)
class Recorded:
    """A document with an edit recorded in a scenario of it, and that scenario as applied to it."""

    document: Document
    applied: Applied


def recorded(document: Document, scenario: int, before: Applied, after: Document, on: date) -> Recorded:
    """Return the document with what an edit changed on a date recorded as changes of a scenario.

    `before` is the scenario as it was edited and `after` what the edit made of it. Raises InputError for
    what no change can say, such as the correction of a fact, and for a change that cannot be made; then
    nothing is recorded.
    """
    made = document
    for kind, day, fields in changes_between(before.document, after, on):
        made = add_change(made, scenario, kind, day, **fields)
    for month in _months_planned(before.document, after):
        made = keep_duty(made, scenario, month)
    added = set(made.scenarios[scenario].changes).difference(document.scenarios[scenario].changes)
    result = applied(made, scenario, before)
    _refuse_conflicts(result, {change.id for change in added})
    return Recorded(made, result)


def _months_planned(before: Document, after: Document) -> Iterator[DutyMonth]:
    refuse_facts(before.duty, after.duty)
    for key, month in after.duty.months.items():
        known = before.duty.months.get(key)
        if known is None or known.planned != month.planned:
            yield month


def _refuse_conflicts(result: Applied, changes: Collection[int]) -> None:
    refused = [c for c in result.conflicts if c.change in changes]
    if refused:
        raise InputError(_CANNOT.format(why=joined(c.sentence for c in refused[:3])))
