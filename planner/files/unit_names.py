"""Spellings of units: short, full, and with the bureau's name in front, each found to be one unit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from planner.files.bureaus import prefixes, without_superior
from planner.files.cells import as_text, one_line
from planner.files.vocabulary import vocabulary
from planner.files.workbook import Cell
from planner.text import compact

_ENDINGS = (
    "大队",
    "派出所",
    "中队",
    "支队",
    "办公室",
    "室",
    "科",
    "中心",
    "股",
    "队",
    "所",
    "管理大队",
    "警察大队",
)
_TOWN = re.compile(r"(民族乡|镇|乡|街道办事处|街道)(?=派出所\Z)")


def unit_words(cell: Cell) -> str:
    """Return a unit as it is written, half-width and without the blanks that only spread characters."""
    if isinstance(cell, str) and cell.isalnum() and unicodedata.is_normalized("NFKC", cell):
        return cell
    words = unicodedata.normalize("NFKC", as_text(cell))
    return one_line(words)


@dataclass
class UnitNames:
    """The units known so far, found by any of their spellings; `names` are their full names in order."""

    bureau: str
    also: str = ""  # another name of the bureau that its units are written with
    names: list[str] = field(default_factory=list)
    _known: dict[str, int] = field(default_factory=dict)
    _sought: dict[str, int | None] = field(default_factory=dict)
    _towns: dict[str, set[int]] = field(default_factory=dict)  # stations by their name without 镇, 乡

    def __post_init__(self) -> None:
        self._begins = tuple(p for name in (self.bureau, self.also) if name for p in prefixes(name))
        self._place = compact(self.bureau.partition("公安局")[0]) if "公安局" in self.bureau else ""

    def is_bureau(self, words: str) -> bool:
        """Return whether a spelling means the bureau itself: its name, 本局, 县局, but no 市局."""
        key = compact(self._own(words))
        return bool(self._place) and key in self._begins and not key.startswith("市")

    def bare(self, words: str) -> str:
        """Return a spelling without the bureau's name in front; the bureau itself keeps its name."""
        if self.is_bureau(words):
            return self.bureau
        written = self._own("".join(words.split()))
        key = compact(written)
        for prefix in self._begins:
            if key.startswith(prefix) and len(key) >= len(prefix) + 2:
                rest = written[len(prefix) :] if compact(written[: len(prefix)]) == prefix else ""
                return rest.lstrip("-—·") or words
        return words

    def _own(self, words: str) -> str:
        return without_superior(without_superior(words, self.bureau), self.also)

    def is_inside(self, words: str) -> bool:
        """Return whether a spelling says that it is of the bureau: it begins with its name, or is it."""
        return self.bare(words) != words or self.is_bureau(words)

    def add(self, name: str, short: str = "") -> int:
        """Return the place of a unit, entered if it is new, under a name and a short name."""
        bare = self.bare(name)
        place = self._known.get(compact(bare))
        if place is None:
            place = len(self.names)
            self.names.append(bare)
            self._enter(compact(bare), place)
        if short:
            self._enter(compact(self.bare(short)), place)
        self._sought.clear()
        return place

    def _enter(self, key: str, place: int) -> None:
        self._known.setdefault(key, place)
        if key.endswith("派出所"):
            self._towns.setdefault(_TOWN.sub("", key), set()).add(self._known[key])

    def learn(self, spellings: Sequence[str]) -> None:
        """Enter the units that a list of spellings means, where no sheet names them, in its order.

        Two stations written in full are two, whatever their names share; of other spellings that
        mean one unit the longest becomes its name.
        """
        plain = list(dict.fromkeys(self.bare(s) for s in spellings if s))
        full = [s for s in plain if compact(s).endswith(_ENDINGS)]
        draft = UnitNames(self.bureau, self.also)
        for name in (*sorted(full, key=lambda s: -len(s)), *plain):
            if compact(name).endswith("派出所") or draft.find(name) is None:
                draft.add(name)
        for name in plain:
            place = draft.find(name)
            if place is not None:
                self._enter(compact(name), self.add(draft.names[place]))
        self._sought.clear()

    def find(self, words: str) -> int | None:
        """Return the place of the unit a spelling means, None where it means none or several."""
        if words in self._sought:
            return self._sought[words]
        found = self._find(words)
        self._sought[words] = found
        return found

    def _find(self, words: str) -> int | None:
        key = compact(self.bare(words))
        if not key:
            return None
        if key in self._known:
            return self._known[key]
        if self._place and key.startswith(self._place) and key[len(self._place) :] in self._known:
            return self._known[key[len(self._place) :]]
        return self._by_ending(key)

    def at_the_beginning(self, words: str) -> int | None:
        """Return the place of the unit with the longest name that some words begin with, None for none."""
        key = compact(self.bare(words))
        return next((self._known[key[:n]] for n in range(len(key), 2, -1) if key[:n] in self._known), None)

    def _by_ending(self, key: str) -> int | None:
        """Find 城关所 as 城关派出所, 刑侦 as 刑侦大队 and 城关镇派出所 as 城关派出所, where only one fits."""
        custody = vocabulary().lists["units"]["custody"]
        if key.endswith("所") and not key.endswith(("派出所", *custody)):
            key = f"{key[:-1]}派出所"
            if key in self._known:
                return self._known[key]
        if key.endswith("派出所"):
            return _only(self._towns.get(_TOWN.sub("", key), set()))
        if len(key) < 2 or key.isascii():
            return None
        return _only({self._known[key + e] for e in _ENDINGS if key + e in self._known})


def _only(places: set[int]) -> int | None:
    return next(iter(places)) if len(places) == 1 else None
