"""How the user's roster is laid out, so that it can be written back the way it came."""

from __future__ import annotations

from dataclasses import dataclass, field

from planner.files.choices import ImportChoices


@dataclass(frozen=True, slots=True)
class LayoutColumn:
    """One column of the roster: its heading as it stands in the file, its field, its width in characters.

    `field` is one of the names in `assets/vocabulary.toml`, None for the user's own column and
    "number" for the running number.
    """

    heading: str  # of one line, unique in the sheet: the key of `Person.extra` for own columns
    field: str | None
    width: int = 10


@dataclass(frozen=True)
class RosterLayout:
    """What to write the roster back with: the lines above, the header, the columns, how blocks end."""

    file_name: str
    sheet: str
    titles: tuple[tuple[str, ...], ...]  # the rows above the header
    header: tuple[tuple[str, ...], ...]  # its one or two rows, cell by cell as they stand
    columns: tuple[LayoutColumn, ...]
    subtotal: str = ""  # the word that ends a unit's block, 小计; empty: no such rows
    total: str = ""  # the word that ends the roster, 合计
    footers: tuple[tuple[str, ...], ...] = ()  # the rows below
    restarts: bool = False  # the running number restarts in every block
    choices: ImportChoices = field(default_factory=ImportChoices)
