"""问题清单: gravest first, suspicions named as such, no private word."""

from __future__ import annotations

from dataclasses import replace

from planner.audit.results import Gravity
from planner.county.records import Post, UnitKind
from planner.document import Document
from planner.reports.findings_list import gather_findings, printable
from planner.reports.paper import Request
from planner.reports.write import report_pdf
from tests.planner.building import TODAY, Building, share_county
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


def _with_kin() -> Document:
    b = share_county(60, 40)
    one, two, three, *_ = (p for p, posting in _by_person(b).items() if posting == 1)
    people = {i: replace(p, name=f"柒{i}玖") for i, p in b.county.people.items()}
    b.county = replace(b.county, people=people)
    b.relate(one, two, "夫妻")
    b.relate(two, three, "兄弟")
    return Document(b.county)


def _by_person(b: Building) -> dict[int, int | None]:
    return {p.person: p.unit for p in b.county.postings.values()}


def test_relatives_are_counted_on_paper_and_never_named() -> None:
    document = _with_kin()
    [row] = gather_findings(Request(document, TODAY)).findings
    assert (row.people, row.measured, row.shortfall) == ("", 2, 2)
    related = {f for finding in document.audit(TODAY).findings for f in finding.people}
    for kind in ("findings", "compliance_full", "compliance"):
        words = squeezed(report_pdf(document, TODAY, kind))
        assert all(document.county.people[id_].name not in words for id_ in related)
        assert "夫妻" not in words


def test_relatives_of_another_gravity_are_counted_apart() -> None:
    b = Building()
    office, station = b.unit("政工室", UnitKind.ADMINISTRATIVE), b.unit("城关派出所")
    b.relate(b.person(office), b.person(station, Post.LEADER))
    b.relate(*b.people(2, station))
    kin = [f for f in printable(b.audit().findings) if f.rule == "kin_avoidance"]
    assert [(f.gravity, f.people, f.measured) for f in kin] == [
        (Gravity.VIOLATION, (), 1),
        (Gravity.TO_VERIFY, (), 1),
    ]
