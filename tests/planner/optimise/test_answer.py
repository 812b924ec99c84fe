from __future__ import annotations

from dataclasses import replace

from planner.county.records import MoveKind, Post, UnitKind
from planner.document import Document
from planner.optimise.answer import answer, negotiated, once_given_back, shortage_words
from planner.optimise.planning import plan
from planner.optimise.proposal import Proposal
from tests.planner.building import TODAY, Building


def _plan(b: Building) -> Proposal:
    return plan(Document(b.county, b.policy), TODAY)


def _short_county() -> Building:
    b = Building()
    b.people(3, b.unit("城关派出所"), Post.COMMUNITY)
    b.people(8, b.unit("政工室", UnitKind.ADMINISTRATIVE))
    return b


def test_a_proven_plan_claims_the_least_within_policy_and_range() -> None:
    proposal = _plan(_short_county())
    words = answer(proposal)
    assert words.zh == "在本口径和可调范围内,最少需单位间交流 2 人、岗位调整 0 人;共 2 人。已证明最优。"
    assert "transfers 2" in words.en
    short = shortage_words(proposal)
    assert short is not None
    assert "均无缺口" in short.zh


def test_what_is_not_proven_is_never_called_the_least() -> None:
    proposal = _plan(_short_county())
    for status in ("feasible", "stopped"):
        words = answer(replace(proposal, status=status, proven=False))
        assert "最少需" not in words.zh
        assert "尚未证明最少" in words.zh
        assert "not proven" in words.en


def test_stopped_before_any_plan_is_said_so() -> None:
    nothing = replace(_plan(_short_county()), status="stopped", proven=False, levels=(), moves=())
    assert "尚未得到方案" in answer(nothing).zh
    assert shortage_words(nothing) is None


def test_a_return_to_another_post_is_told_as_one_person() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("刑侦大队", UnitKind.ENFORCEMENT)
    b.people(5, station, Post.CASE, pin="经批准")
    b.people(2, station, Post.COMMUNITY)
    b.second(b.person(station, Post.CASE), office)
    b.override("station_share.enforcement", "off")
    proposal = _plan(b)
    [move] = proposal.moves
    assert (move.kind, move.to_post) == (MoveKind.RETURN, Post.COMMUNITY)
    assert "岗位调整 1 人(其中 1 人返岗时换岗),另有 1 人应返岗;共 1 人" in answer(proposal).zh


def test_a_county_in_order_needs_nothing_and_outside_draw_offs_are_named() -> None:
    b = Building()
    station = b.unit("城关派出所")
    b.people(6, station, Post.COMMUNITY)
    b.people(3, b.unit("政工室", UnitKind.ADMINISTRATIVE))
    assert answer(_plan(b)).zh == "无需调整:各项计划指标均已满足。"
    away = b.person(station, Post.COMMUNITY, name="李静")
    b.second(away, to_outside="州公安局")
    proposal = _plan(b)
    assert "1 人被抽调至局外,待协调" in answer(proposal).zh
    assert [(person, words.zh) for person, words in negotiated(proposal)] == [
        (away, "李静(城关派出所 → 州公安局)")
    ]
    once = once_given_back(proposal)
    assert once is not None
    assert "返岗 1 人" in once.zh


def test_what_stays_short_is_counted_and_proven() -> None:
    b = Building()
    b.people(2, b.unit("城关派出所"), Post.COMMUNITY)
    b.people(2, b.unit("政工室", UnitKind.ADMINISTRATIVE), Post.LEADER)
    proposal = _plan(b)
    assert "不能再减少缺口" in answer(proposal).zh
    short = shortage_words(proposal)
    assert short is not None
    assert "派出所最低警力差 3 人(已证明不能再少)" in short.zh


def test_hard_rules_that_cannot_hold_have_no_plan() -> None:
    b = _short_county()
    b.override("station_minimum.required", 30)
    b.override("station_minimum.enforcement", "hard")
    proposal = _plan(b)
    assert proposal.status == "infeasible"
    assert "没有可行的方案" in answer(proposal).zh
