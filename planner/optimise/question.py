"""What one plan is asked: a county on a date, who may be moved in it, and the problem the engine gets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from models.allocation.problem import Problem
from planner.audit.audit import audit
from planner.audit.results import Audit
from planner.county.state import State, state
from planner.document import Document
from planner.optimise.asked import AS_IT_STANDS, Asked, in_question
from planner.optimise.movable import MovableRange, movable_range
from planner.optimise.translate import Translation, translate
from planner.policy.policy import Policy


@dataclass(frozen=True, slots=True)
class Question:
    """A county with all approved moves carried out, as `asked` takes it.

    With `outside`, units outside the bureau give everybody back.
    """

    before: Audit
    movable: MovableRange
    asked: Asked
    outside: bool
    translation: Translation
    policy: Policy  # the document's own, whatever the question takes instead

    @property
    def state(self) -> State:
        """The county before the plan."""
        return self.before.state

    @property
    def problem(self) -> Problem:
        """What the engine is to solve."""
        return self.translation.problem


def pose(document: Document, on: date, asked: Asked = AS_IT_STANDS) -> Question:
    """Return the question of the least change within the bureau's own powers."""
    county, policy = in_question(document.county, asked), asked.policy or document.policy
    question = pose_of(audit(state(county, on, policy, "all_approved")), asked)
    return replace(question, policy=document.policy)


def pose_of(before: Audit, asked: Asked = AS_IT_STANDS) -> Question:
    """Return the question of a county that is counted already, as `asked` takes it and with its policy."""
    movable = movable_range(before.state, asked)
    translation = translate(before.state, movable, False, asked)
    return Question(before, movable, asked, False, translation, before.state.policy)


def once_outside_returns(question: Question) -> Question:
    """Return the same question once units outside the bureau have given everybody back."""
    translation = translate(question.state, question.movable, True, question.asked)
    return replace(question, outside=True, translation=translation)
