"""What is compared: the county as it stands, then each scenario applied, all judged on one date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from planner.audit.results import Audit
from planner.comparison.made import Made, made
from planner.comparison.timeline import Month
from planner.document import Document
from planner.scenarios.applying import Applied, Conflict, applied
from planner.scenarios.records import Scenario
from planner.tables.scenarios import AS_IT_STANDS
from planner.text import Text, same

if TYPE_CHECKING:
    from planner.optimise.explain.curve import CurvePoint
    from planner.optimise.proposal import Proposal

_LETTERED = Text("{letter} {name}", "{letter} {name}")
_ALPHABET = 26


@dataclass(frozen=True)
class AtHand:
    """What is known of an option already, so that comparing it asks nothing twice; None is not known."""

    applied: Applied | None = None
    audit: Audit | None = None
    proposal: Proposal | None = None
    curve: tuple[CurvePoint, ...] | None = None
    months: tuple[Month, ...] | None = None


@dataclass(frozen=True)
class Option:
    """One side of a comparison; without a scenario it is the county as it stands.

    `letter` is how papers call it: A, B, C …, empty for the county as it stands. Proposal, curve and
    months are None where nobody has worked them out.
    """

    scenario: Scenario | None
    letter: str
    document: Document
    audit: Audit
    conflicts: tuple[Conflict, ...] = ()
    proposal: Proposal | None = None
    curve: tuple[CurvePoint, ...] | None = None
    months: tuple[Month, ...] | None = None

    @property
    def name(self) -> Text:
        """What the option is called."""
        return AS_IT_STANDS if self.scenario is None else same(self.scenario.name)

    @property
    def lettered(self) -> Text:
        """The name with its letter before it."""
        return _LETTERED.format(letter=self.letter, name=self.name) if self.letter else self.name


@dataclass(frozen=True)
class Comparison:
    """Options side by side on a date; the first one is the county as it stands."""

    base: Document
    on: date
    options: tuple[Option, ...]

    @property
    def now(self) -> Option:
        """The county as it stands."""
        return self.options[0]

    @property
    def scenarios(self) -> tuple[Option, ...]:
        """The options but the county as it stands."""
        return self.options[1:]

    @cached_property
    def made(self) -> tuple[Made, ...]:
        """What each option writes into the county."""
        return tuple(made(self.base.county, option.document.county) for option in self.options)


_NOTHING = AtHand()


def compared(
    document: Document,
    scenarios: Sequence[Scenario],
    on: date,
    at_hand: Mapping[int | None, AtHand] | None = None,
) -> Comparison:
    """Return the county as it stands beside each of the scenarios; only what is not at hand is worked out."""
    known = at_hand or {}
    options = [_option(document, None, "", on, known.get(None, _NOTHING))]
    for n, scenario in enumerate(scenarios):
        options.append(_option(document, scenario, letter(n), on, known.get(scenario.id, _NOTHING)))
    return Comparison(document, on, tuple(options))


def letter(n: int) -> str:
    """Return the letter of a scenario counted from 0: A to Z, then AA, AB and so on."""
    before, last = divmod(n, _ALPHABET)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


def _option(document: Document, scenario: Scenario | None, letter: str, on: date, known: AtHand) -> Option:
    done = known.applied
    if done is None:
        done = Applied(document) if scenario is None else applied(document, scenario.id)
    return Option(
        scenario,
        letter,
        done.document,
        known.audit or done.document.audit(on),
        done.conflicts,
        known.proposal,
        known.curve,
        known.months,
    )
