"""Stations marked 两队一室 keep their command room and their case team staffed."""

from __future__ import annotations

from models.allocation.requirements import PostMinimum
from planner.county.records import Post
from planner.optimise.constraints.planned import Planned


def two_teams(planned: Planned) -> PostMinimum:
    """Return the bound of the posts at every marked station, by the policy's numbers."""
    policy = planned.state.policy
    least = {post: policy.count(f"two_teams.{post}") for post in (Post.COMMAND_ROOM, Post.CASE)}
    marked = (u for u in planned.state.stations() if u.two_teams_one_office)
    return PostMinimum({(u.id, str(post)): n for u in marked for post, n in least.items()})
