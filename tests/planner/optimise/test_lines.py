"""Lines: where the planning rules are short, and which of them an edit broke."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from planner.county.records import MoveKind, Post, UnitKind
from planner.optimise.lines import broken_lines, line_of, lines, once_approved
from planner.optimise.recount import shortages
from tests.planner.audit.duties import Rosters, every
from tests.planner.building import TODAY, Building
from tests.planner.optimise.enumeration import tiny


def two_stations() -> tuple[Building, int, int, int]:
    """Return stations of five and four, both with community officers enough, and an office of three."""
    b = Building()
    city, river = b.unit("城关派出所"), b.unit("河口派出所")
    office = b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.people(5, city, Post.COMMUNITY)
    b.people(4, river, Post.COMMUNITY)
    b.people(3, office)
    return b, city, river, office


@pytest.mark.parametrize("block", range(4))
def test_the_lines_of_a_rule_are_what_its_recount_adds_up(block: int) -> None:
    for seed in range(block * 25, block * 25 + 25):
        audited = once_approved(tiny(Random(seed)).audit())
        sums = dict.fromkeys(shortages(audited), 0)
        for (rule, _), short in lines(audited).items():
            sums[rule] += short
        assert sums == shortages(audited), seed


def test_field_time_below_on_a_roster_is_no_line_of_a_plan() -> None:
    r = Rosters()
    unit = r.unit("城关派出所")
    r.plan(unit, {r.person(unit, Post.COMMUNITY): every(range(1, 11), "reports")})
    audited = r.judged()
    [finding] = [f for f in audited.findings if f.rule == "field_time"]
    assert line_of(finding, audited) is None
    assert ("field_time", unit) not in lines(audited)


def test_only_what_is_shorter_than_before_is_broken_in_the_order_of_the_rules() -> None:
    b, city, river, office = two_stations()
    before = b.audit()
    b.second(next(iter(b.county.people)), office)
    found = broken_lines(before, b.audit())
    assert [(x.rule, x.unit, x.before, x.after) for x in found] == [
        ("secondment", city, 0, 1),
        ("station_minimum", city, 0, 1),
    ]
    assert lines(before)["station_minimum", river] == 1
    assert broken_lines(b.audit(), before) == ()


def test_a_draw_off_beyond_the_bureau_breaks_no_line_of_its_own() -> None:
    b, city, _, _ = two_stations()
    before = b.audit()
    b.second(next(iter(b.county.people)), to_outside="州公安局")
    assert [x.line for x in broken_lines(before, b.audit())] == [("station_minimum", city)]


def test_moves_already_approved_are_counted_as_carried_out() -> None:
    b, _, river, office = two_stations()
    audited = b.audit()
    assert once_approved(audited) is audited
    officer = next(p.person for p in b.county.postings.values() if p.unit == office)
    b.move(officer, MoveKind.TRANSFER, river, Post.CASE, TODAY + timedelta(days=9))
    assert lines(once_approved(b.audit()))["station_minimum", river] == 0
    assert lines(b.audit())["station_minimum", river] == 1


def test_only_shortages_of_planning_rules_are_lines() -> None:
    b, _, river, _ = two_stations()
    audited = b.audit()
    [short] = [f for f in audited.findings if f.rule == "station_minimum"]
    assert line_of(short, audited) == ("station_minimum", river)
    assert line_of(replace(short, shortfall=0), audited) is None
    assert line_of(replace(short, rule="ledger_gap"), audited) is None
    policy = audited.state.policy.with_override("station_minimum.enforcement", "off")
    assert line_of(short, replace(audited, state=replace(audited.state, policy=policy))) is None
