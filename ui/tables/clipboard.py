"""Rectangles of cells as Excel and WPS put them on the clipboard."""

from __future__ import annotations

from collections.abc import Sequence

Cells = list[list[str]]


def to_clipboard(cells: Sequence[Sequence[str]]) -> str:
    """Return cells as tab-separated lines; a cell with a tab, a line break or a quote is quoted."""
    return "".join("\t".join(_quoted(cell) for cell in line) + "\n" for line in cells)


def _quoted(cell: str) -> str:
    if any(sign in cell for sign in '\t\n\r"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def from_clipboard(words: str) -> Cells:
    """Return the cells of tab-separated lines, quoted ones too, as a full rectangle."""
    text = words.replace("\r\n", "\n").replace("\r", "\n")
    text = text.removesuffix("\n")
    lines: Cells = [[]]
    place = 0
    while True:
        cell, place = _quoted_cell(text, place) if text.startswith('"', place) else _plain_cell(text, place)
        lines[-1].append(cell)
        if place >= len(text):
            break
        if text[place] == "\n":
            lines.append([])
        place += 1
    width = max(len(line) for line in lines)
    return [line + [""] * (width - len(line)) for line in lines]


def _plain_cell(text: str, start: int) -> tuple[str, int]:
    ends = [end for sign in "\t\n" if (end := text.find(sign, start)) >= 0]
    end = min(ends, default=len(text))
    return text[start:end], end


def _quoted_cell(text: str, start: int) -> tuple[str, int]:
    """Read a quoted cell; a quote that never closes, or goes on after closing, is meant as it stands."""
    place = start + 1
    parts = []
    while (end := text.find('"', place)) >= 0:
        parts.append(text[place:end])
        if text.startswith('""', end):
            parts.append('"')
            place = end + 2
            continue
        if end + 1 == len(text) or text[end + 1] in "\t\n":
            return "".join(parts), end + 1
        break
    return _plain_cell(text, start)
