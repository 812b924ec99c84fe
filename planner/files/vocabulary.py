"""The words of `assets/vocabulary.toml`: headings of sheets, and what cells mean that decide a count."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from planner.assets import asset
from planner.county.records import (
    AbsenceKind,
    Category,
    Post,
    SecondmentKind,
    Serving,
    Sex,
    UnitKind,
)
from planner.files.cells import heading_key, without_brackets, word_key
from planner.files.imported import SheetRole
from planner.files.workbook import Cell
from planner.scenarios.records import ChangeKind
from planner.text import compact

YES_NO = "yes_no"
YES_NO_FIELDS = frozenset(
    {"dedicated", "kept_with_approval", "two_teams_one_office", "counts_as_station", "ours", "enabled"}
)
AWAY = ("draw_off", "borrow", "shadow", "task_force", "sent_out")  # statuses that are secondments
CODES: Mapping[str, tuple[str, ...]] = {
    "category": tuple(Category),
    "status": (*(s for s in Serving), *(k for k in AbsenceKind if k is not AbsenceKind.OTHER), *AWAY),
    "post": tuple(Post),
    "sex": tuple(Sex),
    "kind": tuple(UnitKind),
    "secondment_kind": tuple(SecondmentKind),
    "absence_kind": tuple(AbsenceKind),
    "change": tuple(ChangeKind),
    **dict.fromkeys(sorted(YES_NO_FIELDS), ("yes", "no")),
}  # what a word of a field can mean


@dataclass(frozen=True)
class Vocabulary:
    """Everything the importer knows by its words; read once."""

    headings: Mapping[SheetRole, Mapping[str, tuple[str, int]]]  # key -> field, place among its headings
    words: Mapping[str, Mapping[str, str]]  # field -> word -> code
    lists: Mapping[str, Mapping[str, tuple[str, ...]]]  # the other tables, as they stand

    def fields(self, role: SheetRole) -> tuple[str, ...]:
        """Return the fields of a sheet's columns, in the order of the file."""
        return tuple(dict.fromkeys(field for field, _ in self.headings.get(role, {}).values()))

    def field(self, role: SheetRole, heading: str) -> tuple[str, int] | None:
        """Return the field a heading stands for, with its place among that field's headings."""
        known = self.headings[role]
        key = heading_key(heading)
        return known.get(key) or known.get(heading_key(without_brackets(heading)))

    def is_heading(self, words: str) -> bool:
        """Return whether words are a heading of any sheet, or stand above others."""
        return any(self.field(role, words) for role in self.headings) or bool(self.group(words))

    def code(self, field: str, cell: Cell) -> str | None:
        """Return what a cell of a coded column means, None for an unknown word."""
        return self.words[YES_NO if field in YES_NO_FIELDS else field].get(word_key(cell))

    def contained(self, table: str, name: str, words: str) -> bool:
        """Return whether one of the words of a list stands anywhere in some words."""
        return any(word in words for word in self.lists[table][name])

    def special_codes(self, words: str) -> frozenset[str]:
        """Return the codes of a 特殊情况."""
        found = compact(words)
        return frozenset(code for code in self.lists["special"] if self.contained("special", code, found))

    def group(self, heading: str) -> str:
        """Return what a heading above others adds to theirs; empty for none."""
        key = heading_key(heading)
        found = (g for g, words in self.lists["groups"].items() if key in map(heading_key, words))
        return next(found, "")


@cache
def vocabulary() -> Vocabulary:
    """Return the shipped vocabulary."""
    raw = tomllib.loads(asset("vocabulary.toml").read_text(encoding="utf-8"))
    headings = {SheetRole(role): _headings(fields) for role, fields in raw.pop("headings").items()}
    words = {field: _coded(codes) for field, codes in raw.pop("words").items()}
    lists = {
        table: {name: tuple(map(compact, entries)) for name, entries in named.items()}
        for table, named in raw.items()
    }
    return Vocabulary(headings, words, lists)


def _headings(fields: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, int]]:
    known: dict[str, tuple[str, int]] = {}
    for field, written in fields.items():
        known.setdefault(heading_key(field), (field, 0))
        for place, heading in enumerate(written):
            known.setdefault(heading_key(heading) or heading, (field, place))
    return known


def _coded(codes: Mapping[str, Any]) -> dict[str, str]:
    known: dict[str, str] = {}
    for code, written in codes.items():
        for word in (*written, code):
            known.setdefault(word_key(word), code)
    return known
