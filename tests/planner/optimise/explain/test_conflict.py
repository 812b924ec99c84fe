"""A conflict is minimal: all its members together are impossible, and without any one of them possible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from models.allocation.model import solve
from models.run import Clock, Limits, Stop
from planner.county.records import Post, UnitKind
from planner.document import Document
from planner.optimise.answer import short_levels
from planner.optimise.asked import AS_IT_STANDS, Asked
from planner.optimise.explain.bench import Bench
from planner.optimise.explain.conflict import Conflict, Member, conflict_of, minimal_conflict
from planner.optimise.explain.conflict_words import sentence_of
from planner.optimise.explain.levers import AWAY, WHOLE, Family, goal_level
from planner.optimise.planning import plan
from tests.planner.building import TODAY, Building
from tests.planner.optimise.explain.counties import SEEDS, impossible
from tests.planner.optimise.explain.pressed_counties import PRESSED_SEEDS, pressed


def _is_possible(document: Document, members: Sequence[Member], asked: Asked = AS_IT_STANDS) -> bool:
    """Solve with the members hard and everything else soft, by the engine's own front door."""
    ground = Bench(document, TODAY, asked, Clock(Limits(), Stop())).ground
    kinds = {m.kind for m in members}
    held = {
        lever.level
        for lever in ground.levers
        for m in members
        if m.rule is None
        and m.kind == lever.family
        and (lever.family in WHOLE or (m.post, m.units) == (lever.post, (lever.unit,)))
    }
    for rule, unit in ground.goals:
        if any(m.rule == rule and (unit is None or m.units == (unit,)) for m in members):
            held.add(goal_level((rule, unit)))
    gone = {p for p, family in ground.people.items() if family in AWAY and family in kinds}
    problem = replace(ground.problem, workers=tuple(w for w in ground.problem.workers if w.id not in gone))
    held &= set(problem.levels)  # nobody is left who could come home, and no level says so
    order = (*sorted(held), *(level for level in problem.levels if level not in held))
    caps = {**dict.fromkeys(held, 0), **(asked.caps if Family.CAP in kinds else {})}
    outcome = solve(replace(problem, levels=order), caps=caps, through=order[0])
    return outcome.status != "infeasible"


def _conflict(document: Document, asked: Asked = AS_IT_STANDS) -> Conflict:
    found = minimal_conflict(document, TODAY, asked=asked)
    assert found.members
    return found


@pytest.mark.parametrize("seed", PRESSED_SEEDS)
def test_rules_limits_and_what_the_question_holds_are_all_members(seed: int) -> None:
    document, asked = pressed(seed)
    found = minimal_conflict(document, TODAY, asked=asked)
    if found.members:
        _assert_minimal(found, document, asked)
    else:
        proposal = plan(document, TODAY, both=False, asked=asked)
        assert found.is_none
        assert not short_levels(proposal)


@pytest.mark.parametrize("seed", SEEDS)
def test_dropping_any_one_member_makes_the_rest_possible(seed: int) -> None:
    document = impossible(seed)
    _assert_minimal(_conflict(document), document, AS_IT_STANDS)


def _assert_minimal(found: Conflict, document: Document, asked: Asked) -> None:
    assert found.proven
    assert not _is_possible(document, found.members, asked)
    for member in found.members:
        rest = [m for m in found.members if m is not member]
        assert _is_possible(document, rest, asked), member.text.zh
    assert str(found.short) in found.sentence.zh
    assert found.short > 0
    assert found.units


def _office(**fields: object) -> Building:
    b = Building()
    b.people(6, b.unit("城关派出所"), Post.COMMUNITY)
    b.people(12, b.unit("刑侦大队", UnitKind.ENFORCEMENT, minimum=9, **fields))
    b.override("station_share.required", "60/100")
    return b


def test_a_share_and_the_minimum_that_stands_in_its_way_conflict() -> None:
    b = _office()
    found = _conflict(Document(b.county, b.policy))
    assert [m.kind for m in found.members] == ["station_share", "minimum_kept"]
    assert found.short == 2
    assert "刑侦大队最低保留 9 人" in found.sentence.zh
    assert "放开其中任一项" in found.sentence.zh
    assert "刑侦大队 keeps at least 9" in found.sentence.en


def test_a_rule_that_nobody_could_meet_conflicts_with_itself() -> None:
    b = Building()
    b.people(3, b.unit("城关派出所"), Post.COMMUNITY)
    found = _conflict(Document(b.county, b.policy))
    assert [m.kind for m in found.members] == ["station_minimum"]
    assert "单独就不能成立" in found.sentence.zh


def test_one_rule_may_be_asked_for_and_what_can_hold_is_in_no_conflict() -> None:
    b = _office()
    document = Document(b.county, b.policy)
    assert minimal_conflict(document, TODAY, rule="station_minimum").is_none
    assert minimal_conflict(document, TODAY, rule="station_share").members


def _frontier(seats: int = 3) -> Document:
    """Return a station of six that has the hours only while fewer than two in five walk a beat."""
    b = Building()
    b.people(6, b.unit("城关派出所", duty_cover=seats), Post.CASE)
    b.override("duty.counted_hours", 11)
    return Document(b.county, b.policy)


def test_two_rules_that_only_hold_without_each_other_conflict_though_one_is_met() -> None:
    found = _conflict(_frontier())
    assert [m.kind for m in found.members] == ["community_share", "field_time"]
    assert found.proven
    assert "至少差 3 人" in found.sentence.zh


def test_a_rule_that_gives_way_to_one_before_it_is_in_conflict_with_it_and_no_other() -> None:
    assert len(minimal_conflict(_frontier(), TODAY, rule="field_time").members) == 2
    assert minimal_conflict(_frontier(), TODAY, rule="community_share").is_none


def test_what_can_hold_together_is_said_to_be_in_no_conflict() -> None:
    found = minimal_conflict(_frontier(seats=1), TODAY)
    assert found.is_none
    assert not found.is_unknown
    assert "没有冲突" in found.sentence.zh


def test_a_stop_before_anything_is_known_is_no_word_that_nothing_conflicts() -> None:
    stop = Stop()
    stop.request()
    found = minimal_conflict(_frontier(), TODAY, stop=stop)
    assert found.is_unknown
    assert not found.is_none
    assert "尚未查明" in found.sentence.zh
    assert "没有冲突" not in found.sentence.zh


def test_a_stop_halfway_claims_no_smallest_set() -> None:
    b = _office()
    stop = Stop()
    bench = Bench(Document(b.county, b.policy), TODAY, AS_IT_STANDS, Clock(Limits(), stop))
    stop.request()
    assert conflict_of(bench).is_unknown
    members = _conflict(Document(b.county, b.policy)).members
    words = sentence_of(members, 2, at_least=False, minimal=False)
    assert "尚未缩到最少" in words.zh
    assert "放开其中任一项" not in words.zh


def test_the_transfers_that_the_question_allows_are_a_member() -> None:
    b = _office()
    [office] = [u.id for u in b.county.units.values() if u.minimum]
    asked = Asked(caps={"transfers": 1}, minimums={office: 2})
    found = _conflict(Document(b.county, b.policy), asked)
    assert [m.kind for m in found.members] == ["station_share", "cap"]
    assert "单位间交流不超过 1" in found.sentence.zh


def test_what_is_counted_by_weight_is_told_in_people() -> None:
    b = _office()
    b.override("planning.ledger", "effective")
    found = _conflict(Document(b.county, b.policy))
    assert "全局 18 人,须有 10.8 人" in found.sentence.zh


def test_one_requirement_alone_promises_nothing_of_the_rest() -> None:
    b = Building()
    b.people(3, b.unit("城关派出所"), Post.COMMUNITY)
    sentence = _conflict(Document(b.county, b.policy)).sentence
    assert "其余" not in sentence.zh
    assert "rest" not in sentence.en
