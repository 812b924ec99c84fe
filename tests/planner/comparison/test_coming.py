"""Which scenarios change nothing yet on a date, and when they do."""

from __future__ import annotations

from datetime import timedelta

from planner.comparison.coming import coming
from planner.comparison.options import Comparison, compared
from planner.document import Document
from planner.edits.scenarios import add_change, new_scenario
from planner.scenarios.records import ChangeKind
from tests.planner.building import TODAY
from tests.planner.scenarios.town import Town

JULY, JUNE = TODAY + timedelta(days=220), TODAY + timedelta(days=190)


def town_with(*names: str) -> tuple[Town, Document]:
    town = Town()
    document = town.document
    for name in names:
        document = new_scenario(document, name)
    return town, document


def of(document: Document, on: object = TODAY) -> Comparison:
    return compared(document, tuple(document.scenarios.values()), on)  # type: ignore[arg-type]


def test_a_scenario_is_coming_until_its_first_change_is_in_force() -> None:
    town, document = town_with("甲", "乙")
    document = add_change(document, 1, ChangeKind.RETIRE, JULY, person=town.clerks[0])
    document = add_change(document, 1, ChangeKind.RETIRE, JUNE, person=town.clerks[1])
    document = add_change(document, 2, ChangeKind.RETIRE, TODAY, person=town.clerks[0])
    [later] = coming(of(document))
    assert (later.option.letter, later.first, later.last) == ("A", JUNE, JULY)
    assert later.sentence.zh == f"方案“甲”的变动自 {JUNE} 起,统计日期在此之前,尚未计入"
    assert coming(of(document, JUNE)) == ()


def test_a_change_that_cannot_be_made_is_no_change_and_nothing_is_coming_without_one() -> None:
    town, document = town_with("甲", "乙")
    document = add_change(document, 1, ChangeKind.RETIRE, TODAY, person=9_999)
    document = add_change(document, 1, ChangeKind.RETIRE, JULY, person=town.clerks[0])
    found = of(document)
    assert [one.option.letter for one in coming(found)] == ["A"]
    assert found.options[1].conflicts


def test_a_branch_begins_with_its_own_changes_and_without_any_with_those_of_its_base() -> None:
    town, document = town_with("甲")
    document = add_change(document, 1, ChangeKind.RETIRE, TODAY, person=town.clerks[0])
    document = new_scenario(new_scenario(document, "枝", 1), "空枝", 1)
    document = add_change(document, 2, ChangeKind.RETIRE, JULY, person=town.clerks[1])
    assert [one.option.name.zh for one in coming(of(document))] == ["枝"]
