from __future__ import annotations

from datetime import date, timedelta

from planner.campaign.rooms import rooms, tightest
from tests.planner.campaign.fields import MAY, RETIRES, CampaignTown
from tests.planner.scenarios.town import MARCH


def test_a_retirement_during_the_time_takes_room_from_that_day() -> None:
    town = CampaignTown()
    town.old(town.office)
    days = rooms(town.document, MARCH, MAY)
    room = {day.date: day.own[town.office] - day.kept[town.office] for day in days}
    assert (room[MARCH], room[RETIRES]) == (2, 2)  # 5 of 10 kept 3; 4 kept 2
    town.override("planning.kept_share", "75%")
    days = rooms(town.document, MARCH, MAY)
    assert [day.own[town.office] - day.kept[town.office] for day in days if day.date == RETIRES] == [1]
    office, _ = tightest(days)
    assert office[town.office] == 1


def test_a_planned_return_gives_a_station_room_only_from_that_day() -> None:
    town = CampaignTown()
    clerk = town.person(town.big, name="张三")
    town.second(clerk, town.office, from_=date(2027, 1, 4), until=date(2027, 4, 10))
    days = rooms(town.document, MARCH, MAY)
    by_day = {day.date: day.station[town.big] for day in days}
    assert by_day[date(2027, 4, 11)] == by_day[MARCH] + 1
    assert tightest(days)[1][town.big] == by_day[MARCH]


def test_draw_offs_kept_with_approval_leave_the_rules_room_alone() -> None:
    town = CampaignTown()
    before = rooms(town.document, MARCH, MARCH)[0]
    town.second(
        town.beat[0],
        town.office,
        from_=date(2026, 1, 5),
        kept_with_approval=True,
        kept_until=date(2027, 4, 1),
    )
    days = rooms(town.document, MARCH, MAY)
    assert days[0].by_rule == before.by_rule == -1
    after = next(day for day in days if day.date == date(2027, 4, 1) + timedelta(days=1))
    assert after.by_rule == -2


def test_rules_that_are_off_limit_nothing() -> None:
    town = CampaignTown()
    for rule in ("secondment", "station_share", "station_minimum"):
        town.override(f"{rule}.enforcement", "off")
    [day] = rooms(town.document, MARCH, MARCH)
    assert (day.by_rule, day.by_share) == (None, None)
    assert day.station[town.big] == 7
