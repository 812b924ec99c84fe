"""What everybody adds to the lines of the county, a row of numbers each, and whether their sums suffice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from planner.audit.ledgers import SCALE, Ledger, is_community_officer, is_in_base, on_ledger
from planner.audit.results import Target
from planner.audit.rules.community_share import is_judged
from planner.county.state import Placed, State
from planner.policy.share import Share

Column = tuple[str, Ledger | None]
LINES = ("secondment", "station_share", "community_share")  # the lines of the whole county
_COLUMNS: tuple[Column, ...] = (
    ("due", None),
    ("base", None),
    *((what, ledger) for ledger in Ledger for what in ("stations", "community", "judged")),
)
_AT = {column: i for i, column in enumerate(_COLUMNS)}


def tallies(now: State, people: Sequence[int]) -> NDArray[np.float32]:
    """Return one row per person: what each of them adds to every sum a line of the county is judged by."""
    rows = np.zeros((len(people), len(_COLUMNS)), dtype=np.float32)
    for row, id_ in enumerate(people):
        for column, n in _added(now.placed[id_], now):
            rows[row, _AT[column]] = n
    return rows


def is_met(target: Target, totals: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Return in which futures a line of the county is met, one row of sums each."""
    required, ledger = target.required, target.ledger
    if not isinstance(required, Share):
        return totals[:, _AT["due", None]] <= required
    if target.rule == "station_share":
        part, whole = totals[:, _AT["stations", ledger]], totals[:, _AT["base", None]] * SCALE[ledger]
    else:
        part, whole = totals[:, _AT["community", ledger]], totals[:, _AT["judged", ledger]]
    return required.denominator * part >= required.numerator * whole


def _added(placed: Placed, now: State) -> Iterator[tuple[Column, int]]:
    if not placed.standing.counts:
        return
    based = is_in_base(placed, now)
    yield ("due", None), int(placed.drawn_off and not now.is_kept(placed))
    yield ("base", None), int(based)
    for ledger in Ledger:
        unit = now.unit(on_ledger(placed, ledger))
        if unit is None or not unit.is_station:
            continue
        weight = placed.weight if ledger is Ledger.EFFECTIVE else 1
        yield ("stations", ledger), weight * based
        if is_judged(unit):
            yield ("judged", ledger), weight
            yield ("community", ledger), weight * is_community_officer(placed)
