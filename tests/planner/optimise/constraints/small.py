"""A county in which one constraint at a time can hold or bite, and its plan."""

from __future__ import annotations

from planner.county.records import MoveKind, Post, UnitKind
from planner.document import Document
from planner.optimise.planning import plan
from planner.optimise.proposal import Proposal
from tests.planner.building import TODAY, Building


def county(present: int = 3, office: int = 8, **station: object) -> tuple[Building, int, int]:
    """Return a station of community officers, a headquarters unit that keeps one, and their ids."""
    b = Building()
    post = b.unit("城关派出所", **station)
    desk = b.unit("刑侦大队", UnitKind.ENFORCEMENT, minimum=1)
    b.people(present, post, Post.COMMUNITY)
    b.people(office, desk, Post.CASE)
    return b, post, desk


def planned(b: Building) -> Proposal:
    """Return the proven plan of a county."""
    proposal = plan(Document(b.county, b.policy), TODAY)
    assert proposal.proven
    return proposal


def short(proposal: Proposal, rule: str) -> int | None:
    """Return how many people a rule stays short."""
    return proposal.level(f"shortage:{rule}")


def moved(proposal: Proposal, kind: MoveKind = MoveKind.TRANSFER) -> list[int]:
    """Return who makes moves of one kind."""
    return [move.person for move in proposal.moves if move.kind is kind]
