"""The dynamic programme of pricing in numpy: slower than `compiled`, and needing no compiler."""

from __future__ import annotations

import numpy as np

from models.rostering.columns.space import Flags, Floats, Ints


def forward(
    cost: Floats,
    weekend_cost: float,
    allowed: Flags,
    free: Flags,
    class_of: Ints,
    group_of: Ints,
    follows: Flags,
    added: Ints,
    valid: Flags,
    weekend: Ints,
    max_run: int,
    min_run: int,
    min_rest: int,
    window: Ints,
    best: Floats,
) -> None:
    """Fill `best[day, node, resource - window[day, 0]]` with the least cost of reaching each state."""
    rests, runs = follows.shape[1] * max_run, (max_run, min_run, min_rest)
    counts = int(weekend[0] > 0)
    best[0] = np.inf
    for t in np.flatnonzero(allowed[0] & valid[counts, :, 0]):
        to = added[counts, t] - window[0, 0]
        if 0 <= to < window[0, 1] - window[0, 0]:
            cell = best[0, class_of[t] * max_run]
            cell[to] = min(cell[to], cost[0, t] + counts * weekend_cost)
    if free[0] and window[0, 0] == 0:
        best[0, rests, 0] = 0.0
    for day in range(1, len(cost)):
        was, now = window[day - 1], window[day]
        old, new = best[day - 1, :, : was[1] - was[0]], best[day, :, : now[1] - now[0]]
        new[:] = np.inf
        if free[day]:
            _rest(old, new, was, now, day, runs)
        for g, may_follow in enumerate(follows):
            before = _least_before(old, may_follow, day, runs)
            for t in np.flatnonzero(allowed[day] & (group_of == g)):
                nodes = new[class_of[t] * max_run :][:max_run]
                price, steps, fits = cost[day, t], added[:, t], valid[:, t]
                _work(before, nodes, price, weekend_cost, weekend[day], steps, fits, was, now)


def _rest(old: Floats, new: Floats, was: Ints, now: Ints, day: int, runs: tuple[int, int, int]) -> None:
    """Fill the states after a free day: a longer rest, or the first day of one after a run of work."""
    max_run, min_run, min_rest = runs
    rests = len(old) - min_rest
    first, last = max(was[0], now[0]), min(was[1], now[1])
    for node in range(len(old)):
        to, length = rests, node % max_run + 1
        if node >= rests:
            to = rests + min(node - rests + 1, min_rest - 1)
        elif length < min_run and length != day:
            continue
        if first < last:
            part = new[to, first - now[0] : last - now[0]]
            np.minimum(part, old[node, first - was[0] : last - was[0]], out=part)


def _least_before(old: Floats, follows: Flags, day: int, runs: tuple[int, int, int]) -> Floats:
    """Return the least cost of having worked k days, as a group of shifts may follow it."""
    max_run, _, min_rest = runs
    rests = len(old) - min_rest
    before = np.full((max_run, old.shape[1]), np.inf)
    rested = [rests + j for j in range(min_rest) if j + 1 in (min_rest, day)]
    before[0] = old[rested].min(axis=0)
    if follows.any():
        before[1:] = old[:rests].reshape(len(follows), max_run, -1)[follows, :-1].min(axis=0)
    return before


def _work(
    before: Floats,
    nodes: Floats,
    price: float,
    weekend_cost: float,
    weekend: int,
    added: Ints,
    valid: Flags,
    was: Ints,
    now: Ints,
) -> None:
    """Fill the states after one shift of a day."""
    for k in range(len(before)):
        counts = int(weekend == 1 or (weekend == 2 and k == 0))
        step, paid = added[counts], price + counts * weekend_cost
        first = max(was[0], now[0] - step)
        last = min(was[1], now[1] - step, valid.shape[1])
        if first < last:
            reached = np.where(valid[counts, first:last], before[k, first - was[0] : last - was[0]], np.inf)
            part = nodes[k, first + step - now[0] : last + step - now[0]]
            np.minimum(part, reached + paid, out=part)
