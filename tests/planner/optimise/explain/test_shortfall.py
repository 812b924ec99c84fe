"""What stays short is told in people and units, with one thing to do and what it does."""

from __future__ import annotations

import re

import pytest

from planner.county.records import Post, UnitKind
from planner.document import Document
from planner.optimise.explain.shortfall import Statement, quantified
from planner.optimise.planning import plan
from planner.optimise.recount import shortages
from tests.planner.building import TODAY, Building
from tests.planner.optimise.explain.counties import SEEDS, impossible


def _of(document: Document) -> tuple[Statement, ...]:
    return quantified(plan(document, TODAY, both=False))


def _tight(enforcement: str = "soft") -> Building:
    b = Building()
    b.people(8, b.unit("城关派出所"), Post.COMMUNITY)
    b.people(12, b.unit("刑侦大队", UnitKind.ENFORCEMENT, minimum=11))
    b.override("station_share.required", "60/100")
    b.override("station_share.enforcement", enforcement)
    return b


@pytest.mark.parametrize("seed", SEEDS)
def test_every_shortage_names_its_number_its_units_and_one_action_with_its_effect(seed: int) -> None:
    document = impossible(seed)
    proposal = plan(document, TODAY, both=False)
    found = quantified(proposal)
    assert found
    for statement in found:
        names = [document.county.units[u].name for u in statement.units]
        assert names
        assert statement.short > 0
        for text in (statement.text.zh, statement.text.en):
            assert str(statement.short) in re.findall(r"\d+", text)
        for sentence in (statement.action, statement.effect):
            assert sentence.zh.endswith("。")
            assert sentence.en.endswith(".")
        assert re.search(r"\d", statement.effect.zh)
    by_rule = {rule: n for rule, n in shortages(proposal.after).items() if n}
    assert {s.rule for s in found} == set(by_rule)
    for rule, n in by_rule.items():
        assert sum(s.short for s in found if s.rule == rule) == n


@pytest.mark.parametrize("enforcement", ["soft", "hard"])
def test_the_minimum_kept_that_binds_is_told_whether_the_rule_is_soft_or_hard(enforcement: str) -> None:
    b = _tight(enforcement)
    [statement] = _of(Document(b.county, b.policy))
    assert statement.short == 3
    assert "最低保留人数合计 11 人" in statement.text.zh
    assert "要达标须只留 8 人" in statement.text.zh
    assert "must keep 11 together" in statement.text.en
    assert "刑侦大队 11→8 人" in statement.action.zh
    assert "由差 3 人变为差 0 人" in statement.effect.zh


def test_a_county_in_order_has_nothing_to_say() -> None:
    b = Building()
    b.people(6, b.unit("城关派出所"), Post.COMMUNITY)
    assert _of(Document(b.county, b.policy)) == ()


def test_without_a_station_the_way_out_is_the_kind_of_the_units() -> None:
    b = Building()
    b.people(5, b.unit("刑侦大队", UnitKind.ENFORCEMENT))
    [statement] = _of(Document(b.county, b.policy))
    assert (statement.rule, statement.short) == ("station_share", 2)
    assert "“单位”页" in statement.action.zh


def test_a_station_of_leaders_is_told_to_let_them_hold_a_beat_and_who_they_are() -> None:
    b = Building()
    station = b.unit("城关派出所")
    b.people(5, station, Post.LEADER, source_row=7)
    [statement] = _of(Document(b.county, b.policy))
    assert (statement.rule, statement.short, statement.unit) == ("community_share", 2, station)
    assert "包联责任区" in statement.action.zh
    assert "花名册第 7 行" in statement.action.zh


def test_a_rule_that_takes_everybody_can_only_be_lowered() -> None:
    b = Building()
    b.people(6, b.unit("城关派出所"), Post.COMMUNITY)
    b.people(2, b.unit("政工室", UnitKind.ADMINISTRATIVE), Post.LEADER)
    b.override("station_share.required", "100/100")
    [statement] = _of(Document(b.county, b.policy))
    assert "降到 75%" in statement.action.zh


def test_with_every_rule_off_nothing_is_short() -> None:
    b = _tight()
    for rule in ("secondment", "station_minimum", "station_share", "community_share", "field_time"):
        b.override(f"{rule}.enforcement", "off")
    assert _of(Document(b.county, b.policy)) == ()
