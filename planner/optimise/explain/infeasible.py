"""Why the hard rules cannot be met, in people: what stays short when everybody movable serves them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from models.allocation.model import solve
from models.allocation.outcome import Level
from models.run import Limits, Stop
from planner.optimise.explain.softened import soft
from planner.optimise.proposal import level_title
from planner.optimise.question import Question
from planner.optimise.translate import level_name, planned_rules
from planner.policy.settings import RULES
from planner.text import Text, joined

_SECONDS = 5.0  # at most, of what the caller may spend
_WHY = Text(
    "在本口径和可调范围内,必须满足的指标无法全部满足:{short};请扩大可调范围、降低最低保留人数或改为尽量满足。",
    "Within this policy and the movable range the hard rules cannot all be met: {short}."
    " Widen the movable range, lower the minimum kept, or make a rule soft.",
)
_SHORT = Text("{rule}至少差 {n} 人", "{rule} stays at least {n} short")
_AROUND = Text(
    "{rule}差 {n} 人(尚未证明最少)", "{rule} stays {n} short (fewer might be possible, not proven yet)"
)
_CAPPED = Text(
    "本次提问限定了{levels},在这些限定内没有方案;请放宽限定。",
    "The question holds {levels}, and no plan keeps to that: allow more.",
)
_CAP = Text("{level}不超过 {n}", "{level} at {n} at most")
_UNKNOWN = Text("差多少人未能算出", "by how many could not be told in time")


def why_infeasible(question: Question, limits: Limits | None = None, stop: Stop | None = None) -> Text:
    """Return the sentence with the least shortage of the hard rules, the first of them first."""
    state, caps = question.state, question.asked.caps
    hard = [rule for rule in planned_rules(state) if state.policy.is_hard(rule)]
    if not hard:
        return _CAPPED.format(levels=_capped(caps))
    limits = limits or Limits()
    limits = replace(limits, seconds=min(_SECONDS, limits.seconds))
    problem = soft(question).problem
    outcome = solve(problem, limits, stop=stop, caps=caps, through=level_name(hard[-1]))
    if outcome.status == "infeasible":
        return _CAPPED.format(levels=_capped(caps))
    known = {level.name: level for level in outcome.levels}
    parts = [_short(rule, level) for rule in hard if (level := known.get(level_name(rule)))]
    said = [part for part in parts if part is not None]
    return _WHY.format(short=joined(said) if said else _UNKNOWN)


def _short(rule: str, level: Level) -> Text | None:
    """Return by how many a rule is short: what is proven, else what is known to be reachable."""
    if not level.value:
        return None
    if level.bound:
        return _SHORT.format(rule=RULES[rule], n=level.bound)
    return _AROUND.format(rule=RULES[rule], n=level.value)


def _capped(caps: Mapping[str, int]) -> Text:
    return joined(_CAP.format(level=level_title(name), n=n) for name, n in caps.items())
