"""How far a chance counted in a number of trials may be off."""

from __future__ import annotations

from math import sqrt

_Z = 1.959963984540054  # 95%, two-sided


def wilson(successes: int, trials: int) -> tuple[float, float]:
    """Return Wilson's 95% interval of a chance, within 0 and 1 and around the share counted."""
    share, z2 = successes / trials, _Z * _Z
    middle = share + z2 / (2 * trials)
    half = _Z * sqrt(share * (1 - share) / trials + z2 / (4 * trials * trials))
    low, high = (middle - half) / (1 + z2 / trials), (middle + half) / (1 + z2 / trials)
    return min(share, max(0.0, low)), max(share, min(1.0, high))
