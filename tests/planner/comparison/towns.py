"""A small county with four scenarios that differ in every way a comparison tells apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from planner.comparison.options import Comparison, compared
from planner.county.records import Post
from planner.document import Document
from planner.edits.scenarios import add_change, new_scenario
from planner.scenarios.records import ChangeKind
from tests.planner.building import TODAY
from tests.planner.scenarios.town import Town

UNTIL = TODAY + timedelta(days=29)
CAMPAIGN, HOME, LARGER, NOBODY = "抽人", "返岗", "四十五", "查无此人"


class Four(Town):
    """抽人 draws the beat officers, 返岗 brings one home, 四十五 raises the line, 查无此人 cannot be made."""

    @property
    def document(self) -> Document:
        document = Document(self.county, self.policy)
        for name in (CAMPAIGN, HOME, LARGER, NOBODY):
            document = new_scenario(document, name)
        document = add_change(
            document,
            1,
            ChangeKind.CAMPAIGN,
            TODAY,
            people=tuple(self.beat[:2]),
            number=2,
            until=UNTIL,
            unit=self.office,
        )
        document = add_change(document, 2, ChangeKind.RETURN, TODAY, person=self.drawn)
        document = add_change(
            document,
            2,
            ChangeKind.TRANSFER,
            TODAY,
            person=self.clerks[0],
            unit=self.small,
            post=Post.COMMUNITY,
        )
        document = add_change(
            document, 3, ChangeKind.TARGET, TODAY, key="station_share.required", value="45%"
        )
        return add_change(document, 4, ChangeKind.RETIRE, TODAY, person=9_999)

    def compared(self, on: date = TODAY) -> Comparison:
        document = self.document
        return compared(document, tuple(document.scenarios.values()), on)


def noted(document: Document, scenario: int, note: str) -> Document:
    """Return the document with a note on a scenario."""
    changed = replace(document.scenarios[scenario], note=note)
    return replace(document, scenarios={**document.scenarios, scenario: changed})
