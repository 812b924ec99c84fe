"""The rule that community officers are at least 40% of a station's officers."""

from __future__ import annotations

from planner.audit.ledgers import Ledger
from planner.audit.rules import Situation
from planner.audit.rules.community_share import community_totals
from planner.county.records import Post, UnitKind
from tests.planner.building import Building


def station(community: int, others: int, **fields: object) -> tuple[Building, int]:
    b = Building()
    unit = b.unit("城关派出所", **fields)
    b.people(community, unit, Post.COMMUNITY)
    b.people(others, unit)
    return b, unit


def test_a_station_of_six_needs_three_community_officers() -> None:
    enough, unit = station(3, 3)
    short, _ = station(2, 4)
    assert enough.audit().target("community_share", unit=unit).met  # type: ignore[union-attr]
    target = short.audit().target("community_share", unit=unit)
    assert target is not None
    assert (target.numerator, target.denominator, target.shortfall) == (2, 6, 1)


def test_a_leader_counts_only_with_a_beat() -> None:
    b, unit = station(2, 3)
    b.person(unit, Post.LEADER)
    assert b.audit().target("community_share", unit=unit).numerator == 2  # type: ignore[union-attr]
    b.person(unit, Post.LEADER, beat="城东")
    assert b.audit().target("community_share", unit=unit).numerator == 3  # type: ignore[union-attr]


def test_a_station_of_all_officer_beat_duty_is_shown_but_not_judged() -> None:
    b, unit = station(0, 5, two_teams_one_office=False)
    b.person(unit, Post.LEADER)
    audit = b.audit()
    assert audit.target("community_share", unit=unit) is None
    totals = community_totals(Situation(audit.state, audit.ledgers))
    assert totals.judged == (0, 0)
    assert totals.with_all_officer == (5, 6)


def test_the_officers_post_counts_where_the_officer_works() -> None:
    b, home = station(3, 3)
    other = b.unit("文山派出所")
    b.second(next(iter(b.county.people)), other)
    present = {t.unit: t.numerator for t in b.audit().targets if t.ledger is Ledger.PRESENT and t.denominator}
    assert present[home] == 2
    assert present[other] == 1


def test_nobody_outside_the_bureau_is_in_a_stations_own_share() -> None:
    b, unit = station(3, 3)
    b.second(next(iter(b.county.people)), None, to_outside="州公安局")
    target = b.audit().target("community_share", unit=unit)
    assert target is not None
    assert (target.numerator, target.denominator) == (2, 5)


def test_the_margin_counts_community_officers_that_may_leave() -> None:
    b, unit = station(4, 3)
    margins = [m for m in b.audit().margins if m.rule == "community_share"]
    assert [(m.unit, m.event, m.count) for m in margins] == [(unit, "departure", 2)]


def test_the_county_row_sums_the_judged_stations() -> None:
    b, _ = station(3, 3)
    second = b.unit("文山派出所")
    b.people(4, second)
    b.people(3, b.unit("政工室", UnitKind.ADMINISTRATIVE), Post.COMMUNITY)
    target = b.audit().target("community_share")
    assert target is not None
    assert (target.numerator, target.denominator, target.shortfall) == (3, 10, 1)
