"""What the audit says of one unit's duty month, and what its people can keep together at all."""

from __future__ import annotations

from datetime import date

from planner.audit.frontier_words import sentences
from planner.audit.frontiers import frontiers
from planner.audit.results import Audit, Finding
from planner.county.calendar import days_of
from planner.text import Text
from ui.tables.session import OpenDocument

DUTY_RULES = ("duty_cover", "field_time", "hidden_secondment", "duty_records")


def audit_of(open_document: OpenDocument, month: date) -> Audit:
    """Return the audit a month is judged by: of the date in force within it, else of its last day."""
    if open_document.on.replace(day=1) == month.replace(day=1):
        return open_document.audit
    return open_document.document.audit(days_of(month)[-1])


def findings_of(audit: Audit, unit: int) -> list[Finding]:
    """Return the findings about duty in a unit, gravest first."""
    return [f for f in audit.findings if f.rule in DUTY_RULES and f.unit == unit]


def frontier_words(audit: Audit, unit: int) -> list[Text]:
    """Return what a station's people can keep together, by both readings of 辖区; else nothing."""
    station = audit.state.unit(unit)
    if station is None or not station.is_station:
        return []
    return [words for frontier in frontiers(audit.state, station) for words in sentences(frontier)]
