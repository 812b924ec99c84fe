from __future__ import annotations

from datetime import date

from planner.edits.scenarios import add_change, new_scenario, switch_changes
from planner.scenarios.records import ChangeKind
from planner.tables.change_rows import Outcome, change_rows
from tests.planner.scenarios.town import MARCH
from tests.planner.tables.changed_towns import TOWN, rows_of, two_scenarios


def test_a_change_that_cannot_be_made_says_why_without_naming_itself_again() -> None:
    [row] = rows_of(two_scenarios(), 2)
    name = TOWN.county.people[TOWN.clerks[0]].name
    assert row.outcome is Outcome.CONFLICT
    assert row.said.zh.startswith(name)
    assert "已离职或退休" in row.said.zh


def test_the_changes_of_the_bases_come_first_and_say_whose_they_are() -> None:
    rows = rows_of(two_scenarios(), 2, with_bases=True)
    assert [row.inherited for row in rows] == [True, True, False]
    assert rows[0].said.zh == "来自“退休”:可实施"


def test_what_is_not_at_hand_yet_is_pending_and_what_is_off_is_off() -> None:
    document = switch_changes(two_scenarios(), [1], enabled=False)
    assert [row.outcome for row in change_rows(document, 1, None)] == [Outcome.OFF, Outcome.PENDING]


def test_a_campaign_names_whom_it_chose_and_a_station_what_it_opened() -> None:
    document = new_scenario(TOWN.document, "专项")
    named, until = (TOWN.clerks[0], TOWN.clerks[1]), date(2027, 3, 31)
    document = add_change(document, 1, ChangeKind.CAMPAIGN, MARCH, people=named, name="州公安局", until=until)
    document = add_change(document, 1, ChangeKind.OPEN_STATION, MARCH, name="新区派出所")
    names = "、".join(TOWN.county.people[id_].name for id_ in named)
    assert [row.said.zh for row in rows_of(document, 1)] == [
        f"选派 2 人:{names}",
        "新设“新区派出所”",
    ]
