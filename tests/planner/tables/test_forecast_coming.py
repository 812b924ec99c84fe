from __future__ import annotations

from datetime import date

import pytest

from planner.document import Document
from planner.forecast.events import EventKind
from planner.forecast.months import Forecast
from planner.tables.cells import RefusedCellsError, set_cells
from planner.tables.forecast_coming import ComingRow, coming_rows, coming_table
from tests.planner.building import TODAY
from tests.planner.forecast.ahead import RETIRES, AheadCounty


def _row(ahead: Forecast, kind: EventKind) -> ComingRow:
    return next(row for row in coming_rows(ahead) if row.kind is kind)


def _typed(county: AheadCounty, kind: EventKind, words: str) -> Document:
    ahead = county.forecast()
    table = coming_table(coming_rows(ahead))
    return set_cells(county.document(), table, {(_row(ahead, kind).id, "date"): words}, TODAY)


def test_a_retirement_is_told_with_unit_post_age_and_that_it_is_by_law() -> None:
    ahead = AheadCounty().forecast()
    row = _row(ahead, EventKind.RETIRES)
    words = coming_table([row]).texts([row], "zh")[1]
    assert words[:3] == [RETIRES.isoformat(), "法定退休", "张三"]
    assert words[4:7] == ["城关派出所", "社区民警", "60"]


def test_another_day_of_leaving_stands_for_that_of_the_law_until_it_is_cleared() -> None:
    county = AheadCounty()
    after = _typed(county, EventKind.RETIRES, "2027.06")
    assert after.county.people[county.old].left_on == date(2027, 6, 1)
    county.county = after.county
    assert _row(county.forecast(), EventKind.LEAVES).date == date(2027, 6, 1)
    cleared = _typed(county, EventKind.LEAVES, "")
    assert cleared.county.people[county.old].left_on is None


def test_the_day_of_a_return_is_not_changed_here() -> None:
    with pytest.raises(RefusedCellsError) as refused:
        _typed(AheadCounty(), EventKind.RETURNS, "2027-01-01")
    assert "抽调借调" in refused.value.message.zh


def test_a_day_of_leaving_before_joining_is_refused_in_its_cell() -> None:
    county = AheadCounty()
    county.person(county.station, joined_police=date(2027, 1, 1), left_on=date(2027, 3, 1))
    ahead = county.forecast()
    row = _row(ahead, EventKind.LEAVES)
    with pytest.raises(RefusedCellsError) as refused:
        set_cells(
            county.document(), coming_table(coming_rows(ahead)), {(row.id, "date"): "2026-12-01"}, TODAY
        )
    [refusal] = refused.value.refusals
    assert (refusal.row, refusal.column, refusal.words) == (row.id, "date", "2026-12-01")
