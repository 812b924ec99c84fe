"""Where the files that ship with the program lie: fonts, icons, policies, templates, the sample county."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).resolve().parent.parent / "assets"


def asset(*parts: str) -> Path:
    """Return the path of a shipped file, the same in a checkout and in an installed copy."""
    return _FOLDER.joinpath(*parts)
