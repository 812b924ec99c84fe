from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.county.records import MoveKind, Post, Posting, UnitKind
from planner.county.state import state
from planner.document import Document
from planner.edits.postings import correct_home_unit, correct_postings, post_from
from planner.edits.refused import RefusedError
from tests.planner.building import TODAY, Building


def test_a_correction_edits_the_posting_in_force_on_the_date() -> None:
    b = Building()
    old, new = b.unit("城关派出所"), b.unit("河口派出所")
    who = b.person(old)
    [first] = b.county.postings.values()
    later = Posting(b.county.next_id(), who, new, Post.CASE, from_=TODAY)
    ended = replace(first, until=TODAY - timedelta(days=1))
    county = replace(b.county, postings={first.id: ended, later.id: later})
    after = correct_postings(Document(county), {who: {"post": Post.OFFICE}}, TODAY - timedelta(days=5))
    assert after.county.postings[first.id].post is Post.OFFICE
    assert after.county.postings[later.id] is later


def test_dragging_people_onto_a_unit_corrects_their_home_and_nothing_else() -> None:
    b = Building()
    old, new = b.unit("城关派出所"), b.unit("河口派出所")
    people = b.people(2, old, Post.COMMUNITY, beat="1")
    other = b.person(old)
    document = Document(b.county)
    after = correct_home_unit(document, people, new, TODAY)
    placed = state(after.county, TODAY, after.policy).placed
    assert [placed[p].home for p in (*people, other)] == [new, new, old]
    assert placed[people[0]].beat == "1"
    assert correct_home_unit(after, people, old, TODAY) == document


def test_an_unknown_unit_is_refused_for_each_person() -> None:
    b = Building()
    people = b.people(2, b.unit("城关派出所"))
    with pytest.raises(RefusedError) as refusal:
        correct_home_unit(Document(b.county), people, 999, TODAY)
    assert set(refusal.value.reasons) == {(p, "unit") for p in people}


@pytest.mark.parametrize("field", ["unit", "post", "beat", "position"])
def test_a_correction_after_a_carried_out_transfer_takes_hold_and_keeps_what_was_before(field: str) -> None:
    b = Building()
    old, new, third = b.unit("政工室"), b.unit("城关派出所"), b.unit("河口派出所")
    who = b.person(old, Post.OFFICE)
    b.move(who, MoveKind.TRANSFER, new, Post.COMMUNITY, date(2026, 11, 1))
    value = {"unit": third, "post": Post.CASE, "beat": "2", "position": "民警"}[field]
    after = correct_postings(Document(b.county), {who: {field: value}}, TODAY)
    now = state(after.county, TODAY, after.policy).placed[who]
    assert getattr(now.posting, field) == value
    before = state(after.county, date(2026, 10, 31), after.policy).placed[who]
    assert (before.home, before.post) == (old, Post.OFFICE)
    if field != "unit":
        assert now.home == new


def test_somebody_without_any_posting_gets_one() -> None:
    b = Building()
    station = b.unit("城关派出所")
    who = b.person(None)
    county = replace(b.county, postings={})
    after = correct_postings(Document(county), {who: {"unit": station}}, TODAY)
    assert state(after.county, TODAY, after.policy).placed[who].home == station


def test_a_posting_from_a_day_keeps_post_beat_and_secondment() -> None:
    b = Building()
    old, new, office = b.unit("城关派出所"), b.unit("河口派出所"), b.unit("政工室")
    who = b.person(old, Post.COMMUNITY, beat="一责任区")
    b.second(who, office, from_=TODAY - timedelta(days=90))
    after = post_from(Document(b.county), [who], new, TODAY)
    before, then = (state(after.county, d, b.policy).placed[who] for d in (TODAY - timedelta(days=1), TODAY))
    assert (before.home, then.home) == (old, new)
    assert (then.post, then.beat, then.present_unit) == (Post.COMMUNITY, "一责任区", office)
    with pytest.raises(RefusedError, match="no such unit"):
        post_from(Document(b.county), [who], 999, TODAY)


def test_two_moves_of_one_day_are_both_written_down_before_a_correction() -> None:
    b = Building()
    station, other = b.unit("城关派出所"), b.unit("河口派出所")
    office = b.unit("政工室", UnitKind.ADMINISTRATIVE)
    person = b.person(office)
    for unit in (other, station):
        b.move(person, MoveKind.TRANSFER, unit, Post.OTHER)
    after = correct_postings(Document(b.county), {person: {"post": Post.CASE}}, TODAY)
    placed = state(after.county, TODAY, after.policy).placed[person]
    assert (placed.home, placed.post) == (station, Post.CASE)
