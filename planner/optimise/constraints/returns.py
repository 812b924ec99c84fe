"""Everybody drawn off from a station within the bureau's power returns, unless kept with approval."""

from __future__ import annotations

from models.allocation.requirements import Returns
from planner.optimise.constraints.planned import Planned


def returns(planned: Planned) -> Returns:
    """Return the target that nobody due stays away; short 1 for each who does (云南2020)."""
    return Returns(planned.level("secondment"))
