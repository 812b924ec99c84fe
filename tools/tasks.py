"""The jobs behind `make`: run, test, check, bench, lock, clean; the same on Linux, macOS and Windows."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "assets" / "sample" / "county.xlsx"
OUT = ROOT / "out"
PYTHON = sys.executable
JINGLI = Path(PYTHON).with_name("jingli.exe" if os.name == "nt" else "jingli")
LEFTOVERS = ("out", "build", "dist", ".cache", ".pytest_cache", ".mypy_cache", ".ruff_cache", ".hypothesis")

CHECKS = (
    [PYTHON, "-m", "ruff", "check", "."],
    [PYTHON, "-m", "ruff", "format", "--check", "."],
    [PYTHON, "-m", "mypy"],
)
COMPILE = [
    *[PYTHON, "-m", "uv", "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11"],
    *["--fork-strategy", "fewest", "--generate-hashes", "--no-emit-index-url", "--no-emit-find-links"],
    *["--no-annotate", "--quiet", "--custom-compile-command", "make lock"],
]


def run() -> int:
    """Open the planner on the sample county, or do the same main job on paper where there is no display."""
    if has_display():
        return subprocess.call([JINGLI, str(SAMPLE)], cwd=ROOT)
    OUT.mkdir(exist_ok=True)
    print(f"There is no display: working without a window, results go to {OUT}", flush=True)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.call([PYTHON, "-m", "ui.headless", str(SAMPLE), str(OUT)], cwd=ROOT, env=environment)


def has_display() -> bool:
    """Whether a window can open: Windows and macOS always have a screen, Linux is asked by trying."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    if sys.platform != "linux":
        return True
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    attempt = [PYTHON, "-c", "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"]
    return subprocess.run(attempt, capture_output=True, check=False).returncode == 0


def check() -> int:
    """Lint, formatting and types."""
    results = [subprocess.call(command, cwd=ROOT) for command in CHECKS]
    return max(results, key=abs)


def test() -> int:
    """Everything that must hold before a change is shared."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    pytest = [PYTHON, "-m", "pytest", "-q", "-n", "2", "--dist", "loadfile"]
    return check() or subprocess.call(pytest, cwd=ROOT, env=environment)


def bench() -> int:
    """Measure the targets, side by side with the peers."""
    return subprocess.call([PYTHON, "-m", "tests.benchmarks"], cwd=ROOT)


def lock() -> int:
    """Write both locks anew from pyproject.toml; versions already locked stay where they still fit."""
    runtime = subprocess.call([*COMPILE, "--output-file", "requirements.lock"], cwd=ROOT)
    everything = ["--group", "dev", "--constraint", "requirements.lock"]
    return runtime or subprocess.call(
        [*COMPILE, *everything, "--output-file", "requirements-dev.lock"], cwd=ROOT
    )


def clean() -> int:
    """Remove results and caches; `.venv` stays."""
    for name in LEFTOVERS:
        shutil.rmtree(ROOT / name, ignore_errors=True)
    return 0


JOBS = {job.__name__: job for job in (run, test, check, bench, lock, clean)}

if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in JOBS:
        sys.exit(f"Usage: tasks.py {'|'.join(JOBS)}")
    sys.exit(JOBS[sys.argv[1]]())
