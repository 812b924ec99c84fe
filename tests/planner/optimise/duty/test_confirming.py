from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from planner.county.records import Move, MoveKind, MoveStatus, Post, UnitKind
from planner.document import Document
from planner.optimise.duty.confirmed_words import confirmed_words
from planner.optimise.duty.confirming import confirmations, first_whole_month
from planner.optimise.planning import Limits, Stop, plan
from tests.planner.building import TODAY, Building

LIMITS = Limits(20)


class _County(Building):
    """Stations with given obligations, and a headquarters that can give."""

    def __init__(self, office: int = 6) -> None:
        super().__init__()
        self.office = self.unit("刑侦大队", UnitKind.ENFORCEMENT)
        self.people(office, self.office)

    def station(self, name: str, leaders: int, community: int, others: int) -> int:
        unit = self.unit(name, duty_cover=2)
        for n, post in ((leaders, Post.LEADER), (community, Post.COMMUNITY), (others, Post.CASE)):
            self.people(n, unit, post)
        return unit

    @property
    def document(self) -> Document:
        return Document(self.county, self.policy)


def test_each_station_with_obligations_is_held_against_its_next_whole_month() -> None:
    county = _County()
    large, small = county.station("城关派出所", 3, 5, 4), county.station("勐永派出所", 2, 3, 2)
    county.people(6, county.unit("无报数派出所"), Post.COMMUNITY)
    found = list(confirmations(county.document, plan(county.document, TODAY), LIMITS))
    assert [(a.unit, a.month, a.verdict) for a in found] == [
        (large, date(2026, 12, 1), "confirmed"),
        (small, date(2026, 12, 1), "contradicted"),
    ]
    assert [a.roster_exists for a in found] == [True, False]
    (said,) = confirmed_words(found)
    assert "勐永派出所 2026-12" in said.zh
    assert "no duty roster keeps it" in said.en


def test_moves_of_the_plan_and_approved_ones_are_on_the_roster() -> None:
    county = _County(office=3)
    station = county.station("城关派出所", 2, 4, 3)
    away = county.person(station, Post.CASE)
    county.second(away, county.office, from_=TODAY - timedelta(days=200))
    late = county.person(county.office)
    move = Move(
        county.county.next_id(),
        late,
        MoveKind.TRANSFER,
        date(2027, 3, 1),
        to_unit=station,
        to_post=Post.CASE,
        status=MoveStatus.APPROVED,
    )
    county.county = replace(county.county, moves={move.id: move})
    proposal = plan(county.document, TODAY)
    (found,) = confirmations(county.document, proposal, LIMITS)
    there = {person for person, _ in found.proposal.cells}
    assert away in {m.person for m in proposal.moves}
    assert {away, late} <= there


def test_once_stopped_nothing_more_is_said() -> None:
    county, stop = _County(), Stop()
    county.station("城关派出所", 3, 4, 3)
    stop.request()
    assert list(confirmations(county.document, plan(county.document, TODAY), LIMITS, stop)) == []


def test_where_all_is_borne_out_one_sentence_says_so_and_without_claims_none() -> None:
    county = _County()
    county.station("城关派出所", 3, 5, 4)
    found = list(confirmations(county.document, plan(county.document, TODAY), LIMITS))
    assert [said.zh for said in confirmed_words(found)] == [
        "已按月排出值班表核对在辖区工作时间:1 个派出所均与测算一致。"
    ]
    assert confirmed_words(()) == ()


def test_a_month_that_has_begun_is_not_whole() -> None:
    assert first_whole_month(date(2026, 12, 1)) == date(2026, 12, 1)
    assert first_whole_month(date(2026, 12, 2)) == date(2027, 1, 1)
    assert first_whole_month(date(2026, 1, 31)) == date(2026, 2, 1)
