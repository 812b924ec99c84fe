from __future__ import annotations

from datetime import timedelta

import pytest

from planner.county.records import MoveKind, MoveStatus, Post
from planner.county.state import state
from planner.document import Document
from planner.edits.moves import approve, correct_moves, order, propose_move, report, take_back
from planner.edits.refused import RefusedError
from tests.planner.building import TODAY, Building


def proposed() -> tuple[Document, int, int]:
    b = Building()
    office, station = b.unit("政工室"), b.unit("城关派出所")
    who = b.person(office, Post.OFFICE)
    document = propose_move(Document(b.county), who, station, Post.COMMUNITY, TODAY)
    [move] = document.county.moves
    return document, move, who


def home(document: Document, who: int) -> int | None:
    return state(document.county, TODAY, document.policy).placed[who].home


def test_a_proposed_transfer_counts_only_once_approved() -> None:
    document, move, who = proposed()
    record = document.county.moves[move]
    assert (record.kind, record.from_unit, record.from_post) == (
        MoveKind.TRANSFER,
        home(document, who),
        Post.OFFICE,
    )
    assert home(document, who) != record.to_unit
    assert home(approve(document, [move], TODAY), who) == record.to_unit


def test_a_move_goes_from_approved_to_ordered_to_reported_and_back() -> None:
    document, move, _ = proposed()
    approved = approve(document, [move], TODAY)
    ordered = order(approved, [move], "〔2026〕8号")
    reported = report(ordered, [move], TODAY)
    assert reported.county.moves[move].status is MoveStatus.REPORTED
    assert take_back(reported, [move]) == ordered
    assert take_back(ordered, [move]) == approved
    assert take_back(approved, [move]) == document
    assert take_back(document, [move]).county.moves == {}


def test_steps_are_not_skipped_and_an_order_needs_its_number() -> None:
    document, move, _ = proposed()
    with pytest.raises(RefusedError, match="Only a move that is approved can become ordered"):
        order(document, [move], "1号")
    approved = approve(document, [move], TODAY)
    with pytest.raises(RefusedError):
        approve(approved, [move], TODAY)
    with pytest.raises(RefusedError, match="number"):
        order(approved, [move], "")
    with pytest.raises(RefusedError, match="reports before"):
        report(approved, [move], TODAY - timedelta(days=1))


def test_a_newer_proposal_replaces_the_older_one() -> None:
    document, move, who = proposed()
    again = propose_move(document, who, document.county.moves[move].to_unit, Post.CASE, TODAY)
    [only] = again.county.moves.values()
    assert only.to_post is Post.CASE


def test_the_kind_follows_from_where_the_officer_is() -> None:
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室")
    who = b.person(station)
    b.second(who, office)
    returned = propose_move(Document(b.county), who, station, Post.OTHER, TODAY)
    assert [m.kind for m in returned.county.moves.values()] == [MoveKind.RETURN]
    at_home = b.person(station)
    changed = propose_move(Document(b.county), at_home, station, Post.COMMUNITY, TODAY)
    assert [m.kind for m in changed.county.moves.values()] == [MoveKind.POST_CHANGE]
    with pytest.raises(RefusedError, match="Neither"):
        propose_move(Document(b.county), at_home, station, Post.OTHER, TODAY)


def test_the_date_of_a_move_can_be_corrected() -> None:
    document, move, _ = proposed()
    later = TODAY + timedelta(days=10)
    assert correct_moves(document, {move: {"effective": later}}).county.moves[move].effective == later
