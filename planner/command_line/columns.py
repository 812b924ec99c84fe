"""Rows of words under each other on a terminal, where a Chinese character takes two places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.text import printed_width


def in_columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield each row as a line, every column as wide as its widest cell."""
    widths = [max(map(printed_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell + " " * (width - printed_width(cell)) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()
