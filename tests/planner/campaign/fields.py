"""A town where campaigns are planned: headquarters that can give some, a station whose duty is given."""

from __future__ import annotations

from datetime import date
from typing import Any

from planner.county.records import Post, Sex
from planner.scenarios.records import Change, ChangeKind
from tests.planner.scenarios.town import MARCH, Town

MAY = date(2027, 5, 31)
PROVINCE = "省公安厅"
RETIRES = date(2027, 4, 1)  # the first day after service of a man born in September 1966, whom the law delays


class CampaignTown(Town):
    """Four clerks and three detectives; half of each headquarters unit is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.override("planning.kept_share", "50%")

    def asked(self, number: int = 3, on: date = MARCH, until: date = MAY, **fields: Any) -> Change:
        said = {"name": PROVINCE, **fields}
        return Change(1, ChangeKind.CAMPAIGN, on, number=number, until=until, **said)

    def old(self, unit: int, post: Post = Post.OTHER) -> int:
        """Add somebody whom the law retires on the first of April 2027."""
        return self.person(unit, post, birth=date(1966, 9, 1), sex=Sex.MALE)
