from __future__ import annotations

from planner.campaign.planning import planned
from planner.county.records import Post
from planner.tables.campaign_covers import CoverRow, cover_rows
from tests.planner.campaign.fields import CampaignTown
from tests.planner.scenarios.town import BEFORE


def rows(town: CampaignTown, *people: int) -> list[CoverRow]:
    return cover_rows(planned(town.document, town.asked(2)).meaning(people))


def test_headquarters_show_who_covers_and_no_hours() -> None:
    town = CampaignTown()
    [row] = rows(town, town.clerks[0])
    names = [town.county.people[id_].name for id_ in town.clerks[1:]]
    assert row.takers.zh == f"内勤:{'、'.join(names)}"
    assert (row.duty.zh, row.taken_over, row.share.zh) == ("", None, "")


def test_more_than_a_few_colleagues_are_counted() -> None:
    town = CampaignTown()
    town.people(4, town.office, Post.OFFICE)
    [row] = rows(town, town.clerks[0])
    assert row.takers.zh.endswith("等 7 人")
    assert row.takers.en.endswith("and others, 7 in all")


def test_a_beat_left_and_nobody_to_take_it_are_said() -> None:
    town = CampaignTown()
    [row] = rows(town, *town.beat)
    assert "责任区“二责任区”" in row.takers.zh
    assert "可由无社区民警接" not in row.takers.zh
    assert "无人可接" in row.takers.zh


def test_a_station_without_given_obligations_shows_no_data() -> None:
    town = CampaignTown()
    [row] = rows(town, town.few[1])
    assert (row.duty.zh, row.taken_over) == ("无数据", None)


def test_a_station_with_given_duty_shows_what_the_rest_take_over() -> None:
    town = CampaignTown()
    busy = town.unit("曲靖派出所", duty_cover=2)
    people = town.people(4, busy, Post.CASE)
    [row] = rows(town, people[0])
    assert row.duty.zh == "值班 2 人:缺 0 → 0 人"
    assert row.taken_over is not None
    assert row.share.zh == "无数据"  # it has no dedicated community officer


def test_a_row_in_full_names_who_covers_and_counts_what_is_lost() -> None:
    town = CampaignTown()
    [office] = rows(town, town.clerks[0])
    assert office.in_full.zh == f"政工室:{office.takers.zh}。"
    [station] = rows(town, town.few[1])
    assert station.in_full.en.startswith("河口派出所: community: ")
    assert "1 gone: " in station.in_full.en
    assert "duty: no data" in station.in_full.en
    town.second(town.few[2], town.office, from_=BEFORE)
    [last] = rows(town, town.few[1])
    assert last.share.zh == "80.0% → 再无专职"
