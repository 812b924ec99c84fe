from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.county.duty import Attended, Cell, DutyBook, DutyMonth, Suspicion, Verdict
from planner.county.records import AbsenceKind, Category, MoveKind, Post
from planner.document import Document
from planner.edits.people import add_person, add_recruits, correct_people, pin, remove_people, unpin
from planner.edits.refused import RefusedError
from tests.planner.building import TODAY, Building


def county_of_three() -> tuple[Document, list[int], int]:
    b = Building()
    station = b.unit("城关派出所")
    people = b.people(3, station, Post.COMMUNITY)
    return Document(b.county), people, station


def test_a_corrected_field_changes_nothing_else() -> None:
    document, (a, b, _), _ = county_of_three()
    after = correct_people(document, {a: {"name": "王宇", "birth": date(1985, 3, 1)}})
    assert (after.county.people[a].name, after.county.people[a].birth) == ("王宇", date(1985, 3, 1))
    assert after.county.people[b] is document.county.people[b]
    assert after.county.postings is document.county.postings


def test_a_badge_number_somebody_else_has_is_refused() -> None:
    document, (a, b, _), _ = county_of_three()
    taken = document.county.people[b].badge_number
    with pytest.raises(RefusedError, match="taken") as refusal:
        correct_people(document, {a: {"badge_number": taken}})
    assert list(refusal.value.reasons) == [(a, "badge_number")]


def test_two_people_may_swap_badge_numbers_in_one_edit() -> None:
    document, (a, b, _), _ = county_of_three()
    people = document.county.people
    swap = {a: {"badge_number": people[b].badge_number}, b: {"badge_number": people[a].badge_number}}
    assert correct_people(document, swap).county.people[a].badge_number == people[b].badge_number


def test_a_name_given_by_hand_is_no_longer_made_up() -> None:
    b = Building()
    who = b.person(b.unit("城关派出所"), made_up_name=True, made_up_badge=True)
    after = correct_people(Document(b.county), {who: {"name": "王宇", "badge_number": "520001"}})
    assert not after.county.people[who].made_up_name
    assert not after.county.people[who].made_up_badge


def test_dates_that_contradict_each_other_are_refused_by_field() -> None:
    document, (a, *_), _ = county_of_three()
    document = correct_people(document, {a: {"joined_police": date(2010, 1, 1)}})
    with pytest.raises(RefusedError) as refusal:
        correct_people(document, {a: {"left_on": date(2009, 1, 1)}})
    assert list(refusal.value.reasons) == [(a, "left_on")]


def test_an_old_contradiction_does_not_block_another_field() -> None:
    b = Building()
    who = b.person(b.unit("城关派出所"), birth=date(2001, 1, 1), joined_police=date(2000, 1, 1))
    after = correct_people(Document(b.county), {who: {"remarks": "待核"}})
    assert after.county.people[who].remarks == "待核"


def test_a_pin_needs_a_reason_and_can_be_taken_off() -> None:
    document, people, _ = county_of_three()
    with pytest.raises(RefusedError):
        pin(document, people, " ")
    pinned = pin(document, people, "专案")
    assert all(pinned.county.people[p].pin == "专案" for p in people)
    assert unpin(pinned, people) == document


def test_somebody_new_stands_at_the_end_with_a_posting() -> None:
    document, _, station = county_of_three()
    after = add_person(document, "李静", "", station, Post.CASE, Category.SWORN)
    *_, new = after.county.people.values()
    assert (new.name, new.made_up_badge) == ("李静", True)
    [posting] = [p for p in after.county.postings.values() if p.person == new.id]
    assert (posting.unit, posting.post) == (station, Post.CASE)
    assert remove_people(after, [new.id]) == document


def test_nobody_is_added_with_a_taken_badge_number_or_without_a_name() -> None:
    document, (a, *_), station = county_of_three()
    with pytest.raises(RefusedError):
        add_person(document, "李静", document.county.people[a].badge_number, station)
    with pytest.raises(RefusedError):
        add_person(document, "", "1", station)
    with pytest.raises(RefusedError):
        add_person(document, "李静", "1", 999)


def test_removing_somebody_removes_every_record_about_them() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室")
    who = b.person(station)
    b.second(who, office)
    b.absent(who, AbsenceKind.ANNUAL, None)
    b.move(who, MoveKind.RETURN, station, Post.OTHER)
    county = remove_people(Document(b.county), [who]).county
    assert not any((county.people, county.postings, county.secondments, county.absences, county.moves))


def test_removing_somebody_removes_their_duty_and_what_was_decided_about_it() -> None:
    document, (a, b, _), station = county_of_three()
    month = date(2026, 11, 1)
    rows = {a: {1: Cell("duty")}, b: {1: Cell("duty")}}
    book = DutyBook(
        {(station, month): DutyMonth(station, month, rows, {a: {1: Attended("duty")}})},
        suspicions=(Suspicion(a, month, Verdict.CONFIRMED),),
    )
    after = remove_people(replace(document, duty=book), [a]).duty
    assert after.months == {(station, month): DutyMonth(station, month, {b: rows[b]})}
    assert after.suspicions == ()


def test_special_circumstances_given_by_hand_mean_what_their_words_say() -> None:
    document, (a, *_), _ = county_of_three()
    told = correct_people(document, {a: {"special": "怀孕,免夜班"}})
    assert told.county.people[a].special_codes == {"pregnant", "no_nights"}
    assert correct_people(told, {a: {"special": ""}}).county.people[a].special_codes == frozenset()


def test_somebody_no_longer_there_cannot_be_corrected() -> None:
    document, _, _ = county_of_three()
    with pytest.raises(RefusedError, match="no longer there"):
        correct_people(document, {999: {"name": "王宇"}})


def test_recruits_join_on_the_day_under_badge_numbers_of_their_own() -> None:
    b = Building()
    unit = b.unit("城关派出所")
    b.person(unit, badge_number="X00003")
    names = {-1: "新警1", -2: "新警2"}
    after = add_recruits(Document(b.county), names, unit, TODAY, Post.COMMUNITY, remarks="省招")
    _, *new = after.county.people.values()
    assert [(p.badge_number, p.remarks, p.category) for p in new] == [
        ("X00002", "省招", Category.PROBATIONER),
        ("X00004", "省招", Category.PROBATIONER),
    ]
    counted = [len(after.audit(day).state.counted()) for day in (TODAY - timedelta(days=1), TODAY)]
    assert counted == [1, 3]
    with pytest.raises(RefusedError, match="no such unit"):
        add_recruits(Document(b.county), {-1: "新警1"}, 999, TODAY)
