"""Tracing back: the shifts of a cheapest path, read off the states that pricing has filled."""

from __future__ import annotations

from models.rostering.columns.compiling import compiled
from models.rostering.columns.space import Flags, Floats, Ints


@compiled
def _before_rest(
    old: Floats, at: int, value: float, node: int, day: int, rests: int, runs: tuple[int, int, int]
) -> int:
    """Return the node a free day came from."""
    max_run, min_run, min_rest = runs
    for j in range(min_rest - 1, -1, -1):
        if rests + min(j + 1, min_rest - 1) == node and old[rests + j, at] == value:
            return rests + j
    for k in range(max_run - 1, -1, -1):
        if k + 1 >= min_run or k + 1 == day:
            for work in range(rests - max_run + k, -1, -max_run):
                if old[work, at] == value:
                    return work
    return -1


@compiled
def _before_work(
    old: Floats, at: int, value: float, price: float, k: int, day: int, follows: Flags, min_rest: int
) -> int:
    """Return the node that a shift, the run's day `k`, came from at its price; -1 if from none."""
    classes, max_run = len(follows), (len(old) - min_rest) // len(follows)
    rests = classes * max_run
    if k == 0:
        for j in range(min_rest - 1, -1, -1):
            if (j + 1 == min_rest or j + 1 == day) and old[rests + j, at] + price == value:
                return rests + j
        return -1
    for c in range(classes - 1, -1, -1):
        if follows[c] and old[c * max_run + k - 1, at] + price == value:
            return c * max_run + k - 1
    return -1


@compiled
def _first_shift(
    prices: Floats, value: float, allowed: Flags, class_of: Ints, klass: int, added: Ints, resource: int
) -> int:
    """Return the shift of day 0 that ends in a class with a resource at a price."""
    for t in range(len(prices) - 1, -1, -1):
        if class_of[t] == klass and added[t] == resource and allowed[t] and prices[t] == value:
            return t
    return -1


@compiled
def backward(
    cost: Floats,
    weekend_cost: float,
    allowed: Flags,
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
    node: int,
    resource: int,
    line: Ints,
) -> None:
    """Write into `line[day]` the shifts of a cheapest path to a state of the last day, -1 for free days."""
    days, shifts = cost.shape
    rests, runs = follows.shape[1] * max_run, (max_run, min_run, min_rest)
    line[:] = -1
    for day in range(days - 1, 0, -1):
        value = best[day, node, resource - window[day, 0]]
        old, low, high = best[day - 1], window[day - 1, 0], window[day - 1, 1]
        if node >= rests:
            node = _before_rest(old, resource - low, value, node, day, rests, runs)
            continue
        klass, k = node // max_run, node % max_run
        counts = 1 if weekend[day] == 1 or (weekend[day] == 2 and k == 0) else 0
        for t in range(shifts):
            origin = resource - added[counts, t]
            if class_of[t] != klass or not allowed[day, t] or not low <= origin < high:
                continue
            if valid[counts, t, origin]:
                price = cost[day, t] + counts * weekend_cost
                came = _before_work(old, origin - low, value, price, k, day, follows[group_of[t]], min_rest)
                if came >= 0:
                    line[day], node, resource = t, came, origin
                    break
    if node < rests:
        counts = 1 if weekend[0] > 0 else 0
        prices, value = cost[0] + counts * weekend_cost, best[0, node, resource - window[0, 0]]
        line[0] = _first_shift(prices, value, allowed[0], class_of, node // max_run, added[counts], resource)
