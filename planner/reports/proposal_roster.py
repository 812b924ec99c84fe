"""拟调整人员名册: who is proposed to go where and why; of a proposal, or of the moves in the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from planner.audit.results import Audit
from planner.county.records import Move, MoveKind, MoveStatus, Post
from planner.county.state import Placed, State, state
from planner.document import Document
from planner.optimise.answer import BOTH
from planner.optimise.duty.confirmed_words import confirmed_words
from planner.optimise.running import Limits
from planner.policy.settings import RULES
from planner.reports.figures import counts, month_cell, percentage, place, ratio, short_units, unit_labels
from planner.reports.paper import Align, Column, Request, Sheet
from planner.reports.privacy import printable_reason
from planner.tables.names import MOVE_KINDS, MOVE_STATUSES, POSTS, SEXES
from planner.text import Text, joined, same

if TYPE_CHECKING:
    from planner.optimise.proposal import Proposal

_BOOKED = Text("{place}(编制在{home}){position}", "{place} (booked at {home}), {position}")
_AT = Text("{place}{position}", "{place}, {position}")
_SUM = Text("拟调整 {n} 人:{parts}。", "{n} moves proposed: {parts}.")
_RECORDED = Text("已登记调整 {n} 人:{parts};其中{statuses}。", "{n} moves recorded: {parts}; {statuses}.")
_PART = Text("{kind} {n} 人", "{n} {kind}")
_NOBODY = Text("没有拟调整的人员。", "Nobody is proposed to move.")
_NOT_FOUND = Text(
    "求解在得出方案之前已结束,尚无拟调整人员。",
    "The search ended before a plan was found; nobody is proposed yet.",
)
_PROVEN = Text(
    "在本口径和可调范围内,最少需单位间交流 {transfers} 人、岗位调整 {changes} 人{both}(已证明)。",
    "Within this counting rule and the movable range at least {transfers} transfers and {changes} post"
    " changes{both} are needed (proven).",
)
_UNPROVEN = Text(
    "本方案为目前求得的最好方案,尚未证明所调人数最少。",
    "This is the best plan found so far; that it moves the fewest is not proven.",
)
_WHAT_IF = Text(
    "本件为试算,所用前提与名册、口径不同,不作为正式方案。",
    "This is a what-if: it assumes what the roster and the policy do not say, and is no official plan.",
)
_STAYING = Text("按指定,另有 {n} 人不动。", "As asked, {n} more stay where they are.")
_REPORTED = Text("已到岗 {n} 人,不再列出。", "{n} moves are completed and no longer listed.")
_EFFECT = Text(
    "全部到位后,派出所警力占比(在岗)由 {before}({b})变为 {after}({a})。",
    "With all of them, the station share present goes from {before} ({b}) to {after} ({a}).",
)
_COMMUNITY = Text(
    "社区民警占比未达标的派出所由 {c} 个变为 {d} 个。",
    "Stations short of community officers: from {c} to {d}.",
)
_LEFT = Text("调整后仍有缺口:{rules}。", "Still short after it: {rules}.")
_CONFIRMING_SECONDS = 5.0  # for all stations together
_NEGOTIATE = Text("待协调返岗(局外借用)", "To negotiate (borrowed from outside)")


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One person of the roster, as personnel papers list them."""

    number: int
    kind: MoveKind
    name: str
    sex: Text
    birth: str
    now: Text
    to: Text
    reason: Text
    progress: Text


@dataclass(frozen=True, slots=True)
class NegotiateRow:
    """Somebody an outside unit holds, whom only negotiation brings back."""

    number: int
    name: str
    home: str
    where: Text
    since: date | None


@dataclass(frozen=True, slots=True)
class ProposalRoster:
    """What the roster says."""

    lead: Sequence[Text]
    rows: Sequence[RosterRow]
    negotiate: Sequence[NegotiateRow]


@dataclass(frozen=True, slots=True)
class _Step:
    """A move of a proposal or of the document, seen alike; `before` is the county it starts from."""

    person: int
    kind: MoveKind
    to_unit: int | None
    to_post: Post
    reason: Text
    progress: Text
    before: Placed


def gather_proposal(request: Request) -> ProposalRoster:
    """Return the proposal's moves, or the document's own where there is no proposal."""
    proposal = request.proposal
    if proposal is None:
        steps = list(_recorded(request))
        held = sorted(p.person.id for p in request.state.placed.values() if p.drawn_off and p.working is None)
        return _roster(request.state, steps, _recorded_lead(request, steps), held)
    before = proposal.before.state
    steps = [
        _Step(
            m.person,
            m.kind,
            m.to_unit,
            m.to_post,
            m.reason,
            MOVE_STATUSES[MoveStatus.PROPOSED],
            before.placed[m.person],
        )
        for m in proposal.moves
    ]
    return _roster(before, steps, _proposal_lead(request, steps), proposal.to_negotiate)


def _roster(
    now: State, steps: Sequence[_Step], lead: Sequence[Text], negotiate: Sequence[int]
) -> ProposalRoster:
    kinds = list(MoveKind)
    labels = unit_labels(now)
    ordered = sorted(steps, key=lambda s: kinds.index(s.kind))
    names = {p.name for p in now.county.people.values() if len(p.name) > 1}
    rows = [_row(now, n, step, labels, names) for n, step in enumerate(ordered, 1)]
    held = [_held(now, n, now.placed[id_], labels) for n, id_ in enumerate(negotiate, 1)]
    return ProposalRoster(lead, rows, held)


def _row(now: State, number: int, step: _Step, labels: Mapping[int, str], names: set[str]) -> RosterRow:
    person = now.county.people[step.person]
    to = labels.get(step.to_unit, "") if step.to_unit is not None else ""
    return RosterRow(
        number,
        step.kind,
        person.name,
        SEXES[person.sex] if person.sex else same(""),
        month_cell(person.birth),
        _now(now, step.before, labels),
        _AT.format(place=to, position=POSTS[step.to_post]),
        printable_reason(step.reason, names - {person.name}, {*labels.values(), *_unit_names(now)}),
        step.progress,
    )


def _unit_names(now: State) -> Iterator[str]:
    for unit in now.county.units.values():
        yield unit.name
        if unit.short_name:
            yield unit.short_name


def _now(county: State, placed: Placed, labels: Mapping[int, str]) -> Text:
    posting = placed.posting
    position = same(posting.position) if posting and posting.position else POSTS[placed.post]
    home = labels.get(placed.home, "") if placed.home is not None else ""
    away = placed.secondment is not None and placed.working != placed.home
    if not away:
        return _AT.format(place=home, position=position)
    return _BOOKED.format(place=place(county, placed, labels), home=home, position=position)


def _held(now: State, number: int, placed: Placed, labels: Mapping[int, str]) -> NegotiateRow:
    return NegotiateRow(
        number,
        placed.person.name,
        labels.get(placed.home, "") if placed.home is not None else "",
        place(now, placed, labels),
        placed.secondment.from_ if placed.secondment else None,
    )


def _recorded(request: Request) -> Iterator[_Step]:
    """Yield the document's moves still to be completed, each from where its person stood before it."""
    county = request.document.county
    done = {id_: m for id_, m in county.moves.items() if m.status is MoveStatus.REPORTED}
    before = state(replace(county, moves=done), request.on, request.document.policy)
    for move in sorted(county.moves.values(), key=lambda m: (m.effective, m.id)):
        if move.status is not MoveStatus.REPORTED:
            yield _Step(
                move.person,
                move.kind,
                move.to_unit,
                move.to_post,
                Text(move.reason_zh, move.reason_en or move.reason_zh),
                _progress(move),
                before.placed[move.person],
            )


def _progress(move: Move) -> Text:
    words = MOVE_STATUSES[move.status]
    number = f" {move.order_number}" if move.order_number else ""
    return Text(f"{words.zh}{number},{move.effective} 起", f"{words.en}{number}, from {move.effective}")


def _kinds(steps: Sequence[_Step]) -> Text:
    found = Counter(step.kind for step in steps)
    return joined(_PART.format(kind=MOVE_KINDS[k], n=found[k]) for k in MoveKind if found[k])


def _recorded_lead(request: Request, steps: Sequence[_Step]) -> Sequence[Text]:
    moves = request.document.county.moves.values()
    found = Counter(m.status for m in moves)
    lead = [_NOBODY]
    if steps:
        statuses = joined(
            _PART.format(kind=MOVE_STATUSES[s], n=found[s])
            for s in MoveStatus
            if found[s] and s is not MoveStatus.REPORTED
        )
        lead = [_RECORDED.format(n=len(steps), parts=_kinds(steps), statuses=statuses)]
    if reported := found[MoveStatus.REPORTED]:
        lead.append(_REPORTED.format(n=reported))
    if steps:
        lead.append(_effect(request.audit, request.document.audit(request.on, "all")))
    return lead


def _proposal_lead(request: Request, steps: Sequence[_Step]) -> Sequence[Text]:
    proposal = request.proposal
    if proposal is None:
        return []
    lead = [_WHAT_IF] if proposal.asked.is_what_if else []
    if proposal.explanation is not None:
        return [*lead, proposal.explanation]
    if not steps and not proposal.proven:
        return [*lead, _NOT_FOUND]
    lead.append(_SUM.format(n=len(steps), parts=_kinds(steps)) if steps else _NOBODY)
    if proposal.asked.staying:
        lead.append(_STAYING.format(n=len(proposal.asked.staying)))
    if proposal.proven:
        transfers, changes = proposal.level("transfers"), proposal.level("post_changes")
        both = BOTH.format(n=proposal.changed_on_return) if proposal.changed_on_return else same("")
        lead.append(_PROVEN.format(transfers=transfers or 0, changes=changes or 0, both=both))
    else:
        lead.append(_UNPROVEN)
    lead.append(_effect(proposal.before, proposal.after))
    left = [
        _PART.format(kind=RULES[rule], n=level.value)
        for level in proposal.levels
        if level.name.startswith("shortage:")
        and level.value
        and (rule := level.name.partition(":")[2]) in RULES
    ]
    if left:
        lead.append(_LEFT.format(rules=joined(left)))
    return [*lead, *_confirmed(request.document, proposal)]


def _confirmed(document: Document, proposal: Proposal) -> Sequence[Text]:
    """Return what duty rosters say of the field time a proposal claims, asking them where nobody has yet."""
    if proposal.confirmed is not None:
        return proposal.confirmed
    from planner.optimise.duty.confirming import confirmations

    return confirmed_words(tuple(confirmations(document, proposal, Limits(_CONFIRMING_SECONDS))))


def _effect(before: Audit, after: Audit) -> Text:
    first, last = (ratio(audit.target("station_share")) for audit in (before, after))
    short = [sum(not t.met for t in short_units(audit, "community_share")) for audit in (before, after)]
    community = _COMMUNITY.format(c=short[0], d=short[1])
    if first is None or last is None:
        return community
    share = _EFFECT.format(before=percentage(first), b=counts(first), after=percentage(last), a=counts(last))
    return Text(f"{share.zh}{community.zh}", f"{share.en} {community.en}")


_C = Align.CENTRE
ROSTER_SHEET: Sheet[ProposalRoster, RosterRow] = Sheet(
    "rows",
    Text("拟调整人员", "Moves"),
    lambda body: body.rows,
    (
        Column("number", Text("序号", "No."), lambda r: r.number, 11, _C),
        Column("kind", Text("类别", "Kind"), lambda r: MOVE_KINDS[r.kind], 22, printed=False),
        Column("name", Text("姓名", "Name"), lambda r: r.name, 19, _C),
        Column("sex", Text("性别", "Sex"), lambda r: r.sex, 12, _C),
        Column("birth", Text("出生年月", "Born"), lambda r: r.birth, 19, _C),
        Column("now", Text("现单位及职务", "Unit and position now"), lambda r: r.now, 50),
        Column("to", Text("拟到单位及岗位", "To unit and post"), lambda r: r.to, 42),
        Column("reason", Text("理由", "Reason"), lambda r: r.reason, 72),
        Column("progress", Text("进度", "Progress"), lambda r: r.progress, 30, printed=False),
    ),
    group=lambda row: MOVE_KINDS[row.kind],
)
NEGOTIATE_SHEET: Sheet[ProposalRoster, NegotiateRow] = Sheet(
    "negotiate",
    _NEGOTIATE,
    lambda body: body.negotiate,
    (
        Column("number", Text("序号", "No."), lambda r: r.number, 11, _C),
        Column("name", Text("姓名", "Name"), lambda r: r.name, 19, _C),
        Column("home", Text("编制单位", "Home unit"), lambda r: r.home, 60),
        Column("where", Text("借用单位", "Held by"), lambda r: r.where, 100),
        Column("since", Text("开始", "Since"), lambda r: r.since, 35, _C),
    ),
)
