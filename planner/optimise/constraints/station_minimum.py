"""No station is too small."""

from __future__ import annotations

from models.allocation.requirements import Minimum
from planner.audit.rules.station_minimum import required_officers
from planner.optimise.constraints.planned import Planned


def station_minimum(planned: Planned) -> Minimum:
    """Return the target of every station's minimum, its own where that is higher (公安部 2019)."""
    floor = required_officers(planned.state.policy)
    least = {u.id: max(floor, u.minimum or 0) for u in planned.state.stations()}
    return Minimum(least, planned.level("station_minimum"), weighted=planned.weighted)
