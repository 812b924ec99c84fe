"""Community officers are at least their share of each judged station's officers."""

from __future__ import annotations

from models.allocation.requirements import PostShare
from planner.audit.rules.community_share import is_judged
from planner.optimise.constraints.planned import Planned
from planner.optimise.constraints.posts import COMMUNITY_POSTS


def community_share(planned: Planned) -> PostShare:
    """Return the target of every judged station, short by the community officers missing (云南2020)."""
    share = planned.state.policy.share("community_share.required")
    judged = {u.id: 0 for u in planned.state.stations() if is_judged(u)}
    return PostShare(
        judged,
        COMMUNITY_POSTS,
        share.numerator,
        share.denominator,
        planned.level("community_share"),
        weighted=planned.weighted,
    )
