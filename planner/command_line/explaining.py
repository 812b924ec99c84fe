"""What `jingli explain` says: JSON for scripts, lines for people; names stay on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from planner.command_line.contract import Json, badges, move_json, scope
from planner.command_line.summary import plan_summary
from planner.county.state import State
from planner.errors import InputError
from planner.policy.settings import RULES
from planner.text import Language, Text, joined

if TYPE_CHECKING:
    from planner.document import Document
    from planner.optimise.explain.conflict import Conflict
    from planner.optimise.explain.explanation import Explanation
    from planner.optimise.explain.price_tag import PriceTag
    from planner.optimise.explain.relaxations import Relaxation
    from planner.optimise.explain.shortfall import Statement
    from planner.optimise.proposal import Proposal, ProposedMove

_SHORTAGES = Text("缺口:", "Short:")
_RELAXATIONS = Text(
    "可选的放宽办法(按仍差人数、所需人数排列):", "Ways out, by what stays short and what they take:"
)
_CONFLICT = Text("不能同时成立的最小一组:", "A minimal set that cannot hold together:")
_PRICES = Text("若换人或不动:", "If somebody else moves, or nobody:")
_CURVE = Text("交流人数与仍差人数:", "Transfers, and what then stays short:")
_POINT = Text("  交流 {k} 人:仍差 {n} 人{parts}", "  transfers {k}: {n} short{parts}")
_PART = Text("{rule} {n}", "{rule} {n}")
_NOT_REACHED = Text("限时内未及计算。", "Not reached in time.")
_LEFT_OUT = Text(
    "  限时内未及计算:另有 {n} 项调动的替换人选。",
    "  Not reached in time: who else could make {n} more moves.",
)
_NOT_MOVED = Text(
    "方案不调动{name};其留在原处,方案不变。",
    "The plan does not move {name}; if they stay where they are, it stays as it is.",
)
_NOT_LIFTED = Text(
    "{name}不在可调范围,且其限制不可放开,不作推算。",
    "{name} is outside the movable range for a reason that is never lifted; no price is worked out.",
)
_NOT_COUNTED = Text(
    "{name}不计入本局在册民警,方案不调动其人,不作推算。",
    "{name} is not counted among the bureau's sworn officers and no plan moves them; no price is worked out.",
)
_UNKNOWN_BADGE = Text(
    "花名册中没有警号“{badge}”,请核对 --officer。",
    "No officer has the badge number “{badge}”; check --officer.",
)


def officers_of(document: Document, wanted: list[str]) -> list[int]:
    """Return the people with these badge numbers; raise InputError for one nobody has."""
    known = {person.badge_number: person.id for person in document.county.people.values()}
    for badge in wanted:
        if badge not in known:
            raise InputError(_UNKNOWN_BADGE.format(badge=badge))
    return [known[badge] for badge in dict.fromkeys(wanted)]


def explain_json(explanation: Explanation) -> Json:
    """Return what `explain --json` prints."""
    from planner.optimise.answer import answer

    proposal = explanation.proposal
    state = proposal.before.state
    return {
        "status": proposal.status,
        "answer": answer(proposal).as_json(),
        "shortages": [_statement(s, state) for s in explanation.shortages],
        "moves": [{**move_json(m, state), **_next_best(m, explanation)} for m in proposal.moves],
        "relaxations": [_relaxation(r, state) for r in explanation.relaxations],
        "conflict": None if explanation.conflict is None else _conflict(explanation.conflict, state),
        "price_tags": [_price_tag(person, tag, proposal) for person, tag in explanation.price_tags.items()],
        "curve": [
            {"transfers": p.transfers, "shortages": dict(p.shortages), "total": p.total, "proven": p.proven}
            for p in explanation.curve
        ],
    }


def _statement(statement: Statement, state: State) -> Json:
    return {
        "rule": statement.rule,
        "scope": scope(statement.unit, state),
        "short": statement.short,
        "units": [state.unit_name(u) for u in statement.units],
        "text": statement.text.as_json(),
        "action": statement.action.as_json(),
        "effect": statement.effect.as_json(),
    }


def _next_best(move: ProposedMove, explanation: Explanation) -> Json:
    """Return the next best candidate, or null and why there is none."""
    state = explanation.proposal.before.state
    tag = explanation.next_bests.get(move.person)
    if tag is None or tag.next_best is None:
        why = _NOT_REACHED if tag is None else tag.sentence
        return {"next_best": None, "why_none": why.as_json()}
    return {
        "next_best": {
            "officer": state.county.people[tag.next_best.person].badge_number,
            "cost": [{"level": c.name, "by": c.by} for c in tag.changes],
            "proven": tag.proven,
            "sentence": tag.sentence.as_json(),
        }
    }


def _relaxation(relaxation: Relaxation, state: State) -> Json:
    return {
        "family": relaxation.family,
        "action": relaxation.action.as_json(),
        "effect": relaxation.effect.as_json(),
        "amount": relaxation.amount,
        "short_before": relaxation.short_before,
        "short_after": relaxation.short_after,
        "units": [state.unit_name(u) for u in relaxation.units],
        "officers": badges(relaxation.people, state),
        "rows": [row.as_json() for row in relaxation.rows],
    }


def _conflict(conflict: Conflict, state: State) -> Json:
    return {
        "short": conflict.short,
        "proven": conflict.proven,
        "sentence": conflict.sentence.as_json(),
        "members": [
            {
                "kind": member.kind,
                "units": [state.unit_name(u) for u in member.units],
                "officers": badges(member.people, state),
                "text": member.text.as_json(),
            }
            for member in conflict.members
        ],
    }


def _price_tag(person: int, tag: PriceTag | None, proposal: Proposal) -> Json:
    state = proposal.before.state
    officer = state.county.people[person].badge_number
    sentence = _tag_words(person, tag, proposal).as_json()
    if tag is None:
        named: Json = {"move": None, "replacements": [], "rearranged": [], "dropped": []}
        return {"officer": officer, "cost": [], **named, "proven": True, "sentence": sentence}
    return {
        "officer": officer,
        "cost": [{"level": c.name, "by": c.by} for c in tag.changes],
        "move": None if tag.own is None else move_json(tag.own, state),
        "replacements": [move_json(m, state) for m in tag.replacements],
        "rearranged": [move_json(m, state) for m in tag.rearranged],
        "dropped": [move_json(m, state) for m in tag.dropped],
        "proven": tag.proven,
        "sentence": sentence,
    }


def _tag_words(person: int, tag: PriceTag | None, proposal: Proposal) -> Text:
    """Return a price in words; of who has none, why: reasons that are private are not told."""
    if tag is not None:
        return tag.sentence
    bars = proposal.movable.bars
    barred = _NOT_MOVED if bars.get(person) is None else _NOT_LIFTED
    why = barred if person in bars else _NOT_COUNTED
    return why.format(name=proposal.before.state.county.people[person].name)


def explain_summary(explanation: Explanation, language: Language) -> list[str]:
    """Return the lines `explain` prints."""
    lines = plan_summary(explanation.proposal, language)
    return lines + [line.in_language(language) for line in _lines(explanation)]


def _lines(explanation: Explanation) -> Iterator[Text]:
    proposal = explanation.proposal
    if explanation.shortages:
        yield _SHORTAGES
        yield from (_row(s.text, s.action, s.effect) for s in explanation.shortages)
    if explanation.relaxations:
        yield _RELAXATIONS
        yield from (_row(r.action, r.effect) for r in explanation.relaxations)
    if explanation.conflict is not None:
        yield _CONFLICT
        yield _row(explanation.conflict.sentence)
        yield from (_row(member.text) for member in explanation.conflict.members)
    tags = [_tag_words(person, tag, proposal) for person, tag in explanation.price_tags.items()]
    tags += [tag.sentence for tag in explanation.next_bests.values()]
    left_out = len(proposal.moves) - len(explanation.next_bests)
    if tags or left_out:
        yield _PRICES
        yield from map(_row, tags)
    if left_out:
        yield _LEFT_OUT.format(n=left_out)
    if len(explanation.curve) > 1:
        yield _CURVE
        for point in explanation.curve:
            parts = joined(_PART.format(rule=RULES[rule], n=n) for rule, n in point.shortages.items() if n)
            listed = Text(f"({parts.zh})", f" ({parts.en})") if parts.zh else Text("", "")
            yield _POINT.format(k=point.transfers, n=point.total, parts=listed)


def _row(*sentences: Text) -> Text:
    return Text("  " + "".join(s.zh for s in sentences), "  " + " ".join(s.en for s in sentences))
