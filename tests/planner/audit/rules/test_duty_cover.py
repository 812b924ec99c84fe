"""Two on duty at every moment."""

from __future__ import annotations

from datetime import date

import pytest

from planner.audit.ledgers import Ledger
from planner.audit.results import Gravity
from planner.audit.trace import trace
from planner.county.duty import Attended, Mark
from planner.county.records import Category, Sex, UnitKind
from tests.planner.audit.duties import DAYS, OCTOBER, Rosters, every, pairs


def station(officers: int = 6) -> tuple[Rosters, int, list[int]]:
    r = Rosters()
    unit = r.unit("城关派出所")
    return r, unit, r.people(officers, unit)


def test_two_on_duty_day_and_night_meet_it() -> None:
    r, unit, people = station()
    r.plan(unit, pairs(people))
    audit = r.judged()
    target = audit.target("duty_cover", unit=unit)
    assert target is not None
    assert (target.numerator, target.denominator, target.required, target.met) == (2, None, 2, True)
    assert not r.found("duty_cover")


def test_a_day_with_one_alone_is_named() -> None:
    r, unit, people = station()
    rows = pairs(people)
    for row in rows.values():
        row.pop(7, None)
    rows[people[0]][7] = "duty"
    r.plan(unit, rows)
    [finding] = r.found("duty_cover")
    assert (finding.gravity, finding.unit, finding.measured, finding.shortfall) == (
        Gravity.NOT_MET,
        unit,
        1,
        1,
    )
    assert "7日有时段在岗少于 2 人(最少 1 人)" in finding.message.zh
    assert "on day 7 (fewest: 1)" in finding.message.en


def test_days_that_follow_each_other_are_named_together() -> None:
    r, unit, people = station()
    r.plan(unit, {people[0]: every(DAYS, "duty")})
    [finding] = r.found("duty_cover")
    assert "1日至30日有时段" in finding.message.zh
    assert "on days 1 to 30 (fewest: 1)" in finding.message.en


def test_day_and_night_shifts_cover_a_day_together() -> None:
    r, unit, people = station()
    first, second, third, fourth = people[:4]
    day, night = every(DAYS, "day_duty"), every(DAYS, "night_duty")
    r.plan(unit, {first: day, second: day, third: night, fourth: night})
    assert not r.found("duty_cover")
    del night[12]
    r.plan(unit, {third: night})
    [finding] = r.found("duty_cover")
    assert "12日有时段" in finding.message.zh


def test_a_hole_in_the_night_belongs_to_the_day_before_it() -> None:
    r, unit, people = station()
    rows = {p: every(DAYS, "day_duty") for p in people[:2]} | {
        p: every(DAYS, "night_duty") for p in people[2:4]
    }
    del rows[people[2]][30]
    r.plan(unit, rows)
    [finding] = r.found("duty_cover")
    assert "30日有时段" in finding.message.zh


def test_nobody_sworn_at_a_moment_is_a_fault_of_its_own() -> None:
    r, unit, people = station()
    helpers = r.people(2, unit, category=Category.AUXILIARY)
    rows = pairs(people)
    for row in rows.values():
        row.pop(9, None)
    r.plan(unit, {**rows, helpers[0]: {9: "duty"}, helpers[1]: {9: "duty"}})
    [finding] = r.found("duty_cover")
    assert (finding.measured, finding.shortfall) == (2, 1)
    assert "9日有时段没有民警" in finding.message.zh


def test_an_auxiliary_is_the_second_person_and_support_staff_is_nobody() -> None:
    r, unit, people = station()
    helper = r.person(unit, category=Category.AUXILIARY)
    cook = r.person(unit, category=Category.SUPPORT)
    r.plan(unit, {people[0]: every(DAYS, "duty"), helper: every(DAYS, "duty")})
    assert not r.found("duty_cover")
    r.plan(unit, {helper: {}, cook: every(DAYS, "duty")})
    assert r.found("duty_cover")[0].measured == 1


def test_what_the_unit_gives_comes_before_the_number_of_the_policy() -> None:
    r = Rosters()
    unit = r.unit("城关派出所", duty_cover=3)
    r.plan(unit, pairs(r.people(6, unit)))
    [finding] = r.found("duty_cover")
    assert (finding.measured, finding.required, finding.shortfall) == (2, 3, 1)
    r = Rosters()
    unit = r.unit("城关派出所")
    r.override("duty_cover.required", 3)
    r.plan(unit, pairs(r.people(6, unit)))
    assert r.found("duty_cover")[0].required == 3


@pytest.mark.parametrize("mark", list(Mark))
def test_who_was_rostered_but_not_there_leaves_the_other_alone(mark: Mark) -> None:
    r, unit, people = station()
    rows = pairs(people)
    r.plan(unit, rows)
    away = next(p for p in people if 15 in rows[p])
    r.attend(unit, {away: {15: Attended(mark=mark)}})
    [finding] = r.found("duty_cover")
    assert "实际值班不足:15日" in finding.message.zh
    assert finding.people == (away,)
    assert finding.measured == 1
    target = r.judged().target("duty_cover", unit=unit)
    assert target is not None
    assert not target.met


def test_a_recorded_duty_of_somebody_else_stands_in() -> None:
    r, unit, people = station(7)
    rows = pairs(people[:6])
    r.plan(unit, rows)
    away = next(p for p in people if 15 in rows[p])
    swapped = {away: {15: Attended("beat", "beat")}, people[6]: {15: Attended("duty", "duty")}}
    r.attend(unit, swapped)
    assert not r.found("duty_cover")
    r.attend(unit, {people[6]: {15: Attended("duty", "duty", place="刑侦大队")}})
    assert "15日" in r.found("duty_cover")[0].message.zh


def test_days_without_any_record_of_duty_are_judged_by_the_roster_alone() -> None:
    r, unit, people = station()
    r.plan(unit, {people[0]: every(DAYS, "duty")})
    r.attend(unit, {people[5]: {3: Attended("beat", "beat")}})
    [finding] = r.found("duty_cover")
    assert "排班" in finding.message.zh


def test_attendance_alone_is_judged_on_the_days_it_tells_of() -> None:
    r, unit, people = station()
    r.attend(unit, {people[0]: {3: Attended("duty", "duty"), 4: Attended("beat", "duty")}})
    [finding] = r.found("duty_cover")
    assert "实际值班不足:3日至4日" in finding.message.zh


def test_a_custody_unit_is_judged_by_its_own_posts() -> None:
    r = Rosters()
    unit = r.unit("看守所", UnitKind.CUSTODY)
    people = r.people(6, unit)
    r.plan(unit, pairs(people, code="custody_monitor"))
    assert not r.found("duty_cover")
    rows = pairs(people, code="custody_monitor")
    rows[people[0]] = dict.fromkeys(rows[people[0]], "custody_intake")  # daytime work is no watch
    r.plan(unit, rows)
    assert r.found("duty_cover")


def custody() -> tuple[Rosters, int, list[int]]:
    """Return a custody unit whose month has a leader, two at the monitors and two on patrol every day."""
    r = Rosters()
    unit = r.unit("看守所", UnitKind.CUSTODY)
    people = r.people(5, unit)
    posts = ["custody_leader", *["custody_monitor"] * 2, *["custody_patrol"] * 2]
    r.plan(unit, {p: every(DAYS, post) for p, post in zip(people, posts, strict=True)})
    return r, unit, people


def test_each_post_of_a_custody_unit_needs_two_and_one_leads() -> None:
    r, unit, people = custody()
    assert not r.found("duty_cover")
    r.plan(unit, {people[4]: every(DAYS[:-1], "custody_patrol")})
    [finding] = r.found("duty_cover")
    assert "看守所监区巡视本月排班值班不足:30日" in finding.message.zh
    assert "看守所 (patrol)" in finding.message.en
    r.plan(unit, {people[4]: every(DAYS, "custody_patrol"), people[0]: every(DAYS[1:], "custody_leader")})
    [finding] = r.found("duty_cover")
    assert (finding.measured, finding.required) == (0, 1)
    assert "看守所带班所领导" in finding.message.zh


def test_a_plain_record_of_duty_says_that_who_was_rostered_was_at_the_post() -> None:
    r, unit, people = custody()
    r.attend(unit, {people[3]: {12: Attended("duty", "duty")}})
    assert not r.found("duty_cover")
    r.attend(unit, {people[3]: {12: Attended("custody_monitor", "custody_monitor")}})
    [finding] = r.found("duty_cover")
    assert "看守所监区巡视本月实际值班不足:12日" in finding.message.zh
    r.attend(unit, {people[3]: {12: Attended(mark=Mark.ABSENT)}})
    [finding] = r.found("duty_cover")
    assert finding.people == (people[3],)


def test_women_are_asked_for_in_custody_where_the_sex_of_all_is_known() -> None:
    r = Rosters()
    r.override("duty_cover.custody_women", 1)
    unit = r.unit("看守所", UnitKind.CUSTODY)
    men, women = r.people(4, unit, sex=Sex.MALE), r.people(2, unit, sex=Sex.FEMALE)
    r.plan(unit, {men[0]: every(DAYS, "duty"), women[0]: every(DAYS[:-1], "duty"), men[1]: {30: "duty"}})
    [finding] = r.found("duty_cover")
    assert "30日有时段女性少于 1 人" in finding.message.zh
    unknown = r.person(unit)
    r.plan(unit, {men[1]: {}, unknown: {30: "duty"}})
    assert not r.found("duty_cover")


def test_units_without_a_month_and_headquarters_are_not_judged() -> None:
    r, unit, people = station()
    office = r.unit("政工室", UnitKind.ADMINISTRATIVE)
    r.plan(office, {r.person(office): {1: "duty"}})
    r.plan(unit, {people[0]: {1: "duty"}}, OCTOBER)
    assert not r.found("duty_cover")
    assert r.judged(date(2026, 10, 20)).target("duty_cover", unit=unit) is not None


def test_the_people_behind_the_figure_are_those_on_duty_when_the_fewest_are() -> None:
    r, unit, people = station()
    rows = pairs(people)
    alone = next(p for p in people if 7 in rows[p])
    for person, row in rows.items():
        if person != alone:
            row.pop(7, None)
    r.plan(unit, rows)
    audit = r.judged()
    target = audit.target("duty_cover", Ledger.PRESENT, unit)
    assert target is not None
    counted = trace(audit.state, target, audit.duty)
    assert [p.person.id for p in counted.numerator] == [alone]
    assert target.numerator == 1
