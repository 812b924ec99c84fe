"""Edits made within a scenario become its changes; facts and what cannot be made are refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.county.duty import Attended, DutyMonth, Verdict
from planner.county.records import AbsenceKind, BorrowLevel, MoveStatus, Post, UnitKind
from planner.document import Document
from planner.edits.absences import add_absence, remove_absences
from planner.edits.duty import set_cells
from planner.edits.moves import approve, correct_moves, propose_move, take_back
from planner.edits.people import add_person, correct_people, pin
from planner.edits.policy import (
    choose_packs,
    reset_policy_value,
    set_policy_value,
    set_policy_value_from,
)
from planner.edits.postings import correct_home_unit, correct_postings
from planner.edits.relations import add_relation
from planner.edits.scenarios import adopt, correct_change, new_scenario
from planner.edits.secondments import add_secondment, correct_secondments, remove_secondments, return_home
from planner.edits.suspicions import decide_suspicion
from planner.edits.units import add_unit
from planner.errors import InputError
from planner.scenarios.applying import Applied, applied
from planner.scenarios.recording import recorded
from planner.scenarios.records import Change, ChangeKind
from planner.tables.change_words import FIELDS
from planner.text import Text
from tests.planner.scenarios.town import MARCH, Town, stand

TOWN = Town()
MAY = date(2027, 5, 1)
Edit = Callable[[Document], Document]


def edited(*edits: Edit, document: Document | None = None, on: date = MARCH) -> Document:
    """Return the town with edits made within a scenario of it, one after the other."""
    document = document or new_scenario(TOWN.document, "方案一")
    for edit in edits:
        before = applied(document, 1)
        made = recorded(document, 1, before, edit(before.document), on)
        assert made.applied == applied(made.document, 1)
        document = made.document
    return document


def changes(document: Document) -> list[Change]:
    return [replace(change, id=0) for change in document.scenarios[1].changes]


def test_somebody_dragged_onto_a_unit_is_a_transfer_from_the_date() -> None:
    clerk = TOWN.clerks[0]
    document = edited(lambda d: correct_home_unit(d, [clerk], TOWN.small, MARCH))
    assert changes(document) == [
        Change(0, ChangeKind.TRANSFER, MARCH, person=clerk, unit=TOWN.small, post=Post.OFFICE)
    ]
    assert document.county is TOWN.county
    after = applied(document, 1).document
    assert [stand(after, clerk, day).home for day in (date(2027, 2, 28), MARCH)] == [TOWN.office, TOWN.small]


def test_somebody_moved_by_the_scenario_can_be_moved_again_within_it() -> None:
    clerk = TOWN.clerks[0]
    document = edited(
        lambda d: correct_home_unit(d, [clerk], TOWN.small, MARCH),
        lambda d: correct_home_unit(d, [clerk], TOWN.big, MARCH),
        lambda d: correct_postings(d, {clerk: {"post": Post.CASE}}, MARCH),
    )
    assert [change.kind for change in changes(document)] == ["transfer", "transfer", "post_change"]
    placed = stand(applied(document, 1).document, clerk, MARCH)
    assert (placed.home, placed.post) == (TOWN.big, Post.CASE)


def test_accepted_moves_count_at_once_and_what_was_proposed_before_stays_on_record() -> None:
    clerk, other = TOWN.clerks[:2]
    base = propose_move(TOWN.document, clerk, TOWN.big, Post.CASE, MARCH)
    document = edited(
        lambda d: propose_move(d, clerk, TOWN.small, Post.COMMUNITY, MARCH),
        lambda d: propose_move(d, other, TOWN.office, Post.OTHER, MARCH),
        lambda d: propose_move(d, TOWN.drawn, TOWN.small, Post.CASE, MARCH),
        document=new_scenario(base, "方案一"),
    )
    assert [change.kind for change in changes(document)] == ["transfer", "post_change", "return"]
    after = applied(document, 1).document
    assert stand(after, clerk, MARCH).home == TOWN.small
    assert stand(after, other, MARCH).post is Post.OTHER
    assert stand(after, TOWN.drawn, MARCH).working == TOWN.small
    [proposed] = list(document.county.moves.values())
    assert (proposed.to_unit, proposed.status) == (TOWN.big, MoveStatus.PROPOSED)


def test_the_reason_of_an_accepted_move_is_kept_in_both_languages() -> None:
    clerk, why = TOWN.clerks[0], Text("补充警力", "more officers")
    document = edited(lambda d: propose_move(d, clerk, TOWN.small, Post.COMMUNITY, MARCH, why))
    [move] = applied(document, 1).document.county.moves.values()
    assert (move.reason_zh, move.reason_en) == ("补充警力", "more officers")
    retyped = FIELDS["note"].read("另有安排", document, document.scenarios[1].changes[0])
    [move] = applied(correct_change(document, 1, **retyped), 1).document.county.moves.values()
    assert (move.reason_zh, move.reason_en) == ("另有安排", "另有安排")


def test_a_proposal_approved_within_a_scenario_stays_a_proposal_of_the_county() -> None:
    clerk = TOWN.clerks[0]
    base = propose_move(TOWN.document, clerk, TOWN.big, Post.CASE, MARCH)
    [move] = base.county.moves
    document = edited(lambda d: approve(d, [move], MARCH), document=new_scenario(base, "方案一"))
    assert stand(applied(document, 1).document, clerk, MARCH).home == TOWN.big
    assert stand(document, clerk, MARCH).home == TOWN.office
    with pytest.raises(InputError, match="not take back"):
        edited(lambda d: take_back(d, [move]), document=document)


def test_a_proposal_whose_day_or_approval_is_only_corrected_is_not_carried_out() -> None:
    base = propose_move(TOWN.document, TOWN.clerks[0], TOWN.big, Post.CASE, MARCH)
    [move] = base.county.moves
    for fields in ({"effective": MAY}, {"approved_on": MARCH}):
        with pytest.raises(InputError, match="not take back"):
            edited(
                lambda d, fields=fields: correct_moves(d, {move: fields}),
                document=new_scenario(base, "方案一"),
            )


def test_another_unit_for_somebody_drawn_off_is_refused_as_the_draw_off_would_end() -> None:
    with pytest.raises(InputError, match="end the secondment"):
        edited(lambda d: correct_home_unit(d, [TOWN.drawn], TOWN.big, MARCH))


def test_secondments_returns_leave_and_retirements_are_changes() -> None:
    case, beat = TOWN.case[1], TOWN.beat[0]
    [known] = [s.id for s in TOWN.county.secondments.values()]
    document = edited(
        lambda d: add_secondment(d, case, to_unit=TOWN.brigade, from_=MARCH, reason="专案"),
        lambda d: add_secondment(d, beat, to_outside="县委政法委", from_=MARCH, until=date(2027, 6, 1)),
        lambda d: return_home(d, [known], date(2027, 3, 31)),
        lambda d: add_absence(d, TOWN.beat[1], kind=AbsenceKind.ANNUAL, from_=MARCH, until=date(2027, 3, 5)),
        lambda d: correct_people(d, {TOWN.clerks[0]: {"left_on": date(2027, 7, 1)}}),
    )
    assert [(c.kind.value, c.date, c.person) for c in changes(document)] == [
        ("secondment", MARCH, case),
        ("secondment", MARCH, beat),
        ("return", date(2027, 4, 1), TOWN.drawn),
        ("leave", MARCH, TOWN.beat[1]),
        ("retire", date(2027, 7, 1), TOWN.clerks[0]),
    ]
    assert (changes(document)[0].note, changes(document)[1].name) == ("专案", "县委政法委")
    after = applied(document, 1)
    assert after.conflicts == ()
    assert stand(after.document, case, MARCH).working == TOWN.brigade
    assert stand(after.document, TOWN.drawn, date(2027, 4, 1)).working == TOWN.small


def test_policy_values_hold_from_the_date() -> None:
    document = edited(
        lambda d: set_policy_value(d, "station_share.required", "45%"),
        lambda d: set_policy_value(d, "secondment.allowed", 3),
        lambda d: set_policy_value(d, "station_minimum.enforcement", "hard"),
    )
    policy = applied(document, 1).document.policy
    assert document.policy == TOWN.policy
    assert policy.on(date(2027, 2, 28)).overrides == {}
    now = policy.on(MARCH)
    assert str(now.share("station_share.required")) == str(
        TOWN.policy.with_override("station_share.required", "45%").share("station_share.required")
    )
    assert (now.count("secondment.allowed"), now.is_hard("station_minimum")) == (3, True)


def test_policy_values_that_come_into_force_later_are_changes_of_their_days() -> None:
    key = "station_share.required"
    document = edited(
        lambda d: set_policy_value_from(d, key, "45%", MAY),
        lambda d: set_policy_value_from(d, "counting.traffic", False, MAY),
    )
    assert [(c.date, c.value) for c in changes(document)] == [(MAY, "45/100"), (MAY, "false")]
    policy = applied(document, 1).document.policy
    assert [policy.on(day).share(key).words for day in (MARCH, MAY)] == ["40%", "45%"]
    with pytest.raises(InputError, match="does not take back"):
        edited(lambda d: reset_policy_value(d, key, MAY), document=document)


def test_a_planned_month_is_the_scenarios_own_until_it_is_dropped_or_adopted() -> None:
    at = (TOWN.beat[0], 3)
    document = edited(lambda d: set_cells(d, TOWN.big, MARCH, {at: "beat"}))
    [own] = document.scenarios[1].duty
    assert (own.key, own.planned[at[0]][3].code) == ((TOWN.big, MARCH), "beat")
    assert document.duty.months == {}
    assert applied(document, 1).document.duty.months[own.key].planned == own.planned
    assert adopt(document, 1).duty.months[own.key].planned == own.planned


FACTS: dict[str, Edit] = {
    "pin": lambda d: pin(d, [TOWN.clerks[0]], "专业"),
    "unit": lambda d: add_unit(d, "新区派出所", UnitKind.STATION),
    "position": lambda d: correct_postings(d, {TOWN.clerks[0]: {"position": "主任"}}, MARCH),
    "relation": lambda d: add_relation(d, TOWN.clerks[0], TOWN.clerks[1], "夫妻"),
    "person": lambda d: add_person(d, "李新", "", TOWN.small),
    "absence": lambda d: remove_absences(d, list(d.county.absences)),
    "secondment": lambda d: remove_secondments(d, list(d.county.secondments)),
    "approval": lambda d: correct_secondments(
        d, {id_: {"kept_with_approval": True} for id_ in d.county.secondments}
    ),
    "level": lambda d: add_secondment(
        d, TOWN.case[1], to_outside="县委政法委", level=BorrowLevel.PROVINCE, from_=MARCH
    ),
    "no unit": lambda d: correct_postings(d, {TOWN.clerks[0]: {"unit": None, "post": Post.CASE}}, MARCH),
    "words": lambda d: correct_postings(d, {TOWN.clerks[0]: {"unit": TOWN.big, "post_words": "户籍"}}, MARCH),
    "end": lambda d: correct_postings(d, {TOWN.clerks[0]: {"unit": TOWN.big, "until": MAY}}, MARCH),
    "later": lambda d: correct_postings(d, {TOWN.clerks[0]: {"unit": TOWN.big, "from_": MAY}}, MARCH),
    "undated": lambda d: add_secondment(d, TOWN.case[1], to_unit=TOWN.brigade),
    "packs": lambda d: choose_packs(d, ["yunnan2020", "mps2019", "civil_service_law", "shaanxi2020", "own"]),
    "order": lambda d: set_policy_value(
        d, "planning.order", tuple(reversed(d.policy.order("planning.order")))
    ),
    "attendance": lambda d: replace(
        d, duty=replace(d.duty, months={(TOWN.big, MARCH): DutyMonth(TOWN.big, MARCH, {}, _worked())})
    ),
    "name": lambda d: replace(d, county=replace(d.county, name="别县")),
}


def _worked() -> dict[int, dict[int, Attended]]:
    return {TOWN.beat[0]: {1: Attended("beat", "beat")}}


@pytest.mark.parametrize("edit", FACTS.values(), ids=FACTS)
def test_facts_are_not_changed_within_a_scenario(edit: Edit) -> None:
    assert edit(TOWN.document) != TOWN.document
    with pytest.raises(InputError):
        edited(edit)


def test_a_verdict_about_a_suspicion_is_a_fact() -> None:
    with pytest.raises(InputError, match="facts on record"):
        edited(lambda d: decide_suspicion(d, TOWN.beat[0], MARCH, Verdict.CLEARED, "帮忙一次"))


def test_what_cannot_be_made_is_refused_with_its_reason_and_nothing_is_recorded() -> None:
    away = TOWN.drawn
    with pytest.raises(InputError, match="works away"):
        edited(lambda d: correct_postings(d, {away: {"post": Post.CASE}}, MARCH))


def test_an_edit_that_changes_nothing_records_nothing() -> None:
    document = new_scenario(TOWN.document, "方案一")
    assert edited(lambda d: replace(d), document=document).scenarios == document.scenarios


PEOPLE = st.sampled_from([TOWN.drawn, *TOWN.clerks, *TOWN.case[1:], *TOWN.beat])
LINES = st.sampled_from(["station_share.required", "community_share.required"])
EDITS = st.one_of(
    st.tuples(PEOPLE, st.sampled_from([TOWN.big, TOWN.small, TOWN.office, TOWN.brigade])).map(
        lambda at: lambda d: correct_home_unit(d, [at[0]], at[1], MARCH)
    ),
    st.tuples(PEOPLE, st.sampled_from([Post.COMMUNITY, Post.CASE, Post.OFFICE])).map(
        lambda at: lambda d: correct_postings(d, {at[0]: {"post": at[1]}}, MARCH)
    ),
    PEOPLE.map(lambda p: lambda d: add_absence(d, p, kind=AbsenceKind.LONG_SICK, from_=MARCH)),
    PEOPLE.map(lambda p: lambda d: correct_people(d, {p: {"left_on": date(2027, 9, 1)}})),
    PEOPLE.map(lambda p: lambda d: add_secondment(d, p, to_unit=TOWN.brigade, from_=MARCH)),
    PEOPLE.map(
        lambda p: (
            lambda d: return_home(
                d, [s.id for s in d.county.secondments.values() if s.person == p], date(2027, 3, 31)
            )
        )
    ),
    st.tuples(LINES, st.sampled_from(["35%", "50%"]), st.sampled_from([MARCH, MAY])).map(
        lambda of: lambda d: set_policy_value_from(d, *of)
    ),
)


@given(st.lists(EDITS, max_size=6))
@settings(max_examples=80, deadline=None)
def test_recording_counts_like_the_edits_themselves(edits: list[Edit]) -> None:
    document, direct = new_scenario(TOWN.document, "方案一"), TOWN.document
    for edit in edits:
        try:
            document = edited(edit, document=document)
        except InputError:
            continue
        direct = edit(direct)
    result: Applied = applied(document, 1)
    assert result.conflicts == ()
    for day in (MARCH, date(2027, 4, 1), MAY, date(2027, 10, 1)):
        assert result.document.audit(day).targets == direct.audit(day).targets
