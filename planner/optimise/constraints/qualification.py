"""Cases are handled by officers with the qualification for it."""

from __future__ import annotations

from planner.county.records import Post
from planner.county.state import Placed, State
from planner.files.vocabulary import vocabulary
from planner.text import compact


def is_qualified(placed: Placed, post: str, state: State) -> bool:
    """Return whether somebody may take a post: the case post is closed to those who lack 执法资格.

    Only where the policy asks for it and the roster says that it is lacking; a blank cell says nothing.
    """
    if post != str(Post.CASE) or not state.policy.switch("planning.case_qualification"):
        return True
    return compact(placed.person.qualification) not in vocabulary().lists["qualification"]["lacking"]
