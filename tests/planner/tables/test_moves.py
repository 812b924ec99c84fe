from __future__ import annotations

from planner.tables.moves import TABLE, move_rows
from tests.planner.building import TODAY
from tests.planner.tables.counties import varied


def test_a_move_tells_where_from_and_where_to() -> None:
    rows = move_rows(varied().audit(TODAY).state)
    head, line = TABLE.texts(rows, "zh")
    told = dict(zip(head, line, strict=True))
    assert (told["姓名"], told["现单位"], told["拟到单位"], told["进度"]) == (
        "吴刚",
        "政工室",
        "河口派出所",
        "拟议",
    )
