from __future__ import annotations

from fractions import Fraction

from planner.campaign.planning import planned
from planner.tables.campaign import TABLE, candidate_rows
from tests.planner.campaign.fields import CampaignTown


def test_candidates_read_as_a_list_for_the_leadership() -> None:
    town = CampaignTown()
    rows = candidate_rows(planned(town.document, town.asked(2)))
    first, *_ = TABLE.texts(rows[:1], "zh")[1:]
    name = town.county.people[town.clerks[0]].name
    badge = town.county.people[town.clerks[0]].badge_number
    assert first == [
        name,
        "1",
        "可抽",
        "政工室",
        "内勤",
        "政工室最多可少 2 人",
        "不影响派出所在辖区时间",
        badge,
    ]


def test_those_who_cannot_go_have_no_cost_and_station_officers_theirs_in_hours() -> None:
    town = CampaignTown()
    rows = {row.id: row for row in candidate_rows(planned(town.document, town.asked(2)))}
    assert rows[town.leader].cost.zh == ""
    beat = rows[town.beat[0]]
    assert beat.candidate.lost is not None
    assert beat.candidate.lost > Fraction(0)
    assert beat.cost.zh.startswith("在辖区时间 −")
