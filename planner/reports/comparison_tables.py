"""The tables behind the leadership's page: who moves under each option, and who stands elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from planner.comparison.moves import MoveLine
from planner.comparison.officers import OfficerLine
from planner.reports.paper import Align
from planner.text import Text, same

if TYPE_CHECKING:
    from planner.reports.comparison import Card

_NAME, _BADGE = Text("姓名", "Name"), Text("警号", "Badge")
_MOVES = (
    (Text("序号", "No."), 9, Align.CENTRE),
    (_NAME, 16, Align.LEFT),
    (_BADGE, 16, Align.LEFT),
    (Text("类别", "Kind"), 20, Align.LEFT),
    (Text("原单位及岗位", "From"), 34, Align.LEFT),
    (Text("到何单位及岗位", "To"), 34, Align.LEFT),
    (Text("日期", "Date"), 20, Align.CENTRE),
    (Text("截止", "Until"), 20, Align.CENTRE),
)
_HEADING = Text("{option} · {source}", "{option} · {source}")
_SAME = Text("同现状", "as it stands")
Table = Mapping[str, object]


def move_table(moves: Sequence[MoveLine], cards: Sequence[Card]) -> Table:
    """Return who moves, under a heading for every option and for its proposal."""
    rows, number, heading = [], 0, same("")
    for move in moves:
        group = _HEADING.format(option=option_name(cards[move.option]), source=move.source)
        number = number + 1 if group == heading else 1
        heading = group
        cells = [number, move.name, move.badge, move.kind, move.from_, move.to, move.on, move.until]
        rows.append({"group": group, "cells": [_written(cell) for cell in cells]})
    return {"columns": [_column(*column) for column in _MOVES], "rows": rows, "total": None}


def officer_tables(
    officers: Sequence[OfficerLine], cards: Sequence[Card], groups: Sequence[Sequence[int]]
) -> list[Table]:
    """Return who stands elsewhere, a table for every group of options that differ for somebody."""
    tables: list[Table] = []
    for group in groups:
        differing = [line for line in officers if any(line.differs(n) for n in group)]
        if differing:
            titles = [_column(_NAME, 16, Align.LEFT), _column(_BADGE, 20, Align.LEFT)]
            titles += [_column(option_name(cards[n]), 26, Align.LEFT) for n in group]
            rows = [{"group": "", "cells": _places(line, group)} for line in differing]
            tables.append({"columns": titles, "rows": rows, "total": None})
    return tables


def option_name(card: Card) -> Text:
    """Return an option's letter and name."""
    return Text(f"{card.letter} {card.name.zh}".strip(), f"{card.letter} {card.name.en}".strip())


def _places(line: OfficerLine, group: Sequence[int]) -> list[object]:
    places = [line.places[n] if n == 0 or line.differs(n) else _SAME for n in group]
    return [line.person.name, line.person.badge_number, *places]


def _column(title: Text, width: int, align: Align) -> Mapping[str, object]:
    return {"title": title, "width": width, "align": str(align)}


def _written(cell: object) -> object:
    """Return a cell as the template takes it: words, never a bare number."""
    return "" if cell is None else str(cell) if isinstance(cell, int) else cell
