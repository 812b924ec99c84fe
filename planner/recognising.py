"""Telling a document of ours from a spreadsheet, by its name or its first bytes."""

from __future__ import annotations

from pathlib import Path

SUFFIX = ".jingli"
SQLITE = b"SQLite format 3\x00"  # how every SQLite file begins


def is_document(path: Path) -> bool:
    """Return whether a file is to be opened as a document; False too where it cannot be read."""
    if path.suffix.lower() == SUFFIX:
        return True
    try:
        with path.open("rb") as file:
            return file.read(len(SQLITE)) == SQLITE
    except OSError:
        return False  # whoever reads it says what is wrong
