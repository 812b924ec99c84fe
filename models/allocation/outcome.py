"""What the engine answers: a plan, the value of every level, and how far each is proven (design 4.1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from models.allocation.bounds import Relaxed

Status = Literal["optimal", "feasible", "infeasible", "stopped"]


@dataclass(frozen=True, slots=True)
class Assignment:
    """Where one worker is after the plan, and on which post; `site` is None outside all sites."""

    worker: int
    site: int | None
    post: str


@dataclass(frozen=True, slots=True)
class Level:
    """One level of the plan: `bound` is a proven lower limit, None where the search did not get that far."""

    name: str
    value: int
    bound: int | None

    @property
    def proven(self) -> bool:
        """Whether no plan, equal on the levels before, has a smaller value."""
        return self.bound is not None and self.bound >= self.value


@dataclass(frozen=True, slots=True)
class Outcome:
    """The engine's answer.

    `optimal`: every level is proven. `feasible`: out of time. `stopped`: the stop flag was raised.
    `infeasible`: no plan meets the hard requirements. Without a plan, levels and assignments are empty;
    with one, every worker has an assignment, in ascending order.
    """

    status: Status
    levels: tuple[Level, ...]
    assignments: tuple[Assignment, ...]
    relaxed: tuple[Relaxed, ...]  # hard bounds that became "no worse than today"
    seconds: float  # building and solving

    @property
    def proven(self) -> bool:
        """Whether the answer is final: optimal, or proven infeasible."""
        return self.status in ("optimal", "infeasible")

    @property
    def values(self) -> Mapping[str, int]:
        """The value of every level by name."""
        return {level.name: level.value for level in self.levels}
