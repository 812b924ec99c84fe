"""One unit hands over at most so many officers in one plan, so that its work goes on."""

from __future__ import annotations

from models.allocation.requirements import Outflow
from planner.optimise.constraints.planned import Planned


def handover_limit(planned: Planned) -> Outflow:
    """Return the bound of transfers out of every unit; the policy's 0 is no limit."""
    most = planned.state.policy.count("planning.handover_limit")
    units = (u for u in planned.state.county.units.values() if u.ours)
    return Outflow({u.id: most for u in units} if most else {})
