from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from planner.campaign.answer import ways_words
from planner.campaign.planning import planned
from planner.campaign.ways_out import WaysOut, ways_out
from planner.county.records import AbsenceKind, Post
from planner.document import Document
from planner.optimise.running import Stop
from planner.samples.generate import generate
from planner.scenarios.records import Change, ChangeKind
from tests.planner.campaign.fields import CampaignTown
from tests.planner.samples.as_county import as_county
from tests.planner.scenarios.town import MARCH


def ways(town: CampaignTown, number: int) -> WaysOut:
    return ways_out(town.document, town.asked(number), Stop())


def test_the_most_that_can_be_had_now() -> None:
    assert ways(CampaignTown(), 5).most == 3


def test_station_officers_kept_with_approval_fill_what_is_missing_as_far_as_lines_hold() -> None:
    town = CampaignTown()
    assert ways(town, 4).approvals == 1  # 9 of 18 are at stations, 8 must be
    assert ways(town, 5).approvals is None
    town.people(4, town.big, Post.CASE)
    assert ways(town, 5).approvals == 2


def test_a_shorter_time_ends_the_day_before_somebody_is_missed() -> None:
    town = CampaignTown()
    town.override("planning.kept_share", "75%")
    assert ways(town, 1).shorter is None
    for clerk in town.clerks[1:]:
        town.absent(clerk, AbsenceKind.LONG_SICK, date(2027, 4, 12), date(2028, 1, 1))
    town.absent(town.clerks[0], AbsenceKind.LONG_SICK, date(2027, 4, 12), date(2028, 1, 1))
    assert ways(town, 1).shorter == date(2027, 4, 11)


def test_a_later_date_is_the_first_on_which_all_are_there_for_as_long() -> None:
    town = CampaignTown()
    for clerk in town.clerks[:3]:
        town.absent(clerk, AbsenceKind.LONG_SICK, date(2026, 12, 1), date(2027, 6, 10))
    found = ways(town, 3)
    assert found.most < 3
    assert found.later == date(2027, 6, 11)
    assert planned(town.document, town.asked(3, date(2027, 6, 11), date(2027, 9, 10))).cheapest


def test_where_nothing_helps_it_says_so() -> None:
    town = CampaignTown()
    said = [way.en for way in ways_words(ways(town, 9), 9)]
    assert said == [
        "Fewer people: 3 can be had now.",
        "Later: on no day of the next 12 months can all 9 be had.",
        "Ask for helpers from outside: 6.",
    ]


def test_stopped_it_keeps_what_it_has() -> None:
    town, stop = CampaignTown(), Stop()
    stop.request()
    found = ways_out(town.document, town.asked(9), stop)
    assert (found.most, found.later, found.searched) == (3, None, False)
    assert "not searched" in ways_words(found, 9)[1].en


@given(seed=st.integers(0, 5), number=st.integers(1, 60))
def test_every_way_out_holds_when_it_is_taken(seed: int, number: int) -> None:
    document = Document(as_county(generate(seed, 120)))
    change = Change(1, ChangeKind.CAMPAIGN, MARCH, number=number, until=date(2027, 5, 30), name="省公安厅")
    if len(planned(document, change).cheapest) == number:
        return
    found = ways_out(document, change, Stop())
    assert len(planned(document, replace(change, number=found.most)).cheapest) == found.most
    if found.shorter is not None:
        assert len(planned(document, replace(change, until=found.shorter)).cheapest) == number
    if found.later is not None:
        length = date(2027, 5, 30) - MARCH
        moved = replace(change, date=found.later, until=found.later + length)
        assert len(planned(document, moved).cheapest) == number
