from __future__ import annotations

from planner.campaign.breaking import KEPT, Hurt, hurt
from planner.campaign.rooms import rooms
from planner.county.records import Post
from tests.planner.campaign.fields import MAY, RETIRES, CampaignTown
from tests.planner.scenarios.town import MARCH


def hurts(town: CampaignTown, *people: int) -> dict[str, Hurt]:
    return {of.rule: of for of in hurt(rooms(town.document, MARCH, MAY), people)}


def test_people_above_the_minimum_kept_hurt_no_line() -> None:
    town = CampaignTown()
    assert hurts(town, *town.clerks[:2]) == {}


def test_one_too_many_from_headquarters_falls_below_the_minimum_kept() -> None:
    town = CampaignTown()
    [of] = hurts(town, *town.clerks[:3]).values()
    assert (of.rule, of.unit, of.before, of.after, of.required) == (KEPT, town.office, "4", "1", "2")
    assert of.words.zh == "政工室·最低保留 4 → 1(要求 2,自 2027-03-01 起)"


def test_a_community_officer_who_goes_hurts_the_draw_off_rule_and_the_share_of_the_beat() -> None:
    town = CampaignTown()
    town.people(5, town.big, Post.CASE)
    found = hurts(town, town.beat[0])
    assert (found["secondment"].before, found["secondment"].after) == ("1", "2")
    assert "not met before" in found["secondment"].words.en
    assert (found["community_share"].before, found["community_share"].after) == ("5/12", "4/11")
    assert "not met before" not in found["community_share"].words.en


def test_a_line_that_breaks_only_later_is_named_with_its_day() -> None:
    town = CampaignTown()
    town.override("secondment.enforcement", "off")
    town.override("station_share.enforcement", "off")
    town.override("station_minimum.required", 7)
    town.old(town.big, Post.CASE)
    [of] = hurts(town, town.case[1]).values()
    assert (of.rule, of.date, of.before, of.after) == ("station_minimum", RETIRES, "7", "6")


def test_the_share_of_the_county_is_counted_exactly() -> None:
    town = CampaignTown()
    town.override("station_share.required", "9/18")
    town.override("secondment.enforcement", "off")
    of = hurts(town, town.case[1], town.case[2])["station_share"]
    assert (of.before, of.after, of.required) == ("9/18", "7/18", "50%")
