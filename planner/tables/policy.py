"""The policy as a table: every setting, its value, where it comes from and what the packs say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from planner.policy.policy import Pack, Policy
from planner.policy.settings import SETTINGS, Setting, Value
from planner.policy.share import Share
from planner.tables.column import Column, Table
from planner.tables.kinds import flag, told
from planner.tables.names import NO, YES
from planner.text import Text, same


class PolicyRow(NamedTuple):
    """A setting with the value in force, the packs' value and the pack it comes from."""

    id: int
    setting: Setting
    value: Value
    default: Value
    source: Pack
    changed: bool


def policy_rows(policy: Policy) -> list[PolicyRow]:
    """Return every setting in declared order, groups kept together."""
    groups = list(dict.fromkeys(s.group for s in SETTINGS.values()))
    changed = set(policy.changed())
    declared = sorted(SETTINGS.values(), key=lambda s: groups.index(s.group))
    return [
        PolicyRow(i, s, policy.value(s.key), policy.default(s.key), policy.source(s.key), s.key in changed)
        for i, s in enumerate(declared)
    ]


def value_words(setting: Setting, value: Value) -> Text:
    """Return a policy value in words: a share of hundredths as a percentage, a code by its name."""
    choices: Mapping[str, Text] = setting.choices or {}
    match value:
        case bool():
            return YES if value else NO
        case Share():
            return same(f"{value.numerator}%" if value.denominator == 100 else str(value))
        case tuple():
            parts = [choices[word] for word in value]
            return Text(" › ".join(p.zh for p in parts), " › ".join(p.en for p in parts))
        case str():
            return choices[value]
        case _:
            return same(str(value))


COLUMNS: tuple[Column[PolicyRow], ...] = (
    told("group", Text("类别", "Group"), lambda r: r.setting.group, width=14),
    told("title", Text("项目", "Setting"), lambda r: r.setting.title, width=30),
    told("value", Text("现值", "Value"), lambda r: value_words(r.setting, r.value), width=24),
    told("default", Text("口径包规定", "Pack value"), lambda r: value_words(r.setting, r.default), width=24),
    told("source", Text("来源", "Source"), lambda r: r.source.name, width=14),
    flag("changed", Text("已改动", "Changed"), lambda r: r.changed),
)

TABLE: Table[PolicyRow] = Table("policy", Text("指标口径", "Policy"), COLUMNS)
