"""A question changes the plan exactly by what it asks, and the answer passes the same recount."""

from __future__ import annotations

from dataclasses import replace

from planner.county.records import Post, UnitKind
from planner.document import Document
from planner.optimise.accept import is_current
from planner.optimise.asked import AS_IT_STANDS, Asked, in_question
from planner.optimise.movable import Bar
from planner.optimise.planning import plan
from planner.optimise.proposal import Proposal
from tests.planner.building import TODAY, Building


def county() -> tuple[Building, int, int]:
    """Return a station of 4 with a draw-off among them, and a headquarters unit of 6."""
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室", UnitKind.ADMINISTRATIVE, minimum=3)
    b.people(3, station, Post.COMMUNITY)
    b.people(6, office)
    return b, station, office


def planned(b: Building, asked: Asked = AS_IT_STANDS) -> Proposal:
    return plan(Document(b.county, b.policy), TODAY, asked=asked)


def test_whoever_is_asked_to_stay_stays_and_somebody_else_moves() -> None:
    b, _, _ = county()
    first = planned(b)
    moved = {move.person for move in first.moves}
    assert len(moved) == 2
    one = min(moved)
    second = planned(b, Asked(staying=frozenset({one})))
    assert second.movable.bars[one] is Bar.STAYING
    assert one not in {move.person for move in second.moves}
    assert second.level("transfers") == 2


def test_a_return_not_made_stays_short_by_one() -> None:
    b, station, office = county()
    away = b.person(station, Post.COMMUNITY)
    b.second(away, office)
    assert planned(b).level("shortage:secondment") == 0
    kept_away = planned(b, Asked(staying=frozenset({away})))
    assert kept_away.level("shortage:secondment") == 1
    assert away not in {move.person for move in kept_away.moves}
    assert kept_away.after.state.placed[away].working == office


def test_a_return_not_made_is_short_where_the_policy_counts_the_officer_at_home_all_the_same() -> None:
    b, station, office = county()
    away = b.person(station, Post.COMMUNITY)
    b.second(away, office)
    b.override("standing.seconded_inside.present", "home")
    assert away in {move.person for move in planned(b).moves}
    kept_away = planned(b, Asked(staying=frozenset({away})))
    assert kept_away.level("shortage:secondment") == 1
    assert kept_away.level("shortage:station_minimum") == 0, "four and one, and one transferred"
    assert away not in {move.person for move in kept_away.moves}


def test_a_pin_lifted_frees_its_officer_and_no_unit_head() -> None:
    b, _, office = county()
    for id_ in list(b.county.people):
        person = replace(b.county.people[id_], pin="骨干")
        b.county = replace(b.county, people={**b.county.people, id_: person})
    head = b.person(office, Post.LEADER)
    assert planned(b).level("transfers") == 0
    pinned = frozenset(id_ for id_, person in b.county.people.items() if person.pin)
    freed = planned(b, Asked(freed=pinned | {head}))
    assert freed.level("transfers") == 2
    assert freed.movable.bars[head] is Bar.UNIT_HEAD


def test_an_approval_ended_makes_the_draw_off_due() -> None:
    b, station, office = county()
    away = b.person(station, Post.COMMUNITY)
    b.second(away, office, kept_with_approval=True)
    assert away not in {move.person for move in planned(b).moves}
    assert away in {move.person for move in planned(b, Asked(ended=frozenset({away}))).moves}


def test_whoever_is_given_back_is_at_home_and_may_be_counted_on() -> None:
    b, station, _ = county()
    away = b.person(station, Post.COMMUNITY)
    b.second(away, to_outside="市公安局", kept_with_approval=True)
    assert planned(b).level("transfers") == 2
    back = planned(b, Asked(given_back=frozenset({away})))
    assert back.level("transfers") == 1
    assert back.before.state.placed[away].present_unit == station
    assert is_current(back, Document(b.county, b.policy), TODAY)


def test_another_minimum_and_a_cap_hold_in_the_plan() -> None:
    b, station, office = county()
    assert planned(b, Asked(minimums={office: 5})).level("transfers") == 1
    capped = planned(b, Asked(caps={"transfers": 1}))
    assert (capped.level("transfers"), capped.level("shortage:station_minimum")) == (1, 1)
    assert planned(b, Asked(maximums={station: 4})).level("transfers") == 1


def test_a_proposal_is_current_for_the_document_it_was_asked_of() -> None:
    b, _, office = county()
    document = Document(b.county, b.policy)
    policy = b.policy.with_override("station_minimum.required", 4)
    proposal = planned(b, Asked(policy=policy, minimums={office: 4}))
    assert is_current(proposal, document, TODAY)
    assert not is_current(proposal, replace(document, county=replace(b.county, name="别县")), TODAY)
    own = b.policy.with_override("community_share.required", "30%")
    assert not is_current(proposal, replace(document, policy=own), TODAY), "the document's, not the asked one"


def test_a_question_that_changes_no_record_leaves_the_county_the_same_object() -> None:
    b, _, _ = county()
    assert in_question(b.county, Asked(staying=frozenset({1}))) is b.county


def test_a_question_is_a_what_if_unless_it_only_leaves_people_where_they_are() -> None:
    assert not AS_IT_STANDS.is_what_if
    assert not Asked(staying=frozenset({1})).is_what_if
    assert Asked(staying=frozenset({1}), caps={"transfers": 3}).is_what_if
    assert Asked(minimums={1: 3}).is_what_if
