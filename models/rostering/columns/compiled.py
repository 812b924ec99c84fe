"""The dynamic programme of pricing, compiled; `stepwise` says the same in numpy and is tested equal."""

from __future__ import annotations

import numpy as np

from models.rostering.columns.compiling import compiled
from models.rostering.columns.space import Flags, Floats, Ints

INFINITE = np.inf


@compiled
def _begin(
    prices: Floats,
    counts: int,
    allowed: Flags,
    class_of: Ints,
    added: Ints,
    valid: Flags,
    max_run: int,
    window: Ints,
    new: Floats,
) -> None:
    """Fill the states after day 0 that work it."""
    for t in range(len(prices)):
        to = added[counts, t] - window[0]
        if allowed[t] and valid[counts, t, 0] and 0 <= to < window[1] - window[0]:
            node = class_of[t] * max_run
            new[node, to] = min(new[node, to], prices[t])


@compiled
def _rest(
    old: Floats, new: Floats, was: Ints, now: Ints, day: int, rests: int, runs: tuple[int, int, int]
) -> None:
    """Fill the states after a free day: a longer rest, or the first day of one after a run of work."""
    max_run, min_run, min_rest = runs
    low, base = was[0], now[0]
    first, last = max(low, base), min(was[1], now[1])
    for node in range(rests + min_rest):
        to, length = rests, node % max_run + 1
        if node >= rests:
            to = rests + min(node - rests + 1, min_rest - 1)
        elif length < min_run and length != day:
            continue
        for r in range(first, last):
            if old[node, r - low] < new[to, r - base]:
                new[to, r - base] = old[node, r - low]


@compiled
def _least_before(
    old: Floats, before: Floats, follows: Flags, width: int, day: int, runs: tuple[int, int, int]
) -> None:
    """Fill `before[k]` with the least cost of having worked k days, as a group of shifts may follow it."""
    max_run, _, min_rest = runs
    classes = len(follows)
    before[:, :width] = INFINITE
    for j in range(min_rest):
        if j + 1 == min_rest or j + 1 == day:
            rest = classes * max_run + j
            for i in range(width):
                before[0, i] = min(before[0, i], old[rest, i])
    for c in range(classes):
        if follows[c]:
            for k in range(max_run - 1):
                for i in range(width):
                    before[k + 1, i] = min(before[k + 1, i], old[c * max_run + k, i])


@compiled
def _work(
    before: Floats,
    new: Floats,
    first_node: int,
    price: float,
    weekend_cost: float,
    weekend: int,
    added: Ints,
    valid: Flags,
    was: Ints,
    now: Ints,
) -> None:
    """Fill the states after one shift of a day."""
    low, base = was[0], now[0]
    for k in range(len(before)):
        counts = 1 if weekend == 1 or (weekend == 2 and k == 0) else 0
        node, step, paid = first_node + k, added[counts], price + counts * weekend_cost
        for r in range(max(low, base - step), min(was[1], now[1] - step)):
            value = before[k, r - low] + paid
            if value < new[node, r + step - base] and valid[counts, r]:
                new[node, r + step - base] = value


@compiled
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
    days, shifts = cost.shape
    groups, classes = follows.shape
    rests, runs = classes * max_run, (max_run, min_run, min_rest)
    best[0] = INFINITE
    counts = 1 if weekend[0] > 0 else 0
    prices = cost[0] + counts * weekend_cost
    _begin(prices, counts, allowed[0], class_of, added, valid, max_run, window[0], best[0])
    if free[0] and window[0, 0] == 0:
        best[0, rests, 0] = 0.0
    before = np.empty((max_run, best.shape[2]))
    for day in range(1, days):
        was, now, old, new = window[day - 1], window[day], best[day - 1], best[day]
        new[:, : now[1] - now[0]] = INFINITE
        if free[day]:
            _rest(old, new, was, now, day, rests, runs)
        for g in range(groups):
            _least_before(old, before, follows[g], was[1] - was[0], day, runs)
            for t in range(shifts):
                if group_of[t] == g and allowed[day, t]:
                    node, price, counted = class_of[t] * max_run, cost[day, t], weekend[day]
                    steps, fits = added[:, t], valid[:, t]
                    _work(before, new, node, price, weekend_cost, counted, steps, fits, was, now)
