"""What a duty month is short of, by day or by person, with its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from planner.text import Text

Rule = Literal["duty_cover", "sworn", "women", "field_time", "leader", "interval", "hours"]
GRAVE: tuple[Rule, ...] = ("duty_cover", "sworn", "women", "field_time")


@dataclass(frozen=True, slots=True)
class Shortfall:
    """One rule that a month cannot keep: where, by how much, and the sentence that says so.

    People are missing on a day; field time is short by hours, and hours are too many, for a person.
    """

    rule: Rule
    missing: int
    message: Text
    day: date | None = None
    person: int | None = None
    shift: str | None = None  # the code that would fill the post

    @property
    def is_grave(self) -> bool:
        """Whether a rule of the policy is not met; the others are wishes of a good roster."""
        return self.rule in GRAVE
