"""A repair in one sentence: what is broken, the fewest moves that mend it, or what else can be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING

from planner.audit.ledgers import Ledger
from planner.audit.results import Audit
from planner.county.records import MoveKind
from planner.optimise.constraints.planned import planning_ledger
from planner.optimise.lines import Broken
from planner.optimise.proposal import ProposedMove
from planner.policy.settings import RULES
from planner.tables.names import POSTS
from planner.text import Text, joined

if TYPE_CHECKING:
    from planner.optimise.repair import Repair

NAMED = 2  # lines and moves told one by one in a sentence; the rest is a number


class Way(Enum):
    """What asked for a repair."""

    EDIT = "edit"
    FINDING = "finding"
    BEYOND = "beyond"  # a finding about somebody outside the bureau


_EDIT = Text("此修改使{lines}。{answer}", "This edit leaves {lines}. {answer}")
_CHEAPEST = Text("最省补救:{moves}(共 {n} 人)。", "Cheapest repair: {moves} ({n} in all).")
_FOUND = Text("补救办法:{moves}(共 {n} 人)。", "A repair: {moves} ({n} in all).")
_PARTLY = Text(
    "部分补救:{moves}(共 {n} 人),仍差 {short} 人({lines})。",
    "Repair in part: {moves} ({n} in all); {short} stay short ({lines}).",
)
_NO_REPAIR = Text(
    "可调范围内无法补救,仍差 {short} 人({lines})。",
    "Nobody in the movable range can mend it: {short} stay short ({lines}).",
)
_LIFTING = Text(
    "若准许调动{who}(已锁定或按口径排除),即可补齐:{moves}。",
    "Letting {who} move, who are pinned or excluded, would mend it: {moves}.",
)
_UNDO = Text("撤销此修改(Ctrl+Z)即恢复原状。", "Undoing the edit (Ctrl+Z) restores what was.")
_FILL = Text("须从可调范围外增补 {short} 人。", "{short} must come from outside the movable range.")
_MENDED = Text(
    "已批准的调整生效后即解决,无需补救。",
    "Moves already approved mend it once they take effect; nothing else is needed.",
)
_BEYOND = Text(
    "该民警在局外工作,归还须由上级协调,不在本局权限内。",
    "The officer works outside the bureau; the return has to be negotiated and is beyond the bureau's power.",
)
_AND_MORE = Text("{some}等 {n} 项", "{some} and more, {n} in all")
_MOVES_MORE = Text("{some}等", "{some} and others")
_BROKEN: Mapping[str, Text] = {
    "secondment": Text("{unit}被抽调 {before}→{after} 人", "{unit} with {before}→{after} drawn off"),
    "station_minimum": Text(
        "{unit}低于最低警力({have}/{required})", "{unit} below its minimum ({have}/{required})"
    ),
    "station_share": Text(
        "派出所占比不足 {required}({have}/{of})", "the station share below {required} ({have}/{of})"
    ),
    "community_share": Text(
        "{unit}社区民警不足 {required}({have}/{of})",
        "{unit} with too few community officers ({have}/{of}, {required} required)",
    ),
}
_SHORT = Text("{unit}“{rule}”差 {before}→{after} 人", "{unit} short by {before}→{after} ({rule})")
_LEFT = Text("{unit}“{rule}”差 {n} 人", "{rule} {unit} {n}")
_MOVES: Mapping[MoveKind, Text] = {
    MoveKind.TRANSFER: Text("{name} {home}→{unit}", "{name} {home} → {unit}"),
    MoveKind.RETURN: Text("{name} {home}→{unit}返岗", "{name} back from {home} to {unit}"),
    MoveKind.POST_CHANGE: Text("{name}改任{unit}{post}岗位", "{name} to the {post} post at {unit}"),
}
_TOLD = Text("{move}:{reason}", "{move}: {reason}")


def sentence_of(repair: Repair, way: Way) -> Text:
    """Return the one sentence a repair is offered by."""
    audited = repair.proposal.before
    if way is not Way.EDIT:
        return _answer(repair, way)
    told = (broken_words(b, audited) for b in repair.broken[:NAMED])
    return _EDIT.format(lines=_some(tuple(told), len(repair.broken)), answer=_answer(repair, way))


def _answer(repair: Repair, way: Way) -> Text:
    if not repair.broken:
        return _BEYOND if way is Way.BEYOND else _MENDED
    moves = moves_words(repair)
    if not repair.left:
        proven = repair.proposal.proven
        return (_CHEAPEST if proven else _FOUND).format(moves=moves, n=len(repair.people))
    audited, left = repair.proposal.before, repair.left
    short = sum(b.more for b in left)
    told = tuple(_left_words(b, audited) for b in left[:NAMED])
    listed = _some(told, len(left))
    said = (_PARTLY if repair.people else _NO_REPAIR).format(
        short=short, lines=listed, moves=moves, n=len(repair.people)
    )
    return _both(said, _otherwise(repair, way, short))


def _otherwise(repair: Repair, way: Way, short: int) -> Text:
    if repair.lifting is not None:
        lifting = repair.lifting
        bars = repair.proposal.movable.bars
        people = lifting.proposal.before.state.county.people
        lifted = [people[p].name for p in lifting.people if bars.get(p) is not None]
        who = joined(Text(name, name) for name in lifted)
        return _LIFTING.format(who=who, moves=moves_words(lifting))
    return _UNDO if way is Way.EDIT else _FILL.format(short=short)


def broken_words(broken: Broken, audited: Audit) -> Text:
    """Return what a line now looks like."""
    ledger = planning_ledger(audited.state)
    target = audited.target(broken.rule, ledger, broken.unit)
    whole = ledger is Ledger.PRESENT  # hundredths of people say nothing to a reader
    words = _BROKEN.get(broken.rule, _SHORT) if whole else _SHORT
    return words.format(
        unit=audited.state.unit_name(broken.unit),
        rule=RULES[broken.rule],
        before=broken.before,
        after=broken.after,
        have=target.numerator if target else "",
        of=target.denominator if target else "",
        required=target.required_words if target else "",
    )


def _left_words(left: Broken, audited: Audit) -> Text:
    unit = audited.state.unit_name(left.unit)
    return _LEFT.format(unit=unit, rule=RULES[left.rule], n=left.more)


def moves_words(repair: Repair) -> Text:
    """Return the first moves of a repair, and that there are others."""
    moves = repair.proposal.moves
    some = joined(move_words(move, repair) for move in moves[:NAMED])
    return some if len(moves) <= NAMED else _MOVES_MORE.format(some=some)


def move_words(move: ProposedMove, repair: Repair) -> Text:
    """Return who goes from where to where."""
    state = repair.proposal.before.state
    placed = state.placed[move.person]
    return _MOVES[move.kind].format(
        name=placed.person.name,
        home=state.working_words(placed),
        unit=state.unit_name(move.to_unit),
        post=POSTS[move.to_post],
    )


def told(move: ProposedMove, repair: Repair) -> Text:
    """Return one move with its reason."""
    return _TOLD.format(move=move_words(move, repair), reason=move.reason)


def _some(told: Sequence[Text], n: int) -> Text:
    some = joined(told)
    return some if n <= len(told) else _AND_MORE.format(some=some, n=n)


def _both(one: Text, other: Text) -> Text:
    return Text(f"{one.zh}{other.zh}", f"{one.en} {other.en}")
