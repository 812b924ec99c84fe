from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from planner.county.state import state
from planner.document import Document
from planner.tables import absences, moves, secondments, units
from planner.tables.cells import RefusedCellsError, set_cells
from planner.tables.column import Table
from planner.tables.roster import roster_rows, roster_table
from planner.text import Language
from tests.planner.building import TODAY
from tests.planner.tables.counties import varied


def tables(document: Document) -> list[tuple[Table[Any], list[Any]]]:
    on = state(document.county, TODAY, document.policy)
    return [
        (roster_table(document), roster_rows(on)),
        (units.TABLE, units.unit_rows(document.audit(TODAY))),
        (secondments.TABLE, secondments.secondment_rows(on)),
        (absences.TABLE, absences.absence_rows(on)),
        (moves.TABLE, moves.move_rows(on)),
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_cells_pasted_onto_themselves_change_nothing(language: Language) -> None:
    document = varied()
    for table, rows in tables(document):
        cells = {
            (row.id, column.key): column.words(row, language)
            for row in rows
            for column in table.columns
            if column.editable
        }
        assert set_cells(document, table, cells, TODAY) == document, table.key


def test_every_column_of_every_table_has_words_in_both_languages() -> None:
    for table, rows in tables(varied()):
        zh, en = table.texts(rows, "zh"), table.texts(rows, "en")
        assert len(zh) == len(en) == len(rows) + 1
        assert all(all(isinstance(cell, str) for cell in line) for line in zh + en)
        assert not any("Text(" in cell for line in zh + en for cell in line)


def test_values_of_a_column_can_be_sorted() -> None:
    for table, rows in tables(varied()):
        for column in table.columns:
            sorted(v for row in rows if (v := column.value(row)) is not None)


def test_one_wrong_cell_refuses_all_and_every_wrong_cell_is_listed() -> None:
    document = varied()
    table = roster_table(document)
    first, second, *_ = document.county.people
    cells = {
        (first, "name"): "王羽",
        (first, "birth"): "19850399",
        (second, "post"): "巡逻侠",
        (second, "age"): "40",
        (second, "unit"): "无此所",
    }
    with pytest.raises(RefusedCellsError) as refused:
        set_cells(document, table, cells, TODAY)
    assert {(r.row, r.column) for r in refused.value.refusals} == set(cells) - {(first, "name")}


def test_a_refused_edit_names_the_column_the_user_knows() -> None:
    document = varied()
    away = next(s for s in document.county.secondments.values() if s.until)
    with pytest.raises(RefusedCellsError) as refused:
        set_cells(document, roster_table(document), {(away.person, "seconded_until"): "2025-01-01"}, TODAY)
    [refusal] = refused.value.refusals
    assert (refusal.row, refusal.column, refusal.words) == (away.person, "seconded_until", "2025-01-01")
    with pytest.raises(RefusedCellsError) as refused:
        set_cells(document, secondments.TABLE, {(away.id, "seconded_to"): ""}, TODAY)
    assert [r.column for r in refused.value.refusals] == ["seconded_to"]


def test_both_dates_of_a_secondment_may_move_past_each_other_in_one_paste() -> None:
    document = varied()
    away = next(s for s in document.county.secondments.values() if s.until)
    cells = {(away.id, "from_"): "2026.8.1", (away.id, "until"): "2026年9月30日"}
    after = set_cells(document, secondments.TABLE, cells, TODAY).county.secondments[away.id]
    assert (after.from_, after.until) == (date(2026, 8, 1), date(2026, 9, 30))


def test_roster_cells_reach_the_posting_the_secondment_the_absence_and_own_columns() -> None:
    document = varied()
    someone = next(p.id for p in document.county.people.values() if p.name == "李静")
    cells = {
        (someone, "unit"): "河口所",
        (someone, "post"): "case",
        (someone, "seconded_to"): "县委办",
        (someone, "absence"): "病假",
        (someone, "extra:民族"): "汉族",
        (someone, "category"): "",
    }
    after = set_cells(document, roster_table(document), cells, TODAY)
    row = next(r for r in roster_rows(state(after.county, TODAY, after.policy)) if r.id == someone)
    assert row.state.unit_name(row.placed.home) == "河口派出所"
    assert (row.posting.post, row.person.category) == ("case", "sworn")
    assert row.borrower == "县委办"
    assert row.absence is not None
    assert row.person.extra == {"民族": "汉族"}


def test_a_pasted_short_name_is_the_unit_and_one_outside_stays_outside() -> None:
    document = varied()
    someone, other, *_ = document.county.people
    table = roster_table(document)
    cells = {(someone, "seconded_to"): "政工", (other, "seconded_to"): "县委组织部", (other, "unit"): "河口"}
    rows = roster_rows(set_cells(document, table, cells, TODAY).audit(TODAY).state)
    assert [row.borrower for row in rows[:2]] == ["政工室", "县委组织部"]
    assert rows[1].state.unit_name(rows[1].placed.home) == "河口派出所"
    with pytest.raises(RefusedCellsError) as refused:
        set_cells(document, table, {(someone, "seconded_to"): "本所"}, TODAY)
    assert [r.words for r in refused.value.refusals] == ["本所"]
