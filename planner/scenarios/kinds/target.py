"""A number of the policy changes."""

from __future__ import annotations

from planner.document import Document
from planner.edits.policy import set_policy_value_from
from planner.policy.setting import raw_of
from planner.policy.settings import SETTINGS
from planner.scenarios.records import Change


def target(document: Document, change: Change) -> Document:
    """Judge by another value of a policy setting from the date on."""
    setting = SETTINGS.get(change.key)
    value = change.value if setting is None else raw_of(setting, change.value)
    return set_policy_value_from(document, change.key, value, change.date)
