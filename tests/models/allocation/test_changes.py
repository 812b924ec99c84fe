"""What a plan does to one worker has one name, and a return stays a return with another post."""

from __future__ import annotations

import pytest

from models.allocation.changes import change_of, changes_post
from tests.models.allocation.small import ALPHA, BETA, borrowed, changer, mover


@pytest.mark.parametrize(
    ("worker", "site", "post", "change", "another_post"),
    [
        (mover(1), 11, BETA, "stay", False),
        (mover(1), 2, ALPHA, "transfer", False),
        (changer(1), 1, BETA, "stay", False),
        (changer(1), 1, ALPHA, "post_change", True),
        (borrowed(1), 11, BETA, "stay", False),
        (borrowed(1, current=None), None, BETA, "stay", False),
        (borrowed(1), 1, BETA, "return", False),
        (borrowed(1), 1, ALPHA, "return", True),
        (borrowed(1), 2, ALPHA, "transfer", False),
    ],
)
def test_every_change_has_its_name(
    worker: object, site: int | None, post: str, change: str, another_post: bool
) -> None:
    assert change_of(worker, site, post) == change  # type: ignore[arg-type]
    assert changes_post(worker, site, post) is another_post  # type: ignore[arg-type]
