"""What stays short is told in people and units, with one thing to do and what it does."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from models.run import Limits, Stop
from planner.audit.audit import audit
from planner.audit.ledgers import SCALE
from planner.county.records import Category, MoveKind, MoveStatus, Post, Sex, UnitKind
from planner.county.state import state
from planner.document import Document
from planner.optimise.asked import AS_IT_STANDS, Asked
from planner.optimise.constraints.planned import planning_ledger
from planner.optimise.explain.adding import with_recruits
from planner.optimise.explain.givers import givers
from planner.optimise.explain.infeasible import why_infeasible
from planner.optimise.explain.shortfall import Statement, quantified
from planner.optimise.explain.shortfall_words import counted
from planner.optimise.planning import plan
from planner.optimise.proposal import Proposal, ProposedMove, with_moves
from planner.optimise.question import pose
from planner.optimise.recount import shortages
from tests.planner.building import TODAY, Building
from tests.planner.optimise.explain.counties import SEEDS, impossible
from tests.planner.optimise.explain.pressed_counties import PRESSED_SEEDS, pressed


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
    _assert_told(impossible(seed), AS_IT_STANDS)


@pytest.mark.parametrize("seed", PRESSED_SEEDS)
def test_every_action_does_what_is_said_of_it_under_limits_of_every_kind(seed: int) -> None:
    document, asked = pressed(seed)
    _assert_told(document, asked)
    proposal = plan(document, TODAY, both=False, asked=asked)
    for statement in quantified(proposal):
        if statement.rule == "station_share":
            target = proposal.after.target("station_share", planning_ledger(proposal.after.state))
            assert target is not None
            have = counted(target.numerator, SCALE[target.ledger])
            assert f"最多可达 {have} 人" in statement.text.zh
            assert _share_after(statement, document, asked) == _said_after(statement)
        elif statement.action.zh.startswith("请"):
            assert _community_with_beats(statement, proposal) == 0


def _said_after(statement: Statement) -> int:
    return int(re.findall(r"差 (\d+) 人", statement.effect.zh)[-1])


def _share_after(statement: Statement, document: Document, asked: Asked) -> int:
    """Do what a statement of the station share says, and plan anew."""
    numbers = [int(n) for n in re.findall(r"\d+", statement.action.zh)]
    county = document.county
    if statement.action.zh.startswith("把最低"):
        by_name = {u.name: u.id for u in county.units.values()}
        lowered = re.findall(r"(第\d大队|看守所) (\d+)→(\d+) 人", statement.action.zh)
        assert sum(int(a) - int(b) for _, a, b in lowered) == numbers[0]
        asked = replace(asked, minimums={by_name[name]: int(after) for name, _, after in lowered})
    elif statement.action.zh.startswith("给派出所"):
        station = next(u.id for u in county.units.values() if u.is_station)
        document = replace(document, county=with_recruits(county, {station: (numbers[0], Post.COMMUNITY)}))
    else:
        policy = document.policy.with_override("station_share.required", f"{numbers[0]}/100")
        asked = replace(asked, policy=policy)
    after = plan(document, TODAY, both=False, asked=asked)
    return after.level("shortage:station_share") or 0


def _community_with_beats(statement: Statement, proposal: Proposal) -> int:
    """Carry out the plan, give the leaders named a beat, and count the station anew."""
    county = with_moves(proposal.before.state.county, proposal.moves, TODAY, MoveStatus.APPROVED)
    named = {f"民警{n}" for n in re.findall(r"民警(\d+)", statement.action.zh)}
    postings = {
        id_: replace(posting, beat="一区") if county.people[posting.person].name in named else posting
        for id_, posting in county.postings.items()
    }
    county = replace(county, postings=postings)
    audited = audit(state(county, TODAY, proposal.policy, "all_approved"))
    target = audited.target("community_share", planning_ledger(audited.state), statement.unit)
    assert target is not None
    return target.shortfall


def _assert_told(document: Document, asked: Asked) -> None:
    proposal = plan(document, TODAY, both=False, asked=asked)
    found = quantified(proposal)
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
    assert "最多可达 9 人" in statement.text.zh
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
    assert "本局没有派出所" in statement.text.zh
    assert "须只留" not in statement.text.zh


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


def test_only_limits_that_there_are_stand_in_the_way() -> None:
    b = _tight()
    b.override("planning.handover_limit", 1)
    b.override("station_share.required", "70/100")
    [office] = [u.id for u in b.county.units.values() if not u.is_station]
    document = Document(b.county, b.policy)
    [statement] = quantified(plan(document, TODAY, both=False, asked=Asked(minimums={office: 2})))
    assert "另有限制:每个单位最多调出 1 人。" in statement.text.zh
    assert "最高人数" not in statement.text.zh
    assert "要达标须只留" not in statement.text.zh


def test_no_minimum_is_to_be_lowered_where_that_does_not_help() -> None:
    b = Building()
    b.people(8, b.unit("城关派出所"), Post.COMMUNITY)
    b.people(12, b.unit("看守所", UnitKind.CUSTODY, minimum=12), sex=Sex.FEMALE)
    b.override("planning.custody_women", 12)
    b.override("station_share.required", "60/100")
    [statement] = _of(Document(b.county, b.policy))
    assert "最低保留人数共调低" not in statement.action.zh
    assert "增配民警 10 人" in statement.action.zh


def test_a_plan_that_is_not_proven_is_not_called_the_most() -> None:
    b = _tight()
    proposal = plan(Document(b.county, b.policy), TODAY, both=False)
    levels = tuple(replace(level, bound=None) for level in proposal.levels)
    [statement] = quantified(replace(proposal, levels=levels, status="feasible", proven=False))
    assert "最多可达" not in statement.text.zh
    assert "尚未证明最多" in statement.text.zh
    [statement] = quantified(replace(proposal, levels=(), moves=(), after=proposal.before))
    assert "现有 8 人" in statement.text.zh


def test_an_officer_borrowed_from_a_station_is_none_that_headquarters_give() -> None:
    b = _tight()
    station, office = b.county.units
    borrowed = b.person(station)
    b.second(borrowed, office, kept_with_approval=True)
    proposal = plan(Document(b.county, b.policy), TODAY, both=False)
    move = ProposedMove(
        borrowed, MoveKind.TRANSFER, office, Post.OTHER, station, Post.OTHER, proposal.moves[0].reason
    )
    without = givers(proposal.before, proposal)
    assert givers(proposal.before, replace(proposal, moves=(*proposal.moves, move))).gave == without.gave


def test_community_officers_who_count_by_weight_are_told_by_weight() -> None:
    b = Building()
    station = b.unit("城关派出所")
    b.people(4, station, Post.COMMUNITY, category=Category.PROBATIONER)
    b.people(6, station, Post.LEADER)
    b.override("planning.ledger", "effective")
    b.override("weight.probationer", 50)
    for rule in ("secondment", "station_minimum", "station_share"):
        b.override(f"{rule}.enforcement", "off")
    [statement] = _of(Document(b.county, b.policy))
    assert "在岗 8 人,按 40% 须有社区民警 3.2 人,有 2 人,差 2 人" in statement.text.zh
    assert "由 2 人增至 4 人" in statement.effect.zh


def test_hard_rules_that_the_transfers_held_forbid_are_short_by_what_is_proven() -> None:
    b = _tight("hard")
    document, asked = Document(b.county, b.policy), Asked(caps={"transfers": 0})
    proposal = plan(document, TODAY, both=False, asked=asked)
    assert proposal.explanation is not None
    assert "派出所警力占比至少差 4 人" in proposal.explanation.zh
    [statement] = quantified(proposal)
    assert statement.short == 4


def test_without_time_no_least_shortage_of_a_hard_rule_is_claimed() -> None:
    b = _tight("hard")
    stop = Stop()
    stop.request()
    words = why_infeasible(pose(Document(b.county, b.policy), TODAY), Limits(1.0), stop)
    assert "至少差" not in words.zh
    assert "尚未证明" in words.zh


def test_what_the_question_holds_is_named_where_it_alone_leaves_no_plan() -> None:
    b = _tight()
    asked = Asked(caps={"shortage:station_share": 0})
    words = why_infeasible(pose(Document(b.county, b.policy), TODAY, asked))
    assert "限定" in words.zh
    assert "派出所警力占比:缺口不超过 0" in words.zh
