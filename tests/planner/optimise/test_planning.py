from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.county.records import MoveKind, Post, UnitKind
from planner.document import Document
from planner.optimise.planning import Limits, Progress, Stop, plan
from planner.optimise.proposal import Proposal, level_title
from tests.planner.building import TODAY, Building


def _plan(b: Building, **options: bool) -> Proposal:
    return plan(Document(b.county, b.policy), TODAY, **options)


def _values(proposal: Proposal) -> dict[str, int]:
    return {level.name.removeprefix("shortage:"): level.value for level in proposal.levels}


def test_a_county_in_order_needs_no_move() -> None:
    b = Building()
    b.people(6, b.unit("城关派出所"), Post.COMMUNITY)
    b.people(6, b.unit("政工室", UnitKind.ADMINISTRATIVE))
    proposal = _plan(b)
    assert (proposal.status, proposal.proven, proposal.moves) == ("optimal", True, ())
    assert set(_values(proposal).values()) == {0}


def test_the_levels_follow_the_policy_and_end_with_the_changes() -> None:
    b = Building()
    order = ("community_share", "station_share", "secondment", "field_time", "station_minimum")
    b.override("planning.order", order)
    names = [level.name for level in _plan(b).levels]
    assert names == [
        *(f"shortage:{rule}" for rule in order),
        *("transfers", "post_changes", "hardship"),
    ]
    assert [level_title(n).zh for n in names[:1] + names[-1:]] == ["社区民警占比:缺口", "困难值"]


def test_a_drawn_off_officer_returns_and_that_is_no_transfer() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("刑侦大队", UnitKind.ENFORCEMENT)
    b.people(4, station, Post.COMMUNITY)
    officer = b.person(station, Post.CASE)
    b.second(officer, office, from_=TODAY - timedelta(days=99))
    proposal = _plan(b)
    [move] = proposal.moves
    assert (move.person, move.kind, move.from_unit, move.to_unit) == (
        officer,
        MoveKind.RETURN,
        office,
        station,
    )
    assert move.to_post is Post.CASE
    assert proposal.level("transfers") == 0
    assert "被抽调借调至刑侦大队已100天,应返岗" in move.reason.zh
    assert "100 days" in move.reason.en
    target = proposal.after.target("secondment")
    assert target is not None
    assert target.met


def test_a_returning_unit_head_resumes_the_recorded_post() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("刑侦大队", UnitKind.ENFORCEMENT)
    head = b.person(station, Post.LEADER)
    b.second(head, office)
    [move] = _plan(b).moves
    assert (move.kind, move.to_post) == (MoveKind.RETURN, Post.LEADER)


def test_a_draw_off_kept_with_approval_stays_until_its_end() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("刑侦大队", UnitKind.ENFORCEMENT)
    kept, over = b.people(2, station)
    b.second(kept, office, kept_with_approval=True, kept_until=TODAY)
    b.second(over, office, kept_with_approval=True, kept_until=TODAY - timedelta(days=1))
    returned = [move.person for move in _plan(b).moves if move.kind is MoveKind.RETURN]
    assert returned == [over]


def test_a_shortage_beyond_the_movable_range_is_reported_and_not_hidden() -> None:
    b = Building()
    b.people(2, b.unit("城关派出所"), Post.COMMUNITY)
    b.people(4, b.unit("政工室", UnitKind.ADMINISTRATIVE), pin="不宜调整")
    proposal = _plan(b)
    assert proposal.status == "optimal"
    assert proposal.moves == ()
    assert _values(proposal)["station_minimum"] == 3
    assert _values(proposal)["station_share"] == 1


def test_a_station_is_filled_from_headquarters_down_to_its_minimum_kept() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.people(3, station, Post.COMMUNITY)
    b.people(8, office)
    proposal = _plan(b)
    assert proposal.level("transfers") == 2, "three quarters of eight stay"
    assert {m.to_unit for m in proposal.moves} == {station}
    assert all(
        "城关派出所在岗 3 人,调整后 5 人,最低 5 人,少此一步差 1 人" in m.reason.zh for m in proposal.moves
    )
    assert all("3 present, 5 with the plan, 5 required" in m.reason.en for m in proposal.moves)


def test_the_community_share_is_reached_by_changing_posts_at_home() -> None:
    b = Building()
    station = b.unit("城关派出所")
    b.people(1, station, Post.COMMUNITY)
    b.people(5, station, Post.CASE)
    proposal = _plan(b)
    assert [m.kind for m in proposal.moves] == [MoveKind.POST_CHANGE] * 2
    assert {(m.from_unit, m.to_unit, m.to_post) for m in proposal.moves} == {
        (station, station, Post.COMMUNITY)
    }
    assert (proposal.level("transfers"), proposal.level("post_changes")) == (0, 2)


def test_two_teams_keep_their_command_room_and_their_cases() -> None:
    b = Building()
    station = b.unit("城关派出所", two_teams_one_office=True)
    b.people(3, station, Post.CASE)
    b.people(1, station, Post.COMMAND_ROOM)
    b.person(station, Post.LEADER)
    proposal = _plan(b)
    assert proposal.count(MoveKind.POST_CHANGE) == 1
    assert _values(proposal)["community_share"] == 1, "two are needed, only one can be spared"


def test_a_bound_that_today_breaks_is_named_and_not_made_worse() -> None:
    b = Building()
    station = b.unit("城关派出所", two_teams_one_office=True)
    b.people(5, station, Post.COMMUNITY)
    b.person(station, Post.CASE)
    proposal = _plan(b)
    assert proposal.moves == ()
    assert [note.zh for note in proposal.notes] == [
        "城关派出所的综合指挥室现有 0 人,不足 1 人,按不少于现状处理。",
        "城关派出所的案件办理队现有 1 人,不足 2 人,按不少于现状处理。",
    ]


def test_outside_draw_offs_are_to_negotiate_and_counted_in_the_second_result() -> None:
    b = Building()
    station = b.unit("城关派出所")
    b.people(4, station, Post.COMMUNITY)
    outside, kept = b.people(2, station, Post.COMMUNITY)
    b.second(outside, None, to_outside="州公安局")
    b.second(kept, None, to_outside="县委办", kept_with_approval=True)
    proposal = _plan(b)
    assert (proposal.moves, proposal.to_negotiate) == ((), (outside,))
    assert _values(proposal)["station_minimum"] == 1
    second = proposal.once_outside_returned
    assert second is not None
    assert [(m.person, m.from_unit, m.to_unit) for m in second.moves] == [(outside, None, station)]
    assert _values(second)["station_minimum"] == 0
    assert _plan(b, both=False).once_outside_returned is None


def test_a_hard_rule_that_cannot_hold_ends_without_moves_and_with_the_number_short() -> None:
    b = Building()
    b.people(4, b.unit("城关派出所"), Post.COMMUNITY)
    b.people(20, b.unit("政工室", UnitKind.ADMINISTRATIVE, minimum=18))
    b.override("station_share.enforcement", "hard")
    proposal = _plan(b)
    assert (proposal.status, proposal.moves, proposal.levels) == ("infeasible", (), ())
    assert proposal.explanation is not None
    assert "派出所警力占比至少差 4 人" in proposal.explanation.zh
    assert "at least 4 short" in proposal.explanation.en


def test_a_hard_rule_that_can_hold_is_kept_before_anything_else() -> None:
    b = Building()
    b.people(4, b.unit("城关派出所"), Post.COMMUNITY)
    b.people(8, b.unit("政工室", UnitKind.ADMINISTRATIVE))
    b.override("station_share.enforcement", "hard")
    proposal = _plan(b)
    assert proposal.status == "optimal"
    assert proposal.level("shortage:station_share") == 0
    target = proposal.after.target("station_share")
    assert target is not None
    assert target.met


def test_approved_moves_of_a_later_day_are_taken_as_done() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.people(4, station, Post.COMMUNITY)
    officers = b.people(8, office)
    b.move(officers[0], MoveKind.TRANSFER, station, Post.CASE, effective=TODAY + timedelta(days=30))
    assert _plan(b).moves == ()


def test_where_the_policy_counts_seconded_officers_at_home_they_return_all_the_same() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("刑侦大队", UnitKind.ENFORCEMENT)
    b.people(5, station, Post.COMMUNITY)
    head, officer = b.person(station, Post.LEADER), b.person(station)
    b.second(head, office)
    b.second(officer, office)
    b.override("standing.seconded_inside.present", "home")
    assert [(m.person, m.kind) for m in _plan(b).moves] == [
        (head, MoveKind.RETURN),
        (officer, MoveKind.RETURN),
    ]


def test_a_raised_flag_ends_the_work_and_progress_is_told() -> None:
    b = Building()
    b.people(3, b.unit("城关派出所"))
    stop, heard = Stop(), list[Progress]()
    stop.request()
    proposal = plan(Document(b.county), TODAY, Limits(5), heard.append, stop)
    assert (proposal.status, proposal.proven) == ("stopped", False)
    assert heard


@pytest.mark.parametrize("day", [date(2026, 1, 1), TODAY])
def test_the_same_county_and_date_give_the_same_plan(day: date) -> None:
    b = Building()
    for i in range(4):
        b.people(3 + i % 2, b.unit(f"{i}号派出所"), Post.CASE)
    b.people(30, b.unit("政工室", UnitKind.ADMINISTRATIVE))
    document = Document(b.county)
    first, second = plan(document, day), plan(document, day)
    assert first.moves == second.moves


def test_officers_the_policy_leaves_out_of_the_county_fill_no_share_from_a_station() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室", UnitKind.ADMINISTRATIVE)
    traffic = b.unit("交警大队", UnitKind.ENFORCEMENT, traffic=True)
    b.people(5, station, Post.COMMUNITY)
    b.people(10, office)
    for officer in b.people(2, traffic):
        b.second(officer, station)
    b.override("counting.traffic", False)
    b.override("community_share.enforcement", "off")
    proposal = _plan(b)
    assert (proposal.level("shortage:station_share"), proposal.level("transfers")) == (0, 1)
    assert "派出所在岗 5 人,调整后 6 人" in proposal.moves[0].reason.zh
