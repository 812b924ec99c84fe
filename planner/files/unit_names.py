"""Spellings of units: short, full, and with the bureau's name in front, each found to be one unit."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from planner.files.cells import as_text, compact, one_line
from planner.files.vocabulary import vocabulary
from planner.files.workbook import Cell

_BUREAU = re.compile(
    r"[^\d\s年月日:：()（）“”_\-]*?公安局(?:[^\s人民全花名单统一情在编内政机现岗]{1,6}分局)?"
)
_IN_NAME = re.compile(r"(.{2,20}?公安局(?:.{1,6}分局)?)(?!.{1,6}分局\Z)(.+)")  # a unit of it, no branch
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


def bureau_in_titles(lines: Iterable[str]) -> str:
    """Return the bureau named in the lines above a header, empty where none is."""
    for line in lines:
        if match := _BUREAU.search(compact(line)):
            return match[0]
    return ""


def bureau_in_units(names: Sequence[str]) -> str:
    """Return the bureau most unit names begin with, empty where none do."""
    found = Counter(m[1] for name in names if (m := _IN_NAME.match(compact(name))))
    return found.most_common(1)[0][0] if found else ""


def bureau_in_file_name(file_name: str) -> str:
    """Return the bureau in a file's name, else the name without its ending."""
    stem = file_name.rsplit(".", 1)[0] if "." in file_name else file_name
    return bureau_in_titles([stem]) or stem


def _prefixes(bureau: str) -> tuple[str, ...]:
    """Return the ways in which a unit's name begins with its bureau's, the longest first."""
    place, _, branch = bureau.partition("公安局")
    found = [bureau, "本局", "我局"]
    if place and "公安局" in bureau:
        found += [f"{place[:-1]}公安局{branch}", f"{place[-1]}公安局{branch}"]
        if branch:
            own = branch.removesuffix("分局")
            found += [branch, f"{own}区公安分局", f"{own}公安分局", f"{own}区分局", "分局"]
        else:
            found += [f"{place}局", f"{place[-1]}局"]
    return tuple(sorted({compact(f) for f in found if f}, key=len, reverse=True))


@dataclass
class UnitNames:
    """The units known so far, found by any of their spellings; `names` are their full names in order."""

    bureau: str
    names: list[str] = field(default_factory=list)
    _known: dict[str, int] = field(default_factory=dict)
    _sought: dict[str, int | None] = field(default_factory=dict)
    _towns: dict[str, set[int]] = field(default_factory=dict)  # stations by their name without 镇, 乡

    def __post_init__(self) -> None:
        self._begins = _prefixes(self.bureau) if self.bureau else ()
        self._place = compact(self.bureau.partition("公安局")[0]) if "公安局" in self.bureau else ""

    def is_bureau(self, words: str) -> bool:
        """Return whether a spelling means the bureau itself: its name, 本局, 县局, but no 市局."""
        key = compact(words)
        return bool(self._place) and key in self._begins and not key.startswith("市")

    def bare(self, words: str) -> str:
        """Return a spelling without the bureau's name in front; the bureau itself keeps its name."""
        if self.is_bureau(words):
            return self.bureau
        key = compact(words)
        for prefix in self._begins:
            if key.startswith(prefix) and len(key) >= len(prefix) + 2:
                written = "".join(words.split())
                rest = written[len(prefix) :] if compact(written[: len(prefix)]) == prefix else ""
                return rest.lstrip("-—·") or words
        return words

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
        draft = UnitNames(self.bureau)
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
