from __future__ import annotations

from datetime import date

from planner.county.records import Post, UnitKind
from planner.county.state import state
from planner.document import Document
from planner.returns.calendar import return_calendar
from planner.returns.records import Limits, ReturnCalendar
from planner.tables.returning import (
    MONTHS,
    TABLE,
    ReturnState,
    month_rows,
    month_shares,
    return_rows,
    share_words,
    summary,
)
from tests.planner.building import TODAY, Building

DECEMBER = date(2026, 12, 1)


def made(b: Building) -> ReturnCalendar:
    return return_calendar(Document(b.county, b.policy), TODAY, DECEMBER, Limits(1))


def town() -> Building:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.people(6, station, Post.COMMUNITY)
    b.people(9, office)
    first, second, third = (b.person(station, Post.CASE, name=name) for name in ("张三", "李四", "王五"))
    b.second(first, office, from_=date(2026, 1, 5), until=date(2026, 9, 30))
    b.second(second, office, from_=date(2026, 1, 5))
    b.second(third, None, to_outside="", from_=date(2026, 1, 5))
    return b


def test_the_months_read_as_a_list() -> None:
    b = town()
    assert MONTHS.texts(month_rows(made(b)), "zh") == [
        ["月份", "返岗", "人员", "派出所警力占比", "社区民警占比", "各所缺口", "仍在外", "其中超期"],
        ["2026-12", "1", "张三", "7/18(38.8%)", "6/7(85.7%)", "0", "2", "0"],
        ["2027-01", "1", "李四", "8/18(44.4%)", "6/8(75.0%)", "0", "1", "0"],
    ]


def test_shares_are_sorted_as_numbers() -> None:
    rows = month_rows(made(town()))
    share = MONTHS.column("share")
    assert share.look == "number"
    assert [round(share.value(row), 1) for row in rows] == [38.9, 44.4]


def test_the_people_come_in_order_and_those_apart_last() -> None:
    b = town()
    calendar = made(b)
    rows = return_rows(calendar, state(b.county, TODAY, b.policy))
    assert [(row.standing, row.borrower.zh) for row in rows] == [
        (ReturnState.OVERDUE, "政工室"),
        (ReturnState.DUE, "政工室"),
        (ReturnState.APART, "局外单位"),
    ]
    first = TABLE.texts(rows[:1], "en")[1]
    assert first[:9] == [
        "张三",
        "2026-12-01",
        "overdue",
        "55",
        "政工室",
        "城关派出所",
        "case",
        "55 days overdue (should have ended 2026-09-30)",
        "2026-09-30",
    ]
    assert rows[2].why.zh == "在局外,须协商"


def test_the_summary_says_who_is_overdue_and_when_everybody_is_home() -> None:
    said = summary(made(town()))
    assert said.zh == (
        "2026-11-24 已超期 1 人。按此安排 2 人至 2027-01-04 全部返岗,届时派出所警力占比 8/18(44.4%)。"
        "另列 1 人(局外、经批准保留等)。"
    )
    empty = Building()
    empty.people(3, empty.unit("城关派出所"))
    said = summary(made(empty)).en
    assert said == "Overdue on 2026-11-24: 0. Nobody within the bureau's power is to return."


def test_the_chart_has_a_point_for_every_month_and_rules_that_are_off_have_none() -> None:
    b = town()
    shares = month_shares(made(b))
    assert [(curve.rule, len(curve.points)) for curve in shares.curves] == [
        ("station_share", 2),
        ("community_share", 2),
    ]
    assert [required.rules for required in shares.required] == [("station_share", "community_share")]
    b.override("station_share.enforcement", "off")
    calendar = made(b)
    assert [curve.rule for curve in month_shares(calendar).curves] == ["community_share"]
    assert share_words(calendar.months[0].share).zh == "不评价"
