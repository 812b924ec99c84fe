"""Drawing the months of a forecast."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.assets import asset
from planner.audit.ledgers import Ledger
from planner.forecast.breaks import Turn
from planner.forecast.months import first_days
from planner.tables.forecast_curves import Band, Curve, Required, Shares, Turned
from tests.planner.building import TODAY
from ui.chart_sheet import Colours, Sheet
from ui.forecast.month_drawing import MonthOrder, draw_months

_COLOURS = Colours(
    "#ffffff", "#000000", "#888888", "#dddddd", "#1d56ad", "#b54708", "#b3261e", "#1b7a3d", "#8a6100"
)
_NAMES: dict[object, str] = {
    ("station_share", Ledger.PRESENT): "派出所警力占比·在岗",
    "station_share": "派出所警力占比",
    **{key: key for key in ("required", "breaks", "heals", "lapses", "others")},
}


def _order(months: int, width: int = 800, ratio: float = 1.0) -> MonthOrder:
    days = (TODAY, *first_days(TODAY, months))
    points = tuple((day, 41.0 - n / 10) for n, day in enumerate(days))
    turned = Turned(days[-1], points[-1][1], Turn.BREAKS)
    required = Required(("station_share",), tuple((day, 40.0) for day in days))
    curve = Curve("station_share", Ledger.PRESENT, points)
    shares = Shares((curve,), (required,), (turned,), (days[1],))
    font = str(asset("fonts", "NotoSansSC-Regular.ttf"))
    return MonthOrder(Sheet(width, 240, ratio, _COLOURS, font), days, shares, (), _NAMES)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_every_day_has_a_place_in_the_picture_from_left_to_right(ratio: float) -> None:
    picture = draw_months(_order(12, ratio=ratio))
    assert (picture.width, picture.height) == (800 * ratio, 240 * ratio)
    assert len(picture.pixels) == picture.width * picture.height * 4
    places = [x for x, _ in picture.places]
    assert places == sorted(places)
    assert 40 < places[0] < places[-1] < 790
    assert [day for _, day in picture.places] == list(_order(12).days)


def test_a_broken_line_is_marked_in_the_picture() -> None:
    order = _order(12)
    assert order.shares is not None
    unmarked = replace(order, shares=replace_turned(order.shares))
    assert draw_months(order).pixels != draw_months(unmarked).pixels


def replace_turned(shares: Shares) -> Shares:
    return shares._replace(turned=(), others=())


def test_the_axis_can_hold_a_single_month() -> None:
    assert draw_months(replace(_order(1), days=(date(2026, 12, 1),))).places


def test_chances_are_drawn_as_a_band() -> None:
    order = _order(12)
    points = tuple((day, 50.0, 40.0, 60.0) for day in order.days)
    narrow = tuple((day, 50.0, 49.0, 51.0) for day in order.days)
    wide_band = replace(order, shares=None, bands=(Band("station_share", points),))
    narrow_band = replace(order, shares=None, bands=(Band("station_share", narrow),))
    assert draw_months(wide_band).pixels != draw_months(narrow_band).pixels
