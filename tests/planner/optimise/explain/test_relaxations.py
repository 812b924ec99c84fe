"""A relaxation does what it says: a plan asked for it leaves exactly that short."""

from __future__ import annotations

import re

import pytest

from models.run import Clock, Limits, Stop
from planner.county.records import Post, Sex, UnitKind
from planner.document import Document
from planner.optimise.asked import AS_IT_STANDS, Asked
from planner.optimise.explain.bench import Bench
from planner.optimise.explain.relaxations import Relaxation, cheapest_relaxations, ways_out, ways_out_of
from planner.optimise.planning import plan
from tests.planner.building import TODAY, Building
from tests.planner.optimise.explain.counties import SEEDS, impossible
from tests.planner.optimise.explain.pressed_counties import PRESSED_SEEDS, pressed


def _short(document: Document, relaxation: Relaxation | None = None, asked: Asked = AS_IT_STANDS) -> int:
    if relaxation is None:
        proposal = plan(document, TODAY, both=False, asked=asked)
    else:
        proposal = plan(relaxation.applied(document), TODAY, both=False, asked=relaxation.asked)
    assert proposal.proven
    return sum(level.value for level in proposal.levels if level.name.startswith("shortage:"))


@pytest.mark.parametrize("seed", SEEDS)
def test_every_relaxation_reaches_what_it_says_and_names_what_it_is_about(seed: int) -> None:
    document = impossible(seed)
    found = cheapest_relaxations(document, TODAY)
    assert 1 <= len(found) <= 3
    _assert_true(found, document, AS_IT_STANDS)


@pytest.mark.parametrize("seed", PRESSED_SEEDS)
def test_what_is_claimed_holds_under_every_limit_and_names_nobody_with_a_private_reason(seed: int) -> None:
    document, asked = pressed(seed)
    found = ways_out(document, TODAY, asked=asked)
    assert bool(found.relaxations) is (found.sentence is None)
    _assert_true(found.relaxations, document, asked)
    private = {p.id for p in document.county.people.values() if p.special_codes}
    names = {document.county.people[p].name for p in private}
    for relaxation in found.relaxations:
        assert private.isdisjoint(relaxation.people)
        assert not any(row.zh.partition("(")[0] in names for row in relaxation.rows)


def _assert_true(found: tuple[Relaxation, ...], document: Document, asked: Asked) -> None:
    assert [(r.short_after, r.amount) for r in found] == sorted((r.short_after, r.amount) for r in found)
    for relaxation in found:
        assert relaxation.short_before == _short(document, asked=asked)
        assert relaxation.short_after == _short(document, relaxation), relaxation.action.zh
        assert relaxation.short_after < relaxation.short_before
        assert str(relaxation.amount) in re.findall(r"\d+", relaxation.action.zh)
        assert relaxation.units or relaxation.people or relaxation.family in ("target", "cap")
        numbers = re.findall(r"\d+", relaxation.effect.en)
        assert {str(relaxation.short_before), str(relaxation.short_after)} <= set(numbers)


def _county(pin: str = "", **fields: object) -> Building:
    b = Building()
    b.people(7, b.unit("城关派出所"), Post.COMMUNITY)
    office = b.unit("刑侦大队", UnitKind.ENFORCEMENT, **fields)
    b.people(13, office, pin=pin, source_row=9)
    b.override("planning.kept_share", "10/100")
    return b


def _first(b: Building) -> Relaxation:
    return cheapest_relaxations(Document(b.county, b.policy), TODAY)[0]


def test_a_minimum_kept_is_lowered_by_just_what_is_missing() -> None:
    b = _county(minimum=13)
    first = _first(b)
    assert (first.family, first.amount, first.short_after) == ("minimum_kept", 1, 0)
    assert "刑侦大队 13→12 人" in first.action.zh
    assert "派出所警力占比差 1→0 人" in first.effect.zh


def test_just_as_many_pins_are_lifted_as_are_needed_and_the_rows_are_named() -> None:
    first = _first(_county(pin="专案"))
    assert (first.family, first.amount, len(first.people)) == ("pinned", 1, 1)
    assert "花名册第 9 行" in first.action.zh
    assert first.rows[0].en.endswith("(roster row 9)")


def test_a_draw_off_kept_with_approval_is_ended() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("刑侦大队", UnitKind.ENFORCEMENT)
    b.people(7, station, Post.COMMUNITY)
    b.people(12, office, Post.LEADER)
    kept = b.person(station, Post.COMMUNITY, source_row=5)
    b.second(kept, office, kept_with_approval=True)
    first = _first(b)
    assert (first.family, first.people, first.amount, first.short_after) == (
        "kept_with_approval",
        (kept,),
        1,
        0,
    )
    assert first.asked.ended == {kept}
    assert "花名册第 5 行" in first.action.zh


def test_a_hard_rule_is_relaxed_like_a_soft_one() -> None:
    b = _county(minimum=13)
    b.override("station_share.enforcement", "hard")
    assert (_first(b).short_before, _first(b).short_after) == (1, 0)


def test_a_county_in_order_needs_none() -> None:
    b = Building()
    b.people(6, b.unit("城关派出所"), Post.COMMUNITY)
    assert cheapest_relaxations(Document(b.county, b.policy), TODAY) == ()
    assert "没有缺口" in str(ways_out(Document(b.county, b.policy), TODAY).sentence)


def test_no_way_out_is_claimed_where_the_least_shortage_is_not_proven() -> None:
    b = _county(minimum=13)
    document = Document(b.county, b.policy)
    stop = Stop()
    bench = Bench(document, TODAY, AS_IT_STANDS, Clock(Limits(), stop))
    assert ways_out_of(bench).relaxations
    bench.proven = False
    assert ways_out_of(bench).relaxations == ()
    stop.request()
    found = ways_out(document, TODAY, stop=stop)
    assert found.sentence is not None
    assert "尚未证明" in found.sentence.zh


def test_a_policy_number_is_told_as_one_of_all_units_with_old_and_new() -> None:
    b = _county(minimum=2)
    b.override("station_share.required", "50/100")
    b.override("planning.handover_limit", 1)
    first = _first(b)
    assert (first.family, first.amount, first.short_after) == ("handover_limit", 2, 0)
    assert "对所有单位生效" in first.action.zh
    assert "“每个单位最多调出人数(0 为不限)”1→3" in first.action.zh
    assert "for all units" in first.action.en


def test_the_women_of_custody_units_are_a_number_of_all_of_them() -> None:
    b = Building()
    b.people(7, b.unit("城关派出所"), Post.COMMUNITY)
    b.people(13, b.unit("看守所", UnitKind.CUSTODY, minimum=2), sex=Sex.FEMALE)
    b.override("planning.custody_women", 13)
    first = _first(b)
    assert (first.family, first.amount) == ("custody_women", 1)
    assert "“监管场所最少女民警人数”13→12" in first.action.zh
    assert "对所有监管场所生效" in first.action.zh


def test_transfers_that_the_question_holds_are_the_first_to_be_allowed() -> None:
    b = _county(minimum=2)
    b.override("station_share.required", "50/100")
    asked = Asked(caps={"transfers": 1})
    first = cheapest_relaxations(Document(b.county, b.policy), TODAY, asked=asked)[0]
    assert (first.family, first.amount, first.asked.caps) == ("cap", 2, {"transfers": 3})
    assert "由 1 人提高到 3 人" in first.action.zh


def test_nothing_is_claimed_that_the_transfers_held_do_not_allow() -> None:
    b = _county(minimum=13)
    found = cheapest_relaxations(Document(b.county, b.policy), TODAY, asked=Asked(caps={"transfers": 0}))
    assert "minimum_kept" not in {r.family for r in found}


def test_a_draw_off_is_not_ended_where_the_reason_might_be_private() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("刑侦大队", UnitKind.ENFORCEMENT)
    b.people(7, station, Post.COMMUNITY)
    b.people(12, office, Post.LEADER)
    kept = b.person(station, Post.COMMUNITY, special_codes=frozenset({"investigated"}))
    b.second(kept, office, kept_with_approval=True)
    found = cheapest_relaxations(Document(b.county, b.policy), TODAY)
    assert "kept_with_approval" not in {r.family for r in found}
