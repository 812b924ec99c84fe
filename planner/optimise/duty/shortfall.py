"""What a duty month is short of, by day or by person, with its sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from planner.county.day_words import month_day_words
from planner.text import Text

Rule = Literal["duty_cover", "sworn", "women", "field_time", "leader", "interval", "hours", "out_of_place"]
GRAVE: tuple[Rule, ...] = ("duty_cover", "sworn", "women", "field_time")
_ON_DAYS = Text("{days}:{said}", "{days}: {said}")


@dataclass(frozen=True, slots=True)
class Shortfall:
    """One rule that a month cannot keep: where, by how much, and the words for it, those of its day apart.

    People are missing on a day; field time is short by hours, and hours are too many, for a person.
    """

    rule: Rule
    missing: int
    said: Text
    day: date | None = None
    person: int | None = None
    shift: str | None = None  # the code that would fill the post

    @property
    def is_grave(self) -> bool:
        """Whether a rule of the policy is not met; the others are wishes of a good roster."""
        return self.rule in GRAVE

    @property
    def message(self) -> Text:
        """The sentence that says so."""
        return self.said if self.day is None else _dated([self.day], self.said)


def shortfall_sentences(shortages: Iterable[Shortfall]) -> list[Text]:
    """Return what shortages say; days on which the same is short are one sentence, where the first stands."""
    days: dict[tuple[Rule, Text], list[date]] = {}
    for short in shortages:
        days.setdefault((short.rule, short.said), []).extend([short.day] if short.day is not None else [])
    return [_dated(of, said) if of else said for (_, said), of in days.items()]


def _dated(days: list[date], said: Text) -> Text:
    return _ON_DAYS.format(days=month_day_words(days), said=said)
