"""The moves of a proposal: who should go where, why, and what of it is already recorded."""

from __future__ import annotations

from typing import NamedTuple

from planner.county.records import County, MoveStatus, Person
from planner.optimise.proposal import Proposal, ProposedMove
from planner.tables import names
from planner.tables.column import Column, Table
from planner.tables.kinds import choice, told, words
from planner.text import Text


class ProposedRow(NamedTuple):
    """A proposed move with its words; `status` is how far the same move is recorded, None if it is not."""

    move: ProposedMove
    person: Person
    from_place: str
    to_place: str
    status: MoveStatus | None

    @property
    def id(self) -> int:
        """The person's id: nobody is in two moves of a proposal."""
        return self.move.person


def proposed_rows(proposal: Proposal, recorded: County) -> list[ProposedRow]:
    """Return the moves of a proposal in roster order; `recorded` is the county whose moves are on record."""
    before = proposal.before.state
    known = {(m.person, m.to_unit, m.to_post): m.status for m in recorded.moves.values()}
    return [
        ProposedRow(
            move,
            before.county.people[move.person],
            before.working_place(before.placed[move.person]),
            before.unit_name(move.to_unit),
            known.get((move.person, move.to_unit, move.to_post)),
        )
        for move in proposal.moves
    ]


COLUMNS: tuple[Column[ProposedRow], ...] = (
    words("name", Text("姓名", "Name"), lambda r: r.person.name, width=11),
    words("badge_number", Text("警号", "Badge"), lambda r: r.person.badge_number, width=9),
    choice("kind", Text("类别", "Kind"), lambda r: r.move.kind, names.MOVE_KINDS, width=11),
    words("from_unit", Text("现单位", "From"), lambda r: r.from_place, width=16),
    choice("from_post", Text("现岗位", "Post now"), lambda r: r.move.from_post, names.POSTS, width=11),
    words("to_unit", Text("拟到单位", "To"), lambda r: r.to_place, width=16),
    choice("to_post", Text("拟到岗位", "Post there"), lambda r: r.move.to_post, names.POSTS, width=12),
    choice("status", Text("已登记", "Recorded"), lambda r: r.status, names.MOVE_STATUSES, width=11),
    told("reason", Text("理由", "Reason"), lambda r: r.move.reason, width=60),
)
TABLE: Table[ProposedRow] = Table("proposal", Text("调整方案", "Proposed moves"), COLUMNS)
