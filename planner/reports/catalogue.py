"""Every report, declared once: the one place where a new one is registered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planner.errors import InputError
from planner.reports.comparison import (
    COMPARISON_LABELS,
    comparison_drawing,
    comparison_lead,
    gather_comparison,
)
from planner.reports.comparison_sheets import comparison_sheets
from planner.reports.compliance import compliance_lead, gather_compliance, one_page_drawing
from planner.reports.compliance_sheets import COMPLIANCE_LABELS, FULL_SHEETS, ONE_PAGE_SHEETS
from planner.reports.duty_roster import gather_roster, roster_drawing, roster_lead, roster_title
from planner.reports.duty_sheet import roster_book
from planner.reports.duty_words import ROSTER_LABELS
from planner.reports.findings_list import FINDINGS_SHEET, findings_lead, gather_findings
from planner.reports.kinds import KINDS
from planner.reports.paper import Report
from planner.reports.proposal_roster import NEGOTIATE_SHEET, ROSTER_SHEET, gather_proposal
from planner.reports.return_calendar import RETURN_SHEETS, gather_returns, returns_lead
from planner.reports.secondment_ledger import gather_secondments
from planner.reports.secondment_sheets import SECONDMENT_SHEETS, secondments_lead
from planner.text import Text

_DECLARED: tuple[Report[Any], ...] = (
    Report(
        "compliance",
        KINDS["compliance"],
        gather_compliance,
        "compliance.typ",
        ONE_PAGE_SHEETS,
        compliance_lead,
        COMPLIANCE_LABELS,
        one_page_drawing,
    ),
    Report(
        "compliance_full",
        KINDS["compliance_full"],
        gather_compliance,
        "tables.typ",
        FULL_SHEETS,
        compliance_lead,
        landscape=True,
    ),
    Report(
        "secondments",
        KINDS["secondments"],
        gather_secondments,
        "tables.typ",
        SECONDMENT_SHEETS,
        secondments_lead,
        landscape=True,
    ),
    Report(
        "returns",
        KINDS["returns"],
        gather_returns,
        "tables.typ",
        RETURN_SHEETS,
        returns_lead,
        landscape=True,
    ),
    Report(
        "proposal",
        KINDS["proposal"],
        gather_proposal,
        "tables.typ",
        (ROSTER_SHEET, NEGOTIATE_SHEET),
        lambda body: body.lead,
        landscape=True,
    ),
    Report(
        "findings",
        KINDS["findings"],
        gather_findings,
        "tables.typ",
        (FINDINGS_SHEET,),
        findings_lead,
        landscape=True,
    ),
    Report(
        "comparison",
        KINDS["comparison"],
        gather_comparison,
        "comparison.typ",
        (),
        comparison_lead,
        COMPARISON_LABELS,
        comparison_drawing,
        shaped=comparison_sheets,
    ),
    Report(
        "duty",
        KINDS["duty"],
        gather_roster,
        "duty.typ",
        (),
        roster_lead,
        ROSTER_LABELS,
        roster_drawing,
        landscape=True,
        titled=roster_title,
        twin=roster_book,
    ),
)
REPORTS: Mapping[str, Report[Any]] = {report.id: report for report in _DECLARED}


def report_named(kind: str) -> Report[Any]:
    """Return a report by its id; raise InputError with the known ones if there is none."""
    if kind in REPORTS:
        return REPORTS[kind]
    known = Text(
        "、".join(f"{r.id}({r.title.zh})" for r in REPORTS.values()),
        ", ".join(f"{r.id} ({r.title.en})" for r in REPORTS.values()),
    )
    raise InputError(
        Text("没有名为“{kind}”的报表,可用:{known}。", "No report is called “{kind}”; known: {known}.").format(
            kind=kind, known=known
        )
    )
