"""Blocks of cells: what copying takes and what pasting, filling and clearing change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from planner.errors import InputError
from planner.text import Text
from ui.tables.record_table import RecordTable

_TOO_TALL = Text(
    "粘贴 {n} 行,但从所选位置起只有 {room} 行。请取消筛选、另选位置或先新增人员。",
    "{n} rows are pasted but only {room} rows follow the chosen place; clear the filter or start higher.",
)
_TOO_WIDE = Text(
    "粘贴 {n} 列,但从所选位置起只有 {room} 列。请显示更多列或另选位置。",
    "{n} columns are pasted but only {room} follow the chosen place; show more or start further left.",
)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines in view and sections, in the order they are seen."""

    lines: tuple[int, ...]
    sections: tuple[int, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is no cell."""
        return not self.lines or not self.sections


def texts(model: RecordTable, block: Block, *, titles: bool = False) -> list[list[str]]:
    """Return the words of a block, the titles of its columns first if asked for."""
    language = model.language
    columns = [model.column_at(section) for section in block.sections]
    head = [[column.title.in_language(language) for column in columns]] if titles else []
    shown = model.shown
    return head + [[column.words(shown[line], language) for column in columns] for line in block.lines]


def pasted(
    model: RecordTable, block: Block, visible: Sequence[int], cells: Sequence[Sequence[str]]
) -> dict[tuple[int, str], str]:
    """Return what pasting `cells` onto a block changes, by row id and column key.

    One cell fills the block; a rectangle starts at its first cell and fills the block as often as
    it fits whole. Raises InputError where it would run over the edge of the table.
    """
    height, width = len(cells), len(cells[0])
    lines: Sequence[int] = block.lines
    sections: Sequence[int] = block.sections
    if len(lines) % height or len(sections) % width:
        start = visible.index(sections[0])
        lines = range(lines[0], lines[0] + height)
        sections = visible[start : start + width]
        if len(sections) < width:
            raise InputError(_TOO_WIDE.format(n=width, room=len(sections)))
        if lines[-1] >= len(model.shown):
            raise InputError(_TOO_TALL.format(n=height, room=len(model.shown) - lines[0]))
    return changes(
        model,
        (
            (line, section, cells[i % height][j % width])
            for i, line in enumerate(lines)
            for j, section in enumerate(sections)
        ),
    )


def filled_down(model: RecordTable, block: Block) -> dict[tuple[int, str], str]:
    """Return what copying the first line of a block into the others changes."""
    [first] = texts(model, Block(block.lines[:1], block.sections))
    return changes(
        model,
        (
            (line, section, words)
            for line in block.lines[1:]
            for section, words in zip(block.sections, first, strict=True)
        ),
    )


def filled_with(model: RecordTable, block: Block, words: str) -> dict[tuple[int, str], str]:
    """Return what giving every editable cell of a block the same words changes; blank clears them."""
    return changes(
        model,
        (
            (line, section, words)
            for line in block.lines
            for section in block.sections
            if model.column_at(section).editable
        ),
    )


def changes(model: RecordTable, cells: Iterable[tuple[int, int, str]]) -> dict[tuple[int, str], str]:
    """Return the cells whose words differ from what is there."""
    shown, language = model.shown, model.language
    found = {}
    for line, section, words in cells:
        column, row = model.column_at(section), shown[line]
        if words.strip() != column.words(row, language):
            found[row.id, column.key] = words
    return found
