"""What one policy value is: its words, its kind, and the check of what it may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from planner.policy.share import Share, parse_share
from planner.text import Text

Value = int | bool | str | Share | tuple[str, ...]
Kind = Literal["count", "switch", "share", "choice", "order"]


@dataclass(frozen=True, slots=True)
class Setting:
    """One declared policy value: what it is called, what kind it is, what it may be."""

    key: str
    title: Text
    kind: Kind
    group: Text
    low: int = 0
    high: int = 100_000
    choices: Mapping[str, Text] | None = None

    def parse(self, raw: object) -> Value:
        """Return the checked value of `raw` (TOML or typed); raise ValueError or TypeError if none."""
        match self.kind:
            case "switch":
                return _switch(raw)
            case "count":
                return _count(raw, self.low, self.high)
            case "share":
                return raw if isinstance(raw, Share) else parse_share(str(raw))
            case "choice":
                return _one_of(str(raw), self.choices or {})
            case "order":
                return _order(raw, self.choices or {})


def _switch(raw: object) -> bool:
    if not isinstance(raw, bool):
        raise TypeError(raw)
    return raw


def _count(raw: object, low: int, high: int) -> int:
    if isinstance(raw, bool) or not isinstance(raw, int | str):
        raise TypeError(raw)
    number = int(raw)
    if not low <= number <= high:
        raise ValueError(raw)
    return number


def _one_of(word: str, choices: Mapping[str, Text]) -> str:
    if word not in choices:
        raise ValueError(word)
    return word


def _order(raw: object, choices: Mapping[str, Text]) -> tuple[str, ...]:
    if not isinstance(raw, list | tuple):
        raise TypeError(raw)
    order = tuple(_one_of(str(word), choices) for word in raw)
    if len(set(order)) != len(order) or set(order) != set(choices):
        raise ValueError(raw)
    return order


def written(value: Value) -> str:
    """Return a value as a change of a scenario keeps it, which `raw_of` and `Setting.parse` read back."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def raw_of(setting: Setting, words: str) -> object:
    """Return what `Setting.parse` takes for a value that was written down."""
    return {"true": True, "false": False}.get(words, words) if setting.kind == "switch" else words
