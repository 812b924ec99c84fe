"""Nobody is transferred again soon after coming to a unit."""

from __future__ import annotations

from planner.county.state import Placed, State


def is_new(placed: Placed, state: State) -> bool:
    """Return whether somebody is in the unit for less than the policy's years; unknown is no."""
    years = state.policy.count("planning.minimum_tenure_years")
    since = placed.posting.in_unit_since if placed.posting is not None else None
    if not years or since is None:
        return False
    begun, on = (since.year, since.month, since.day), state.date
    return (begun[0] + years, *begun[1:]) > (on.year, on.month, on.day)
