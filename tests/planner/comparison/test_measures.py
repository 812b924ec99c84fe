from __future__ import annotations

from datetime import timedelta

from planner.comparison.measures import MEASURES, cost_lines
from planner.comparison.options import compared
from planner.document import Document
from planner.edits.scenarios import add_change, new_scenario
from planner.scenarios.records import ChangeKind
from tests.planner.building import TODAY
from tests.planner.comparison.towns import Four


def costs(town: Four, n: int) -> dict[str, int]:
    lines = cost_lines(town.compared())
    return {line.key: value.part for line in lines if (value := line.values[n]) is not None and value.part}


def test_the_county_as_it_stands_costs_nothing_and_every_measure_has_a_line() -> None:
    town = Four()
    assert costs(town, 0) == {}
    assert [line.key for line in cost_lines(town.compared())] == [measure.key for measure in MEASURES]


def test_a_campaign_costs_days_and_the_field_time_of_its_community_officers() -> None:
    # Two officers, 24 November to 23 December 2026: 30 days, of which 22 are worked; 8 hours, 80% of them.
    assert costs(Four(), 1) == {
        "changes": 1,
        "seconded": 2,
        "person_days": 60,
        "community_days": 44,
        "field_hours": 281,
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
