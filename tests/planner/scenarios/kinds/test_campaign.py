from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.county.records import AbsenceKind, Post
from planner.document import Document
from planner.edits.policy import set_policy_value_from
from planner.edits.refused import RefusedError
from planner.scenarios.kinds import kinds
from planner.scenarios.records import ChangeKind
from tests.planner.scenarios.town import BEFORE, MARCH, Town, stand

CAMPAIGN = ChangeKind.CAMPAIGN
MAY = date(2027, 5, 31)


def away(document: Document, on: date = MARCH) -> list[int]:
    placed = document.audit(on).state.placed.values()
    return [p.person.id for p in placed if p.secondment is not None and p.secondment.reason == "禁毒"]


def drawn(town: Town, **fields: object) -> Document:
    return town.changed(CAMPAIGN, until=MAY, note="禁毒", **fields)


def test_those_named_go_and_come_home_after_the_last_day() -> None:
    town = Town()
    after = drawn(town, unit=town.brigade, people=(town.beat[0], town.clerks[0]))
    assert away(after, BEFORE) == []
    assert away(after) == away(after, MAY) == [town.beat[0], town.clerks[0]]
    assert away(after, MAY + timedelta(days=1)) == []
    assert stand(after, town.beat[0], MAY + timedelta(days=1)).present_unit == town.big


def test_the_rest_comes_from_headquarters_above_its_minimum_kept() -> None:
    town = Town()
    town.override("planning.kept_share", "50%")
    after = drawn(town, name="省公安厅", number=3)
    assert away(after) == [town.clerks[0], town.clerks[1], town.detectives[0]]
    assert drawn(town, name="省公安厅", number=3) == after


def test_the_unit_that_asks_does_not_lend_to_itself() -> None:
    town = Town()
    town.override("planning.kept_share", "0%")
    assert set(away(drawn(town, unit=town.brigade, number=4))) == set(town.clerks)


def test_none_come_from_stations_when_the_policy_allows_no_draw_offs() -> None:
    town = Town()
    town.override("planning.kept_share", "50%")
    with pytest.raises(RefusedError, match=r"4 are to be chosen, 3 can be spared .*none from stations"):
        drawn(town, name="省公安厅", number=4)


def test_stations_lend_above_their_lines_once_draw_offs_are_allowed() -> None:
    town = Town()
    town.override("planning.kept_share", "100%")
    town.override("secondment.allowed", 99)
    more = town.people(3, town.big, Post.CASE)
    after = drawn(town, name="省公安厅", number=3)
    assert away(after) == [*town.case[1:], more[0]]
    share = after.audit(MARCH).target("station_share")
    assert share is not None
    assert share.met
    with pytest.raises(RefusedError, match=r"3 can be spared .*none further from stations"):
        drawn(town, name="省公安厅", number=4)
    town.override("station_minimum.required", 9)
    with pytest.raises(RefusedError, match="1 can be spared"):
        drawn(town, name="省公安厅", number=2)


def test_a_unit_that_loses_somebody_before_the_end_gives_fewer_from_the_beginning() -> None:
    town = Town()
    town.override("planning.kept_share", "75%")
    assert away(drawn(town, name="省公安厅", number=1)) == [town.clerks[0]]
    for clerk in town.clerks[2:]:
        town.absent(clerk, AbsenceKind.LONG_SICK, date(2027, 5, 3), date(2027, 9, 1))
    with pytest.raises(RefusedError, match="0 can be spared"):
        drawn(town, name="省公安厅", number=1)
    town.override("planning.kept_share", "25%")
    assert away(drawn(town, name="省公安厅", number=1)) == [town.detectives[0]]


def test_a_target_that_rises_during_the_campaign_keeps_stations_closed() -> None:
    town = Town()
    town.override("planning.kept_share", "100%")
    town.override("secondment.allowed", 99)
    town.people(3, town.big, Post.CASE)
    assert away(drawn(town, name="省公安厅", number=1))
    raised = set_policy_value_from(town.document, "station_share.required", "60%", date(2027, 5, 1))
    with pytest.raises(RefusedError, match="0 can be spared"):
        kinds()[CAMPAIGN](raised, town.change(CAMPAIGN, until=MAY, name="省公安厅", number=1))


def test_whoever_is_pinned_or_heads_a_unit_stays() -> None:
    town = Town()
    town.override("planning.kept_share", "0%")
    pinned = town.person(town.office, pin="机要")
    assert pinned not in away(drawn(town, name="省公安厅", number=7))
    with pytest.raises(RefusedError, match="7 can be spared"):
        drawn(town, name="省公安厅", number=8)


def test_a_campaign_larger_than_the_county_is_refused() -> None:
    town = Town()
    with pytest.raises(RefusedError, match="the whole county has 18"):
        drawn(town, name="省公安厅", number=19)


def test_it_needs_people_a_place_and_an_end() -> None:
    town = Town()
    with pytest.raises(RefusedError, match="how many"):
        drawn(town, unit=town.brigade)
    with pytest.raises(RefusedError, match="where the campaign works"):
        drawn(town, number=1)
    with pytest.raises(RefusedError, match="is a station"):
        drawn(town, unit=town.big, number=1)
    with pytest.raises(RefusedError, match="are named"):
        drawn(town, unit=town.brigade, number=1, people=(town.beat[0], town.beat[1]))
    with pytest.raises(RefusedError, match="last day"):
        town.changed(CAMPAIGN, unit=town.brigade, number=1)


def test_who_comes_home_on_the_first_day_is_not_chosen() -> None:
    town = Town()
    town.override("planning.kept_share", "0%")
    clerk = town.clerks[0]
    town.second(clerk, town.brigade, from_=date(2026, 1, 5))
    home = kinds()[ChangeKind.RETURN](town.document, town.change(ChangeKind.RETURN, person=clerk))
    assert stand(home, clerk, MARCH).present_unit == town.office
    change = town.change(CAMPAIGN, until=MAY, note="禁毒", name="省公安厅", number=3)
    chosen = away(kinds()[CAMPAIGN](home, change))
    assert (len(chosen), clerk in chosen) == (3, False)
