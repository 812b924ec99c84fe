"""The least change that keeps what breaks on a day from breaking."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.county.records import BorrowLevel, MoveKind, Post
from planner.document import Document
from planner.edits.moves import approve, propose_move
from planner.forecast.months import forecast
from planner.forecast.preventing import Prevention, preventions
from planner.optimise.running import Limits, Stop
from planner.text import Text
from tests.planner.building import TODAY, Building
from tests.planner.forecast.ahead import RETIRES, AheadCounty


def _ways(county: AheadCounty, stop: Stop | None = None) -> list[Prevention]:
    return list(preventions(county.forecast(), Limits(20), stop))


def test_the_moves_found_keep_the_line_once_they_are_approved() -> None:
    county = AheadCounty()
    [way] = _ways(county)
    assert (way.date, way.left) == (RETIRES, 0)
    assert way.repair is not None
    document: Document = county.document()
    for move in way.repair.proposal.moves:
        document = propose_move(
            document, move.person, move.to_unit, move.to_post, RETIRES, Text("预防", "to prevent it")
        )
    document = approve(document, list(document.county.moves), TODAY)
    ahead = forecast(document, TODAY, 12)
    assert not [b for b in ahead.breaks if not b.heals and b.after.ledger == "present"]


def test_a_day_on_which_lines_only_heal_or_break_on_the_books_needs_nothing() -> None:
    county = AheadCounty()
    county.second(county.person(county.office), county.station, from_=date(2026, 1, 1))
    assert {b.date for b in county.forecast().breaks} >= {RETIRES}  # on the books
    assert [way.date for way in _ways(county)] == []


def test_whoever_works_outside_the_bureau_is_beyond_its_power() -> None:
    county = AheadCounty()
    county.county = replace(county.county, secondments={})
    county.second(
        county.drawn_off,
        None,
        to_outside="州公安局",
        level=BorrowLevel.PREFECTURE,
        from_=date(2026, 6, 1),
        kept_with_approval=True,
        kept_until=date(2027, 1, 31),
    )
    first = _ways(county)[0]
    assert (first.date, first.repair, first.sought) == (date(2027, 2, 1), None, True)


def test_stopping_leaves_the_rest_unsought() -> None:
    stop = Stop()
    stop.request()
    assert [(way.repair, way.sought) for way in _ways(AheadCounty(), stop)] == [(None, False)]


def test_the_community_share_of_the_county_is_reported_and_asks_for_nothing() -> None:
    b = Building()
    well, short = b.unit("城关派出所"), b.unit("大河派出所")
    b.override("station_minimum.enforcement", "off")
    b.person(well, Post.COMMUNITY, left_on=RETIRES)
    for unit, community, case in ((well, 2, 2), (short, 1, 4)):
        b.people(community, unit, Post.COMMUNITY)
        b.people(case, unit, Post.CASE)
    ahead = forecast(Document(b.county, b.policy), TODAY, 12)
    broken = {(of.date, of.after.rule, of.after.unit) for of in ahead.breaks}
    assert broken == {(RETIRES, "community_share", None)}
    assert list(preventions(ahead, Limits(20))) == []


def test_a_move_approved_for_later_comes_too_late_and_whoever_it_is_about_is_left_to_it() -> None:
    county = AheadCounty()
    moving = county.others[0]
    county.move(moving, MoveKind.TRANSFER, county.station, Post.COMMUNITY, date(2027, 10, 1))
    [way] = _ways(county)
    assert (way.date, way.left) == (RETIRES, 0)
    assert way.repair is not None
    assert way.repair.people
    assert moving not in way.repair.people
