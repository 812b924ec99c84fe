"""Who heads a unit, by the words of the position."""

from __future__ import annotations

import re
from functools import cache

from planner.files.cells import without_brackets
from planner.files.vocabulary import vocabulary
from planner.text import compact

_APART = re.compile(r"[、，,;；/兼]")
_UNIT_BEFORE = ("所", "大队", "支队", "室", "局", "科", "中心", "办", "派出所", "处", "部")


@cache
def is_unit_head(position: str) -> bool:
    """Return whether a 职务 is a unit head's: 所长, 城关派出所所长, 党委委员、副局长."""
    if not position:
        return False
    words = vocabulary().lists["positions"]
    parts = _APART.split(compact(without_brackets(position)))
    return any(_is_head(part, words["heads"]) for part in parts if not part.endswith(words["not_heads"]))


def _is_head(part: str, heads: tuple[str, ...]) -> bool:
    if part in heads:
        return True
    return any(part.endswith(h) and part.removesuffix(h).endswith(_UNIT_BEFORE) for h in heads)
