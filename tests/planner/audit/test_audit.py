"""The audit as a whole."""

from __future__ import annotations

from planner.audit.ledgers import SCALE, Ledger
from planner.audit.results import Gravity
from planner.audit.rules import rules
from planner.audit.trace import trace
from planner.county.records import AbsenceKind, Post, UnitKind
from planner.policy.policy import default_policy
from planner.policy.settings import RULES
from tests.planner.building import TODAY, Building, share_county


def mixed_county() -> Building:
    b = Building()
    first, second = b.unit("城关派出所"), b.unit("文山派出所", two_teams_one_office=False)
    office = b.unit("政工室", UnitKind.ADMINISTRATIVE)
    people = b.people(4, first, Post.COMMUNITY) + b.people(5, first) + b.people(3, second)
    b.people(12, office)
    b.second(people[0], office)
    b.second(people[1], None, to_outside="县委")
    b.second(people[2], second)
    b.absent(people[5], AbsenceKind.LONG_SICK, TODAY)
    b.person(None)
    return b


def test_every_figure_equals_the_named_people_behind_it() -> None:
    audit = mixed_county().audit()
    for target in audit.targets:
        rows = trace(audit.state, target)
        weight = SCALE[target.ledger]
        if target.rule != "ledger_gap":
            assert target.numerator == len(rows.numerator) * weight
        if target.denominator is not None:
            assert target.denominator == len(rows.denominator) * weight


def test_findings_come_gravest_first() -> None:
    gravities = [f.gravity for f in mixed_county().audit().findings]
    assert gravities == sorted(gravities, key=list(Gravity).index)
    assert gravities[0] is Gravity.VIOLATION


def test_a_rule_switched_off_says_nothing() -> None:
    b = mixed_county()
    for rule in ("secondment", "station_minimum", "station_share", "community_share", "ledger_gap"):
        b.override(f"{rule}.enforcement", "off")
    audit = b.audit()
    assert (audit.targets, audit.findings, audit.margins) == ((), (), ())
    assert audit.complies


def test_a_warning_does_not_break_compliance() -> None:
    audit = share_county(40, 60).audit()
    assert [f.gravity for f in audit.findings] == [Gravity.WARNING]
    assert audit.complies


def test_the_left_out_are_named_with_a_reason() -> None:
    b = mixed_county()
    audit = b.audit()
    target = audit.target("station_share", Ledger.PRESENT)
    assert target is not None
    left_out = trace(audit.state, target).left_out
    assert {row.placed.standing.value for row in left_out} == {
        "seconded_inside",
        "seconded_outside",
        "long_absent",
    }
    assert all(row.reason.zh and row.reason.en for row in left_out)


def test_every_rule_has_its_name_its_enforcement_and_no_name_is_without_a_rule() -> None:
    assert list(rules()) == list(RULES)
    assert all(default_policy().choice(f"{rule}.enforcement") for rule in rules())
