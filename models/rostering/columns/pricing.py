"""Pricing: a worker's cheapest rosters under given prices of every day and shift."""

from __future__ import annotations

import threading
from dataclasses import dataclass

import numpy as np

from models.rostering.columns import compiled, stepwise
from models.rostering.columns.compiling import COMPILES
from models.rostering.columns.space import Floats, Ints, Space
from models.rostering.columns.tracing import backward

forward = compiled.forward if COMPILES else stepwise.forward

CAREFULLY, QUICKLY = 1 / 16, 1 / 3  # how far prices are raised at first
_RAISES = 24  # of prices, before a roster within the limits is given up
_FADING = 0.7  # how much of what a limit cost the last time is tried first
_local = threading.local()


@dataclass(frozen=True, eq=False)
class Path:
    """One roster of a worker: a shift number a day, FREE where free, and its price."""

    line: Ints
    price: float


def cheapest(space: Space, prices: Floats, weekend: float = 0.0, many: int = 1) -> list[Path]:
    """Return up to `many` paths, the cheapest first, each ending in another state; none if there is none.

    `prices[day, shift]` is all a shift costs there, `weekend` what a weekend worked costs.
    """
    prices = np.ascontiguousarray(prices)
    best = _states(len(prices), space)
    shape = (space.class_of, space.group_of, space.follows, space.added, space.valid, space.weekend)
    forward(prices, weekend, space.allowed, space.free, *shape, *space.runs, space.window, best)
    base, high = space.window[-1]
    ends = best[-1, :, space.least - base : high - base]
    found = []
    for flat in _smallest(ends, many):
        node, resource = divmod(int(flat), ends.shape[1])
        price = float(ends[node, resource])
        if not np.isfinite(price):
            break
        line = np.empty(len(prices), dtype=np.int64)
        end = (node, space.least + resource)
        backward(prices, weekend, space.allowed, *shape, *space.runs, space.window, best, *end, line)
        found.append(Path(line, price))
    return found


def cheapest_within_limits(
    space: Space, prices: Floats, raised: float = CAREFULLY, paid: Floats | None = None
) -> Path | None:
    """Return a cheap roster that keeps every limit, None if none is found.

    Limits that paths may exceed are kept by raising the price of what is too much until it no longer is, by a
    share `raised` of the range of prices at first. `paid[shift, and weekends last]`, where given, begins with
    what was needed the last time, and remembers what is needed now.
    """
    if not space.priced:
        return next(iter(cheapest(space, prices)), None)
    paid = np.zeros(len(space.limits)) if paid is None else paid
    paid *= _FADING
    extra = 1.0 + float(np.ptp(prices)) * raised
    for _ in range(_RAISES):
        paths = cheapest(space, prices + paid[:-1], float(paid[-1]))
        if not paths:
            return None
        over = space.counts(paths[0].line) > space.limits
        if not over.any():
            return paths[0]
        paid[over] += extra
        extra *= 1.5
    return None


def _smallest(ends: Floats, many: int) -> Ints:
    flat = ends.ravel()
    if many == 1:
        return np.array([int(np.argmin(flat))])
    count = min(many, len(flat))
    some = np.argpartition(flat, count - 1)[:count]
    return some[np.argsort(flat[some], kind="stable")]


def _states(days: int, space: Space) -> Floats:
    """Return room for the states, kept by each thread from one call to the next."""
    shape = (days, space.nodes, space.width)
    size = int(np.prod(shape))
    room: Floats | None = getattr(_local, "room", None)
    if room is None or len(room) < size:
        room = _local.room = np.empty(size)
    return room[:size].reshape(shape)
