"""The engine's words for posts: what is held, what a station offers, what counts as community work."""

from __future__ import annotations

from planner.audit.obligations import is_given, said_dedicated
from planner.county.records import Post, Unit
from planner.county.state import Placed, State

LEADER_WITH_BEAT = "leader_with_beat"  # counts as a community officer, and is on offer to nobody
DEDICATED_LEADER = "dedicated_leader"  # the same, and dedicated by the roster
PART_TIME = "part_time_community"  # a community officer who is not dedicated by the roster
COMMUNITY_POSTS = frozenset({str(Post.COMMUNITY), LEADER_WITH_BEAT, DEDICATED_LEADER, PART_TIME})
DEDICATED_POSTS = frozenset({str(Post.COMMUNITY), DEDICATED_LEADER})
OPEN_POSTS = frozenset(str(p) for p in (Post.COMMUNITY, Post.CASE, Post.COMMAND_ROOM, Post.OFFICE))


def post_tag(placed: Placed, state: State) -> str:
    """Return the engine's word for a post; posts at headquarters are all one, which groups more officers.

    Who is dedicated is only told apart where hours are counted.
    """
    units = (state.unit(placed.home), state.unit(placed.present_unit))
    stations = [u for u in units if u is not None and u.is_station]
    in_hours = any(is_given(u, state) for u in stations)
    said = said_dedicated(placed) if in_hours else None
    if placed.post is Post.LEADER and placed.beat:
        return DEDICATED_LEADER if said else LEADER_WITH_BEAT
    if not stations:
        return str(Post.OTHER)
    return PART_TIME if placed.post is Post.COMMUNITY and said is False else str(placed.post)


def offered_posts(station: Unit) -> frozenset[str]:
    """Return the posts open to those who change: only community posts where a station practises 全员化."""
    all_officer = station.two_teams_one_office is False
    return frozenset({str(Post.COMMUNITY)}) if all_officer else OPEN_POSTS
