from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from planner.county.records import MoveStatus, Post, UnitKind
from planner.document import Document
from planner.edits.moves import approve
from planner.errors import InputError
from planner.optimise.accept import accept, is_current
from planner.optimise.planning import plan
from tests.planner.building import TODAY, Building


def _document() -> Document:
    b = Building()
    b.people(3, b.unit("城关派出所"), Post.COMMUNITY)
    b.people(8, b.unit("政工室", UnitKind.ADMINISTRATIVE))
    return Document(b.county, b.policy)


def test_the_chosen_moves_are_recorded_as_proposed_and_change_no_figure_yet() -> None:
    document = _document()
    proposal = plan(document, TODAY)
    first, second = proposal.moves
    later = TODAY + timedelta(days=7)
    accepted = accept(document, proposal, {first.person}, later)
    [move] = accepted.county.moves.values()
    assert (move.person, move.status, move.effective) == (first.person, MoveStatus.PROPOSED, later)
    assert (move.from_unit, move.to_unit, move.to_post) == (first.from_unit, first.to_unit, first.to_post)
    assert (move.reason_zh, move.reason_en) == (first.reason.zh, first.reason.en)
    assert document.county.moves == {}
    assert accepted.audit(later).targets == document.audit(later).targets
    assert second.person not in {m.person for m in accepted.county.moves.values()}


def test_once_approved_the_county_is_as_the_proposal_said() -> None:
    document = _document()
    proposal = plan(document, TODAY)
    accepted = accept(document, proposal, [m.person for m in proposal.moves], TODAY)
    assert accepted.audit(TODAY, "all").targets == proposal.after.targets


def test_accepting_anew_replaces_what_was_only_proposed() -> None:
    document = _document()
    proposal = plan(document, TODAY)
    everybody = [m.person for m in proposal.moves]
    once = accept(document, proposal, everybody, TODAY)
    twice = accept(once, proposal, everybody, TODAY + timedelta(days=1))
    assert len(twice.county.moves) == len(everybody)
    assert {m.effective for m in twice.county.moves.values()} == {TODAY + timedelta(days=1)}


def test_strangers_and_days_before_the_proposal_are_refused() -> None:
    document = _document()
    proposal = plan(document, TODAY)
    with pytest.raises(InputError, match="not in the proposal"):
        accept(document, proposal, {10**6}, TODAY)
    with pytest.raises(InputError, match="before the proposal"):
        accept(document, proposal, (), TODAY - timedelta(days=1))


def test_a_proposal_stays_current_until_something_that_counts_changes() -> None:
    document = _document()
    proposal = plan(document, TODAY)
    everybody = [m.person for m in proposal.moves]
    assert is_current(proposal, document, TODAY)
    accepted = accept(document, proposal, everybody, TODAY)
    assert is_current(proposal, accepted, TODAY)  # what is only proposed changes no figure
    assert not is_current(proposal, approve(accepted, list(accepted.county.moves), TODAY), TODAY)
    assert not is_current(proposal, document, TODAY + timedelta(days=1))
    other = replace(document, policy=document.policy.with_override("station_minimum.required", 6))
    assert not is_current(proposal, other, TODAY)
