"""The price of an officer who stays, of a pin, of an approval that ends; and the next best candidate."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from models.run import Limits, Stop
from planner.county.records import MoveKind, Post, Sex, UnitKind
from planner.document import Document
from planner.optimise.asked import Asked
from planner.optimise.explain.next_best import next_bests
from planner.optimise.explain.price_tag import (
    PriceTag,
    price_of,
    price_of_kept,
    price_of_pin,
    price_of_staying,
)
from planner.optimise.movable import Bar
from planner.optimise.planning import plan
from planner.optimise.proposal import Proposal, ProposedMove
from planner.optimise.question import pose
from planner.optimise.recount import after_moves, verify
from tests.planner.building import TODAY, Building, share_county
from tests.planner.optimise.explain.counties import burdened, impossible

COUNTIES = [burdened(seed) for seed in range(4)] + [impossible(seed) for seed in range(3)]
QUESTIONS = [Asked(), Asked(caps={"transfers": 2})]
PRIVATE = {Bar.PREGNANT, Bar.NURSING, Bar.INVESTIGATED}


def _plan(document: Document, asked: Asked | None = None) -> Proposal:
    return plan(document, TODAY, both=False, asked=asked or Asked())


def _values(proposal: Proposal) -> dict[str, int]:
    return {lv.name: lv.value for lv in proposal.levels}


def _all_tags(proposal: Proposal, document: Document) -> dict[int, PriceTag]:
    """Return the price of everybody who has one."""
    tags = dict(next_bests(proposal, document))
    assert tags.keys() == {move.person for move in proposal.moves}
    for person in document.county.people.keys() - tags.keys():
        if (tag := price_of(proposal, document, person)) is not None:
            tags[person] = tag
    return tags


def _carried_out(tag: PriceTag, proposal: Proposal) -> dict[int, ProposedMove]:
    """Return the proposal's moves with what a tag names changed in them."""
    moves = {move.person: move for move in proposal.moves if move.person != tag.person}
    for move in tag.dropped:
        assert moves.pop(move.person) == move
    for move in tag.rearranged:
        assert moves[move.person] != move
    assert moves.keys().isdisjoint(move.person for move in tag.replacements)
    named = (*tag.rearranged, *tag.replacements, *([tag.own] if tag.own else ()))
    return moves | {move.person: move for move in named}


@pytest.mark.parametrize("asked", QUESTIONS, ids=["as it stands", "capped"])
@pytest.mark.parametrize("document", COUNTIES)
def test_every_tag_is_a_plan_as_good_at_every_level_as_the_one_for_its_question(
    document: Document, asked: Asked
) -> None:
    proposal = _plan(document, asked)
    for tag in _all_tags(proposal, document).values():
        after = _plan(document, tag.asked)
        told = _values(proposal) | {c.name: c.after for c in tag.changes}
        assert tag.proven
        assert told == _values(after), tag.sentence.zh
        assert told["transfers"] <= asked.caps.get("transfers", 99)
        question = pose(document, TODAY, tag.asked)
        moves = _carried_out(tag, proposal)
        ordered = [moves[id_] for id_ in question.state.placed if id_ in moves]
        verify(question.state, after_moves(question.state, ordered), ordered, told, question.movable)
        assert not PRIVATE & {question.movable.bars[move.person] for move in tag.replacements}


def _next_to_retire() -> tuple[Document, int, int]:
    """Return a county short of one, the only young officers of two units, and all others near retirement."""
    b = Building()
    b.people(7, b.unit("城关派出所"), Post.COMMUNITY)
    one, two = b.unit("第1大队", UnitKind.ENFORCEMENT), b.unit("第2大队", UnitKind.ENFORCEMENT)
    old, young = date(1968, 6, 1), date(1995, 6, 1)
    first = b.person(one, birth=young, sex=Sex.MALE)
    b.people(6, one, birth=old, sex=Sex.MALE)
    other = b.person(two, birth=young, sex=Sex.MALE)
    b.people(5, two, birth=old, sex=Sex.MALE)
    return Document(b.county, b.policy), first, other


def test_the_next_best_is_whoever_has_the_least_hardship_in_whatever_unit() -> None:
    document, first, other = _next_to_retire()
    proposal = _plan(document)
    assert [move.person for move in proposal.moves] == [first]
    for tag in (price_of_staying(proposal, document, first), next_bests(proposal, document)[first]):
        assert tag.next_best is not None
        assert tag.next_best.person == other
        assert tag.changes == ()
    both = replace(proposal.asked, staying=frozenset({other}))
    tag = price_of_staying(_plan(document, both), document, first)
    [dearer] = tag.changes
    assert (dearer.name, dearer.before) == ("hardship", 0)
    assert dearer.after == _plan(document, tag.asked).level("hardship")


def test_a_return_not_made_costs_one_where_the_policy_counts_the_officer_at_home_all_the_same() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.people(9, station, Post.COMMUNITY)
    b.people(4, office)
    away = b.person(station, Post.COMMUNITY)
    b.second(away, office)
    b.override("standing.seconded_inside.present", "home")
    document = Document(b.county, b.policy)
    proposal = _plan(document)
    assert [(move.person, move.kind) for move in proposal.moves] == [(away, MoveKind.RETURN)]
    for tag in (price_of_staying(proposal, document, away), next_bests(proposal, document)[away]):
        assert [(c.name, c.by) for c in tag.changes] == [("shortage:secondment", 1)]


def test_what_is_not_proven_says_so() -> None:
    document, first, _ = _next_to_retire()
    proposal = _plan(document)
    tag = price_of_staying(replace(proposal, status="feasible", proven=False), document, first)
    assert not tag.proven
    assert "尚未证明" in tag.sentence.zh
    assert "not yet proven" in tag.sentence.en
    assert "尚未证明" not in price_of_staying(proposal, document, first).sentence.zh


def test_without_time_the_price_is_that_of_the_known_moves_unproven_and_movers_are_left_out() -> None:
    document, first, _ = _next_to_retire()
    proposal = _plan(document)
    stop = Stop()
    stop.request()
    tag = price_of_staying(proposal, document, first, Limits(), stop)
    assert not tag.proven
    assert tag.dropped == ()
    assert next_bests(proposal, document, Limits(), stop=stop) == {}


def test_somebody_interchangeable_takes_the_place_at_no_cost() -> None:
    b = share_county(7, 13)
    document = Document(b.county, b.policy)
    proposal = _plan(document)
    [move] = proposal.moves
    tag = price_of_staying(proposal, document, move.person)
    assert tag.changes == ()
    assert len(tag.replacements) == 1
    assert tag.next_best is not None
    assert tag.next_best.to_unit == move.to_unit
    assert "各项缺口和调整人数不变" in tag.sentence.zh
    [best] = next_bests(proposal, document).values()
    assert best.next_best is not None
    assert best.changes == ()


def test_where_nobody_can_take_the_place_the_shortage_is_told() -> None:
    b = Building()
    b.people(7, b.unit("城关派出所"), Post.COMMUNITY)
    office = b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.people(12, office, Post.LEADER)
    only = b.person(office)
    document = Document(b.county, b.policy)
    proposal = _plan(document)
    assert [m.person for m in proposal.moves] == [only]
    tag = price_of_staying(proposal, document, only)
    assert tag.next_best is None
    assert [(c.name, c.by) for c in tag.changes] == [("shortage:station_share", 1), ("transfers", -1)]
    assert "无人可替" in tag.sentence.zh
    assert "派出所警力占比由差 0 人变为差 1 人" in tag.sentence.zh


def test_an_officer_who_stays_under_a_hard_rule_leaves_no_plan_and_the_sentence_says_by_how_many() -> None:
    b = Building()
    b.people(7, b.unit("城关派出所"), Post.COMMUNITY)
    office = b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.people(12, office, Post.LEADER)
    only = b.person(office)
    b.override("station_share.enforcement", "hard")
    document = Document(b.county, b.policy)
    tag = price_of_staying(_plan(document), document, only)
    assert "没有可行的方案" in tag.sentence.zh
    assert "至少差 1 人" in tag.sentence.zh
    assert tag.proven
    assert (tag.changes, tag.replacements, tag.rearranged, tag.dropped) == ((), (), (), ())


def test_where_there_is_no_plan_no_other_move_is_named() -> None:
    b = Building()
    b.people(6, b.unit("城关派出所"), Post.COMMUNITY)
    office = b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.people(12, office, Post.LEADER)
    one, _ = b.people(2, office)
    document = Document(b.county, b.policy)
    proposal = _plan(document, Asked(caps={"shortage:station_share": 0}))
    assert len(proposal.moves) == 2
    tag = price_of_staying(proposal, document, one)
    assert (tag.changes, tag.replacements, tag.rearranged, tag.dropped) == ((), (), (), ())
    assert "在所设上限(派出所警力占比:缺口不超过 0)内没有可行的方案" in tag.sentence.zh


def test_a_pin_and_an_approval_have_their_price() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.people(7, station, Post.COMMUNITY)
    b.people(10, office, Post.LEADER)
    pinned = b.person(office, pin="骨干")
    b.person(office, Post.LEADER)
    kept = b.person(station, Post.COMMUNITY)
    b.second(kept, office, kept_with_approval=True)
    document = Document(b.county, b.policy)
    proposal = _plan(document)
    pin, approval = price_of_pin(proposal, document, pinned), price_of_kept(proposal, document, kept)
    assert ("shortage:station_share", -1) in [(c.name, c.by) for c in pin.changes]
    assert pin.asked.freed == {pinned}
    assert "若准许调动" in pin.sentence.zh
    assert ("shortage:station_share", -1) in [(c.name, c.by) for c in approval.changes]
    assert "返岗" in approval.sentence.zh
    assert price_of(proposal, document, pinned) == pin
    assert price_of(proposal, document, kept) == approval
    assert price_of(proposal, document, next(iter(b.county.people))) is None


def test_what_units_outside_hold_is_priced_as_given_back_with_an_approval_ended() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.people(6, station, Post.COMMUNITY)
    b.people(12, office, Post.LEADER)
    lent, approved = b.people(2, station, Post.COMMUNITY)
    b.second(lent, to_outside="市公安局")
    b.second(approved, to_outside="县纪委", kept_with_approval=True)
    document = Document(b.county, b.policy)
    proposal = _plan(document)
    for person, words in ((lent, "若市公安局归还"), (approved, "的抽调保留并由县纪委归还")):
        tag = price_of(proposal, document, person)
        assert tag is not None
        assert words in tag.sentence.zh
        assert [(c.name, c.by) for c in tag.changes] == [("shortage:station_share", -1)]
        assert tag.asked.given_back == {person}
        assert _values(_plan(document, tag.asked))["shortage:station_share"] == tag.changes[0].after


def test_nothing_private_is_lifted_by_a_price_though_a_pin_is() -> None:
    b = share_county(7, 12)
    office = max(b.county.units)
    both = b.person(office, pin="骨干", special_codes=frozenset({"investigated"}))
    document = Document(b.county, b.policy)
    proposal = _plan(document)
    assert price_of(proposal, document, both) is None
    tag = price_of_pin(proposal, document, both)
    assert (tag.own, tag.changes) == (None, ())
    assert "仍不在可调范围" in tag.sentence.zh
    assert "调查" not in tag.sentence.zh


def test_a_pin_on_a_county_without_a_plan_says_that_there_is_one() -> None:
    b = Building()
    b.people(7, b.unit("城关派出所"), Post.COMMUNITY)
    office = b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.people(12, office, Post.LEADER)
    pinned = b.person(office, pin="骨干")
    b.override("station_share.enforcement", "hard")
    document = Document(b.county, b.policy)
    proposal = _plan(document)
    assert proposal.status == "infeasible"
    tag = price_of(proposal, document, pinned)
    assert tag is not None
    assert tag.own is not None
    assert "则有可行的方案" in tag.sentence.zh
