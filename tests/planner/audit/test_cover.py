"""Who is on duty at every moment."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from planner.audit.cover import cover, on_duty_at
from planner.audit.watches import Watch, day_begins, duty_codes, planned_watches, real_watches
from planner.county.calendar import days_of
from planner.county.duty import Attended, Cell, DutyMonth, Mark
from planner.county.records import Category, Person, Sex
from planner.policy.duty_codes import DutyCode, DutyKind
from planner.policy.policy import default_policy
from planner.text import same

FEBRUARY, MARCH = date(2026, 2, 1), date(2026, 3, 1)
DUTY = {
    id_: DutyCode(id_, same(id_), id_, "#ffffff", DutyKind.DUTY, presence=hours, start=start)
    for id_, start, hours in (("whole", 8, 24), ("day", 8, 12), ("late", 12, 8), ("night", 20, 16))
}
PEOPLE = {
    1: Person(1, "甲", "1"),
    2: Person(2, "乙", "2", sex=Sex.FEMALE),
    3: Person(3, "丙", "3", category=Category.AUXILIARY, sex=Sex.MALE),
    4: Person(4, "丁", "4", category=Category.SUPPORT),
}
GRIDS = st.dictionaries(
    st.integers(1, 5),
    st.dictionaries(st.integers(1, 28), st.builds(Cell, st.sampled_from([*DUTY, "beat"])), max_size=12),
)


@given(GRIDS, GRIDS)
def test_the_cover_of_any_month_is_that_of_counting_every_hour(grid: object, earlier: object) -> None:
    month, before = DutyMonth(9, FEBRUARY, grid), DutyMonth(9, FEBRUARY.replace(month=1), earlier)  # type: ignore[arg-type]
    watches, begins = planned_watches(month, before, DUTY), day_begins(month, DUTY)
    days = cover(month, watches, begins, PEOPLE)
    assert [d.day for d in days] == [d.day for d in days_of(FEBRUARY)]
    for day in days:
        hours = range(24 * (day.day - 1) + begins, 24 * day.day + begins)
        there = [on_duty_at(hour, watches, PEOPLE) for hour in hours]
        assert day.on_duty == min(map(len, there))
        assert day.sworn == min(sum(PEOPLE[p].category.is_sworn for p in at) for at in there)
        assert len(on_duty_at(day.moment, watches, PEOPLE)) == day.on_duty


def test_a_long_night_of_the_month_before_covers_the_first_morning() -> None:
    before = DutyMonth(9, FEBRUARY, {1: {28: Cell("night")}, 2: {27: Cell("night")}})
    month = DutyMonth(9, MARCH, {2: {1: Cell("late"), 2: Cell("day")}, 3: {1: Cell("night")}})
    assert Watch(1, -4, 12) in planned_watches(month, before, DUTY)
    begins = day_begins(month, DUTY)
    assert begins == 8
    assert cover(month, planned_watches(month, before, DUTY), begins, PEOPLE)[0].on_duty == 1
    assert cover(month, planned_watches(month, None, DUTY), begins, PEOPLE)[0].on_duty == 0


def test_a_night_of_the_month_before_that_was_not_kept_covers_nothing() -> None:
    before = DutyMonth(9, FEBRUARY, {1: {28: Cell("night")}}, {1: {28: Attended(mark=Mark.PHONE_LEAVE)}})
    month = DutyMonth(9, MARCH, {2: {1: Cell("day")}})
    assert real_watches(month, before, DUTY) == [Watch(2, 8, 20)]


def test_duties_of_one_person_that_overlap_are_one_person() -> None:
    month = DutyMonth(9, MARCH, {1: {1: Cell("night"), 2: Cell("day")}, 2: {1: Cell("day")}})
    assert cover(month, planned_watches(month, None, DUTY), 8, PEOPLE)[0].on_duty == 1


def test_lateness_costs_the_first_hour_and_leaving_early_the_last() -> None:
    marks = {1: {1: Attended("day", mark=Mark.LATE)}, 2: {1: Attended("day", mark=Mark.LEFT)}}
    month = DutyMonth(9, MARCH, {1: {1: Cell("day")}, 2: {1: Cell("day")}}, marks)
    assert real_watches(month, None, DUTY) == [Watch(1, 9, 20), Watch(2, 8, 19)]


def test_women_are_unknown_where_the_sex_of_somebody_on_duty_is() -> None:
    month = DutyMonth(9, MARCH, {2: {1: Cell("whole"), 2: Cell("whole")}, 1: {2: Cell("whole")}})
    first, second, *_ = cover(month, planned_watches(month, None, DUTY), 8, PEOPLE)
    assert (first.women, second.women) == (1, None)


def test_codes_without_presence_and_other_kinds_are_no_watch() -> None:
    codes = duty_codes(default_policy().duty_codes)
    assert {"duty", "night_duty", "custody_monitor"} <= codes.keys()
    assert not {"standby", "beat", "custody_intake", "lent"} & codes.keys()
    assert codes["duty"].presence == 24
