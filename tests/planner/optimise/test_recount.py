from __future__ import annotations

from dataclasses import replace

import pytest

from planner.county.records import MoveKind, Post, Sex, UnitKind
from planner.county.state import State
from planner.document import Document
from planner.optimise.planning import plan
from planner.optimise.proposal import Proposal, ProposedMove
from planner.optimise.recount import PlanError, after_moves, shortages, verify
from planner.text import same
from tests.planner.building import TODAY, Building


def _county() -> tuple[Building, int, int, list[int]]:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.people(3, station, Post.COMMUNITY)
    return b, station, office, b.people(8, office)


def _faults(b: Building, proposal: Proposal, moves: tuple[ProposedMove, ...]) -> tuple[str, ...]:
    before = proposal.before.state
    values = {level.name: level.value for level in proposal.levels}
    with pytest.raises(PlanError) as caught:
        verify(before, after_moves(before, moves), moves, values, proposal.movable)
    return caught.value.faults


def _faults_of(before: State, proposal: Proposal) -> tuple[str, ...]:
    values = {level.name: level.value for level in proposal.levels}
    with pytest.raises(PlanError) as caught:
        verify(before, after_moves(before, proposal.moves), proposal.moves, values, proposal.movable)
    return caught.value.faults


def test_the_plan_as_proposed_stands_its_recount() -> None:
    b, _, _, _ = _county()
    proposal = plan(Document(b.county, b.policy), TODAY)
    before = proposal.before.state
    values = {level.name: level.value for level in proposal.levels}
    verify(before, after_moves(before, proposal.moves), proposal.moves, values, proposal.movable)


def test_a_plan_that_hides_a_shortage_is_withheld() -> None:
    b, _, _, _ = _county()
    proposal = plan(Document(b.county, b.policy), TODAY)
    faults = _faults(b, proposal, proposal.moves[:1])
    assert "shortage:station_minimum is 1 by recount, the plan says 0" in faults
    assert "transfers is 1 by recount, the plan says 2" in faults


def test_moves_nobody_may_make_are_found() -> None:
    b, station, office, officers = _county()
    head = b.person(office, Post.LEADER)
    proposal = plan(Document(b.county, b.policy), TODAY)

    def move(person: int, kind: MoveKind, to_unit: int, to_post: Post) -> ProposedMove:
        return ProposedMove(person, kind, office, Post.OTHER, to_unit, to_post, same(""))

    [used, *_] = proposal.moves
    bad = (
        move(head, MoveKind.TRANSFER, station, Post.CASE),
        replace(used, to_unit=office),
        move(officers[-1], MoveKind.RETURN, station, Post.OTHER),
        move(officers[-2], MoveKind.TRANSFER, station, Post.LEADER),
    )
    faults = _faults(b, proposal, (*proposal.moves, *bad))
    assert f"person {used.person} is in 2 moves" in faults
    assert f"person {head} is outside the movable range" in faults
    assert f"person {head} may not take the post case" in faults
    assert f"person {used.person} is sent to unit {office}, which is no station" in faults
    assert f"person {officers[-1]} is not due to return to unit {station}" in faults
    assert f"person {officers[-2]} may not take the post leader" in faults


def test_taking_more_than_a_unit_may_give_is_found() -> None:
    b, station, office, officers = _county()
    proposal = plan(Document(b.county, b.policy), TODAY)
    moves = tuple(
        ProposedMove(o, MoveKind.TRANSFER, office, Post.OTHER, station, Post.CASE, same("")) for o in officers
    )
    assert f"unit {office} keeps 0 officers, 6 are the minimum" in _faults(b, proposal, moves)


def test_bounds_of_the_policy_that_a_plan_breaks_are_found() -> None:
    b, station, _, _ = _county()
    ward = b.unit("看守所", UnitKind.CUSTODY, minimum=0)
    women = b.people(2, ward, sex=Sex.FEMALE, qualification="无")
    b.override("planning.custody_women", 1)
    b.override("planning.handover_limit", 1)
    b.override("planning.case_qualification", True)
    proposal = plan(Document(b.county, b.policy), TODAY)
    moves = tuple(
        ProposedMove(w, MoveKind.TRANSFER, ward, Post.OTHER, station, Post.CASE, same("")) for w in women
    )
    faults = _faults(b, proposal, moves)
    assert f"unit {ward} keeps 0 women officers, 1 are the minimum" in faults
    assert f"unit {ward} hands over 2 officers, 1 are the limit" in faults
    assert f"person {women[0]} lacks the qualification for the post case" in faults


def test_shortages_count_outside_draw_offs_only_when_asked() -> None:
    b = Building()
    station = b.unit("城关派出所")
    b.people(5, station, Post.COMMUNITY)
    b.second(b.person(station), None)
    assert shortages(b.audit())["secondment"] == 0
    assert shortages(b.audit(), outside=True)["secondment"] == 1


def test_a_transfer_above_a_stations_maximum_is_found() -> None:
    b, station, _, _ = _county()
    proposal = plan(Document(b.county, b.policy), TODAY)
    tight = replace(b.county.units[station], maximum=4)
    before = replace(
        proposal.before.state, county=replace(b.county, units={**b.county.units, station: tight})
    )
    faults = _faults_of(before, proposal)
    assert f"unit {station} has 5 officers, 4 are the most" in faults


def test_a_team_emptied_below_its_minimum_is_found() -> None:
    b, station, _, _ = _county()
    marked = replace(b.county.units[station], two_teams_one_office=True)
    b.county = replace(b.county, units={**b.county.units, station: marked})
    alone = b.person(station, Post.COMMAND_ROOM)
    proposal = plan(Document(b.county, b.policy), TODAY)
    away = ProposedMove(alone, MoveKind.POST_CHANGE, station, Post.COMMAND_ROOM, station, Post.CASE, same(""))
    assert f"unit {station} keeps 0 on command_room, 1 are the minimum" in _faults(
        b, proposal, (*proposal.moves, away)
    )


def test_hardship_is_counted_from_the_moves() -> None:
    b, _, _, _ = _county()
    proposal = plan(Document(b.county, b.policy), TODAY)
    before = proposal.before.state
    values = {level.name: level.value for level in proposal.levels} | {"hardship": 7}
    with pytest.raises(PlanError, match="hardship is 0 by recount, the plan says 7"):
        verify(before, after_moves(before, proposal.moves), proposal.moves, values, proposal.movable)


def test_a_cap_that_is_exceeded_is_found() -> None:
    b, _, _, _ = _county()
    proposal = plan(Document(b.county, b.policy), TODAY)
    before = proposal.before.state
    values = {level.name: level.value for level in proposal.levels}
    with pytest.raises(PlanError, match="transfers is over its cap of 1"):
        verify(
            before,
            after_moves(before, proposal.moves),
            proposal.moves,
            values,
            proposal.movable,
            caps={"transfers": 1},
        )
