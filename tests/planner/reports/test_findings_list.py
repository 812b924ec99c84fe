"""问题清单: gravest first, suspicions named as such, no private word."""

from __future__ import annotations

from planner.document import Document
from planner.reports.findings_list import gather_findings
from planner.reports.paper import Request
from planner.reports.write import report_pdf
from tests.planner.building import TODAY, share_county
from tests.planner.reports.papers import PRIVATE, mixed, squeezed


def test_findings_stand_gravest_first_and_numbered() -> None:
    rows = gather_findings(Request(mixed(), TODAY)).findings
    order = ["violation", "not_met", "warning", "to_verify"]
    places = [order.index(row.gravity) for row in rows]
    assert places == sorted(places)
    assert [row.number for row in rows] == list(range(1, len(rows) + 1))


def test_a_suspicion_is_printed_as_one_to_verify() -> None:
    words = squeezed(report_pdf(mixed(), TODAY, "findings"))
    assert "待核实" in words
    assert "核实前不作为评价依据" in words


def test_findings_say_nothing_private() -> None:
    words = squeezed(report_pdf(mixed(), TODAY, "findings"))
    for private in PRIVATE:
        assert private not in words


def test_a_county_without_findings_says_so() -> None:
    document = Document(share_county(60, 40).county)
    assert not document.audit(TODAY).findings
    assert "未发现问题" in squeezed(report_pdf(document, TODAY, "findings"))
