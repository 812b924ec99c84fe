"""The duty rosters planned within a scenario, in the place of those of the county as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planner.county.duty import DutyBook, DutyMonth
from planner.document import Document
from planner.errors import InputError
from planner.scenarios.records import Scenario
from planner.text import Text

_NO_UNIT = Text(
    "方案自有的 {month} 值班表所属单位已不存在,未采用该表。",
    "The unit of the scenario's own duty roster for {month} is no longer there; the roster is left out.",
)
_STRANGERS = Text(
    "方案自有的“{unit}”{month} 值班表中有 {n} 人已不在名册,其班次未计。",
    "{n} of the scenario's own duty roster of {unit} for {month} are no longer on the roster; not counted.",
)
_FACTS = Text(
    "方案中只能排班;考勤、节假日和疑似借用的认定是登记的事实,请先回到现状再修改。",
    "Within a scenario duty can be planned; attendance, calendar days and verdicts are facts on record: go"
    " back to the county as it stands to change them.",
)


def with_own_duty(document: Document, scenario: Scenario) -> tuple[Document, tuple[Text, ...]]:
    """Return the document with the duty months of a scenario, and what of them cannot be shown.

    Attendance is what was, in every scenario: it stays that of the document.
    """
    if not scenario.duty:
        return document, ()
    months, said = dict(document.duty.months), list[Text]()
    for own in scenario.duty:
        said += _faults(document, own)
        if own.unit in document.county.units:
            known = months.get(own.key, DutyMonth(own.unit, own.month))
            months[own.key] = replace(known, planned=_of_known_people(document, own).planned)
    return replace(document, duty=replace(document.duty, months=months)), tuple(said)


def _faults(document: Document, own: DutyMonth) -> Iterator[Text]:
    month = f"{own.month:%Y-%m}"
    unit = document.county.units.get(own.unit)
    if unit is None:
        yield _NO_UNIT.format(month=month)
    elif strangers := len(own.planned) - len(_of_known_people(document, own).planned):
        yield _STRANGERS.format(unit=unit.name, month=month, n=strangers)


def _of_known_people(document: Document, own: DutyMonth) -> DutyMonth:
    people = document.county.people
    return replace(own, planned={id_: row for id_, row in own.planned.items() if id_ in people})


def refuse_facts(before: DutyBook, after: DutyBook) -> None:
    """Raise InputError where an edit of a duty book did more than plan months."""
    if before is after:
        return
    facts = [(b.special_days, b.suspicions, b.months.keys() & before.months.keys()) for b in (before, after)]
    attended = [
        {key: month.attended for key, month in b.months.items() if month.attended} for b in (before, after)
    ]
    if facts[0] != facts[1] or attended[0] != attended[1]:
        raise InputError(_FACTS)
