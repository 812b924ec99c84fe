from __future__ import annotations

from dataclasses import replace

from planner.county.records import Post, UnitKind
from planner.document import Document
from planner.optimise.asked import Asked
from planner.optimise.planning import plan
from planner.tables.plan_change import change_words
from planner.tables.proposed import TABLE, proposed_rows
from tests.planner.building import TODAY, Building


def county() -> Document:
    """A station one officer short, who is drawn off to an office where two more could be taken from."""
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.people(4, station, Post.COMMUNITY)
    b.second(b.person(station, Post.CASE, name="张伟"), office)
    b.people(8, office)
    return Document(b.county, b.policy)


def test_only_the_levels_that_change_are_told() -> None:
    document = county()
    first = plan(document, TODAY)
    [person] = [move.person for move in first.moves if move.kind == "return"]
    now = plan(document, TODAY, asked=Asked(staying=frozenset({person})))
    words = change_words(first, now, 1)
    assert words is not None
    assert words.zh.startswith("按 1 人不动重排后:抽调借调缺口 0→1 人")
    assert words.en.startswith("Planned again with 1 staying: Draw-offs short 0→1")
    assert "社区民警占比" not in words.zh


def test_a_plan_that_costs_the_same_says_so_and_no_plan_says_nothing() -> None:
    first = plan(county(), TODAY)
    words = change_words(first, first, 2)
    assert words is not None
    assert words.zh == "按 2 人不动重排后:各级目标都不变。"
    assert change_words(first, replace(first, levels=()), 2) is None


def test_whoever_stays_is_listed_in_roster_order_among_the_moves() -> None:
    document = county()
    first = plan(document, TODAY)
    moves = {move.person: move for move in first.moves}
    stayed = min(moves)
    now = plan(document, TODAY, asked=Asked(staying=frozenset({stayed})))
    rows = proposed_rows(now, document.county, {stayed: moves[stayed]})
    places = list(now.before.state.placed)
    assert [row.id for row in rows] == sorted((row.id for row in rows), key=places.index)
    [row] = [row for row in rows if row.stays]
    assert row.id == stayed
    words = dict(zip([c.key for c in TABLE.columns], TABLE.texts([row], "zh")[1], strict=True))
    assert words["kind"] == "不动"
    assert words["reason"].startswith("按您的要求不动")
