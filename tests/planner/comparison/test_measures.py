from __future__ import annotations

from datetime import timedelta

from planner.campaign.answer import hours
from planner.campaign.planning import planned
from planner.comparison.measures import MEASURES, cost_lines
from planner.comparison.options import compared
from planner.document import Document
from planner.edits.scenarios import add_change, new_scenario
from planner.edits.units import correct_units
from planner.scenarios.records import Change, ChangeKind
from tests.planner.building import TODAY
from tests.planner.comparison.towns import UNTIL, Four


def costs(town: Four, n: int) -> dict[str, int]:
    lines = cost_lines(town.compared())
    return {line.key: value.part for line in lines if (value := line.values[n]) is not None and value.part}


def test_the_county_as_it_stands_costs_nothing_and_every_measure_has_a_line() -> None:
    town = Four()
    assert costs(town, 0) == {}
    assert [line.key for line in cost_lines(town.compared())] == [measure.key for measure in MEASURES]


def test_a_campaign_costs_days_and_the_field_time_of_its_community_officers() -> None:
    # Two officers, 24 November to 23 December 2026: 30 days, of which 22 are worked; 8 hours, 80% of them,
    # which is 281.6.
    assert costs(Four(), 1) == {
        "changes": 1,
        "seconded": 2,
        "person_days": 60,
        "community_days": 44,
        "field_hours": 282,
    }


def test_moves_are_counted_by_kind() -> None:
    assert costs(Four(), 2) == {"changes": 2, "transfers": 1, "returns": 1}


def test_a_secondment_without_an_end_is_counted_for_a_year_and_bases_count_with_their_branches() -> None:
    town = Four()
    document = new_scenario(Document(town.county, town.policy), "甲")
    document = add_change(
        document, 1, ChangeKind.SECONDMENT, TODAY, person=town.detectives[0], unit=town.office
    )
    document = new_scenario(document, "乙", base=1)
    document = add_change(document, 2, ChangeKind.RETIRE, TODAY, person=town.clerks[0], enabled=False)
    found = compared(document, tuple(document.scenarios.values()), TODAY)
    lines = {line.key: line for line in cost_lines(found)}
    assert [value.part for value in lines["person_days"].values if value] == [0, 365, 365]
    assert [value.part for value in lines["changes"].values if value] == [0, 1, 1]
    assert (TODAY + timedelta(days=364)).year == 2027


def test_field_time_lost_is_what_the_campaign_planner_says() -> None:
    town = Four()
    given = correct_units(Document(town.county, town.policy), {town.big: {"duty_cover": 1}})
    change = Change(0, ChangeKind.CAMPAIGN, TODAY, until=UNTIL, unit=town.office, number=2)
    said = planned(given, change).field.of([town.beat[0], town.case[1]])
    assert 0 < said[0].own < said[0].lost  # the rest take over duty
    document = new_scenario(given, "甲")
    fields = {"unit": town.office, "until": UNTIL, "people": (town.beat[0], town.case[1])}
    document = add_change(document, 1, ChangeKind.CAMPAIGN, TODAY, **fields)
    lines = {line.key: line for line in cost_lines(compared(document, [document.scenarios[1]], TODAY))}
    assert [value.part for value in lines["field_hours"].values if value] == [0, hours(said[0].lost)]


def test_days_away_end_with_a_return_a_transfer_or_a_retirement_that_comes_first() -> None:
    town, later = Four(), TODAY + timedelta(days=10)
    document = Document(town.county, town.policy)
    seconded = town.case[1]
    for n, (kind, fields) in enumerate(
        {
            ChangeKind.RETURN: {},
            ChangeKind.TRANSFER: {"unit": town.small},
            ChangeKind.RETIRE: {},
        }.items(),
        1,
    ):
        document = new_scenario(document, kind)
        document = add_change(
            document, n, ChangeKind.SECONDMENT, TODAY, person=seconded, unit=town.office, until=UNTIL
        )
        document = add_change(document, n, kind, later, person=seconded, **fields)
    found = compared(document, tuple(document.scenarios.values()), TODAY)
    assert not any(option.conflicts for option in found.options)
    [days] = [line for line in cost_lines(found) if line.key == "person_days"]
    assert [value.part for value in days.values if value] == [0, 10, 10, 10]
