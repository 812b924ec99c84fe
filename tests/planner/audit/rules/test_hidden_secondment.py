"""Suspicions of hidden secondment."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.audit.results import Gravity
from planner.audit.trace import trace
from planner.county.duty import Attended, Mark, Suspicion, Verdict
from planner.county.records import MoveKind, Post, UnitKind
from tests.planner.audit.duties import NOVEMBER, Rosters, every

RULE = "hidden_secondment"


def lent(days: int) -> tuple[Rosters, int, int]:
    r = Rosters()
    unit = r.unit("城关派出所")
    officer = r.person(unit)
    r.plan(unit, {officer: {**every(range(1, days + 1), "lent"), **every(range(days + 1, 21), "office")}})
    return r, unit, officer


def test_four_days_lent_without_a_record_are_to_be_verified() -> None:
    r, unit, officer = lent(4)
    [finding] = r.found(RULE)
    assert (finding.gravity, finding.unit, finding.people) == (Gravity.TO_VERIFY, unit, (officer,))
    assert (finding.measured, finding.required, finding.shortfall) == (4, 3, 0)
    assert "在外单位工作 4 天(1日至4日)" in finding.message.zh


def test_three_days_are_allowed() -> None:
    r, _, _ = lent(3)
    assert not r.found(RULE)
    target = r.judged().target(RULE)
    assert target is not None
    assert (target.numerator, target.required, target.met) == (0, 0, True)


def test_a_record_that_covers_the_days_takes_the_suspicion_away() -> None:
    r, _, officer = lent(10)
    r.second(officer, None, to_outside="县政府", from_=date(2026, 11, 3), until=date(2026, 11, 4))
    assert not r.found(RULE)  # past its planned end it goes on until the return


def test_days_beyond_a_record_are_still_suspicious() -> None:
    r, _, officer = lent(10)
    r.second(officer, None, to_outside="县政府", from_=date(2026, 11, 1), returned_on=date(2026, 11, 5))
    assert r.found(RULE)[0].measured == 5


def test_half_days_recorded_at_another_place_add_up_and_the_place_is_named() -> None:
    r = Rosters()
    unit = r.unit("城关派出所")
    officer = r.person(unit)
    halves = {day: Attended("campaign", place="刑侦大队") for day in range(1, 8)}
    r.attend(unit, {officer: halves})
    [finding] = r.found(RULE)
    assert finding.measured == "3.5"
    assert "在刑侦大队工作 3.5 天" in finding.message.zh


def test_what_was_attended_counts_before_what_was_planned() -> None:
    r, unit, officer = lent(4)
    r.attend(unit, {officer: {1: Attended("office", "office"), 2: Attended(mark=Mark.ABSENT)}})
    assert not r.found(RULE)


def test_work_in_the_month_of_a_unit_one_does_not_belong_to_is_work_elsewhere() -> None:
    r = Rosters()
    unit, brigade = r.unit("城关派出所"), r.unit("刑侦大队", UnitKind.ENFORCEMENT)
    officer = r.person(unit)
    r.plan(brigade, {officer: every(range(1, 6), "office")})
    [finding] = r.found(RULE)
    assert (finding.unit, finding.measured) == (unit, 5)
    assert "在刑侦大队工作 5 天" in finding.message.zh


def test_somebody_moved_within_the_month_belongs_to_both_units() -> None:
    r = Rosters()
    unit, other = r.unit("城关派出所"), r.unit("文山派出所")
    officer = r.person(unit)
    move = r.move(officer, MoveKind.TRANSFER, other, Post.OTHER, date(2026, 11, 15))
    moves = {move: replace(r.county.moves[move], from_unit=unit)}
    r.county = replace(r.county, moves=moves)
    r.plan(unit, {officer: every(range(1, 15), "office")})
    r.plan(other, {officer: every(range(15, 31), "office")})
    assert not r.found(RULE)


def test_a_cleared_suspicion_is_gone_and_a_confirmed_one_is_a_violation() -> None:
    r, unit, officer = lent(5)
    r.suspicions = (Suspicion(officer, NOVEMBER, Verdict.CLEARED, "协助清查"),)
    assert not r.found(RULE)
    r.suspicions = (Suspicion(officer, NOVEMBER, Verdict.CONFIRMED),)
    [finding] = r.found(RULE)
    assert (finding.gravity, finding.unit, finding.shortfall) == (Gravity.VIOLATION, unit, 1)
    assert "已认定为未备案借用" in finding.message.zh
    target = r.judged().target(RULE)
    assert target is not None
    assert (target.numerator, target.shortfall, target.met) == (1, 1, False)


def test_a_decision_about_another_month_says_nothing_of_this_one() -> None:
    r, _, officer = lent(5)
    r.suspicions = (Suspicion(officer, date(2026, 10, 1), Verdict.CLEARED, "协助清查"),)
    assert r.found(RULE)


def test_the_people_behind_the_figure_are_the_suspected() -> None:
    r, _, officer = lent(5)
    audit = r.judged()
    target = audit.target(RULE)
    assert target is not None
    assert [p.person.id for p in trace(audit.state, target, audit.duty).numerator] == [officer]
