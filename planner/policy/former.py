"""Policy values as earlier versions of the program wrote them, brought up to the settings of today."""

from __future__ import annotations

from collections.abc import Mapping

from planner.policy.settings import PLANNING_RULES

_KILOMETRE = "hardship.kilometre"  # points per kilometre, before travel was counted in minutes


def brought_up(values: Mapping[str, object]) -> dict[str, object]:
    """Return stored values under the keys and in the forms of today; what is current stays as it is."""
    found = dict(values)
    if _KILOMETRE in found:
        found["hardship.minutes_per_kilometre"] = 1  # any pace does: the points stay what they were
        found["hardship.minute"] = found.pop(_KILOMETRE)
    order = found.get("planning.order")
    if isinstance(order, list | tuple):
        found["planning.order"] = [*order, *(rule for rule in PLANNING_RULES if rule not in order)]
    return found
