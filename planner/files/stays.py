"""Stays away from the home unit, as the columns of the 借调 sheet and of the roster tell them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from planner.county.records import BorrowLevel, Secondment, SecondmentKind, SecondmentSource
from planner.files.columns import Columns, Reading
from planner.files.unit_kinds import borrow_level
from planner.files.unit_names import unit_words
from planner.files.vocabulary import vocabulary
from planner.text import compact


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody works: a unit of the bureau by its place among the units, or words outside it."""

    unit: int | None
    outside: str = ""

    @property
    def key(self) -> object:
        """What two spellings of one place share."""
        return self.unit if self.unit is not None else compact(self.outside)


@dataclass(frozen=True, slots=True)
class StayColumns:
    """The columns of a stay, row by row, as the 借调 sheet and the roster both have them."""

    places: Sequence[Place | None]
    kinds: Sequence[str]
    begins: Sequence[date | None]
    ends: Sequence[date | None]
    reasons: Sequence[str]
    approvals: Sequence[str]
    approvers: Sequence[str]
    returns: Sequence[date | None]
    kept: Sequence[bool | None]
    kept_until: Sequence[date | None]

    def record(
        self, row: int, person: int, place: Place, source: SecondmentSource = SecondmentSource.RECORD
    ) -> Secondment:
        """Return the secondment a row tells, without an id; `to_unit` is the unit's id already."""
        kind = (
            SecondmentKind(self.kinds[row]) if self.kinds[row] else kind_of(place, self.reasons[row], source)
        )
        return Secondment(
            0,
            person,
            kind,
            None if place.unit is None else place.unit + 1,
            place.outside,
            BorrowLevel.BUREAU if place.unit is not None else borrow_level(place.outside),
            self.begins[row],
            self.ends[row],
            self.returns[row],
            self.reasons[row],
            self.approvals[row],
            self.approvers[row],
            bool(self.kept[row]),
            self.kept_until[row],
            source,
        )


def read_stays(columns: Columns, reading: Reading) -> StayColumns:
    """Return the columns of stays of a table."""
    table = columns.table
    known = {cell: place_of(unit_words(cell), reading) for cell in set(table.cells("seconded_to"))}
    return StayColumns(
        [known[cell] for cell in table.cells("seconded_to")],
        columns.codes("secondment_kind", "", ""),
        columns.dates("from"),
        columns.dates("until"),
        columns.texts("reason"),
        columns.texts("approval"),
        columns.texts("approver"),
        columns.dates("returned_on"),
        columns.yes_no("kept_with_approval"),
        columns.dates("kept_until"),
    )


def place_of(words: str, reading: Reading) -> Place | None:
    """Return the place some words mean, None for none: a unit of the bureau, else outside it."""
    if not compact(words) or compact(words) in _NOWHERE:
        return None
    unit = reading.names.find(words)
    return Place(unit) if unit is not None else Place(None, words)


def kind_of(place: Place, reason: str, source: SecondmentSource) -> SecondmentKind:
    """Return how somebody came to a place, where only its name and the reason say."""
    words = compact(place.outside + reason)
    for kind, known in vocabulary().lists["places"].items():
        if any(word in words for word in known):
            return SecondmentKind(kind)
    return SecondmentKind.DRAW_OFF if source is SecondmentSource.WORKING_UNIT else SecondmentKind.BORROW


_NOWHERE = frozenset({"无", "-", "—", "/", "否", "none", "no", "n/a", "nan"})
