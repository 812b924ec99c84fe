"""A conflict is minimal: all its members together are impossible, and without any one of them possible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from models.allocation.model import solve
from models.run import Clock, Limits, Stop
from planner.county.records import Post, UnitKind
from planner.document import Document
from planner.optimise.asked import AS_IT_STANDS
from planner.optimise.explain.bench import Bench
from planner.optimise.explain.conflict import Conflict, Member, minimal_conflict
from planner.optimise.explain.levers import AWAY, WHOLE, goal_level
from tests.planner.building import TODAY, Building
from tests.planner.optimise.explain.counties import SEEDS, impossible


def _is_possible(document: Document, members: Sequence[Member]) -> bool:
    """Solve with the members hard and everything else soft, by the engine's own front door."""
    ground = Bench(document, TODAY, AS_IT_STANDS, Clock(Limits(), Stop())).ground
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
    outcome = solve(replace(problem, levels=order), caps=dict.fromkeys(held, 0), through=order[0])
    return outcome.status != "infeasible"


def _conflict(document: Document) -> Conflict:
    found = minimal_conflict(document, TODAY)
    assert found is not None
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_dropping_any_one_member_makes_the_rest_possible(seed: int) -> None:
    document = impossible(seed)
    found = _conflict(document)
    assert found.proven
    assert not _is_possible(document, found.members)
    for member in found.members:
        assert _is_possible(document, [m for m in found.members if m is not member]), member.text.zh
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
    assert "本身无法成立" in found.sentence.zh


def test_one_rule_may_be_asked_for_and_what_can_hold_is_in_no_conflict() -> None:
    b = _office()
    document = Document(b.county, b.policy)
    assert minimal_conflict(document, TODAY, rule="station_minimum") is None
    assert minimal_conflict(document, TODAY, rule="station_share") is not None
