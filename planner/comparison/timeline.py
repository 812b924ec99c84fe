"""How the shares of an option go on, month by month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from planner.audit.ledgers import Ledger
from planner.audit.results import Audit, Target
from planner.document import Document

SHARES = ("station_share", "community_share")


@dataclass(frozen=True, slots=True)
class Month:
    """The shares of the county on one day of a timeline, by rule and ledger."""

    date: date
    targets: Mapping[tuple[str, Ledger], Target]


def timeline(document: Document, on: date, months: int) -> tuple[Month, ...]:
    """Return the shares on a day and on the first of every month to come."""
    from planner.forecast.months import forecast

    ahead = forecast(document, on, months)
    days = (ahead.now, *ahead.months)
    return tuple(_month(day) for day in days[ahead.now.state.date == ahead.months[0].state.date :])


def _month(day: Audit) -> Month:
    county = (t for t in day.targets if t.unit is None and t.rule in SHARES)
    return Month(day.state.date, {(t.rule, t.ledger): t for t in county})
