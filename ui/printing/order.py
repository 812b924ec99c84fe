"""What is to be printed: one paper of one document, as an immutable order for another thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from planner.county.records import MoveStatus
from planner.document import Document
from planner.replacing import as_file_name, replace_file, require_place
from planner.reports.catalogue import REPORTS
from planner.reports.paper import UnitMonth
from planner.text import Language, Text
from ui.open_document import OpenDocument

if TYPE_CHECKING:
    from planner.comparison.options import Comparison
    from planner.optimise.proposal import Proposal

_WITHIN = Text("{file} · 方案“{name}”(假设)", "{file} · scenario “{name}” (what if)")
PROPOSAL_KIND, ROSTER_KIND, COMPARISON_KIND = "proposal", "duty", "comparison"
USES_PROPOSAL = (PROPOSAL_KIND, "compliance", "compliance_full")


@dataclass(frozen=True)
class Order:
    """One paper: which report of which document, on what date, in which language."""

    document: Document
    on: date
    kind: str
    language: Language
    source: str  # what the pages name as their file
    proposal: Proposal | None = None
    about: UnitMonth | None = None  # whose month a roster is of
    scenario: str = ""  # the name of the one the document is seen in
    compared: Comparison | None = None  # what a comparison shows; without it all scenarios

    @property
    def needs_proposal(self) -> bool:
        """Whether there is nothing to print before a proposal is worked out: none is given or recorded."""
        if self.kind != PROPOSAL_KIND or self.proposal is not None:
            return False
        moves = self.document.county.moves.values()
        return all(move.status is MoveStatus.REPORTED for move in moves)

    @property
    def file_name(self) -> str:
        """The name a saved paper is offered, without its suffix."""
        title = REPORTS[self.kind].title.in_language(self.language)
        name = f"{self.document.county.name}{title} {self.on.isoformat()}"
        if self.about is not None:
            unit = self.document.county.units[self.about.unit].name
            name = f"{unit}{title} {self.about.month:%Y-%m}"
        if self.scenario:
            name = f"{name} {self.scenario}"
        return as_file_name(name)

    @property
    def _asked(
        self,
    ) -> tuple[Document, date, str, Proposal | None, Language, str, UnitMonth | None, Comparison | None, str]:
        """What writing a report takes, in its order."""
        return (
            self.document,
            self.on,
            self.kind,
            self.proposal,
            self.language,
            self.named_source,
            self.about,
            self.compared,
            self.scenario,
        )

    @property
    def named_source(self) -> str:
        """What every page names as its file; within a scenario also that it is one, and which."""
        if not self.scenario:
            return self.source
        return _WITHIN.format(file=self.source, name=self.scenario).in_language(self.language)

    def pdf(self) -> bytes:
        """Return the paper; for another thread."""
        from planner.reports.write import report_pdf

        return report_pdf(*self._asked)

    def save_excel(self, path: Path) -> Path:
        """Write the Excel twin and return where; for another thread."""
        from planner.reports.write import report_xlsx

        require_place(path)
        replace_file(path, report_xlsx(*self._asked))
        return path


def order_of(
    opened: OpenDocument,
    kind: str,
    language: Language,
    source: str,
    proposal: Proposal | None,
    about: UnitMonth | None,
    compared: Comparison | None,
) -> Order:
    """Return the order of a report of what is in view; a comparison is of what is on file."""
    if kind == COMPARISON_KIND:
        on = compared.on if compared is not None else opened.on
        return Order(opened.base, on, kind, language, source, compared=compared)
    within = opened.scenario_in_view
    scenario = within.name if within is not None else ""
    return Order(opened.document, opened.on, kind, language, source, proposal, about, scenario)


def save_pdf(pdf: bytes, path: Path) -> Path:
    """Write the pages that were looked at, byte for byte, and return where; for another thread."""
    require_place(path)
    replace_file(path, pdf)
    return path
