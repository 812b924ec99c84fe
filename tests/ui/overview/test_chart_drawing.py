from __future__ import annotations

from dataclasses import replace

from planner.assets import asset
from planner.tables.station_bars import Bar
from planner.text import same
from ui.chart_sheet import Colours, Sheet
from ui.overview.chart_drawing import Order, draw

_COLOURS = Colours(
    "#ffffff", "#000000", "#777777", "#dddddd", "#1d56ad", "#b54708", "#b3261e", "#1b7a3d", "#8a6100"
)


def _bar(unit: int, met: bool | None, height: float = 50) -> Bar:
    return Bar(unit, f"城关{unit}", height, height, 40, met, "2/4", same("城关"))


def _order(*bars: Bar, width: int = 600) -> Order:
    font = str(asset("fonts", "NotoSansSC-Regular.ttf"))
    return Order(Sheet(width, 200, 1.0, _COLOURS, font), bars, True, "全员化")


def test_each_bar_has_a_column_of_its_own_from_left_to_right() -> None:
    picture = draw(_order(_bar(1, True), _bar(2, False), _bar(3, None)))
    assert [spot.bar.unit for spot in picture.spots] == [1, 2, 3]
    edges = [edge for spot in picture.spots for edge in (spot.left, spot.right)]
    assert edges == sorted(edges)
    assert 0 < edges[0] < edges[-1] < 600


def test_a_dense_screen_has_more_dots_and_the_same_columns() -> None:
    order = _order(_bar(1, True), _bar(2, False))
    plain, dense = draw(order), draw(replace(order, sheet=replace(order.sheet, ratio=2.0)))
    assert (dense.width, dense.height) == (2 * plain.width, 2 * plain.height)
    assert len(dense.pixels) == 4 * dense.width * dense.height
    assert abs(dense.spots[1].left - plain.spots[1].left) < 1


def test_the_same_order_gives_the_same_picture() -> None:
    order = _order(_bar(1, True), _bar(2, None))
    assert draw(order).pixels == draw(order).pixels


def test_a_short_bar_differs_by_its_pattern_even_in_one_colour() -> None:
    sheet = replace(_order().sheet, colours=replace(_COLOURS, short=_COLOURS.met))
    met = draw(replace(_order(_bar(1, True)), sheet=sheet))
    short = draw(replace(_order(_bar(1, False)), sheet=sheet))
    assert met.pixels != short.pixels


def test_no_station_and_very_many_stations_can_be_drawn() -> None:
    assert draw(_order()).spots == ()
    many = draw(_order(*(_bar(n, n % 2 == 0) for n in range(60)), width=400))
    assert len(many.spots) == 60
    words = replace(_order(*(_bar(n, None) for n in range(30)), width=400), not_judged="all-officer")
    assert len(draw(words).spots) == 30
