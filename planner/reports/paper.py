"""What a report is made of: what it is asked about, its sheets of typed cells, and its declaration."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from planner.audit.results import Audit
from planner.county.state import State
from planner.document import Document
from planner.text import Language, Text

if TYPE_CHECKING:
    from planner.comparison.options import Comparison
    from planner.optimise.proposal import Proposal

Row = TypeVar("Row")
Body = TypeVar("Body")


@dataclass(frozen=True, slots=True)
class Ratio:
    """A measured share, printed as "71/190 37.3%" and never rounded up; `scale` is 100 for hundredths."""

    part: int
    whole: int
    scale: int = 1


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of people given in hundredths, as the effective ledger counts."""

    hundredths: int


Cell = Text | str | int | date | Ratio | Amount | None


class Align(StrEnum):
    """Where a cell's words stand; numbers stand right."""

    LEFT = "left"
    CENTRE = "center"
    RIGHT = "right"


class PaperSize(StrEnum):
    """On what a roster for the wall is printed; `FITTING` is as large as its people need."""

    FITTING = "fitting"
    A4 = "a4"
    A3 = "a3"


@dataclass(frozen=True, slots=True)
class UnitMonth:
    """The unit and the month (its first day) that a report of one month is about."""

    unit: int
    month: date
    paper: PaperSize = PaperSize.FITTING


@dataclass(frozen=True)
class Request:
    """What a report is asked about: a document on a date, and what else it is of where it is of something."""

    document: Document
    on: date
    proposal: Proposal | None = None
    source: str = ""  # name of the file the figures come from
    about: UnitMonth | None = None
    compared: Comparison | None = None  # what a comparison shows; without it all scenarios of the document
    scenario: str = ""  # the name of the one the document is seen in; empty for the county as it stands

    @cached_property
    def audit(self) -> Audit:
        """The figures now."""
        return self.document.audit(self.on)

    @cached_property
    def after(self) -> Audit:
        """The figures once every approved move is carried out."""
        return self.document.audit(self.on, "all_approved")

    @property
    def state(self) -> State:
        """The county now."""
        return self.audit.state


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column of a sheet; `width` is in millimetres of a page, shared out over the width there is.

    A column that is not `printed` stands only in the Excel twin, where the print has group headings.
    """

    key: str
    title: Text
    value: Callable[[Row], Cell]
    width: int = 18
    align: Align = Align.LEFT
    printed: bool = True


@dataclass(frozen=True)
class Sheet(Generic[Body, Row]):
    """One table of a report, the same rows in print and in Excel.

    `group` gives the heading a row is printed under; `total` the cells of a last row by column key.
    """

    key: str
    title: Text
    rows: Callable[[Body], Sequence[Row]]
    columns: tuple[Column[Row], ...]
    group: Callable[[Row], Text] | None = None
    total: Callable[[Body], Mapping[str, Cell]] | None = None


@dataclass(frozen=True)
class Report(Generic[Body]):
    """One report: one Typst template and one function that gathers its rows.

    `labels` are the fixed words of the template; `lead` are the sentences under the title; `drawn`
    gives a template of its own what it draws beside the tables, and nothing else of the body. `titled`
    replaces the county and the title; `shaped` are the Excel sheets where columns follow from the body,
    and `twin` is an Excel file of its own.
    """

    id: str
    title: Text
    gather: Callable[[Request], Body]
    template: str
    sheets: tuple[Sheet[Body, Any], ...]
    lead: Callable[[Body], Sequence[Text]]
    labels: Mapping[str, Text] = field(default_factory=dict)
    drawn: Callable[[Body], Mapping[str, object]] | None = None
    landscape: bool = False
    titled: Callable[[Request], Text] | None = None
    shaped: Callable[[Body], tuple[Sheet[Body, Any], ...]] | None = None
    twin: Callable[[Body, Request, Language], bytes] | None = None
