"""A whole province end to end, by the command a user types: reading, planning and recounting every county."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measuring import DIFFERENT, Row, seconds_of

COUNTIES, OFFICERS = 129, 50_000


def province(counties: int, officers: int) -> Iterator[Row]:
    """Measure `jingli plan FOLDER` on so many county workbooks; writing them is not counted."""
    from planner.samples import AS_OF, write_province

    with tempfile.TemporaryDirectory() as folder:
        for _ in write_province(0, Path(folder), counties, officers):
            pass
        command = [sys.executable, "-m", "planner.command_line", "plan", folder, "--json"]
        printed: list[str] = []

        def planned() -> None:
            done = subprocess.run(
                [*command, "--as-of", AS_OF.isoformat()],
                capture_output=True, text=True, encoding="utf-8", check=False,
            )  # fmt: skip
            printed.append(done.stdout)

        seconds = seconds_of(planned)
    answers = json.loads(printed[0])["counties"]
    proven = sum(one.get("proven", False) for one in answers)
    note = f"{proven} of {counties} proven; by processes, from file to JSON"
    if len(answers) != counties:
        note = f"{DIFFERENT}: {len(answers)} of {counties} counties answered"
    yield Row("province", f"{officers} officers", seconds, note=note)
