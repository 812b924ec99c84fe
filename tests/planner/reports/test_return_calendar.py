"""返岗日历: in order, under the policy's limit, with nothing private."""

from __future__ import annotations

from datetime import date

from planner.county.records import Post, UnitKind
from planner.document import Document
from planner.reports.paper import Request
from planner.reports.return_calendar import gather_returns, returns_lead
from planner.reports.write import report_pdf
from tests.planner.building import TODAY, Building
from tests.planner.reports.papers import PRIVATE, sample, squeezed


def drawn(limit: int) -> Document:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.people(6, station, Post.COMMUNITY)
    b.people(9, office)
    for name, until in (("张三", None), ("李四", date(2026, 9, 30))):
        b.second(b.person(station, Post.CASE, name=name), office, from_=date(2026, 1, 5), until=until)
    b.second(b.person(station, Post.CASE, name="王五"), None, to_outside="省公安厅", from_=date(2026, 1, 5))
    b.override("planning.handover_limit", limit)
    return Document(b.county, b.policy)


def test_those_with_a_day_stand_in_order_and_those_apart_are_numbered_anew() -> None:
    body = gather_returns(Request(drawn(1), TODAY))
    listed = {
        apart: [(row.number, row.of.placed.person.name) for row in body.listed(apart=apart)]
        for apart in (False, True)
    }
    assert listed == {False: [(1, "李四"), (2, "张三")], True: [(1, "王五")]}
    assert [len(month.returns) for month in body.calendar.months] == [1, 1]


def test_the_lead_says_the_limit_or_that_there_is_none() -> None:
    limited, free = (returns_lead(gather_returns(Request(drawn(n), TODAY))) for n in (1, 0))
    assert "每月最多交还 1 人" in limited[1].zh
    assert "未设每月交还限额" in free[1].zh


def test_the_paper_names_who_returns_when_and_why() -> None:
    words = squeezed(report_pdf(drawn(1), TODAY, "returns"))
    for expected in (
        "返岗日历",
        "李四",
        "2026-12-01",
        "已超期55天",
        "2027-01",
        "在局外，须协商",
        "2026-11-24已超期1人",
    ):
        assert expected in words


def test_the_calendar_says_nothing_private() -> None:
    words = squeezed(report_pdf(sample(), TODAY, "returns"))
    assert not [private for private in PRIVATE if private in words]
