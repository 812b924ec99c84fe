from __future__ import annotations

from datetime import date

import pytest

from planner.county.records import AbsenceKind, Category, MoveKind, Post, Sex, UnitKind
from planner.errors import InputError
from planner.optimise.duty.month import month_of
from tests.planner.building import Building
from tests.planner.optimise.duty.stations import NOVEMBER, OCTOBER, Station


def test_sworn_officers_and_auxiliaries_are_planned_and_support_staff_is_not() -> None:
    s = Station(others=1, auxiliaries=1)
    s.person(s.id, category=Category.SUPPORT)
    assert [o.id for o in month_of(s.document, s.id, NOVEMBER).officers] == [*s.others, *s.auxiliaries]


def test_auxiliaries_whose_duty_does_not_count_take_no_seat() -> None:
    s = Station(others=1, auxiliaries=1)
    s.override("duty.auxiliary_share", 0)
    assert [o.id for o in month_of(s.document, s.id, NOVEMBER).officers] == s.others


def test_leave_and_days_elsewhere_are_not_planned() -> None:
    s = Station(others=2)
    office = s.unit("政工室", UnitKind.ADMINISTRATIVE)
    s.absent(s.others[0], AbsenceKind.ANNUAL, date(2026, 11, 3), date(2026, 11, 5))
    s.move(s.others[1], MoveKind.TRANSFER, office, Post.OTHER, date(2026, 11, 11))
    month = month_of(s.document, s.id, NOVEMBER)
    assert month.by_id[s.others[0]].days == frozenset(range(1, 31)) - {3, 4, 5}
    assert month.by_id[s.others[1]].days == frozenset(range(1, 11))


def test_who_drops_out_has_none_of_those_days() -> None:
    s = Station(others=1)
    month = month_of(s.document, s.id, NOVEMBER, frozenset({(s.others[0], 4)}))
    assert 4 not in month.officers[0].days


def test_dedicated_officers_go_to_the_beat_and_others_to_the_office() -> None:
    s = Station(leaders=1, community=1, others=1)
    part_time = s.person(s.id, Post.COMMUNITY, dedicated=False)
    codes = {o.id: o.ordinary for o in month_of(s.document, s.id, NOVEMBER).officers}
    assert codes == {
        s.leaders[0]: "office",
        s.community[0]: "beat",
        s.others[0]: "office",
        part_time: "office",
    }


def test_the_month_before_is_known_wherever_it_was_worked() -> None:
    s = Station(others=1)
    other = s.unit("城东派出所")
    s.plan({(s.others[0], 31): "duty"}, OCTOBER, unit=other)
    assert month_of(s.document, s.id, NOVEMBER).officers[0].history[-2:] == (None, "duty")


def test_a_station_has_one_post_for_two_and_its_own_number_counts_before() -> None:
    b = Building()
    station, small = b.unit("城关派出所"), b.unit("城东派出所", duty_cover=1)
    s = Station()
    s.county, s.policy = b.county, b.policy
    (post,) = month_of(s.document, station, NOVEMBER).codes.posts
    assert (post.codes, post.required) == (("duty",), 2)
    assert month_of(s.document, small, NOVEMBER).codes.posts[0].required == 1


def test_a_custody_unit_has_its_posts_and_one_leads() -> None:
    s = Station()
    custody = s.unit("看守所", UnitKind.CUSTODY)
    s.person(custody, sex=Sex.FEMALE)
    month = month_of(s.document, custody, NOVEMBER)
    assert [(p.codes[0], p.required) for p in month.codes.posts] == [
        ("custody_leader", 1),
        ("custody_monitor", 2),
        ("custody_patrol", 2),
    ]
    assert (month.officers[0].ordinary, month.officers[0].woman) == ("custody_intake", True)


def test_duties_shorter_than_a_day_are_planned_one_after_the_other() -> None:
    s = Station(others=1)
    s.override("duty.presence_hours", 12)
    (post,) = month_of(s.document, s.id, NOVEMBER).codes.posts
    assert post.codes == ("duty", "day_duty", "night_duty")


def test_a_unit_of_another_bureau_is_refused() -> None:
    s = Station()
    foreign = s.unit("铁路派出所", ours=False)
    for unit in (foreign, 999):
        with pytest.raises(InputError):
            month_of(s.document, unit, NOVEMBER)


def test_a_month_is_planned_by_the_policy_of_its_first_day() -> None:
    s = Station(others=1)
    s.policy = s.policy.with_later("duty_cover.required", 3, NOVEMBER)
    required = [
        month_of(s.document, s.id, m).policy.count("duty_cover.required") for m in (OCTOBER, NOVEMBER)
    ]
    assert required == [2, 3]
