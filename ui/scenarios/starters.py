"""The usual what-ifs, each one click away where there is no scenario yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.scenarios.records import Change, ChangeKind
from planner.text import Text


@dataclass(frozen=True, slots=True)
class Starter:
    """A first scenario: what it is called, and the change it begins with."""

    title: Text
    kind: ChangeKind
    key: str = ""

    def change(self, on: date) -> Change:
        """Return its change, still to be filled in."""
        return Change(0, self.kind, on, key=self.key)


STARTERS: tuple[Starter, ...] = (
    Starter(Text("专项行动抽人", "Campaign"), ChangeKind.CAMPAIGN),
    Starter(Text("退休", "Retirements"), ChangeKind.RETIRE),
    Starter(Text("新警", "Recruits"), ChangeKind.RECRUIT),
    Starter(Text("两所合并", "Stations merged"), ChangeKind.MERGE_STATION),
    Starter(Text("提高占比", "Higher share"), ChangeKind.TARGET, "station_share.required"),
)
