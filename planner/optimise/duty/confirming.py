"""What a county plan claims of field time, held against a roster of every station it claims it of."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from models.run import Limits, Stop
from planner.audit.obligations import is_given
from planner.county.records import County
from planner.document import Document
from planner.optimise.duty.agreement import Agreement, confirmed
from planner.optimise.proposal import Proposal

_LEAST_SECONDS = 0.1
_HARD_STATIONS = 4  # so many may take their full part of the time; most need little of it


def first_whole_month(on: date) -> date:
    """Return the first month that begins on a date or after it."""
    return on if on.day == 1 else (on.replace(day=1) + timedelta(days=32)).replace(day=1)


def confirmations(
    document: Document, proposal: Proposal, limits: Limits | None = None, stop: Stop | None = None
) -> Iterator[Agreement]:
    """Yield what the first whole month after a plan says of each station with given obligations.

    The county is that after the plan, every move carried out by then; the limits are for all together.
    Without a plan, or once stopped, nothing more is said.
    """
    limits, stop, begun = limits or Limits(), stop or Stop(), time.perf_counter()
    after, month = proposal.after.state, first_whole_month(proposal.date)
    if not proposal.levels:
        return
    planned = replace(document, county=_carried_out(after.county, month), policy=after.policy)
    stations = [unit.id for unit in after.stations() if is_given(unit, after)]
    for done, unit in enumerate(stations):
        left = limits.seconds - (time.perf_counter() - begun)
        part = max(_LEAST_SECONDS, left / min(_HARD_STATIONS, len(stations) - done))
        found = confirmed(planned, unit, month, replace(limits, seconds=part), stop)
        if stop.requested:
            return
        yield found


def _carried_out(county: County, month: date) -> County:
    """Return the county with every move in effect as a month begins: the plan counts them all."""
    moves = {id_: replace(move, effective=min(move.effective, month)) for id_, move in county.moves.items()}
    return replace(county, moves=moves)
