"""The proposal: what a plan suggests, how far it is proven, and the county after it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from models.allocation.outcome import Level, Status
from models.allocation.requirements import HARDSHIP, POST_CHANGES, TRANSFERS
from planner.audit.results import Audit
from planner.county.records import County, Move, MoveKind, MoveStatus, Post
from planner.optimise.asked import AS_IT_STANDS, Asked
from planner.optimise.movable import MovableRange
from planner.policy.policy import Policy
from planner.policy.settings import RULES
from planner.text import Text

__all__ = [
    "LEVEL_NAMES",
    "STATUS_NAMES",
    "Level",
    "Proposal",
    "ProposedMove",
    "Status",
    "level_title",
    "with_moves",
]

STATUS_NAMES: Mapping[Status, Text] = {
    "optimal": Text("已证明最优", "proven optimal"),
    "feasible": Text("时间用尽,为当前最好方案", "out of time: the best found so far"),
    "infeasible": Text("必须满足的指标无法满足", "the hard rules cannot be met"),
    "stopped": Text("已停止,为当前最好方案", "stopped: the best found so far"),
}
LEVEL_NAMES: Mapping[str, Text] = {
    TRANSFERS: Text("单位间交流", "Transfers"),
    POST_CHANGES: Text("岗位调整", "Post changes"),
    HARDSHIP: Text("困难值", "Hardship"),
}


def level_title(name: str) -> Text:
    """Return a level's name in words."""
    kind, _, rule = name.partition(":")
    if kind == "shortage":
        return Text("{rule}:缺口", "{rule}: short").format(rule=RULES[rule])
    return LEVEL_NAMES[name]


@dataclass(frozen=True, slots=True)
class ProposedMove:
    """One suggested move; `from_unit` is where the officer works now, None for outside the bureau."""

    person: int
    kind: MoveKind
    from_unit: int | None
    from_post: Post
    to_unit: int
    to_post: Post
    reason: Text


@dataclass(frozen=True, slots=True)
class Proposal:
    """A checked answer: its moves were carried out on paper and recounted before anybody sees it.

    `before` and `after` count the county with all approved moves carried out, without and with
    the proposed ones, as `asked` takes it. `explanation` says why there is no plan; `notes` say what
    contradicts itself, and name bounds that today already breaks and that became "no worse than today".
    `confirmed` is what duty rosters say of the field time it claims, None where nobody has asked them yet.
    """

    date: date
    status: Status
    proven: bool
    seconds: float
    levels: tuple[Level, ...]
    moves: tuple[ProposedMove, ...]
    to_negotiate: tuple[int, ...]  # people drawn off to outside the bureau
    movable: MovableRange
    before: Audit
    after: Audit
    policy: Policy  # the document's own, whatever `asked` takes instead
    explanation: Text | None = None
    notes: tuple[Text, ...] = ()
    asked: Asked = AS_IT_STANDS
    once_outside_returned: Proposal | None = None
    confirmed: tuple[Text, ...] | None = None

    def level(self, name: str) -> int | None:
        """Return the value of one level, None where the plan has none."""
        return next((level.value for level in self.levels if level.name == name), None)

    @property
    def complies(self) -> bool:
        """Whether the county after the plan has no grave finding and no planned rule stays short."""
        short = any(lv.value for lv in self.levels if lv.name.startswith("shortage:"))
        return bool(self.levels) and not short and self.after.complies

    @property
    def changed_on_return(self) -> int:
        """How many return to another post: each is a return and a post change."""
        return sum(m.kind is MoveKind.RETURN and m.from_post is not m.to_post for m in self.moves)

    def count(self, kind: MoveKind) -> int:
        """Return how many moves are of one kind."""
        return sum(move.kind is kind for move in self.moves)


def with_moves(county: County, moves: Iterable[ProposedMove], effective: date, status: MoveStatus) -> County:
    """Return the county with proposed moves recorded; an earlier proposal for the same person gives way."""
    chosen = list(moves)
    people = {move.person for move in chosen}
    kept = {
        id_: move
        for id_, move in county.moves.items()
        if move.person not in people or move.status is not MoveStatus.PROPOSED
    }
    first = county.next_id()
    added = {id_: _record(id_, move, effective, status) for id_, move in enumerate(chosen, first)}
    return replace(county, moves={**kept, **added})


def _record(id_: int, move: ProposedMove, effective: date, status: MoveStatus) -> Move:
    return Move(
        id=id_,
        person=move.person,
        kind=move.kind,
        effective=effective,
        to_unit=move.to_unit,
        to_post=move.to_post,
        from_unit=move.from_unit,
        from_post=move.from_post,
        status=status,
        approved_on=None if status is MoveStatus.PROPOSED else effective,
        reason_zh=move.reason.zh,
        reason_en=move.reason.en,
    )
