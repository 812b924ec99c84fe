"""Which policy setting people mean: by its code, by its title, or by the rule whose number it is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from planner.policy.settings import RULES, SETTINGS
from planner.text import compact


def setting_called(words: str) -> str | None:
    """Return the key of the one setting that words mean, None for none; an order has no single value."""
    return _called().get(compact(words))


@cache
def _called() -> Mapping[str, str]:
    keys = [key for key, setting in SETTINGS.items() if setting.kind != "order"]
    called = {
        compact(words): key
        for rule, title in RULES.items()
        if (key := _number_of(rule, keys)) is not None
        for words in (rule, title.zh, title.en)
    }
    for key in keys:
        title = SETTINGS[key].title
        called |= dict.fromkeys(map(compact, (key, title.zh, title.en)), key)
    return called


def _number_of(rule: str, keys: list[str]) -> str | None:
    """Return what a rule requires, or its only other number, or the only thing there is to set."""
    of_rule = [key for key in keys if key.startswith(f"{rule}.")]
    required = [key for key in of_rule if key == f"{rule}.required"]
    numbers = [key for key in of_rule if key != f"{rule}.enforcement"]
    meant = required or numbers or of_rule
    return meant[0] if len(meant) == 1 else None
