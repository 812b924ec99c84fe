"""Rows and days as import issues list them, those that follow each other together: 3-5, 9."""

from __future__ import annotations

from collections.abc import Iterable

from planner.county.day_words import spans as runs
from planner.text import Text, joined, same


def spans(numbers: Iterable[int]) -> Text:
    """Return numbers in their order, each once, a run of them by its ends."""
    found = runs(numbers)
    return joined(same(str(first) if first == last else f"{first}-{last}") for first, last in found)
