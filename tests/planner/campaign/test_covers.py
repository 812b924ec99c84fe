from __future__ import annotations

from datetime import date

from planner.campaign.covers import Cover, covers
from planner.campaign.rooms import rooms
from planner.county.records import AbsenceKind, Post
from tests.planner.campaign.fields import MAY, CampaignTown
from tests.planner.scenarios.town import MARCH


def covered(town: CampaignTown, *people: int) -> list[Cover]:
    return covers(rooms(town.document, MARCH, MAY), people)


def test_colleagues_of_the_same_post_take_over_and_those_away_later_are_not_counted_on() -> None:
    town = CampaignTown()
    town.absent(town.clerks[3], AbsenceKind.LONG_SICK, date(2027, 5, 3), date(2027, 9, 1))
    [cover] = covered(town, town.clerks[0])
    assert [person.id for person in cover.gone] == [town.clerks[0]]
    assert [person.id for person in cover.colleagues[Post.OFFICE]] == town.clerks[1:3]
    assert (cover.left, cover.required, cover.on) == (2, 2, date(2027, 5, 3))


def test_units_come_in_the_order_of_the_county() -> None:
    town = CampaignTown()
    found = covered(town, town.detectives[0], town.clerks[0], town.case[1])
    assert [cover.unit.id for cover in found] == [town.big, town.office, town.brigade]


def test_a_beat_left_may_be_taken_by_the_stations_other_community_officers() -> None:
    town = CampaignTown()
    [cover] = covered(town, town.beat[0], town.beat[1])
    assert [beat.beat for beat in cover.beats] == ["二责任区", "二责任区"]
    assert [person.id for person in cover.beats[0].takers] == town.beat[2:]


def test_a_stations_shortness_for_duty_is_told_before_and_after() -> None:
    town = CampaignTown()
    [small] = covered(town, town.few[1])
    assert small.duty is None  # nothing is registered there; at the big one, report hours
    [big] = covered(town, town.case[1], town.case[2], *town.beat)
    assert big.duty is not None
    assert (big.duty.short_before, big.duty.short_after) == (0, 0)


def test_a_station_with_given_duty_runs_short_when_people_go() -> None:
    town = CampaignTown()
    busy = town.unit("曲靖派出所", duty_cover=2)
    people = town.people(4, busy, Post.CASE)
    [cover] = covered(town, *people[:2])
    assert cover.duty is not None
    assert cover.duty.cover == 2
    # 480 hours of duty a month: four have 661, two have 331
    assert (cover.duty.short_before, cover.duty.short_after) == (0, 1)
