"""What every chart is drawn on."""

from __future__ import annotations

import pytest

from planner.assets import asset
from planner.forecast.months import first_days
from tests.planner.building import TODAY
from ui.chart_sheet import Colours, Sheet, month_ticks

_COLOURS = Colours(*("#ffffff", "#000000", "#777777", "#dddddd"), *["#1d56ad"] * 5)


def _sheet(width: int) -> Sheet:
    return Sheet(width, 200, 1.0, _COLOURS, str(asset("fonts", "NotoSansSC-Regular.ttf")))


@pytest.mark.parametrize(("months", "room"), [(12, 1000), (12, 420), (60, 1000), (60, 420)])
def test_no_more_months_are_named_than_there_is_room_for(months: int, room: int) -> None:
    ticks = month_ticks((TODAY, *first_days(TODAY, months)), room)
    assert ticks
    assert len(ticks) <= room / 62
    assert all(day.day == 1 for day in ticks)


_ZH = ["派出所警力占比·在岗", "派出所警力占比·在编", "社区民警占比·在岗", "要求", "其他指标跌破"]
_EN = ["Station share, present", "Station share, books", "required", "another line breaks", "W Mmmm"]


@pytest.mark.parametrize("names", [_ZH, _EN])
@pytest.mark.parametrize(("width", "expected"), [(240, 1), (330, 2), (520, 3), (1100, 5)])
def test_a_legend_takes_the_width_of_its_chart_and_no_more(
    names: list[str], width: int, expected: int
) -> None:
    sheet = _sheet(width)
    columns = sheet.legend_columns(names, width - 56)
    axes = sheet.axes(46, 10, 80, 20)
    for name in names:
        axes.plot((0, 1), (0, 1), label=name)
    sheet.legend(axes, columns, 0.2)
    sheet.finished(axes)
    assert axes.get_legend().get_window_extent().x1 <= width
    assert columns in (expected, expected - 1)
