from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from planner.errors import InputError
from planner.tables.roster import roster_rows, roster_table
from tests.planner.building import TODAY
from tests.planner.tables.counties import varied
from ui.tables.blocks import Block, filled_down, filled_with, pasted, texts
from ui.tables.record_table import RecordTable


@pytest.fixture
def model(qtbot: QtBot) -> RecordTable:
    document = varied()
    model = RecordTable(roster_table(document))
    model.show_rows(roster_rows(document.audit(TODAY).state))
    return model


def sections(model: RecordTable, *keys: str) -> tuple[int, ...]:
    return tuple(model.section_of(key) for key in keys)


def test_a_rectangle_fills_a_block_as_often_as_it_fits(model: RecordTable) -> None:
    beat = sections(model, "beat")
    changed = pasted(model, Block((1, 2, 3, 4), beat), beat, [["a"], ["b"]])
    assert list(changed.values()) == ["a", "b", "a", "b"]


def test_a_rectangle_that_does_not_fit_starts_at_the_first_cell(model: RecordTable) -> None:
    visible = sections(model, "position", "beat", "pin")
    changed = pasted(model, Block((1, 2, 3), visible[:1]), visible, [["p", "q"], ["r", "s"]])
    rows = [row.id for row in model.shown]
    assert changed == {
        (rows[1], "position"): "p",
        (rows[1], "beat"): "q",
        (rows[2], "position"): "r",
        (rows[2], "beat"): "s",
    }


def test_running_over_an_edge_is_refused(model: RecordTable) -> None:
    visible = sections(model, "position", "beat")
    with pytest.raises(InputError, match="columns"):
        pasted(model, Block((0,), visible[1:]), visible, [["a", "b"]])
    with pytest.raises(InputError, match="rows"):
        pasted(model, Block((7,), visible[:1]), visible, [["a"], ["b"]])


def test_cells_that_stay_the_same_are_no_change(model: RecordTable) -> None:
    block = Block((0, 1), sections(model, "name", "age", "birth"))
    assert pasted(model, block, block.sections, texts(model, block)) == {}
    assert filled_down(model, Block((0,), block.sections)) == {}


def test_filling_leaves_computed_columns_alone(model: RecordTable) -> None:
    changed = filled_with(model, Block((0, 1), sections(model, "age", "beat")), "9")
    assert {key for _, key in changed} == {"beat"}
