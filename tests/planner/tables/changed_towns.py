"""What tests of the changes of scenarios share: two scenarios of a town, one on the other."""

from __future__ import annotations

from typing import Any

from planner.document import Document
from planner.edits.scenarios import add_change, new_scenario
from planner.scenarios.applying import applied
from planner.scenarios.records import ChangeKind
from planner.tables.change_rows import ChangeRow, change_rows
from tests.planner.scenarios.town import MARCH, Town

TOWN = Town()
TRANSFER, RETIRE = ChangeKind.TRANSFER, ChangeKind.RETIRE


def two_scenarios() -> Document:
    """One retires a clerk and moves another one; the second, on it, moves the retired one."""
    document = new_scenario(TOWN.document, "退休")
    document = add_change(document, 1, RETIRE, MARCH, person=TOWN.clerks[0])
    document = add_change(document, 1, TRANSFER, MARCH, person=TOWN.clerks[1], unit=TOWN.small)
    document = new_scenario(document, "调动", 1)
    return add_change(document, 2, TRANSFER, MARCH, person=TOWN.clerks[0], unit=TOWN.small)


def rows_of(document: Document, scenario: int, **options: Any) -> list[ChangeRow]:
    return change_rows(document, scenario, applied(document, scenario), **options)
