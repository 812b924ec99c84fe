"""A relaxation does what it says: a plan asked for it leaves exactly that short."""

from __future__ import annotations

import re

import pytest

from planner.county.records import Post, UnitKind
from planner.document import Document
from planner.optimise.explain.relaxations import Relaxation, cheapest_relaxations
from planner.optimise.planning import plan
from tests.planner.building import TODAY, Building
from tests.planner.optimise.explain.counties import SEEDS, impossible


def _short(document: Document, relaxation: Relaxation | None = None) -> int:
    if relaxation is None:
        proposal = plan(document, TODAY, both=False)
    else:
        proposal = plan(relaxation.applied(document), TODAY, both=False, asked=relaxation.asked)
    assert proposal.proven
    return sum(level.value for level in proposal.levels if level.name.startswith("shortage:"))


@pytest.mark.parametrize("seed", SEEDS)
def test_every_relaxation_reaches_what_it_says_and_names_what_it_is_about(seed: int) -> None:
    document = impossible(seed)
    found = cheapest_relaxations(document, TODAY)
    assert 1 <= len(found) <= 3
    assert [(r.short_after, r.amount) for r in found] == sorted((r.short_after, r.amount) for r in found)
    for relaxation in found:
        assert relaxation.short_before == _short(document)
        assert relaxation.short_after == _short(document, relaxation), relaxation.action.zh
        assert relaxation.short_after < relaxation.short_before
        assert str(relaxation.amount) in re.findall(r"\d+", relaxation.action.zh)
        assert relaxation.units or relaxation.people or relaxation.family == "target"
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
