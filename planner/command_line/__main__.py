"""`python -m planner.command_line`: the verbs where no window is installed."""

from __future__ import annotations

import sys

from planner.command_line.main import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
