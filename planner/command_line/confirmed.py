"""What `plan --json` says of the duty rosters behind its field time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from planner.command_line.contract import Json
from planner.document import Document

if TYPE_CHECKING:
    from planner.optimise.duty.agreement import Agreement


def confirmed_json(document: Document, found: Iterable[Agreement]) -> list[Json]:
    """Return a row for each station the plan claims field time of; `confirmed` is null where unsettled."""
    return [
        {
            "unit": document.county.units[agreement.unit].name,
            "month": f"{agreement.month:%Y-%m}",
            "confirmed": agreement.roster_exists,
            "message": agreement.message.as_json(),
        }
        for agreement in found
    ]
