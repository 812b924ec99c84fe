"""Policy values in words."""

from __future__ import annotations

from collections.abc import Mapping

from planner.policy.setting import Setting, Value
from planner.policy.share import Share
from planner.tables.names import NO, YES
from planner.text import Text, same


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
