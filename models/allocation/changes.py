"""What a plan does to one worker: a stay, a return, another post at home, or a transfer."""

from __future__ import annotations

from typing import Literal

from models.allocation.problem import Worker

Kind = Literal["stay", "return", "post_change", "transfer"]


def change_of(worker: Worker, site: int | None, post: str) -> Kind:
    """Return what a plan does to a worker; a return with another post is a "return"."""
    if site == worker.current and (site != worker.home or post == worker.post):
        return "stay"
    if site != worker.home:
        return "transfer"
    return "return" if worker.must_return else "post_change"


def changes_post(worker: Worker, site: int | None, post: str) -> bool:
    """Return whether a plan gives a worker another post at home, be it with a return."""
    return site == worker.home and post != worker.post
