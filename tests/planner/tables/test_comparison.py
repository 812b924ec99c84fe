from __future__ import annotations

from planner.tables.comparison import (
    comparison_rows,
    finding_table,
    line_table,
    move_table,
    officer_table,
    option_of,
)
from tests.planner.comparison.towns import Four


def test_every_table_has_a_column_for_each_option() -> None:
    found = Four().compared()
    for table in (line_table(found), finding_table(found), officer_table(found)):
        keys = [column.key for column in table.columns]
        assert [option_of(key) for key in keys if option_of(key) is not None] == [0, 1, 2, 3, 4]
    assert line_table(found).column("option1").title.zh == "A 抽人"
    assert option_of("title") is None


def test_a_share_is_written_with_its_difference_before_it_and_sorted_by_what_it_is() -> None:
    found = Four().compared()
    rows = {row.line.key: row for row in comparison_rows(found).figures}
    row = rows["station_share:present"]
    first, home = (line_table(found).column(f"option{n}") for n in (0, 2))
    value = row.line.values[2]
    assert value is not None
    assert home.words(row, "zh") == f"{row.line.change_words(2)}▲  {value.short}({value.counts})"
    assert first.words(row, "zh") == row.line.words(0).zh
    assert home.value(row) == value.tenths > first.value(row)
    assert line_table(found).column("required").words(row, "zh") == "≥ 40% · ≥ 45%"


def test_costs_stand_in_a_table_of_their_own_without_a_difference() -> None:
    found = Four().compared()
    rows = comparison_rows(found)
    assert {row.section.key for row in rows.costs} == {"cost"}
    assert "cost" not in {row.section.key for row in rows.figures}
    days = next(row for row in rows.costs if row.line.key == "person_days")
    assert line_table(found).column("option1").words(days, "zh") == "60"


def test_every_row_has_another_id() -> None:
    found = Four().compared()
    rows = comparison_rows(found)
    for listed in (rows.figures, rows.costs, rows.findings, rows.moves, rows.officers):
        assert len({row.id for row in listed}) == len(listed) > 0
    assert [column.key for column in move_table(found).columns][:2] == ["name", "badge_number"]
