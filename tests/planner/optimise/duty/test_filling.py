from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.county.records import AbsenceKind, Category, Post, Sex, UnitKind
from planner.edits.duty import take_roster
from planner.errors import InputError
from planner.optimise.duty.filling import DutyProposal, Limits, Stop, existing, fill, fill_all, repair
from tests.planner.optimise.duty.stations import NOVEMBER, OCTOBER, Station, duties, on

DAYS = range(1, 31)


def _filled(s: Station, month: date = NOVEMBER) -> DutyProposal:
    return fill(s.document, s.id, month, Limits(20))


def test_every_day_that_may_be_planned_has_a_code_and_two_are_on_duty() -> None:
    s = Station(leaders=3, others=7)
    found = _filled(s)
    assert (found.status, found.bound) == ("optimal", found.objective)
    assert found.cells.keys() == {(p, day) for p in (*s.leaders, *s.others) for day in DAYS}
    assert all(len(on(found.cells, day)) == 2 for day in DAYS)
    assert found.complies


def test_the_day_after_a_duty_is_rest_and_duties_are_three_days_apart() -> None:
    s = Station(leaders=1, others=7)
    cells = _filled(s).cells
    for (person, day), code in cells.items():
        if code == "duty" and day < 30:
            assert cells[person, day + 1] == "rest"
            assert cells.get((person, day + 2)) != "duty"


def test_a_leader_is_on_duty_wherever_leaders_are_enough() -> None:
    s = Station(leaders=3, others=7)
    cells = _filled(s).cells
    assert all(set(on(cells, day)) & set(s.leaders) for day in DAYS)


def test_days_without_a_leader_are_told_and_are_no_violation() -> None:
    s = Station(leaders=2, others=8)
    found = _filled(s)
    assert found.complies
    assert sum(short.rule == "leader" for short in found.shortages) == 10


def test_dedicated_officers_keep_their_field_time() -> None:
    s = Station(leaders=3, community=4, others=3)
    found = _filled(s)
    assert found.complies
    for person in s.community:
        beat, duty = duties(found.cells, "beat")[person], duties(found.cells)[person]
        assert 5 * beat >= 4 * (beat + duty)


def test_in_a_station_of_seven_field_time_falls_short_and_cover_does_not() -> None:
    s = Station(leaders=2, community=3, others=2)
    found = _filled(s)
    assert {short.rule for short in found.uncovered} == {"field_time"}
    assert {short.person for short in found.uncovered} <= set(s.community)
    assert "不足 80%" in found.uncovered[0].message.zh


def test_by_the_wide_reading_duty_is_field_time() -> None:
    s = Station(leaders=2, community=3, others=2)
    s.override("counting.area", "station")
    assert _filled(s).complies


def test_duties_are_shared_evenly_and_last_month_is_evened_out() -> None:
    s = Station(others=10)
    busy = s.others[0]
    row = {(p, day): "office" for p in s.others for day in range(1, 28)}
    s.plan({**row, **{(busy, day): "duty" for day in (1, 4, 7)}}, OCTOBER)
    count = duties(_filled(s).cells)
    assert count[busy] < min(count[p] for p in s.others[1:])
    assert max(count[p] for p in s.others[1:]) - min(count[p] for p in s.others[1:]) <= 1


def test_an_auxiliary_is_never_alone() -> None:
    s = Station(others=4, auxiliaries=12)
    found = _filled(s)
    assert found.complies
    assert all(set(on(found.cells, day)) & set(s.others) for day in DAYS)
    assert duties(found.cells).total() == 60


def test_days_nobody_sworn_can_take_are_named() -> None:
    s = Station(others=1, auxiliaries=8)
    found = _filled(s)
    sworn = [short for short in found.uncovered if short.rule == "sworn"]
    assert len(sworn) == 15
    assert sworn[0].message.zh.endswith("日:值班没有民警。")


def test_an_impossible_month_is_filled_as_far_as_it_goes_with_shortages_by_day() -> None:
    s = Station(others=3)
    found = _filled(s)
    assert found.status == "optimal"
    assert duties(found.cells).total() == 45
    missing = {short.day: short.missing for short in found.uncovered}
    assert sum(missing.values()) == 15
    day = min(d for d in missing if d is not None)
    said = next(short.message for short in found.uncovered if short.day == day)
    assert said.zh == f"11月{day.day}日:值班1人,要求2人,差1人。"
    assert said.en == f"November {day.day}: 1 on duty, 2 required, 1 missing."


def test_a_month_on_leave_and_an_empty_station_have_no_cells() -> None:
    s = Station(others=2)
    for person in s.others:
        s.absent(person, AbsenceKind.MATERNITY, date(2026, 1, 1))
    for found in (_filled(s), _filled(Station())):
        assert (found.cells, found.complies) == ({}, False)
        assert [short.missing for short in found.uncovered] == [2] * 30


def test_locked_cells_stay_even_against_the_rest() -> None:
    s = Station(others=8)
    a, b = s.others[:2]
    locked = {
        (a, 3): "duty",
        (a, 4): "duty",
        (b, 9): "duty",
        (b, 10): "meeting",
        (b, 12): "leave",
        (b, 20): "rest",
    }
    s.plan(locked, locked=True)
    found = _filled(s)
    assert {at: found.cells[at] for at in locked} == locked
    assert not found.uncovered


def test_a_locked_meeting_keeps_the_duty_before_it_away() -> None:
    s = Station(others=7)
    s.plan({(p, 10): "meeting" for p in s.others[:5]}, locked=True)
    cells = _filled(s).cells
    assert set(on(cells, 9)) <= set(s.others[5:])


def test_last_months_duty_asks_for_rest_on_the_first() -> None:
    s = Station(others=8)
    a = s.others[0]
    s.plan({(a, 31): "duty"}, OCTOBER)
    cells = _filled(s).cells
    assert cells[a, 1] == "rest"
    assert "duty" not in (cells[a, 1], cells[a, 2])


def test_nobody_exempt_from_nights_has_a_duty() -> None:
    s = Station(others=8)
    exempt = s.person(s.id, special_codes=frozenset({"no_nights"}))
    assert not duties(_filled(s).cells)[exempt]


def test_hours_beyond_the_month_are_given_back_as_rest() -> None:
    s = Station(others=30)
    busy = s.others[0]
    s.plan({(busy, day): "duty" for day in (7, 14, 21)}, locked=True)  # Saturdays
    found = _filled(s)
    assert duties(found.cells, "compensatory")[busy] == 3
    assert not any(short.rule == "hours" for short in found.shortages)


def test_where_every_hour_counts_duties_are_limited_by_the_months_hours() -> None:
    s = Station(others=10)
    s.override("duty.counted_hours", 24)
    assert max(duties(_filled(s).cells).values()) == 6


def test_standby_is_planned_where_the_policy_asks_for_it() -> None:
    s = Station(others=10)
    s.override("duty.standby", 1)
    cells = _filled(s).cells
    assert all(len(on(cells, day, "standby")) == 1 for day in DAYS)
    assert not duties(_filled(Station(others=10)).cells, "standby")


def test_shifts_of_twelve_hours_cover_day_and_night() -> None:
    s = Station(others=12)
    s.override("duty.presence_hours", 12)
    found = _filled(s)
    assert found.complies
    assert all(len(on(found.cells, day, "night_duty")) == 2 for day in DAYS)


def test_every_post_of_a_custody_unit_is_covered_and_led() -> None:
    s = Station()
    custody = s.unit("看守所", UnitKind.CUSTODY)
    leaders = s.people(3, custody, Post.LEADER)
    s.people(14, custody, sex=Sex.MALE)
    found = fill(s.document, custody, NOVEMBER, Limits(20))
    assert found.complies
    for day in DAYS:
        assert set(on(found.cells, day, "custody_leader")) <= set(leaders)
        for post, required in (("custody_leader", 1), ("custody_monitor", 2), ("custody_patrol", 2)):
            assert len(on(found.cells, day, post)) == required


def test_a_small_custody_unit_fills_monitoring_before_patrol() -> None:
    s = Station()
    custody = s.unit("看守所", UnitKind.CUSTODY)
    s.people(6, custody)
    found = fill(s.document, custody, NOVEMBER, Limits(20))
    short = [of.shift for of in found.uncovered if of.rule == "duty_cover"]
    assert short.count("custody_monitor") == 0 < short.count("custody_patrol")
    assert short.count("custody_leader") == 30


def test_women_on_duty_are_asked_for_where_the_policy_says() -> None:
    s = Station()
    custody = s.unit("看守所", UnitKind.CUSTODY)
    s.override("duty_cover.custody_women", 1)
    s.people(2, custody, Post.LEADER, sex=Sex.MALE)
    s.people(14, custody, sex=Sex.MALE)
    women = s.people(4, custody, sex=Sex.FEMALE)
    found = fill(s.document, custody, NOVEMBER, Limits(20))
    assert not any(short.rule == "women" for short in found.shortages)
    assert all(any(found.cells[w, day].startswith("custody_") for w in women) for day in DAYS)


def test_a_duty_on_a_day_of_leave_becomes_leave() -> None:
    s = Station(others=8)
    ill = s.others[0]
    s.plan({(ill, 3): "duty", (ill, 4): "rest", (ill, 9): "office"})
    s.absent(ill, AbsenceKind.SICK, date(2026, 11, 2), date(2026, 11, 4))
    found = _filled(s)
    assert found.changed[ill, 3] == "leave"
    assert not {(ill, 3), (ill, 4)} & found.cells.keys()


def test_stopped_before_it_began_there_may_be_no_roster_and_no_error() -> None:
    stop = Stop()
    stop.request()
    s = Station(others=8)
    assert fill(s.document, s.id, NOVEMBER, Limits(20), stop=stop).status in ("stopped", "optimal")


def test_progress_is_told() -> None:
    told = []
    s = Station(others=8)
    fill(s.document, s.id, NOVEMBER, Limits(20), told.append)
    assert told


def test_all_stations_and_custody_units_are_filled_one_after_the_other() -> None:
    s = Station(others=8)
    custody, _ = s.unit("看守所", UnitKind.CUSTODY), s.unit("政工室", UnitKind.ADMINISTRATIVE)
    s.people(3, custody)
    found = list(fill_all(s.document, NOVEMBER, Limits(20)))
    assert [of.unit for of in found] == [s.id, custody]


def test_an_unknown_unit_is_refused() -> None:
    with pytest.raises(InputError):
        fill(Station().document, 999, NOVEMBER)


CODES = st.sampled_from(
    [
        "duty",
        "day_duty",
        "night_duty",
        "standby",
        "office",
        "beat",
        "meeting",
        "lent",
        "rest",
        "leave",
        "unknown",
    ]
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.integers(0, 2),
    st.integers(0, 2),
    st.integers(0, 3),
    st.dictionaries(st.tuples(st.integers(0, 8), st.integers(1, 30)), CODES, max_size=20),
    st.dictionaries(st.tuples(st.integers(0, 8), st.integers(29, 31)), CODES, max_size=5),
    st.lists(st.tuples(st.integers(0, 8), st.integers(1, 30), st.integers(0, 9)), max_size=4),
)
def test_whatever_is_locked_or_away_there_is_a_roster_and_it_is_sound(
    leaders: int,
    community: int,
    auxiliaries: int,
    locked: dict[tuple[int, int], str],
    before: dict[tuple[int, int], str],
    leave: list[tuple[int, int, int]],
) -> None:
    s = Station(leaders, community, 1, auxiliaries)
    everybody = [*s.leaders, *s.community, *s.others, *s.auxiliaries]

    def at(n: int, day: int) -> tuple[int, int]:
        return everybody[n % len(everybody)], day

    for n, day, length in leave:
        until = date(2026, 11, min(30, day + length))
        s.absent(at(n, day)[0], AbsenceKind.ANNUAL, date(2026, 11, day), until)
    s.plan({at(*cell): code for cell, code in before.items()}, OCTOBER)
    s.plan({at(*cell): code for cell, code in locked.items()}, locked=True)
    found = fill(s.document, s.id, NOVEMBER, Limits(2))
    assert found.status in ("optimal", "feasible")
    taken = take_roster(s.document, s.id, NOVEMBER, found.cells)
    gone = frozenset({(everybody[0], 12), (everybody[-1], 14)})
    assert repair(taken, s.id, NOVEMBER, gone, Limits(2)).cells or len(everybody) == 1


def test_somebody_from_support_staff_is_never_on_duty() -> None:
    s = Station(others=8)
    s.person(s.id, category=Category.SUPPORT)
    assert duties(_filled(s).cells).keys() <= set(s.others)


def test_any_roster_that_keeps_the_rules_is_found_without_asking_for_the_best() -> None:
    s = Station(leaders=3, community=4, others=3)
    found = existing(s.document, s.id, NOVEMBER, Limits(20))
    assert found is not None
    assert found.complies
    assert all(len(on(found.cells, day)) >= 2 for day in DAYS)
    small = Station(leaders=2, community=3, others=2)
    assert existing(small.document, small.id, NOVEMBER, Limits(20)) is None


def test_only_the_units_asked_for_are_filled_and_in_their_order() -> None:
    s = Station(others=6)
    other = s.unit("勐永派出所")
    s.people(6, other, Post.CASE)
    s.people(6, s.unit("芒洪派出所"), Post.CASE)
    filled = fill_all(s.document, NOVEMBER, Limits(20), units=(other, s.id))
    assert [proposal.unit for proposal in filled] == [other, s.id]
