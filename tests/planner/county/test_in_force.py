"""Which records are in force on a date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.county.in_force import latest_postings, open_absences, open_secondments, still_open
from planner.county.records import AbsenceKind, MoveKind, Post, Posting, UnitKind
from tests.planner.building import TODAY, Building


def test_a_posting_recorded_after_a_move_carries_it() -> None:
    b = Building()
    old, new = b.unit("政工室", UnitKind.ADMINISTRATIVE), b.unit("城关派出所")
    who = b.person(old, Post.OFFICE)
    move = b.move(who, MoveKind.TRANSFER, new, Post.COMMUNITY, date(2026, 11, 1))
    known = Posting(move + 1, who, new, Post.CASE, from_=date(2026, 11, 1))
    b.county = replace(b.county, postings={**b.county.postings, known.id: known})
    assert b.state().placed[who].post is Post.CASE


def test_a_move_recorded_after_a_posting_of_the_same_day_is_carried_out() -> None:
    b = Building()
    old, new = b.unit("政工室", UnitKind.ADMINISTRATIVE), b.unit("城关派出所")
    who = b.person(old, Post.OFFICE)
    known = Posting(b.county.next_id(), who, old, Post.OFFICE, from_=date(2026, 11, 1))
    b.county = replace(b.county, postings={**b.county.postings, known.id: known})
    b.move(who, MoveKind.TRANSFER, new, Post.COMMUNITY, date(2026, 11, 1))
    assert b.state().placed[who].home == new


def test_of_two_postings_in_force_the_one_begun_last_holds() -> None:
    b = Building()
    station = b.unit("城关派出所")
    who = b.person(station)
    for begun in (date(2025, 3, 1), date(2024, 3, 1), date(2026, 12, 1)):
        posting = Posting(b.county.next_id(), who, station, from_=begun)
        b.county = replace(b.county, postings={**b.county.postings, posting.id: posting})
    assert latest_postings(b.county, TODAY)[who].from_ == date(2025, 3, 1)


def test_of_two_open_secondments_the_one_begun_last_holds() -> None:
    b = Building()
    who, other = b.people(2, b.unit("城关派出所"))
    later = b.second(who, from_=date(2026, 9, 1))
    b.second(who, from_=date(2026, 3, 1))
    b.second(other, from_=date(2026, 3, 1), returned_on=date(2026, 6, 1))
    assert {person: s.id for person, s in open_secondments(b.county, TODAY).items()} == {who: later}


def test_an_absence_is_in_force_on_its_first_and_its_last_day() -> None:
    b = Building()
    who = b.person(b.unit("城关派出所"))
    b.absent(who, AbsenceKind.SICK, date(2026, 11, 3), date(2026, 11, 4))
    days = [day for day in range(1, 7) if who in open_absences(b.county, date(2026, 11, day))]
    assert days == [3, 4]


def test_a_secondment_that_a_move_in_force_has_ended_is_open_no_more() -> None:
    b = Building()
    station, other = b.unit("城关派出所"), b.unit("河口派出所")
    returned, moved, to_move, posted = people = b.people(4, station)
    for person in people:
        b.second(person, from_=date(2026, 3, 1))
    b.move(returned, MoveKind.RETURN, station, Post.OTHER, TODAY)
    b.move(moved, MoveKind.TRANSFER, other, Post.OTHER, date(2026, 11, 1))
    b.move(to_move, MoveKind.TRANSFER, other, Post.OTHER, date(2026, 12, 1))
    b.move(posted, MoveKind.POST_CHANGE, station, Post.CASE, date(2026, 11, 1))
    assert set(still_open(b.county, TODAY)) == {to_move, posted}
