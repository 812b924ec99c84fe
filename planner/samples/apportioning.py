"""Whole people shared out by weight."""

from __future__ import annotations

from collections.abc import Sequence


def apportion(total: int, weights: Sequence[float], least: int) -> list[int]:
    """Share `total` by weight in whole numbers, none below `least`; the sum is exact.

    `total` must be enough to give everybody the least.
    """
    spare = total - least * len(weights)
    if spare < 0:
        raise ValueError(f"{total} cannot give {len(weights)} at least {least}")
    wanted = [max(0.0, weight / sum(weights) * total - least) for weight in weights]
    scale = spare / sum(wanted) if sum(wanted) else 0.0
    shares = [int(part * scale) for part in wanted]
    by_rest = sorted(range(len(weights)), key=lambda i: (shares[i] - wanted[i] * scale, i))
    for position in range(spare - sum(shares)):
        shares[by_rest[position % len(by_rest)]] += 1
    return [least + share for share in shares]
