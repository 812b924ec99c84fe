"""A price tag in one sentence: who moves instead, and what becomes of every level."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from models.allocation.requirements import HARDSHIP
from planner.county.records import MoveKind
from planner.optimise.proposal import LEVEL_NAMES, Proposal, ProposedMove, level_title
from planner.policy.settings import RULES
from planner.tables.names import POSTS
from planner.text import Text, joined, same

if TYPE_CHECKING:
    from planner.optimise.explain.price_tag import PriceTag

NAMED = 3
Change = tuple[str, int, int]  # level, before, after
_ASKED: Mapping[str, Text] = {
    "staying": Text("若{name}({unit})不动", "If {name} ({unit}) stays"),
    "pin": Text("若准许调动{name}({unit})", "If {name} ({unit}) may move"),
    "kept": Text("若终止{name}({unit})的抽调保留", "If the approval that keeps {name} ({unit}) away ends"),
    "outside": Text("若{place}归还{name}({unit})", "If {place} gives {name} ({unit}) back"),
    "outside_kept": Text(
        "若终止{name}({unit})的抽调保留并由{place}归还",
        "If the approval that keeps {name} ({unit}) away ends and {place} gives them back",
    ),
}
_SENTENCE = Text("{asked},{instead}{levels}{unproven}。", "{asked}, {instead}{levels}{unproven}.")
_INSTEAD = Text("须改调{who}(共 {n} 人),", "{who} must move instead ({n} in all); ")
_NOBODY = Text("无人可替,", "nobody can take the place; ")
_ELSEWHERE = Text("由方案内其他 {n} 人改派即可,", "{n} others of the plan can take it over; ")
_REARRANGED = Text("方案内另有 {n} 人改派,", "{n} others of the plan go elsewhere; ")
_NOT_NEEDED = Text("不须另调他人,", "nobody else need move; ")
_SPARED = Text("可不调{who}(共 {n} 人),", "{who} need not change ({n} in all); ")
_OWN = Text("则{move},", "{move}; ")
_SAME = Text("各项缺口和调整人数不变", "all shortages and the number of changes stay as they are")
_SHORT = Text("{rule}由差 {before} 人变为差 {after} 人", "{rule} {before} → {after} short")
_LEVEL = Text("{level}由 {before} 变为 {after}", "{level} {before} → {after}")
_POSSIBLE = Text("则有可行的方案", "there is a plan")
_INFEASIBLE = Text("则没有可行的方案:{why}", "there is no plan: {why}")
_CAPPED = Text("则在所设上限({caps})内没有可行的方案", "there is no plan within what is allowed ({caps})")
_CAP = Text("{level}不超过 {n}", "{level} at most {n}")
_STILL_BARRED = Text(
    "其仍不在可调范围,方案不变", "they stay outside the movable range and the plan stays as it is"
)
_UNKNOWN = Text("在限时内未能算出", "it could not be told in time")
_UNPROVEN = Text("(尚未证明)", " (not yet proven)")
_HARDSHIP_UNPROVEN = Text("(困难值尚未证明最低)", " (hardship not yet proven least)")
_MOVES: Mapping[MoveKind, Text] = {
    MoveKind.TRANSFER: Text("{name}({home}→{unit})", "{name} ({home} → {unit})"),
    MoveKind.RETURN: Text("{name}({home}→{unit}返岗)", "{name} (back from {home} to {unit})"),
    MoveKind.POST_CHANGE: Text("{name}({unit}改任{post})", "{name} ({unit}, to {post})"),
}
_MORE = Text("{some}等", "{some} and others")


def sentence_of(kind: str, tag: PriceTag, proposal: Proposal, after: Proposal) -> Text:
    """Return what a question about one officer changes, and that it is not proven where it is not."""
    asked = _asked(kind, tag.person, proposal)
    if after.status == "infeasible":
        return _SENTENCE.format(asked=asked, instead=same(""), levels=_impossible(after), unproven=same(""))
    if not after.levels:
        return _SENTENCE.format(asked=asked, instead=same(""), levels=_UNKNOWN, unproven=same(""))
    if kind == "pin" and not after.movable.may_change_post(tag.person):
        return _SENTENCE.format(asked=asked, instead=same(""), levels=_STILL_BARRED, unproven=same(""))
    levels = _levels([(c.name, c.before, c.after) for c in tag.changes]) if proposal.levels else _POSSIBLE
    instead = _instead(kind, tag, after)
    return _SENTENCE.format(
        asked=asked, instead=instead, levels=levels, unproven=_doubt(tag, proposal, after)
    )


def _asked(kind: str, person: int, proposal: Proposal) -> Text:
    state = proposal.before.state
    placed = state.placed[person]
    return _ASKED[kind].format(
        name=placed.person.name,
        unit=state.unit_name(placed.home),
        place=state.working_words(placed),
    )


def _impossible(after: Proposal) -> Text:
    """Return that there is no plan: by what the question holds at a value, or by the hard rules."""
    if after.asked.caps:
        caps = (_CAP.format(level=level_title(name), n=n) for name, n in after.asked.caps.items())
        return _CAPPED.format(caps=joined(caps))
    why = after.explanation or same("")
    return _INFEASIBLE.format(why=Text(why.zh.rstrip("。"), why.en.rstrip(".")))


def _doubt(tag: PriceTag, proposal: Proposal, after: Proposal) -> Text:
    if tag.proven:
        return same("")
    open_ = {lv.name for plan in (proposal, after) for lv in plan.levels if not lv.proven}
    return _HARDSHIP_UNPROVEN if open_ == {HARDSHIP} else _UNPROVEN


def _instead(kind: str, tag: PriceTag, after: Proposal) -> Text:
    said = [_OWN.format(move=move_words(tag.own, after))] if tag.own is not None else []
    worse = any(c.by > 0 for c in tag.changes if c.name.startswith("shortage:"))
    taken_over = kind == "staying" and bool(tag.rearranged) and not (tag.replacements or worse)
    if tag.replacements:
        said.append(_some(_INSTEAD, [move_words(m, after) for m in tag.replacements]))
    elif taken_over:
        said.append(_ELSEWHERE.format(n=len(tag.rearranged)))
    elif kind == "staying" and not worse:
        said.append(_NOT_NEEDED)
    elif kind == "staying" and tag.proven:
        said.append(_NOBODY)
    if tag.rearranged and not taken_over:
        said.append(_REARRANGED.format(n=len(tag.rearranged)))
    if tag.dropped:
        state = after.before.state
        said.append(_some(_SPARED, [same(state.placed[m.person].person.name) for m in tag.dropped]))
    return Text("".join(s.zh for s in said), "".join(s.en for s in said))


def _some(sentence: Text, people: Sequence[Text]) -> Text:
    listed = joined(people[:NAMED])
    who = listed if len(people) <= NAMED else _MORE.format(some=listed)
    return sentence.format(who=who, n=len(people))


def _levels(changes: Sequence[Change]) -> Text:
    told = [_change(change) for change in changes]
    return joined(told) if told else _SAME


def _change(change: Change) -> Text:
    name, before, after = change
    kind, _, rule = name.partition(":")
    if kind == "shortage":
        return _SHORT.format(rule=RULES[rule], before=before, after=after)
    return _LEVEL.format(level=LEVEL_NAMES[name], before=before, after=after)


def move_words(move: ProposedMove, after: Proposal) -> Text:
    """Return who goes from where to where."""
    state = after.before.state
    placed = state.placed[move.person]
    return _MOVES[move.kind].format(
        name=placed.person.name,
        home=state.working_words(placed),
        unit=state.unit_name(move.to_unit),
        post=POSTS[move.to_post],
    )
