"""What stands under the tabs of the Scenarios page: to add a panel, write its entry here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from planner.text import Text
from ui.shell import Shell


@dataclass(frozen=True)
class PartEntry:
    """One panel: what its tab is called, and how it is made when it is first shown."""

    key: str
    title: Text
    make: Callable[[Shell], QWidget]


def _changes(shell: Shell) -> QWidget:
    from ui.scenarios.changes_panel import ChangesPanel

    return ChangesPanel(shell)


def _campaign(shell: Shell) -> QWidget:
    from ui.scenarios.campaign_panel import CampaignPanel

    return CampaignPanel(shell)


def _comparison(shell: Shell) -> QWidget:
    from ui.scenarios.comparison_panel import ComparisonPanel

    return ComparisonPanel(shell)


PARTS: tuple[PartEntry, ...] = (
    PartEntry("changes", Text("变动", "Changes"), _changes),
    PartEntry("campaign", Text("专项行动", "Campaign"), _campaign),
    PartEntry("comparison", Text("比较", "Compare"), _comparison),
)
