"""What stands in a cell of the exported roster: one reading per field, from the records of a date."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from planner.county.in_force import carried_out, ends_secondment, open_absences, open_secondments
from planner.county.records import (
    Absence,
    Person,
    Post,
    Secondment,
    SecondmentKind,
    SecondmentSource,
    Serving,
)
from planner.county.state import Placed, Standing, State
from planner.files.export_words import Wording
from planner.files.layout import LayoutColumn

Cell = str | int | float | date | None
AWAY_FIELDS = (
    "secondment_kind", "from", "until", "reason", "approval", "approver", "returned_on",
    "kept_with_approval", "kept_until",
)  # fmt: skip
_ELSEWHERE = (SecondmentKind.SENT_OUT, SecondmentKind.TEMPORARY)
_UNRECORDED = (*_ELSEWHERE, SecondmentKind.DETAILED_DOWN)


class RosterCells:
    """Reads the cells of people in one state; `fields` are the ones the layout has a column for."""

    def __init__(self, state: State, wording: Wording, fields: frozenset[str]) -> None:
        self._state, self._wording, self._fields = state, wording, fields
        moves = carried_out(state.county, state.date, "in_force")
        self._open = {
            id_: stay
            for id_, stay in open_secondments(state.county, state.date).items()
            if not any(ends_secondment(move, stay) for move in moves.get(id_, ()))
        }
        self._absent = {
            id_: next((a for a in absences if is_only_status(a)), None)
            for id_, absences in open_absences(state.county, state.date).items()
        }
        people = state.county.people.values()
        self._stated_badges = {p.badge_number for p in people if not p.made_up_badge}

    def cell(self, column: LayoutColumn, placed: Placed) -> Cell:
        """Return what stands in one column of one person; what could not be read comes back as it was."""
        raw = placed.person.extra.get(column.heading, "")
        if column.field is None:
            return raw
        if (coded := self._coded(column, placed, raw)) is not None:
            return coded
        read = _READINGS.get(column.field)
        value = read(placed) if read else self._away(column.field, placed)
        return raw if value is None or value == "" else value

    def _coded(self, column: LayoutColumn, placed: Placed, raw: str) -> Cell:
        person, word = placed.person, self._wording.word
        match column.field:
            case "category":
                return word("category", person.category, raw)
            case "sex":
                return word("sex", person.sex, raw)
            case "status":
                return word("status", self._status(placed), raw)
            case "post":
                return self._post(placed, raw)
            case "dedicated":
                value = placed.posting.dedicated if placed.posting else None
                return self._wording.yes_no("dedicated", value, raw, part_time="兼" in column.heading)
            case "badge_number":
                return self._badge(placed.person) or raw
            case "unit":
                return self._state.unit_name(placed.home) or raw
            case _:
                return None

    def _badge(self, person: Person) -> str:
        """Return the badge number as it came: none for a made-up one, the shared one for a renumbered one."""
        if not person.made_up_badge:
            return person.badge_number
        shared = person.badge_number.rpartition("-")[0]
        return shared if shared in self._stated_badges else ""

    def _status(self, placed: Placed) -> str | None:
        if placed.person.serving is not Serving.SERVING:
            return placed.person.serving
        if (absence := self.only_status(placed.person.id)) is not None:
            return absence.kind
        away = self.away(placed)
        if away is not None and not destination(away, self._state):
            return away.kind
        return Serving.SERVING

    def _post(self, placed: Placed, raw: str) -> str:
        posting = placed.posting
        if posting is None:
            return raw
        if posting.post_words or (placed.post is Post.LEADER and posting.position and self._has("position")):
            return posting.post_words  # a head is known by the position
        return self._wording.word("post", placed.post, raw)

    def _has(self, field: str) -> bool:
        return field in self._fields

    def _away(self, field: str, placed: Placed) -> Cell:
        """Return what the roster's own columns say of a secondment in force."""
        away = self.away(placed)
        if away is None or is_only_remark(away):
            return None
        if field == "working_unit":
            shown = away.source is SecondmentSource.WORKING_UNIT or away.kind not in _ELSEWHERE
            return destination(away, self._state) if shown else None
        if not self.tells(away):
            return None
        if field == "seconded_to":
            return destination(away, self._state)
        return away_cell(away, field, self._wording)

    def away(self, placed: Placed) -> Secondment | None:
        """Return the secondment in force, of people whom it does not place too: not counted, or absent."""
        if placed.standing.counts and placed.standing is not Standing.LONG_ABSENT:
            return placed.secondment
        return self._open.get(placed.person.id)

    def only_status(self, person: int) -> Absence | None:
        """Return the absence in force that the status column tells, None for none."""
        return self._absent.get(person) if "status" in self._fields else None

    def tells(self, away: Secondment) -> bool:
        """Whether the roster's own columns tell where somebody is seconded to."""
        if not self._has("seconded_to") or away.source is SecondmentSource.WORKING_UNIT:
            return False
        return away.kind not in _UNRECORDED or self._has("secondment_kind")

    def carries(self, away: Secondment) -> bool:
        """Whether a secondment in force stands in the roster wholly, so that no other sheet need tell it."""
        if is_only_remark(away):
            return self._has("remarks")
        if not destination(away, self._state):
            return self._has("status")
        details = [f for f in AWAY_FIELDS if away_cell(away, f, self._wording) not in (None, "")]
        if away.source is SecondmentSource.WORKING_UNIT:
            return self._has("working_unit") and all(f == "secondment_kind" for f in details)
        return self.tells(away) and all(self._has(field) for field in details)


def away_cell(away: Secondment, field: str, wording: Wording) -> Cell:
    """Return one detail of a secondment as a cell."""
    if field == "secondment_kind":
        return wording.word("secondment_kind", away.kind)
    if field == "kept_with_approval":
        return "是" if away.kept_with_approval else ""
    value: Cell = getattr(away, "from_" if field == "from" else field)
    return value


def destination(away: Secondment, state: State) -> str:
    """Return where a secondment leads: a unit's full name, or the outside unit's."""
    return away.to_outside if away.to_unit is None else state.unit_name(away.to_unit)


def is_only_remark(away: Secondment) -> bool:
    """Whether nothing but the remarks tells of a secondment, and nobody has confirmed it."""
    return away.source is SecondmentSource.REMARKS and away.to_verify


def is_only_status(absence: Absence) -> bool:
    """Whether an absence says no more than a word in the status column does."""
    return absence.from_ is None and absence.until is None and not absence.note


def _posting(field: str) -> Callable[[Placed], Cell]:
    return lambda placed: getattr(placed.posting, field) if placed.posting else None


def _person(field: str) -> Callable[[Placed], Cell]:
    return lambda placed: getattr(placed.person, field)


_READINGS: Mapping[str, Callable[[Placed], Cell]] = {
    "name": lambda placed: None if placed.person.made_up_name else placed.person.name,
    "beat": lambda placed: placed.beat,
    **{
        field: _person(field)
        for field in (
            "birth", "rank", "grade", "joined_work", "joined_police", "left_on", "qualification", "special",
            "pin", "remarks",
        )
    },
    **{field: _posting(field) for field in ("position", "in_unit_since", "in_position_since")},
    "identity_number": lambda _: None,
}  # fmt: skip
