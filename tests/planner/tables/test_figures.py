from __future__ import annotations

from planner.audit.ledgers import Ledger
from planner.county.records import AbsenceKind, MoveKind, Post, UnitKind
from planner.policy.share import Share
from planner.tables.counted import Part, counted_rows
from planner.tables.figures import Figure, figures, ratio_words
from tests.planner.audit.duties import Rosters, every
from tests.planner.building import TODAY, Building, share_county


def _figures(b: Building) -> dict[str, Figure]:
    audit = b.audit()
    return {figure.key: figure for figure in figures(audit, audit)}


def test_the_station_share_stands_on_both_ledgers_with_its_margin() -> None:
    figure = _figures(share_county(82, 118))["station_share"]
    assert figure.value.zh == "41.0%"
    assert [line.zh for line in figure.lines] == [
        "在编 41.0%(82/200)",
        "在岗 82/200 · 要求 ≥ 40%",
        "余量:可再抽调 2 人、可调离 3 人、机关可进 5 人",
    ]
    assert [t.ledger for t in figure.targets] == [Ledger.PRESENT, Ledger.BOOKS, Ledger.EFFECTIVE]


def test_the_books_may_meet_what_the_people_present_do_not() -> None:
    b = share_county(82, 118)
    for person in list(b.county.people)[:10]:
        b.second(person)
    figure = _figures(b)["station_share"]
    assert (figure.value.zh, figure.verdict) == ("36.0%", "not_met")
    assert figure.meaning.zh == "缺 8 人"
    assert figure.lines[0].zh == "在编 41.0%(82/200)"


def test_a_small_margin_is_a_warning() -> None:
    assert _figures(share_county(40, 60))["station_share"].verdict == "warning"
    assert _figures(share_county(60, 40))["station_share"].verdict == "met"


def test_community_officers_are_judged_station_by_station() -> None:
    b = share_county(5, 5)
    small = b.unit("河口派出所")
    b.people(5, small, Post.CASE)
    figure = _figures(b)["community_share"]
    assert figure.meaning.zh == "1/2 个所未达标,共缺 2 人"
    assert figure.verdict == "not_met"
    b.people(4, small, Post.COMMUNITY)
    figure = _figures(b)["community_share"]
    assert figure.meaning.zh == "2 个所均达标"
    assert "最先跌破:河口派出所" in figure.lines[2].zh


def test_stations_of_all_officer_duty_are_added_apart() -> None:
    b = share_county(5, 5)
    b.people(5, b.unit("河口派出所", two_teams_one_office=False), Post.CASE)
    assert _figures(b)["community_share"].lines[2].zh == "含全员化所 100.0%"


def test_field_time_without_records_is_never_met() -> None:
    figure = _figures(share_county(5, 5))["field_time"]
    assert (figure.verdict, figure.value.zh, figure.targets) == ("no_data", "—", ())


def test_field_time_with_records_names_its_hours_its_reading_and_who_is_without() -> None:
    r = Rosters()
    unit = r.unit("城关派出所")
    first, second = r.people(2, unit, Post.COMMUNITY)
    r.plan(unit, {first: {**every(range(1, 16), "beat"), **every(range(16, 21), "reports")}})
    audit = r.judged()
    figure = {f.key: f for f in figures(audit, audit)}["field_time"]
    assert (figure.value.zh, figure.verdict, figure.meaning.zh) == ("75.0%", "not_met", "1 人未达标")
    assert [line.zh for line in figure.lines] == [
        "120/160 小时 · 要求 ≥ 80%",
        "“辖区”口径尚未确认,暂按本人责任区计",
        "1 人无数据,不评价",
    ]
    rows = counted_rows(audit.state, figure.targets[0], audit.duty)
    assert [(row.id, row.part) for row in rows] == [(first, Part.NUMERATOR), (second, Part.LEFT_OUT)]


def test_drawn_off_people_are_told_apart_by_borrower_and_approval() -> None:
    b = share_county(10, 5)
    station, office = b.county.units
    first, second, third, *_ = b.county.people
    assert {station, office} == set(b.county.units)
    b.second(first, office)
    b.second(second, to_outside="州公安局")
    b.second(third, to_outside="省厅", kept_with_approval=True)
    figure = _figures(b)["drawn_off"]
    assert (figure.value.zh, figure.verdict, figure.meaning.zh) == ("3 人", "violation", "应返岗 2 人")
    assert figure.lines[0].zh == "局内 1 · 局外 2 · 经批准保留 1"


def test_a_figure_says_what_approved_moves_will_make_of_it() -> None:
    b = share_county(38, 62)
    station, office = b.county.units
    mover = next(p.person for p in b.county.postings.values() if p.unit == office)
    b.move(mover, MoveKind.TRANSFER, station, Post.CASE, TODAY.replace(month=12))
    now, after = b.audit(), b.audit(moves="all_approved")
    shown = {figure.key: figure.after for figure in figures(now, after)}
    words = shown["station_share"]
    assert words is not None
    assert (words.zh, words.en) == ("批准调动后 39.0%", "after approved moves 39.0%")
    assert all(figure.after is None for figure in figures(now, now))


def test_a_rule_that_is_off_has_no_figure() -> None:
    b = share_county(5, 5)
    b.override("station_share.enforcement", "off")
    assert list(_figures(b)) == ["community_share", "field_time", "drawn_off"]


def test_a_county_of_nobody_has_figures_without_a_share() -> None:
    assert _figures(Building())["station_share"].value.zh == "—"


def test_a_county_without_stations_judges_no_community_share() -> None:
    b = Building()
    b.people(3, b.unit("政工室", UnitKind.ADMINISTRATIVE))
    assert _figures(b)["community_share"].verdict == "no_data"


def test_a_share_is_rounded_down_so_that_it_never_looks_better() -> None:
    b = share_county(2, 1)
    ill = next(iter(b.county.people))
    b.absent(ill, AbsenceKind.LONG_SICK, None)
    assert ratio_words(share_county(2, 1).audit().target("station_share")) == "66.6%"
    assert ratio_words(b.audit().target("station_share")) == "33.3%"
    assert Share(2, 5).words == "40%"
    assert Share(1, 3).words == "1/3"
