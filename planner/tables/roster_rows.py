"""The rows of the roster: everybody on the date, with the records that are in force."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from planner.county.in_force import open_absences, open_secondments
from planner.county.records import Absence, Person, Posting, Secondment
from planner.county.state import Placed, Standing, State
from planner.tables.names import NO_UNIT


class RosterRow(NamedTuple):
    """Somebody on the date; `secondment` and `absence` are the records in force, counted or not."""

    placed: Placed
    state: State
    secondment: Secondment | None
    absence: Absence | None

    @property
    def id(self) -> int:
        """The person's id."""
        return self.placed.person.id

    @property
    def person(self) -> Person:
        """The person."""
        return self.placed.person

    @property
    def posting(self) -> Posting:
        """The posting in force, an empty one where there is none."""
        return self.placed.posting or _NO_POSTING

    @property
    def standing(self) -> str:
        """The standing in the words of the roster: nobody without a unit is at it."""
        at_home = self.placed.standing is Standing.AT_HOME
        return NO_UNIT if at_home and self.placed.home is None else self.placed.standing

    @property
    def working_place(self) -> str:
        """Where the person works, in words."""
        return self.state.working_place(self.placed)

    @property
    def borrower(self) -> str:
        """The borrowing unit of the secondment in force, empty where there is none."""
        return borrower(self.secondment, self.state) if self.secondment else ""


_NO_POSTING = Posting(0, 0, None)


def roster_rows(state: State) -> list[RosterRow]:
    """Return everybody, in the order of the roster."""
    secondments = open_secondments(state.county, state.date)
    absences = open_absences(state.county, state.date)
    return [
        RosterRow(
            placed, state, secondments.get(id_), placed.absence or next(iter(absences.get(id_, ())), None)
        )
        for id_, placed in state.placed.items()
    ]


def borrower(secondment: Secondment, state: State) -> str:
    """Return the borrowing unit's name."""
    return state.unit_name(secondment.to_unit) or secondment.to_outside


def age(birth: date | None, on: date) -> int | None:
    """Return the full years of age on a date, None where the birth is not known."""
    if birth is None:
        return None
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))
