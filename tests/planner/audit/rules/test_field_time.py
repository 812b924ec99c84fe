"""Field time of dedicated community officers."""

from __future__ import annotations

from datetime import date

from planner.audit.results import Gravity
from planner.audit.trace import trace
from planner.county.duty import Attended
from planner.county.records import AbsenceKind, MoveKind, Post, UnitKind
from tests.planner.audit.duties import Rosters, every
from tests.planner.building import share_county


def one_officer() -> tuple[Rosters, int, int]:
    r = Rosters()
    unit = r.unit("城关派出所")
    return r, unit, r.person(unit, Post.COMMUNITY)


def test_four_days_of_five_in_the_beat_are_enough_and_leave_is_in_neither() -> None:
    r, unit, officer = one_officer()
    days = {**every(range(1, 17), "beat"), **every(range(17, 21), "office"), **every(range(21, 31), "leave")}
    r.plan(unit, {officer: days})
    target = r.judged().target("field_time", unit=unit)
    assert target is not None
    assert (target.numerator, target.denominator, target.met) == (128, 160, True)
    assert not r.found("field_time")


def test_an_officer_below_is_named_with_hours_share_and_reading() -> None:
    r, unit, officer = one_officer()
    r.plan(unit, {officer: {**every(range(1, 16), "beat"), **every(range(16, 21), "reports")}})
    [finding] = r.found("field_time")
    assert (finding.gravity, finding.unit, finding.people) == (Gravity.NOT_MET, unit, (officer,))
    assert (finding.measured, str(finding.required), finding.shortfall) == ("120/160", "80/100", 1)
    assert "排班 120/160 小时、占 75.0%" in finding.message.zh
    assert "尚未确认,暂按本人责任区计" in finding.message.zh
    audit = r.judged()
    for scope in (None, unit):
        target = audit.target("field_time", unit=scope)
        assert target is not None
        assert (target.shortfall, target.met) == (1, False)


def test_duty_inside_the_area_counts_by_the_wide_reading_alone() -> None:
    r, unit, officer = one_officer()
    r.plan(unit, {officer: {**every(range(1, 17), "beat"), **every(range(17, 24), "duty")}})
    assert r.found("field_time")[0].measured == "128/184"
    r.override("counting.area", "station")
    assert not r.found("field_time")
    target = r.judged().target("field_time")
    assert target is not None
    assert (target.numerator, target.denominator) == (184, 184)


def test_attendance_by_half_days_judges_beside_the_roster() -> None:
    r, unit, officer = one_officer()
    r.plan(unit, {officer: every(range(1, 11), "beat")})
    r.attend(unit, {officer: {1: Attended("beat", "beat"), 2: Attended("beat", "meeting")}})
    [finding] = r.found("field_time")
    assert finding.measured == "12/16"
    assert "排班 80/80 小时、占 100.0%" in finding.message.zh
    assert "考勤 12/16 小时、占 75.0%" in finding.message.zh
    assert "12 of 16 recorded hours" in finding.message.en


def test_work_for_another_unit_is_working_time_outside() -> None:
    r, unit, officer = one_officer()
    r.attend(unit, {officer: {1: Attended("lent", "beat"), 2: Attended("beat", "beat", place="县政府")}})
    assert r.found("field_time")[0].measured == "4/16"


def test_rest_absence_and_standby_without_hours_are_no_working_time() -> None:
    r, unit, officer = one_officer()
    r.attend(unit, {officer: {1: Attended("beat", "rest"), 2: Attended("leave"), 3: Attended("standby")}})
    target = r.judged().target("field_time")
    assert target is not None
    assert (target.numerator, target.denominator) == (4, 4)


def test_without_data_nobody_is_judged_and_nobody_meets_it() -> None:
    r, unit, officer = one_officer()
    assert r.judged().target("field_time") is None
    assert not r.found("field_time")
    silent = r.person(unit, Post.COMMUNITY)
    r.plan(unit, {officer: every(range(1, 11), "beat")})
    [finding] = r.found("field_time")
    assert (finding.gravity, finding.people, finding.unit) == (Gravity.TO_VERIFY, (silent,), None)
    assert "1 名专职社区民警本月无数据,不评价;有数据的 1 人,其中有考勤记录的 0 人" in finding.message.zh


def test_only_dedicated_officers_of_stations_with_two_teams_are_judged() -> None:
    r = Rosters()
    unit, all_officer = r.unit("城关派出所"), r.unit("文山派出所", two_teams_one_office=False)
    part_time, case = r.person(unit, Post.COMMUNITY, dedicated=False), r.person(unit, Post.CASE)
    practising = r.person(all_officer, Post.COMMUNITY)
    r.plan(unit, {part_time: every(range(1, 5), "office"), case: every(range(1, 5), "office")})
    r.plan(all_officer, {practising: every(range(1, 5), "office")})
    assert not r.found("field_time")


def test_the_hours_traced_are_those_of_the_officers_with_data() -> None:
    r, unit, officer = one_officer()
    silent = r.person(unit, Post.COMMUNITY)
    r.plan(unit, {officer: every(range(1, 11), "beat")})
    audit = r.judged()
    target = audit.target("field_time")
    assert target is not None
    counted = trace(audit.state, target, audit.duty)
    assert [p.person.id for p in counted.numerator] == [officer]
    assert [left.placed.person.id for left in counted.left_out] == [silent]


def test_a_county_without_duty_months_is_silent() -> None:
    assert share_county(40, 20).audit().target("field_time") is None


def test_a_transfer_within_the_month_counts_the_days_at_each_station_there() -> None:
    r, old, officer = one_officer()
    new = r.unit("河口派出所")
    r.move(officer, MoveKind.TRANSFER, new, Post.COMMUNITY, date(2026, 11, 16))
    r.plan(old, {officer: {**every(range(1, 11), "beat"), **every(range(16, 19), "office")}})
    r.plan(new, {officer: {**every(range(1, 5), "beat"), **every(range(16, 22), "office")}})
    [finding] = r.found("field_time")
    assert (finding.unit, finding.people, finding.measured) == (new, (officer,), "80/128")
    audit = r.judged()
    counts = {t.unit: (t.numerator, t.denominator) for t in audit.targets if t.rule == "field_time"}
    assert counts == {old: (80, 80), new: (0, 48), None: (80, 128)}
    for unit in (old, new):
        target = audit.target("field_time", unit=unit)
        assert target is not None
        assert [p.person.id for p in trace(audit.state, target, audit.duty).numerator] == [officer]


def test_who_left_the_beat_within_the_month_is_judged_by_the_days_on_it() -> None:
    r, station, officer = one_officer()
    office = r.unit("政工室", UnitKind.ADMINISTRATIVE)
    r.move(officer, MoveKind.TRANSFER, office, Post.OFFICE, date(2026, 11, 10))
    r.plan(station, {officer: {**every(range(2, 5), "office"), **every(range(5, 7), "beat")}})
    [finding] = r.found("field_time")
    assert (finding.unit, finding.measured) == (station, "16/40")


def test_a_new_station_without_a_roster_leaves_the_days_before_to_judge_by() -> None:
    r, old, officer = one_officer()
    new = r.unit("河口派出所")
    r.move(officer, MoveKind.TRANSFER, new, Post.COMMUNITY, date(2026, 11, 16))
    r.plan(old, {officer: every(range(2, 7), "office")})
    [finding] = r.found("field_time")
    assert (finding.gravity, finding.measured) == (Gravity.NOT_MET, "0/40")


def test_a_station_traces_those_alone_who_have_hours_there() -> None:
    r, old, officer = one_officer()
    new = r.unit("河口派出所")
    r.move(officer, MoveKind.TRANSFER, new, Post.COMMUNITY, date(2026, 11, 16))
    r.plan(old, {officer: every(range(2, 7), "beat")})
    r.plan(new, {r.person(new, Post.COMMUNITY): every(range(2, 7), "beat")})
    audit = r.judged()
    target = audit.target("field_time", unit=new)
    assert target is not None
    counted = trace(audit.state, target, audit.duty)
    assert officer not in [p.person.id for p in counted.numerator]
    assert [left.placed.person.id for left in counted.left_out] == [officer]


def test_who_is_on_long_leave_all_month_is_not_told_to_lack_data() -> None:
    r, unit, officer = one_officer()
    away = r.person(unit, Post.COMMUNITY)
    r.absent(away, AbsenceKind.MATERNITY, date(2026, 9, 1))
    r.plan(unit, {officer: every(range(2, 7), "beat"), away: every(range(2, 7), "leave")})
    assert not r.found("field_time")


def test_the_days_before_a_long_leave_are_judged() -> None:
    r, unit, officer = one_officer()
    r.absent(officer, AbsenceKind.LONG_SICK, date(2026, 11, 10))
    r.plan(unit, {officer: every(range(2, 7), "office")})
    assert [f.measured for f in r.found("field_time")] == ["0/40"]
