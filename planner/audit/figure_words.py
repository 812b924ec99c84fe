"""What a line counts, in words."""

from __future__ import annotations

from planner.audit.ledgers import SCALE
from planner.audit.results import Target
from planner.audit.rules.station_share import percent


def figure(target: Target | None) -> str:
    """Write what a line counts: a share, or people."""
    if target is None:
        return "—"
    if target.denominator is None:
        return f"{target.numerator / SCALE[target.ledger]:g}"
    return f"{percent(target.numerator, target.denominator)}%"
