"""Station police are at least their share of the county's police."""

from __future__ import annotations

from models.allocation.requirements import GroupShare
from planner.audit.ledgers import count, is_in_base
from planner.optimise.constraints.planned import Planned


def station_share(planned: Planned) -> GroupShare:
    """Return the target of the stations together, over the fixed base of everyone on the books (云南2020).

    Officers of stations whom the policy leaves out of the county raise no share, and none may be moved.
    """
    state = planned.state
    stations = frozenset(u.id for u in state.stations())
    least = state.policy.share("station_share.required").least(count(state).base[planned.ledger])
    outside = planned.once_home((p for p in state.counted() if not is_in_base(p, state)), planned.weighted)
    uncounted = sum(outside[unit] for unit in stations)
    return GroupShare(stations, least + uncounted, planned.level("station_share"), weighted=planned.weighted)
