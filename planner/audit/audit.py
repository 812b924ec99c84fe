"""The audit: every rule that is on, over one state."""

from __future__ import annotations

from planner.audit.frontier_findings import frontier_findings
from planner.audit.ledgers import count
from planner.audit.out_of_place import out_of_place_findings
from planner.audit.results import Audit, Gravity
from planner.audit.rules import Situation, rules
from planner.audit.rules.community_share import community_totals
from planner.county.duty import NO_DUTY, DutyBook
from planner.county.state import State

_ORDER = {gravity: i for i, gravity in enumerate(Gravity)}


def audit(state: State, duty: DutyBook = NO_DUTY) -> Audit:
    """Return all targets, findings (gravest first) and margins of `state`, and of the duty of its month."""
    situation = Situation(state, count(state), duty)
    judgements = [rule(situation) for name, rule in rules().items() if state.policy.is_on(name)]
    judged = [f for j in judgements for f in j.findings]
    beside = (*frontier_findings(state, judged), *out_of_place_findings(state, duty))
    findings = sorted((*judged, *beside), key=lambda f: _ORDER[f.gravity])
    return Audit(
        state,
        situation.ledgers,
        tuple(t for j in judgements for t in j.targets),
        tuple(findings),
        tuple(m for j in judgements for m in j.margins),
        community_totals(situation),
        duty,
    )
