"""Cells of a sheet that a change could not be made of, kept in words at the end of its note."""

from __future__ import annotations

import re
from collections.abc import Mapping

from planner.scenarios.records import Change
from planner.text import Text, joined, same

_NOTED = Text("{note};未读懂:{cells}", "{note}; not understood: {cells}")
_ALONE = Text("未读懂:{cells}", "not understood: {cells}")
_SENTENCE = Text("未读懂:{cells}。", "Not understood: {cells}.")
_MARK = re.compile(r"(?:\A|;)未读懂:(?=[^“”、]+“)")
_CELL = re.compile(r"([^“”、]+)“(.*?)”(?:、(?=[^“”、]+“)|\Z)", re.DOTALL)


def with_unread(note: str, cells: Mapping[str, str]) -> Text:
    """Return a note with the cells that were not understood behind it, those it told of before too."""
    own, known = split_unread(note)
    cells = {**known, **cells}
    if not cells:
        return same(own)
    return (_NOTED if own else _ALONE).format(note=own, cells=_listed(cells))


def split_unread(note: str) -> tuple[str, Mapping[str, str]]:
    """Return a note without the cells that were not understood, and those, by heading."""
    mark = _MARK.search(note)
    if mark is None:
        return note, {}
    return note[: mark.start()], dict(_CELL.findall(note[mark.end() :]))


def unread_of(change: Change) -> Text | None:
    """Return in a sentence what of a change was not understood, None for nothing."""
    _, cells = split_unread(change.note)
    return _SENTENCE.format(cells=_listed(cells)) if cells else None


def _listed(cells: Mapping[str, str]) -> Text:
    return joined(same(f"{heading}“{words}”") for heading, words in cells.items())
