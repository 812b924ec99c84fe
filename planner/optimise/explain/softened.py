"""A question in which no rule is hard: what cannot hold becomes a number of people short."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.audit.audit import audit
from planner.audit.results import Audit
from planner.county.state import State, state
from planner.document import Document
from planner.optimise.asked import AS_IT_STANDS, Asked, in_question
from planner.optimise.question import Question, pose, pose_of
from planner.optimise.translate import planned_rules
from planner.policy.policy import Policy


def softened(before: State) -> Policy:
    """Return the policy with its hard rules as soft ones, which come before all others in their order."""
    policy = before.policy
    hard = [rule for rule in planned_rules(before) if policy.is_hard(rule)]
    if not hard:
        return policy
    for rule in hard:
        policy = policy.with_override(f"{rule}.enforcement", "soft")
    rest = [rule for rule in policy.order("planning.order") if rule not in hard]
    return policy.with_override("planning.order", (*hard, *rest))


def soft_county(document: Document, on: date, asked: Asked = AS_IT_STANDS) -> tuple[Audit, Asked]:
    """Return the county before a plan with every rule soft, and the question as it is then asked."""
    county, policy = in_question(document.county, asked), asked.policy or document.policy
    before = audit(state(county, on, policy, "all_approved"))
    policy = softened(before.state)
    if policy is before.state.policy:
        return before, asked
    return replace(before, state=replace(before.state, policy=policy)), replace(asked, policy=policy)


def soft_question(document: Document, on: date, asked: Asked = AS_IT_STANDS) -> Question:
    """Return the question of a document with every rule soft."""
    return soft(pose(document, on, asked))


def soft(question: Question) -> Question:
    """Return the same question with every rule soft."""
    policy = softened(question.state)
    if policy is question.state.policy:
        return question
    before = replace(question.before, state=replace(question.state, policy=policy))
    return pose_of(before, replace(question.asked, policy=policy))
