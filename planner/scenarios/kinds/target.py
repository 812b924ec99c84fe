"""A number of the policy changes."""

from __future__ import annotations

from planner.document import Document
from planner.edits.policy import set_policy_value_from
from planner.edits.refused import refuse
from planner.policy.setting import raw_of
from planner.policy.settings import SETTINGS
from planner.scenarios.records import Change
from planner.text import Text

_NO_SETTING = Text("请选择指标。", "Choose the setting.")


def target(document: Document, change: Change) -> Document:
    """Judge by another value of a policy setting from the date on."""
    if not change.key:
        raise refuse(change.id, "key", _NO_SETTING)
    setting = SETTINGS.get(change.key)
    value = change.value if setting is None else raw_of(setting, change.value)
    return set_policy_value_from(document, change.key, value, change.date)
