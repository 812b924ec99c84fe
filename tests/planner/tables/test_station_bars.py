from __future__ import annotations

from planner.county.records import Post, Unit
from planner.tables.station_bars import bars_caption, not_judged_words, short_name, station_bars
from tests.planner.building import Building


def _stations() -> Building:
    b = Building()
    city, river, hill = (
        b.unit("城关派出所", short_name="城关所"),
        b.unit("河口派出所", minimum=7),
        b.unit("山后派出所", two_teams_one_office=False),
    )
    b.people(2, city, Post.COMMUNITY)
    away, *_ = b.people(3, city, Post.CASE)
    b.second(away)
    b.people(5, river, Post.CASE)
    b.people(5, hill, Post.CASE)
    return b


def test_a_bar_holds_both_ledgers_and_the_line() -> None:
    city, river, _ = station_bars(_stations().audit(), "community_share")
    assert (city.present, city.books, city.line, city.met, city.label) == (50, 40, 40, True, "2/4")
    assert (river.present, river.met) == (0, False)
    assert river.tip.zh == "河口派出所:社区民警 0 / 在岗 5 = 0.0%(在编 0.0%),缺 2 人"


def test_a_station_of_all_officer_duty_is_not_judged_for_its_share_but_for_its_strength() -> None:
    audit = _stations().audit()
    assert station_bars(audit, "community_share")[2].met is None
    assert station_bars(audit, "station_minimum")[2].met is True


def test_a_station_may_have_a_higher_minimum_of_its_own() -> None:
    bars = station_bars(_stations().audit(), "station_minimum")
    assert [(bar.present, bar.books, bar.line, bar.met) for bar in bars] == [
        (4, 5, 5, False),
        (5, 5, 7, False),
        (5, 5, 5, True),
    ]
    assert bars[1].tip.en == "河口派出所: 5 present (5 on the books), at least 7, 2 short"


def test_names_under_bars_leave_out_what_they_share() -> None:
    assert [short_name(Unit(1, name)) for name in ("城关派出所", "城关所", "北派出所", "所")] == [
        "城关",
        "城关",
        "北派出所",
        "所",
    ]


def test_a_chart_of_a_rule_that_is_off_judges_nobody() -> None:
    b = _stations()
    b.override("station_minimum.enforcement", "off")
    bars = station_bars(b.audit(), "station_minimum")
    assert {bar.met for bar in bars} == {None}
    assert bars[0].tip.zh == "城关派出所:本指标未启用,不评价"
    assert not_judged_words(b.audit(), "station_minimum").zh == "未启用"
    assert not_judged_words(b.audit(), "community_share").zh == "全员化"
    assert "最低人数" in bars_caption("station_minimum").zh
