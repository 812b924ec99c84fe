"""What a person reads on the terminal: the headline figures, the findings, the plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from planner.audit.ledgers import LEDGER_NAMES, SCALE, Ledger
from planner.audit.results import GRAVITY_NAMES, Audit, Gravity, Target
from planner.audit.rules.station_share import percent
from planner.county.records import MoveKind, Post
from planner.document import Document
from planner.policy.settings import RULES
from planner.text import Language, Text, joined, same

if TYPE_CHECKING:
    from planner.optimise.proposal import Proposal

_HEAD = Text("{county} · {date} · 口径:{policy}", "{county} · {date} · policy: {policy}")
_FIGURE = Text(
    "{rule}:{counts},要求 {required},{verdict}", "{rule}: {counts}; required {required}; {verdict}"
)
_MET = Text("达标", "met")
_SHORT = Text("差 {n} 人", "{n} short")
_NOBODY = Text("无人可计,不评价", "nobody to count, not judged")
_FINDINGS = Text("问题 {n} 项{parts}", "{n} findings{parts}")
_POSTS = {
    Post.LEADER: Text("所领导", "leader"),
    Post.COMMUNITY: Text("社区民警", "community"),
    Post.CASE: Text("办案", "cases"),
    Post.COMMAND_ROOM: Text("综合指挥室", "command room"),
    Post.OFFICE: Text("内勤", "office"),
    Post.OTHER: Text("其他岗位", "other post"),
}
_KINDS = {
    MoveKind.RETURN: Text("返岗", "return"),
    MoveKind.TRANSFER: Text("交流", "transfer"),
    MoveKind.POST_CHANGE: Text("岗位调整", "post change"),
}
_MOVE = Text(
    "[{kind}] {name}({badge}) {from_unit}{from_post} → {to_unit}{to_post}:{reason}",
    "[{kind}] {name} ({badge}) {from_unit}, {from_post} → {to_unit}, {to_post}: {reason}",
)
_RANGE = Text("机关 {officers} 人:可调 {movable} 人{why}", "Headquarters {officers}: {movable} movable{why}")
_WHY = Text("({why})", " ({why})")
_NEGOTIATE = Text("待协调(局外抽调)", "To negotiate (drawn off to outside)")
_IMPORTED = Text(
    "{county}:读入 {people} 人(民警 {sworn} 人)、{units} 个单位;需核对 {issues} 处。",
    "{county}: {people} people ({sworn} sworn officers), {units} units; {issues} points to verify.",
)


def check_summary(audit: Audit, language: Language) -> list[str]:
    """Return the lines `check` prints."""
    lines = [head(audit), *_figures(audit), _finding_count(audit)]
    lines += [same("  [{g}] {m}").format(g=GRAVITY_NAMES[f.gravity], m=f.message) for f in audit.findings]
    return [line.in_language(language) for line in lines]


def plan_summary(proposal: Proposal, language: Language) -> list[str]:
    """Return the lines `plan` prints."""
    from planner.optimise.answer import answer, negotiated, once_given_back, shortage_words

    lines = [head(proposal.before), _headquarters(proposal), *proposal.notes, answer(proposal)]
    lines += [words for words in (shortage_words(proposal), once_given_back(proposal)) if words is not None]
    lines += _moves(proposal)
    if proposal.to_negotiate:
        names = joined(words for _, words in negotiated(proposal))
        lines.append(Text(f"{_NEGOTIATE.zh}:{names.zh}", f"{_NEGOTIATE.en}: {names.en}"))
    lines += _figures(proposal.after)
    return [line.in_language(language) for line in lines]


def import_summary(document: Document, issues: int, language: Language) -> list[str]:
    """Return the lines `import` prints."""
    county = document.county
    sworn = sum(p.category.is_sworn for p in county.people.values())
    line = _IMPORTED.format(
        county=county.name or "—",
        people=len(county.people),
        sworn=sworn,
        units=len(county.units),
        issues=issues,
    )
    return [line.in_language(language)]


def head(audit: Audit) -> Text:
    """Return the line every summary begins with: which county, on which date, by which policy."""
    state = audit.state
    return _HEAD.format(county=state.county.name or "—", date=state.date, policy=state.policy.name)


def _figures(audit: Audit) -> Iterator[Text]:
    """Yield the county's figures, and where stations are short, how many of them."""
    for rule in RULES:
        here = audit.target(rule)
        if here is not None:
            yield _figure(audit, here)
        short = [
            t for t in audit.targets if t.rule == rule and t.unit and t.ledger is Ledger.PRESENT and not t.met
        ]
        if short and rule != "ledger_gap":
            units = joined(same(audit.state.unit_name(t.unit)) for t in short)
            yield Text(
                f"{RULES[rule].zh}:{len(short)} 个派出所未达标({units.zh})",
                f"{RULES[rule].en}: {len(short)} stations not met ({units.en})",
            )


def _figure(audit: Audit, here: Target) -> Text:
    planned = Ledger(audit.state.policy.choice("planning.ledger"))
    more = audit.target(here.rule, planned) if planned is not Ledger.PRESENT else None
    shown = [t for t in (audit.target(here.rule, Ledger.BOOKS), here, more) if t is not None]
    parts = [
        Text(f"{LEDGER_NAMES[t.ledger].zh} {_count(t)}", f"{LEDGER_NAMES[t.ledger].en} {_count(t)}")
        for t in shown
    ]
    return _FIGURE.format(
        rule=RULES[here.rule],
        counts=Text(" · ".join(p.zh for p in parts), " · ".join(p.en for p in parts)),
        required=here.required_words,
        verdict=_verdict(here),
    )


def _verdict(target: Target) -> Text:
    if target.denominator == 0:
        return _NOBODY  # none of nobody reaches any share, but that is no merit
    return _MET if target.met else _SHORT.format(n=target.shortfall)


def _count(target: Target) -> str:
    if target.denominator is None:
        return str(target.numerator)
    share = percent(target.numerator, target.denominator)
    whole = SCALE[target.ledger]
    return f"{target.numerator / whole:g}/{target.denominator / whole:g} ({share}%)"


def _finding_count(audit: Audit) -> Text:
    counts = Counter(f.gravity for f in audit.findings)
    words = [
        Text(f"{GRAVITY_NAMES[g].zh} {counts[g]}", f"{counts[g]} {GRAVITY_NAMES[g].en}")
        for g in Gravity
        if counts[g]
    ]
    parts = joined(words)
    listed = Text(f":{parts.zh}", f": {parts.en}") if words else Text("", "")
    return _FINDINGS.format(n=len(audit.findings), parts=listed)


def _headquarters(proposal: Proposal) -> Text:
    units = proposal.before.state.county.units.values()
    total = proposal.movable.total(frozenset(u.id for u in units if u.ours and not u.is_station))
    why = _WHY.format(why=total.reasons()) if total.barred else same("")
    return _RANGE.format(officers=total.officers, movable=total.movable, why=why)


def _moves(proposal: Proposal) -> Iterable[Text]:
    state = proposal.before.state
    for move in proposal.moves:
        placed = state.placed[move.person]
        yield _MOVE.format(
            kind=_KINDS[move.kind],
            name=placed.person.name,
            badge=placed.person.badge_number,
            from_unit=state.working_place(placed),
            to_unit=state.unit_name(move.to_unit),
            from_post=_POSTS[move.from_post],
            to_post=_POSTS[move.to_post],
            reason=move.reason,
        )
