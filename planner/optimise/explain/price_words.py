"""A price tag in one sentence: who moves instead, and what becomes of every level."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planner.county.records import MoveKind
from planner.optimise.proposal import LEVEL_NAMES, Proposal, ProposedMove
from planner.policy.settings import RULES
from planner.tables.names import POSTS
from planner.text import Text, joined, same

NAMED = 3
Change = tuple[str, int, int]  # level, before, after
_ASKED: Mapping[str, Text] = {
    "staying": Text("若{name}({unit})不动", "If {name} ({unit}) stays"),
    "pin": Text("若准许调动{name}({unit})", "If {name} ({unit}) may move"),
    "kept": Text("若终止{name}({unit})的抽调保留", "If the approval that keeps {name} ({unit}) away ends"),
}
_SENTENCE = Text("{asked},{instead}{levels}。", "{asked}, {instead}{levels}.")
_INSTEAD = Text("须改调{who}(共 {n} 人),", "{who} must move instead ({n} in all); ")
_NOBODY = Text("无人可替,", "nobody can take the place; ")
_ELSEWHERE = Text("由方案内其他人改派即可,", "others of the plan can take it over; ")
_NOT_NEEDED = Text("不须另调他人,", "nobody else need move; ")
_OWN = Text("则{move},", "{move}; ")
_SAME = Text("各项缺口和调整人数不变", "all shortages and the number of changes stay as they are")
_SHORT = Text("{rule}由差 {before} 人变为差 {after} 人", "{rule} {before} → {after} short")
_LEVEL = Text("{level}由 {before} 变为 {after}", "{level} {before} → {after}")
_INFEASIBLE = Text("则没有可行的方案:{why}", "there is no plan: {why}")
_UNKNOWN = Text("在限时内未能算出", "it could not be told in time")
_MOVES: Mapping[MoveKind, Text] = {
    MoveKind.TRANSFER: Text("{name}({home}→{unit})", "{name} ({home} → {unit})"),
    MoveKind.RETURN: Text("{name}({home}→{unit}返岗)", "{name} (back from {home} to {unit})"),
    MoveKind.POST_CHANGE: Text("{name}({unit}改任{post})", "{name} ({unit}, to {post})"),
}
_OUTSIDE = Text("局外单位", "an outside unit")
_MORE = Text("{some}等", "{some} and others")


def sentence_of(
    kind: str,
    proposal: Proposal,
    after: Proposal,
    person: int,
    changes: Sequence[Change],
    replacements: Sequence[ProposedMove],
    elsewhere: int,
) -> Text:
    """Return what a question about one officer changes; `elsewhere` of the plan's people go elsewhere."""
    state = proposal.before.state
    placed = state.placed[person]
    asked = _ASKED[kind].format(name=placed.person.name, unit=state.unit_name(placed.home))
    if after.explanation is not None:
        why = Text(after.explanation.zh.rstrip("。"), after.explanation.en.rstrip("."))
        return _SENTENCE.format(asked=asked, instead=same(""), levels=_INFEASIBLE.format(why=why))
    if not after.levels:
        return _SENTENCE.format(asked=asked, instead=same(""), levels=_UNKNOWN)
    instead = _instead(kind, proposal, after, person, changes, replacements, elsewhere)
    return _SENTENCE.format(asked=asked, instead=instead, levels=_levels(changes))


def _instead(
    kind: str,
    proposal: Proposal,
    after: Proposal,
    person: int,
    changes: Sequence[Change],
    replacements: Sequence[ProposedMove],
    elsewhere: int,
) -> Text:
    own = next((m for m in after.moves if m.person == person), None)
    first = _OWN.format(move=move_words(own, proposal)) if own and kind != "staying" else same("")
    if replacements:
        listed = joined(move_words(m, proposal) for m in replacements[:NAMED])
        who = listed if len(replacements) <= NAMED else _MORE.format(some=listed)
        return _both(first, _INSTEAD.format(who=who, n=len(replacements)))
    if kind != "staying":
        return first
    if elsewhere:
        return _ELSEWHERE
    worse = any(after_ > before for name, before, after_ in changes if name.startswith("shortage:"))
    return _NOBODY if worse else _NOT_NEEDED


def _levels(changes: Sequence[Change]) -> Text:
    told = [_change(change) for change in changes]
    return joined(told) if told else _SAME


def _change(change: Change) -> Text:
    name, before, after = change
    kind, _, rule = name.partition(":")
    if kind == "shortage":
        return _SHORT.format(rule=RULES[rule], before=before, after=after)
    return _LEVEL.format(level=LEVEL_NAMES[name], before=before, after=after)


def move_words(move: ProposedMove, proposal: Proposal) -> Text:
    """Return who goes from where to where."""
    state = proposal.before.state
    placed = state.placed[move.person]
    return _MOVES[move.kind].format(
        name=placed.person.name,
        home=state.working_place(placed) or _OUTSIDE,
        unit=state.unit_name(move.to_unit),
        post=POSTS[move.to_post],
    )


def _both(one: Text, other: Text) -> Text:
    return Text(f"{one.zh}{other.zh}", f"{one.en}{other.en}")
