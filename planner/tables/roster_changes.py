"""Changed cells of the roster, each sent to the record it comes from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from planner.document import Document
from planner.edits.absences import correct_absences_of_people
from planner.edits.correcting import Changes
from planner.edits.people import correct_people
from planner.edits.postings import correct_postings
from planner.edits.refused import RefusedError
from planner.edits.secondments import correct_secondments_of_people
from planner.tables.column import Values
from planner.tables.places import Elsewhere

EXTRA = "extra:"  # columns of the user's own begin with this
_POSTING = {
    key: key
    for key in ("unit", "position", "post", "dedicated", "beat", "in_unit_since", "in_position_since")
}
_SECONDMENT = {
    "secondment_kind": "kind",
    "seconded_from": "from_",
    "seconded_until": "until",
    "returned_on": "returned_on",
    "secondment_reason": "reason",
    "approval": "approval",
    "kept_with_approval": "kept_with_approval",
    "kept_until": "kept_until",
}
_ABSENCE = {"absence": "kind", "absent_from": "from_", "absent_until": "until"}


class _Part:
    """The changes that go to one kind of record, and the column each field came from."""

    def __init__(self) -> None:
        self.changes: dict[int, dict[str, object]] = {}
        self._columns: dict[str, str] = {}

    def put(self, id_: int, column: str, field: str, value: object) -> None:
        self.changes.setdefault(id_, {})[field] = value
        self._columns[field] = column

    def apply(self, document: Document, edit: Callable[[Document, Changes], Document]) -> Document:
        """Make the changes; a refusal names the columns the user knows."""
        if not self.changes:
            return document
        try:
            return edit(document, self.changes)
        except RefusedError as refusal:
            raise RefusedError(
                {(id_, self._columns.get(f, f)): why for (id_, f), why in refusal.reasons.items()}
            ) from None


def apply_to_roster(document: Document, values: Values, on: date) -> Document:
    """Return the document with cells of the roster changed; raise RefusedError by person and column."""
    people, postings, secondments, absences = (_Part() for _ in range(4))
    for id_, cells in values.items():
        own = {k.removeprefix(EXTRA): v for k, v in cells.items() if k.startswith(EXTRA)}
        if own and id_ in document.county.people:
            people.put(id_, EXTRA, "extra", _extra(document.county.people[id_].extra, own))
        for key, value in cells.items():
            if key in _POSTING:
                postings.put(id_, key, key, value)
            elif isinstance(value, Elsewhere):
                secondments.put(id_, key, "to_outside", value.outside)
                secondments.put(id_, key, "to_unit", value.unit)
            elif key in _SECONDMENT:
                secondments.put(id_, key, _SECONDMENT[key], value)
            elif key in _ABSENCE:
                absences.put(id_, key, _ABSENCE[key], value)
            elif not key.startswith(EXTRA):
                people.put(id_, key, key, value)
    document = people.apply(document, correct_people)
    document = postings.apply(document, lambda d, changes: correct_postings(d, changes, on))
    document = secondments.apply(document, lambda d, changes: correct_secondments_of_people(d, changes, on))
    return absences.apply(document, lambda d, changes: correct_absences_of_people(d, changes, on))


def _extra(known: Mapping[str, str], own: Mapping[str, object]) -> dict[str, str]:
    """Return the user's own columns with new values; blank ones are left out."""
    changed = {**known, **{k: str(v) for k, v in own.items()}}
    return {k: v for k, v in changed.items() if v or k not in own}
