from __future__ import annotations

from datetime import date

import pytest

from planner.document import Document
from planner.edits.scenarios import add_change, new_scenario
from planner.scenarios.records import Change, ChangeKind
from planner.tables.cells import RefusedCellsError, set_cells
from planner.tables.change_rows import ChangeRow
from planner.tables.changes import changes_table
from tests.planner.scenarios.town import MARCH
from tests.planner.tables.changed_towns import TOWN, rows_of, two_scenarios


def typed(document: Document, change: int, scenario: int = 1, **cells: str) -> Document:
    table = changes_table(scenario, lambda: document)
    return set_cells(document, table, {(change, key): words for key, words in cells.items()}, MARCH)


def change_of(document: Document, id_: int) -> Change:
    return next(c for s in document.scenarios.values() for c in s.changes if c.id == id_)


def words_of(row: ChangeRow, key: str) -> str:
    return changes_table(1, Document).column(key).words(row, "zh")


def test_a_borrower_outside_stands_under_the_unit_alone() -> None:
    document = new_scenario(TOWN.document, "借调")
    document = add_change(document, 1, ChangeKind.SECONDMENT, MARCH, person=TOWN.clerks[0], name="州公安局")
    [row] = rows_of(document, 1)
    assert (words_of(row, "unit"), words_of(row, "name")) == ("州公安局", "")


def test_typed_cells_are_read_by_the_kind_of_their_change() -> None:
    officer = TOWN.county.people[TOWN.clerks[2]]
    after = typed(
        two_scenarios(), 2, person=officer.badge_number, unit="刑侦", date="2027-04-01", enabled="否"
    )
    change = change_of(after, 2)
    assert (change.person, change.unit) == (officer.id, TOWN.brigade)
    assert (change.date, change.enabled) == (date(2027, 4, 1), False)


def test_cells_a_kind_does_not_ask_for_are_refused_by_cell_and_nothing_is_changed() -> None:
    with pytest.raises(RefusedCellsError) as refused:
        typed(two_scenarios(), 1, into="河口派出所", number="3", note="四月")
    assert {(r.row, r.column) for r in refused.value.refusals} == {(1, "into"), (1, "number")}


def test_words_that_cannot_be_read_and_a_blank_date_are_refused_by_cell() -> None:
    with pytest.raises(RefusedCellsError) as refused:
        typed(two_scenarios(), 2, person="无此人", unit="无此单位", date="")
    assert {r.column for r in refused.value.refusals} == {"person", "unit", "date"}


def test_a_change_of_a_base_is_not_changed_from_the_scenario_above_it() -> None:
    with pytest.raises(RefusedCellsError) as refused:
        typed(two_scenarios(), 1, scenario=2, note="四月")
    assert "退休" in refused.value.message.zh
