"""The moves of a proposal: who should go where, why, and what of it is already recorded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from planner.county.records import County, MoveStatus, Person
from planner.optimise.proposal import Proposal, ProposedMove
from planner.tables import names
from planner.tables.column import Column, Table
from planner.tables.kinds import choice, told, words
from planner.text import Text

STAYS = "stays"
_KINDS: Mapping[str, Text] = dict((*names.MOVE_KINDS.items(), (STAYS, Text("不动", "stays"))))
_STAYS = Text(
    "按您的要求不动,方案已围绕其重排;勾选即恢复。原理由:{reason}",
    "Stays as you asked, and the plan is made around it; tick to take it back. The reason was: {reason}",
)


class ProposedRow(NamedTuple):
    """A proposed move with its words; `status` is how far the same move is recorded, None if it is not.

    With `stays` the person is left where they are: the move is the one that was proposed before.
    """

    move: ProposedMove
    person: Person
    from_place: str
    to_place: str
    status: MoveStatus | None
    stays: bool = False

    @property
    def id(self) -> int:
        """The person's id: nobody is in two moves of a proposal."""
        return self.move.person

    @property
    def kind(self) -> str:
        """What kind of move it is, or that the person stays."""
        return STAYS if self.stays else self.move.kind

    @property
    def reason(self) -> Text:
        """Why the move is proposed, or that it was asked not to be."""
        return _STAYS.format(reason=self.move.reason) if self.stays else self.move.reason


def proposed_rows(
    proposal: Proposal, recorded: County, staying: Mapping[int, ProposedMove] | None = None
) -> list[ProposedRow]:
    """Return the moves of a proposal in roster order, and among them those who stay instead.

    `recorded` is the county whose moves are on record.
    """
    before = proposal.before.state
    moves = {move.person: move for move in proposal.moves}
    stayed = {person: move for person, move in (staying or {}).items() if person not in moves}
    listed = [*proposal.moves]
    if stayed:
        place = {person: n for n, person in enumerate(before.placed)}
        listed = sorted([*listed, *stayed.values()], key=lambda move: place[move.person])
    known = {(m.person, m.to_unit, m.to_post): m.status for m in recorded.moves.values()}
    return [
        ProposedRow(
            move,
            before.county.people[move.person],
            before.working_place(before.placed[move.person]),
            before.unit_name(move.to_unit),
            known.get((move.person, move.to_unit, move.to_post)),
            move.person in stayed,
        )
        for move in listed
    ]


COLUMNS: tuple[Column[ProposedRow], ...] = (
    words("name", Text("姓名", "Name"), lambda r: r.person.name, width=11),
    words("badge_number", Text("警号", "Badge"), lambda r: r.person.badge_number, width=9),
    choice("kind", Text("类别", "Kind"), lambda r: r.kind, _KINDS, width=11),
    words("from_unit", Text("现单位", "From"), lambda r: r.from_place, width=16),
    choice("from_post", Text("现岗位", "Post now"), lambda r: r.move.from_post, names.POSTS, width=11),
    words("to_unit", Text("拟到单位", "To"), lambda r: r.to_place, width=16),
    choice("to_post", Text("拟到岗位", "Post there"), lambda r: r.move.to_post, names.POSTS, width=12),
    choice("status", Text("已登记", "Recorded"), lambda r: r.status, names.MOVE_STATUSES, width=11),
    told("reason", Text("理由", "Reason"), lambda r: r.reason, width=60),
)
TABLE: Table[ProposedRow] = Table("proposal", Text("调整方案", "Proposed moves"), COLUMNS)
