"""Units and borrowing units as people write them, found the way an import finds them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from planner.county.records import BorrowLevel
from planner.document import Document
from planner.errors import InputError
from planner.text import Text, compact

if TYPE_CHECKING:
    from planner.files.columns import Reading
    from planner.files.unit_names import UnitNames

SEVERAL_UNITS = Text(
    "有多个单位简称为“{words}”,请写全称。",
    "Several units are called “{words}” for short; write the full name.",
)
_WHICH = Text(
    "“{words}”没有说明是哪个单位,请写单位名称。", "“{words}” does not say which unit; write the unit's name."
)
_NOT_OURS = Text(
    "本局没有“{words}”{nearest};本局单位请改正或先在“单位”页新增,"
    "局外单位请写全所属机关,或用“登记抽调借调”并选择局外借用层级。",
    "The bureau has no “{words}”{nearest}. If it is a unit of the bureau, correct it or add it on the Units "
    "page; if outside, write whose it is, or use “Record a secondment” and choose the level outside.",
)
_NEAREST = Text(",最接近的是“{unit}”", " (the nearest is “{unit}”)")
_OWN = re.compile(r"[本原该我](所|派出所|单位|部门|大队|中队|队|室|科|中心)\Z")
_POLICE_ENDINGS = ("派出所", "大队", "中队")
_OFFICE_ENDINGS = ("所", "室", "科", "中心")
_ENDING = re.compile(r"(派出所|管理大队|大队|中队|支队|办公室|室|科|中心|股|队|所)\Z")
_TOWNS = frozenset({"乡", "镇", "街道"})  # a station is named after one, another office belongs to one
_COUNTIES = ("县", "市", "区", "州", "旗")
_ALIKE = 0.5  # one character of two
K = TypeVar("K")


class Elsewhere(NamedTuple):
    """A borrowing unit: a unit of the bureau, or else the name of one outside it."""

    unit: int | None
    outside: str


class _Known(NamedTuple):
    """The spellings of a county's units, and the units each stands for."""

    reading: Reading
    units: Mapping[int, tuple[int, ...]]  # place among the names -> ids
    full: Mapping[str, tuple[int, ...]]
    short: Mapping[str, tuple[int, ...]]

    @property
    def names(self) -> UnitNames:
        """The units by any of their spellings."""
        return self.reading.names


def units_called(words: str, document: Document) -> tuple[int, ...]:
    """Return the units of this full name, else of this short name, else of this spelling of either."""
    known = _known(document)
    key, bare = compact(words), compact(known.names.bare(words))
    for spelled in (known.full, known.short):
        if found := spelled.get(key) or spelled.get(bare):
            return found
    place = known.names.find(words)
    return () if place is None else known.units[place]


def nearest_unit(words: str, document: Document) -> Text:
    """Return the unit a misspelled name comes closest to, as part of a sentence; empty for none."""
    from difflib import get_close_matches

    names = _known(document).names
    stems = {_ENDING.sub("", compact(name)): name for name in names.names}
    stem = _ENDING.sub("", compact(names.bare(words)))
    found = get_close_matches(stem, stems, 1, _ALIKE) if stem else []
    return _NEAREST.format(unit=stems[found[0]]) if found else Text("", "")


def read_elsewhere(words: str, document: Document, *, outside: bool = False) -> Elsewhere:
    """Return the borrowing unit of this name, of the bureau or outside it; blank for none.

    What reads like a unit of the bureau but is none is refused, unless it is said to be `outside`.
    """
    from planner.files.stays import place_of
    from planner.files.unit_names import unit_words

    written = unit_words(words)
    if place_of(written, _known(document).reading) is None:
        return Elsewhere(None, "")
    found = units_called(written, document)
    if len(found) == 1:
        return Elsewhere(found[0], "")
    if found:
        raise InputError(SEVERAL_UNITS.format(words=written))
    if _OWN.match(compact(written)) or _known(document).names.is_bureau(written):
        raise InputError(_WHICH.format(words=written))
    if not outside and not _is_recorded(written, document) and _reads_like_ours(written, document):
        raise InputError(_NOT_OURS.format(words=written, nearest=nearest_unit(written, document)))
    return Elsewhere(None, written)


def _is_recorded(words: str, document: Document) -> bool:
    """Whether somebody is known to be at an outside unit of this name."""
    key = compact(words)
    return any(compact(s.to_outside) == key for s in document.county.secondments.values() if s.to_outside)


def _reads_like_ours(words: str, document: Document) -> bool:
    """Whether words that are no unit's name are a unit of the bureau by their look."""
    from planner.files.unit_kinds import borrow_level, infer_kind

    names = _known(document).names
    if names.is_inside(words):
        return True
    if not infer_kind(words).ours:
        return False
    place = names.bureau.partition("公安局")[0]
    key = compact(words).removeprefix(place).removeprefix(place[:-1])
    if key.endswith(_POLICE_ENDINGS):
        return not _names_another_body(key, _TOWNS)
    if key.endswith(_OFFICE_ENDINGS):
        return not _names_another_body(key, ())
    is_piece = len(key) > 1 and any(key in compact(name) for name in names.names)
    return is_piece and borrow_level(key) is BorrowLevel.OTHER


def _names_another_body(key: str, harmless: Iterable[str]) -> bool:
    """Whether a name says that it belongs to another bureau, or to the party or the government."""
    from planner.files.vocabulary import vocabulary

    lists = vocabulary().lists
    bodies = {word for table in ("levels", "places") for words in lists[table].values() for word in words}
    return any(word in key for word in (bodies | {"局", "厅"}) - set(harmless))


def _known(document: Document) -> _Known:
    county = document.county
    return _spellings(county.name, tuple((u.id, u.name, u.short_name) for u in county.units.values()))


@lru_cache(maxsize=4)
def _spellings(county: str, units: tuple[tuple[int, str, str], ...]) -> _Known:
    """Return the spellings of units; kept, as every cell of a paste asks for the same."""
    from planner.files.choices import ImportChoices
    from planner.files.columns import Reading
    from planner.files.unit_names import UnitNames

    names = UnitNames(_bureau(county, [name for _, name, _ in units]))
    return _Known(
        Reading(ImportChoices(), date.min, names),
        _gathered((names.add(name, short), id_) for id_, name, short in units),
        _gathered((compact(name), id_) for id_, name, _ in units),
        _gathered((compact(short), id_) for id_, _, short in units if short),
    )


def _bureau(county: str, units: list[str]) -> str:
    from planner.files.bureaus import bureau_in_units

    if "公安局" in county:
        return county
    return bureau_in_units(units) or (f"{county}公安局" if county.endswith(_COUNTIES) else county)


def _gathered(pairs: Iterable[tuple[K, int]]) -> dict[K, tuple[int, ...]]:
    found: dict[K, tuple[int, ...]] = {}
    for key, id_ in pairs:
        found[key] = (*found.get(key, ()), id_)
    return found
