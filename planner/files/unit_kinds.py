"""What a unit's name says of its kind, where no sheet says it."""

from __future__ import annotations

from dataclasses import dataclass

from planner.county.records import BorrowLevel, UnitKind
from planner.files.vocabulary import vocabulary
from planner.text import compact

_ANOTHER_BUREAU = ("公安局", "公安分局", "分局")
_BY_ENDING = (
    ("station", UnitKind.STATION),
    ("custody", UnitKind.CUSTODY),
    ("leadership", UnitKind.LEADERSHIP),
    ("enforcement", UnitKind.ENFORCEMENT),
    ("administrative", UnitKind.ADMINISTRATIVE),
)


@dataclass(frozen=True, slots=True)
class Inferred:
    """A kind read off a name; `certain` unless a person has to say."""

    kind: UnitKind
    ours: bool = True
    certain: bool = True


def infer_kind(name: str) -> Inferred:
    """Return the kind of a unit by its name: 派出所, 看守所, 大队, 室; other 所 cannot be told."""
    words, endings = compact(name), vocabulary().lists["units"]
    if words.endswith(endings["not_ours"]):
        return Inferred(UnitKind.STATION, ours=False)
    if words.endswith(_ANOTHER_BUREAU):
        return Inferred(UnitKind.ADMINISTRATIVE, ours=False)
    named = next((k for table, k in _BY_ENDING if words.endswith(endings[table])), None)
    if named is UnitKind.STATION and words.endswith(tuple(e for e in endings["asked"] if e != "所")):
        named = None
    return Inferred(named or UnitKind.UNKNOWN, certain=named is not None)


def is_traffic(name: str) -> bool:
    """Return whether a unit is of the traffic police."""
    return vocabulary().contained("units", "traffic", compact(name))


def borrow_level(place: str) -> BorrowLevel:
    """Return who borrows, by the name of an outside unit."""
    words, levels = compact(place), vocabulary().lists["levels"]
    for level, known in levels.items():
        if any(word in words for word in known):
            return BorrowLevel(level)
    return BorrowLevel.OTHER
