"""Duty, planned or attended, of people who are elsewhere or on leave."""

from __future__ import annotations

from datetime import date

from planner.audit.results import Gravity
from planner.county.duty import Attended
from planner.county.records import AbsenceKind, MoveKind, Post, UnitKind
from tests.planner.audit.duties import DAYS, Rosters, every, pairs

RULE = "duty_records"


def test_who_is_planned_after_a_transfer_is_named_with_the_days_and_covers_nothing() -> None:
    r = Rosters()
    station, other = r.unit("城关派出所"), r.unit("河口派出所")
    people = r.people(6, station)
    r.plan(station, pairs(people))
    assert not r.found("duty_cover")
    r.move(people[0], MoveKind.TRANSFER, other, Post.CASE, date(2026, 11, 16))
    [finding] = r.found(RULE)
    assert (finding.gravity, finding.unit, finding.people) == (Gravity.TO_VERIFY, station, (people[0],))
    name = r.county.people[people[0]].name
    assert f"城关派出所值班表:{name}11月18日、21日、24日、27日、30日不在本单位工作" in finding.message.zh
    assert f"{name} does not work here on November 18, 21, 24, 27, 30" in finding.message.en
    [cover] = r.found("duty_cover")
    assert (cover.measured, cover.required) == (1, 2)
    assert "18日、21日、24日、27日、30日有时段" in cover.message.zh


def test_duty_on_registered_leave_is_named_without_the_reason() -> None:
    r = Rosters()
    station = r.unit("城关派出所")
    people = r.people(6, station)
    r.plan(station, pairs(people))
    r.absent(people[0], AbsenceKind.SICK, date(2026, 11, 3), date(2026, 11, 5))
    [finding] = r.found(RULE)
    assert "11月3日已登记请假,所排班次不计" in finding.message.zh
    assert finding.measured == 1
    assert r.found("duty_cover")[0].measured == 1


def test_a_roster_of_strangers_alone_is_still_judged() -> None:
    r = Rosters()
    station, other = r.unit("城关派出所"), r.unit("河口派出所")
    r.plan(station, {p: every(DAYS, "duty") for p in r.people(2, other)})
    assert [f.measured for f in r.found("duty_cover")] == [0]
    assert len(r.found(RULE)) == 2


def test_attendance_after_a_transfer_is_named_and_counts_as_recorded() -> None:
    r, station, officer = _one_officer()
    r.move(officer, MoveKind.TRANSFER, r.unit("河口派出所"), Post.CASE, date(2026, 11, 16))
    r.attend(station, {officer: {d: Attended("beat", "office") for d in (15, 16, 17)}})
    [finding] = r.found(RULE)
    assert (finding.unit, finding.people, finding.measured) == (station, (officer,), 2)
    assert "城关派出所考勤" in finding.message.zh
    assert "11月16日至17日不在本单位工作,考勤却记有出勤,仍按考勤计" in finding.message.zh
    assert "on November 16 to 17, yet attendance is recorded here and counts" in finding.message.en
    target = r.judged().target("field_time", unit=station)
    assert target is not None
    assert (target.numerator, target.denominator) == (12, 24)


def test_attendance_on_registered_leave_is_named_without_the_reason() -> None:
    r, station, officer = _one_officer()
    r.absent(officer, AbsenceKind.SICK, date(2026, 11, 3), date(2026, 11, 6))
    r.attend(station, {officer: {3: Attended("beat"), 4: Attended("leave", "leave"), 5: Attended("rest")}})
    [finding] = r.found(RULE)
    assert "11月3日已登记请假,考勤却记有出勤,仍按考勤计" in finding.message.zh


def test_work_recorded_at_another_unit_contradicts_nothing_here() -> None:
    r, station, officer = _one_officer()
    office = r.unit("政工室", UnitKind.ADMINISTRATIVE)
    r.second(officer, office, from_=date(2026, 11, 10))
    r.attend(station, {officer: {11: Attended("lent", "lent"), 12: Attended("beat", "beat", place="政工室")}})
    assert not r.found(RULE)


def _one_officer() -> tuple[Rosters, int, int]:
    r = Rosters()
    station = r.unit("城关派出所")
    return r, station, r.person(station, Post.COMMUNITY)
