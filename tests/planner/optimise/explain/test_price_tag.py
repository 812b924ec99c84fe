"""The price of an officer who stays, of a pin, of an approval that ends; and the next best candidate."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.county.records import Post, UnitKind
from planner.document import Document
from planner.optimise.asked import Asked
from planner.optimise.explain.next_best import next_bests
from planner.optimise.explain.price_tag import price_of, price_of_kept, price_of_pin, price_of_staying
from planner.optimise.planning import plan
from planner.optimise.proposal import Proposal
from tests.planner.building import TODAY, Building, share_county
from tests.planner.optimise.explain.counties import SEEDS, impossible


def _plan(document: Document, asked: Asked | None = None) -> Proposal:
    return plan(document, TODAY, both=False, asked=asked or Asked())


def _values(proposal: Proposal) -> dict[str, int]:
    return {lv.name: lv.value for lv in proposal.levels if lv.name != "hardship"}


@pytest.mark.parametrize("seed", SEEDS)
def test_every_movers_price_is_what_a_plan_without_them_costs(seed: int) -> None:
    document = impossible(seed)
    proposal = _plan(document)
    tags = next_bests(proposal, document)
    assert tags.keys() == {move.person for move in proposal.moves}
    for person, tag in tags.items():
        after = _plan(document, replace(proposal.asked, staying=frozenset({person})))
        told = _values(proposal) | {c.name: c.after for c in tag.changes if c.name != "hardship"}
        assert told == _values(after), tag.sentence.zh
        assert tag.asked.staying == {person}
        assert tag.proven
        assert document.county.people[person].name in tag.sentence.zh
        if tag.next_best is not None:
            assert document.county.people[tag.next_best.person].name in tag.sentence.en


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
