from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from planner.document import Document
from planner.edits.scenarios import add_change, new_scenario, switch_changes
from planner.scenarios.applying import applied
from planner.scenarios.records import ChangeKind
from planner.tables.scenarios import COLUMNS, ScenarioRow, scenario_rows, still_ahead
from tests.planner.building import TODAY
from tests.planner.scenarios.town import MARCH, Town

TOWN = Town()


def branched() -> Document:
    document = new_scenario(TOWN.document, "甲")
    document = new_scenario(document, "乙")
    document = new_scenario(document, "甲之上", 1)
    for _ in range(2):
        document = add_change(document, 3, ChangeKind.RETIRE, MARCH, person=TOWN.clerks[0])
    return document


def rows_of(document: Document) -> list[ScenarioRow]:
    made = {id_: applied(document, id_) for id_ in document.scenarios}
    return scenario_rows(document, made.get, lambda id_: document.audit(TODAY) if id_ is None else None)


def words(row: ScenarioRow) -> dict[str, str]:
    return {column.key: column.words(row, "zh") for column in COLUMNS}


def test_branches_stand_right_after_their_base_and_the_county_first() -> None:
    assert [(row.name.zh, row.depth) for row in rows_of(branched())] == [
        ("现状", 0),
        ("甲", 0),
        ("甲之上", 1),
        ("乙", 0),
    ]


def test_a_row_counts_what_is_switched_on_and_what_cannot_be_made() -> None:
    [row] = [row for row in rows_of(switch_changes(branched(), [1], enabled=False)) if row.id == 3]
    assert (words(row)["changes"], words(row)["conflicts"], words(row)["base"]) == ("1/2 项", "", "甲")
    [row] = [row for row in rows_of(branched()) if row.id == 3]
    assert words(row)["conflicts"] == "1"


def test_figures_that_are_not_at_hand_are_pending() -> None:
    county, first, *_ = rows_of(branched())
    share = TOWN.audit().target("station_share")
    assert share is not None
    assert words(county)["station_share"].startswith(str(100 * share.numerator // (share.denominator or 1)))
    assert (words(first)["station_share"], words(first)["findings"]) == ("…", "…")


def test_each_scenario_is_shown_once_even_where_bases_lead_back() -> None:
    document = branched()
    circle = {**document.scenarios, 1: replace(document.scenarios[1], base=3)}
    rows = rows_of(replace(document, scenarios=circle))
    assert sorted(row.id for row in rows) == [0, 1, 2, 3]


def test_a_scenario_is_still_ahead_until_its_first_change_or_one_of_its_base_holds() -> None:
    document = new_scenario(new_scenario(new_scenario(TOWN.document, "春"), "夏", 1), "空")
    document = add_change(document, 1, ChangeKind.RETIRE, MARCH, person=TOWN.clerks[0])
    document = add_change(document, 2, ChangeKind.RETIRE, date(2027, 7, 1), person=TOWN.clerks[1])
    scenarios = document.scenarios
    found = still_ahead(scenarios, scenarios.values(), MARCH - timedelta(days=1))
    assert [(one.name, first) for one, first in found] == [("春", MARCH), ("夏", MARCH)]
    assert still_ahead(scenarios, scenarios.values(), MARCH) == []
