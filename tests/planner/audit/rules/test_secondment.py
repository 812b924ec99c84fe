"""The rule that nobody is drawn off from a station upward."""

from __future__ import annotations

from datetime import timedelta

from planner.audit.results import Gravity
from planner.county.records import UnitKind
from tests.planner.building import TODAY, Building, share_county


def test_a_county_without_draw_offs_meets_the_rule() -> None:
    audit = share_county(10, 10).audit()
    target = audit.target("secondment")
    assert target is not None
    assert (target.numerator, target.shortfall, target.met) == (0, 0, True)


def drawn_off(**fields: object) -> Building:
    b = Building()
    station, brigade = b.unit("城关派出所"), b.unit("刑侦大队", UnitKind.ENFORCEMENT)
    officer = b.person(station)
    b.people(9, station)
    b.second(officer, brigade, from_=TODAY - timedelta(99), **fields)
    return b


def test_a_draw_off_is_a_violation_named_with_place_and_days() -> None:
    audit = drawn_off().audit()
    finding = next(f for f in audit.findings if f.rule == "secondment")
    assert finding.gravity is Gravity.VIOLATION
    assert "刑侦大队" in finding.message.zh
    assert "100天" in finding.message.zh
    assert "100 days" in finding.message.en


def test_a_draw_off_kept_with_approval_stays_in_the_total_but_is_not_short() -> None:
    target = drawn_off(kept_with_approval=True).audit().target("secondment")
    assert target is not None
    assert (target.numerator, target.shortfall, target.met) == (1, 0, True)


def test_approval_that_has_ended_is_a_violation_and_one_that_soon_ends_a_warning() -> None:
    over = drawn_off(kept_with_approval=True, kept_until=TODAY - timedelta(1)).audit()
    assert [f.gravity for f in over.findings if f.rule == "secondment"] == [Gravity.VIOLATION]
    soon = drawn_off(kept_with_approval=True, kept_until=TODAY + timedelta(10)).audit()
    assert [f.gravity for f in soon.findings if f.rule == "secondment"] == [Gravity.WARNING]


def test_a_draw_off_read_from_remarks_is_also_to_be_verified() -> None:
    gravities = [f.gravity for f in drawn_off(to_verify=True).audit().findings if f.rule == "secondment"]
    assert gravities == [Gravity.VIOLATION, Gravity.TO_VERIFY]


def test_a_draw_off_to_be_verified_is_told_by_the_words_of_the_roster() -> None:
    audit = drawn_off(to_verify=True).audit()
    [told] = [f.message for f in audit.findings if f.gravity is Gravity.TO_VERIFY]
    assert "花名册中的文字(备注或状态)表明" in told.zh
    assert "remarks or status" in told.en
