"""Memory of one plan, measured in a process of its own: the most it ever held, before and after."""

from __future__ import annotations

import sys
from pathlib import Path

from models.run import Limits


def solved(size: int, seed: int) -> tuple[float, float]:
    """Plan one county; return the megabytes once everything was loaded, and the peak."""
    from models.allocation.model import solve
    from tests.models.allocation.synthetic import county, tiny

    solve(tiny(1), Limits(60))  # loads what is loaded late
    loaded = peak()
    solve(county(size, seed), Limits(60))
    return loaded, peak()


def peak() -> float:
    """Return the most megabytes this process has held so far."""
    if sys.platform == "win32":
        import psutil

        return float(psutil.Process().memory_info().peak_wset) / 2**20
    if sys.platform == "linux":  # what getrusage tells is inherited from whoever started the process
        lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 2**10
    import resource

    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # bytes on macOS, kilobytes elsewhere
    return held / 2**20 if sys.platform == "darwin" else held / 2**10
