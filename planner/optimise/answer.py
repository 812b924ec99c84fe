"""A proposal in words: the least that must change, what stays short, and how far that is proven."""

from __future__ import annotations

from planner.county.records import MoveKind
from planner.optimise.proposal import STATUS_NAMES, Level, Proposal
from planner.policy.settings import RULES
from planner.text import Text, joined

_LEAST = Text(
    "在本口径和可调范围内,最少需单位间交流 {transfers} 人、岗位调整 {changes} 人{both}{returns};"
    "共 {n} 人。{status}。",
    "Within this policy and the movable range the fewest are: transfers {transfers}, post changes {changes}"
    "{both}{returns}; people in all {n}. {status}.",
)
_ONLY_RETURNS = Text(
    "在本口径和可调范围内,只需被抽调的 {n} 人返岗,不需交流和岗位调整。{status}。",
    "Within this policy and the movable range returns are enough ({n}), without transfer or post change."
    " {status}.",
)
_BEST = Text(
    "单位间交流 {transfers} 人、岗位调整 {changes} 人{both}{returns};共 {n} 人。{status},尚未证明最少。",
    "Transfers {transfers}, post changes {changes}{both}{returns}; people in all {n}."
    " {status}, not proven to be the fewest.",
)
_RETURNS = Text(",另有 {n} 人应返岗", ", returns due {n}")
BOTH = Text("(其中 {n} 人返岗时换岗)", " ({n} of them on return)")
_IN_ORDER = Text("无需调整:各项计划指标均已满足。", "Nothing needs to change: every planned rule holds.")
_OWN_POWERS = Text(
    "本局权限内无需调整;另有 {n} 人被抽调至局外,待协调。",
    "Nothing needs to change within the bureau's power; {n} officers drawn off to outside it remain"
    " to be negotiated.",
)
_NO_WAY = Text(
    "在本口径和可调范围内,任何调整都不能再减少缺口。",
    "Within this policy and the movable range no move makes any shortage smaller.",
)
_NOTHING_YET = Text("已停止,尚未得到方案。", "Stopped before any plan was found.")
_NO_TIME = Text("时间用尽,尚未得到方案。", "Out of time before any plan was found.")
_INFEASIBLE = Text(
    "没有可行的方案:必须满足的指标无法同时满足。", "There is no plan: the hard rules cannot all be met."
)
_ALL_MET = Text("调整后各项计划指标均无缺口。", "With it no planned rule is short.")
_OWN_MET = Text(
    "调整后本局权限内的各项指标均无缺口。", "With it no planned rule within the bureau's power is short."
)
_STILL = Text("调整后仍有缺口:{parts}{proven}。", "With it these stay short: {parts}{proven}.")
_LEAST_SHORT = Text("(已证明不能再少)", " (proven to be the least)")
_PART = Text("{rule}差 {n} 人", "{rule} by {n}")
_ONCE = Text(
    "若局外单位归还 {n} 人:单位间交流 {transfers} 人、岗位调整 {changes} 人、返岗 {returns} 人;{short}",
    "Once outside units give back {n}: transfers {transfers}, post changes {changes}, returns {returns}."
    " {short}",
)
_PLACES = Text("{name}({home} → {place})", "{name} ({home} → {place})")


def answer(proposal: Proposal) -> Text:
    """Return what must change, in one sentence that claims no more than is proven."""
    if proposal.status == "infeasible":
        return _INFEASIBLE
    if not proposal.levels:
        return _NOTHING_YET if proposal.status == "stopped" else _NO_TIME
    if not proposal.moves and proposal.proven:
        return _nothing_to_do(proposal)
    status = STATUS_NAMES[proposal.status]
    status = Text(status.zh, f"{status.en[:1].upper()}{status.en[1:]}")
    counts = _counts(proposal)
    if proposal.proven and not counts["transfers"] and not counts["changes"]:
        return _ONLY_RETURNS.format(n=len(proposal.moves), status=status)
    counts["returns"] = _unless_none(_RETURNS, proposal.count(MoveKind.RETURN))
    counts["both"] = _unless_none(BOTH, proposal.changed_on_return)
    sentence = _LEAST if proposal.proven else _BEST
    return sentence.format(n=len(proposal.moves), status=status, **counts)


def _unless_none(words: Text, n: int) -> Text:
    return words.format(n=n) if n else Text("", "")


def _counts(proposal: Proposal) -> dict[str, object]:
    """Return the two levels that count changes; a return to another post is a post change too."""
    return {"transfers": proposal.level("transfers"), "changes": proposal.level("post_changes")}


def _nothing_to_do(proposal: Proposal) -> Text:
    if short_levels(proposal):
        return _NO_WAY
    outside = len(proposal.to_negotiate)
    return _OWN_POWERS.format(n=outside) if outside else _IN_ORDER


def short_levels(proposal: Proposal) -> list[Level]:
    """Return the rules that stay short."""
    return [level for level in proposal.levels if level.name.startswith("shortage:") and level.value]


def shortage_words(proposal: Proposal) -> Text | None:
    """Return what stays short with the plan; None where there is no plan or nothing to say beside it."""
    short = short_levels(proposal)
    if not proposal.levels or (not short and not proposal.moves):
        return None
    if not short:
        return _OWN_MET if proposal.to_negotiate else _ALL_MET
    parts = joined(_PART.format(rule=RULES[lv.name.partition(":")[2]], n=lv.value) for lv in short)
    proven = _LEAST_SHORT if all(level.proven for level in short) else Text("", "")
    return _STILL.format(parts=parts, proven=proven)


def once_given_back(proposal: Proposal) -> Text | None:
    """Return the second result beside the first: once outside units give back; None where there is none."""
    second = proposal.once_outside_returned
    if second is None or not second.levels:
        return None
    return _ONCE.format(
        n=len(proposal.to_negotiate),
        returns=second.count(MoveKind.RETURN),
        short=shortage_words(second) or Text("", ""),
        **_counts(second),
    )


def negotiated(proposal: Proposal) -> list[tuple[int, Text]]:
    """Return who is drawn off to outside the bureau, with home and place, to be negotiated."""
    before = proposal.before.state
    found = []
    for person in proposal.to_negotiate:
        placed = before.placed[person]
        words = _PLACES.format(
            name=placed.person.name,
            home=before.unit_name(placed.home),
            place=before.working_words(placed),
        )
        found.append((person, words))
    return found
