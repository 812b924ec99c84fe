"""达标情况: both ledgers beside each other, shortfalls in people, margins, and nothing only suspected."""

from __future__ import annotations

import re

from planner.county.records import Post
from planner.document import Document
from planner.reports.compliance import gather_compliance
from planner.reports.paper import Request
from planner.reports.targets import Verdict
from planner.reports.write import report_pdf
from planner.samples import AS_OF
from tests.planner.audit.duties import Rosters, every
from tests.planner.building import TODAY, share_county
from tests.planner.reports.papers import PRIVATE, mixed, pages, proposal, sample, squeezed, three_people


def test_the_present_figure_stands_beside_the_books_figure() -> None:
    (page,) = pages(report_pdf(sample(), AS_OF, "compliance"))
    headline = r"在编\s+41.6%\s+75/180\s.*在岗\s.*36.6%\s+66/180"
    assert any(re.search(headline, line) for line in page.splitlines())


def test_shortfalls_are_in_people_and_what_is_only_met_on_paper_is_said() -> None:
    words = squeezed(report_pdf(sample(), AS_OF, "compliance"))
    assert "派出所警力占比差6人" in words
    assert "派出所警力占比在编达标、在岗未达标" in words


def test_margins_are_stated_as_the_design_counts_them() -> None:
    document = Document(share_county(82, 118).county)
    words = squeezed(report_pdf(document, TODAY, "compliance"))
    assert "再抽调2人，或派出所减员3人，或机关新增5人" in words


def test_every_station_is_on_the_page_with_its_counts() -> None:
    document = sample()
    words = squeezed(report_pdf(document, AS_OF, "compliance"))
    for station in document.audit(AS_OF).state.stations():
        assert (station.short_name or station.name)[:2] in words
    assert "4/1330.7%" in words


def test_names_make_up_the_difference_between_the_ledgers() -> None:
    words = squeezed(report_pdf(mixed(), TODAY, "compliance"))
    assert "张伟（城关派出所→政工室）" in words
    assert "杨帆（河口派出所→州公安局）" in words


def test_suspicions_never_reach_the_leadership_page() -> None:
    assert any(f.gravity == "to_verify" for f in mixed().audit(TODAY).findings)
    one, full = (squeezed(report_pdf(mixed(), TODAY, kind)) for kind in ("compliance", "compliance_full"))
    for words in ("赵敏", "待核实", "疑似"):
        assert words not in one
    assert "待核实" in full
    assert "赵敏" in full
    assert "另有1人" in one  # the count stays whole


def test_why_somebody_is_absent_is_never_printed() -> None:
    for kind in ("compliance", "compliance_full"):
        words = squeezed(report_pdf(mixed(), TODAY, kind))
        assert "孙立" in words
        for private in PRIVATE:
            assert private not in words, f"{kind} says {private}"


def test_a_proposal_adds_what_the_share_becomes() -> None:
    with_plan = squeezed(report_pdf(sample(), AS_OF, "compliance", proposal()))
    assert "拟调整方案实施后：在岗40.0%(72/180)" in with_plan
    assert "拟调整方案" not in squeezed(report_pdf(sample(), AS_OF, "compliance"))


def test_field_time_without_data_is_not_judged_and_not_called_met() -> None:
    words = squeezed(report_pdf(three_people(), TODAY, "compliance"))
    assert "无数据，不评价" in words
    document = Document(share_county(50, 50).county)
    assert "有数据的各项指标" in gather_compliance(Request(document, TODAY)).conclusion.zh


def test_field_time_with_data_is_judged_by_its_hours() -> None:
    r = Rosters()
    unit = r.unit("城关派出所")
    officer = r.person(unit, Post.COMMUNITY)
    r.plan(unit, {officer: every(range(1, 11), "beat") | every(range(11, 21), "reports")})
    request = Request(Document(r.county, duty=r.duty()), TODAY)
    [row] = [row for row in gather_compliance(request).targets if row.rule == "field_time"]
    assert (row.present.zh, row.shortfall, row.verdict) == ("50.0% (80/160)", 1, Verdict.SHORT)


def test_a_rule_that_is_off_is_named_as_off() -> None:
    policy = sample().policy.with_override("station_minimum.enforcement", "off")
    words = squeezed(report_pdf(Document(sample().county, policy), AS_OF, "compliance"))
    assert "不启用" in words


def test_english_says_the_same() -> None:
    words = squeezed(report_pdf(sample(), AS_OF, "compliance", None, "en"))
    assert "41.6%75/180" in words
    assert "Stationshare(6short)" in words


def test_the_full_paper_lists_stations_people_and_findings() -> None:
    words = squeezed(report_pdf(sample(), AS_OF, "compliance_full"))
    for heading in ("各派出所", "在编与在岗相差人员", "问题"):
        assert heading in words
    assert "23/7530.6%" in words  # the sum of all stations
