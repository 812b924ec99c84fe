"""拟调整人员名册: who goes where and why, with no private word and nobody else's name."""

from __future__ import annotations

from dataclasses import replace

from planner.county.records import Post
from planner.document import Document
from planner.optimise.asked import Asked
from planner.optimise.planning import plan
from planner.reports.paper import Request
from planner.reports.proposal_roster import gather_proposal
from planner.reports.write import report_pdf
from planner.samples import AS_OF
from planner.text import same
from tests.planner.building import TODAY, Building
from tests.planner.reports.papers import PRIVATE, mixed, proposal, sample, squeezed, three_people


def test_every_proposed_officer_is_on_the_roster_with_the_columns_of_personnel_papers() -> None:
    words = squeezed(report_pdf(sample(), AS_OF, "proposal", proposal()))
    for heading in ("姓名", "性别", "出生年月", "现单位及职务", "拟到单位及岗位", "理由"):
        assert heading in words
    people = sample().county.people
    for move in proposal().moves:
        assert people[move.person].name in words


def test_how_far_the_plan_is_proven_is_said() -> None:
    words = squeezed(report_pdf(sample(), AS_OF, "proposal", proposal()))
    transfers, changes = proposal().level("transfers"), proposal().level("post_changes")
    assert f"最少需单位间交流{transfers}人、岗位调整{changes}人" in words
    assert "（已证明）" in words
    unproven = replace(proposal(), proven=False)
    assert "尚未证明" in squeezed(report_pdf(sample(), AS_OF, "proposal", unproven))


def test_whom_outside_units_hold_is_listed_for_negotiation() -> None:
    words = squeezed(report_pdf(sample(), AS_OF, "proposal", proposal()))
    assert "待协调返岗" in words
    for id_ in proposal().to_negotiate:
        assert sample().county.people[id_].name in words


def test_recorded_moves_are_printed_where_there_is_no_proposal() -> None:
    (row,) = gather_proposal(Request(mixed(), TODAY)).rows
    assert (row.name, row.sex.zh, row.birth) == ("吴刚", "男", "1985.03")
    assert row.now.zh == "政工室内勤"
    assert row.to.zh == "河口派出所社区民警"


def test_private_reasons_and_other_candidates_are_left_out_of_the_reason() -> None:
    (row,) = gather_proposal(Request(mixed(), TODAY)).rows
    assert row.reason.zh == "河口派出所缺社区民警。"
    words = squeezed(report_pdf(mixed(), TODAY, "proposal"))
    for private in (*PRIVATE, "赵敏"):
        assert private not in words


def test_a_station_that_shares_its_name_with_somebody_keeps_its_reason() -> None:
    county = mixed().county
    people = {**county.people}
    first = next(iter(people))
    people[first] = replace(people[first], name="河口")
    (row,) = gather_proposal(Request(Document(replace(county, people=people)), TODAY)).rows
    assert row.reason.zh == "河口派出所缺社区民警。"


def test_nobody_to_move_is_said() -> None:
    assert "没有拟调整的人员" in squeezed(report_pdf(three_people(), TODAY, "proposal"))


def test_an_impossible_plan_prints_why() -> None:
    from planner.text import Text

    stuck = replace(proposal(), moves=(), explanation=Text("要求无法满足。", "It cannot be met."))
    assert "要求无法满足" in squeezed(report_pdf(sample(), AS_OF, "proposal", stuck))


def test_a_search_that_ended_with_nothing_is_not_called_a_plan_without_moves() -> None:
    stopped = replace(proposal(), moves=(), proven=False, status="stopped")
    words = squeezed(report_pdf(sample(), AS_OF, "proposal", stopped))
    assert "得出方案之前已结束" in words
    assert "没有拟调整的人员" not in words


def test_a_what_if_never_reads_as_the_official_plan() -> None:
    official = squeezed(report_pdf(sample(), AS_OF, "proposal", proposal()))
    assert "试算" not in official
    for asked in (Asked(caps={"transfers": 7}), Asked(policy=sample().policy), Asked(freed=frozenset({1}))):
        words = squeezed(report_pdf(sample(), AS_OF, "proposal", replace(proposal(), asked=asked)))
        assert "本件为试算" in words


def test_people_left_where_they_are_are_counted() -> None:
    around = replace(proposal(), asked=Asked(staying=frozenset({1, 2})))
    words = squeezed(report_pdf(sample(), AS_OF, "proposal", around))
    assert "按指定，另有2人不动" in words
    assert "试算" not in words


def test_it_says_whether_duty_rosters_bear_out_the_field_time_claimed() -> None:
    b = Building()
    station = b.unit("勐永派出所", duty_cover=2)
    for n, post in ((2, Post.LEADER), (3, Post.COMMUNITY), (2, Post.CASE)):
        b.people(n, station, post)
    document = Document(b.county, b.policy)
    planned = plan(document, TODAY)
    words = squeezed(report_pdf(document, TODAY, "proposal", planned))
    assert "勐永派出所2026-12：按月工时测算可以保证在辖区工作时间，但排不出满足要求的值班表" in words
    known = replace(planned, confirmed=(same("已核对"),))
    words = squeezed(report_pdf(document, TODAY, "proposal", known))
    assert "已核对" in words
    assert "排不出满足要求的值班表" not in words
