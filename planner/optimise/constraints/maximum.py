"""A station takes no transfer above its maximum."""

from __future__ import annotations

from models.allocation.requirements import Maximum
from planner.optimise.constraints.planned import Planned


def maximum(planned: Planned) -> Maximum:
    """Bound stations by their maximum; where the officers there and those due home are more, by their number.

    A maximum may keep transfers away, but never one of the station's own officers from coming home.
    """
    there = planned.once_home(planned.state.counted())
    stations = planned.state.stations()
    return Maximum({u.id: max(u.maximum, there[u.id]) for u in stations if u.maximum is not None})
