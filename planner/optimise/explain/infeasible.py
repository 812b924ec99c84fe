"""Why the hard rules cannot be met, in people: what stays short when everybody movable serves them."""

from __future__ import annotations

from models.allocation.model import solve
from models.run import Limits
from planner.optimise.explain.softened import soft
from planner.optimise.question import Question
from planner.optimise.translate import level_name, planned_rules
from planner.policy.settings import RULES
from planner.text import Text, joined

_SECONDS = 5.0
_WHY = Text(
    "在本口径和可调范围内,必须满足的指标无法全部满足:{short};请扩大可调范围、降低最低保留人数或改为尽量满足。",
    "Within this policy and the movable range the hard rules cannot all be met: {short}."
    " Widen the movable range, lower the minimum kept, or make a rule soft.",
)
_SHORT = Text("{rule}至少差 {n} 人", "{rule} stays at least {n} short")
_UNKNOWN = Text("差多少人未能算出", "by how many could not be told in time")


def why_infeasible(question: Question) -> Text:
    """Return the sentence with the least shortage of the hard rules, the first of them first."""
    state = question.state
    hard = [rule for rule in planned_rules(state) if state.policy.is_hard(rule)]
    problem = soft(question).problem
    outcome = solve(problem, Limits(_SECONDS), through=level_name(hard[-1])) if hard else None
    values = outcome.values if outcome is not None else {}
    short = [(rule, values.get(level_name(rule), 0)) for rule in hard]
    parts = [_SHORT.format(rule=RULES[rule], n=n) for rule, n in short if n]
    return _WHY.format(short=joined(parts) if parts else _UNKNOWN)
