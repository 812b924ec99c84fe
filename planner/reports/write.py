"""Writing a report: to a file by its suffix, whole or not at all, or as bytes for the preview."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from planner.document import Document
from planner.errors import InputError
from planner.replacing import replace_file, require_place
from planner.reports.catalogue import report_named
from planner.reports.paper import Request, UnitMonth
from planner.text import Language, Text

if TYPE_CHECKING:
    from planner.comparison.options import Comparison
    from planner.optimise.proposal import Proposal

_SUFFIX = Text(
    "“{name}”不能写成报表:请以 .pdf 或 .xlsx 结尾。", "“{name}” is no report: end its name in .pdf or .xlsx."
)
_LANGUAGE: Language = "zh"  # official papers are Chinese unless somebody asks


def write_report(
    document: Document,
    on: date,
    kind: str,
    path: Path,
    proposal: Proposal | None = None,
    language: Language = _LANGUAGE,
    source: str = "",
    about: UnitMonth | None = None,
    compared: Comparison | None = None,
    scenario: str = "",
) -> None:
    """Write a report as PDF or Excel, by the suffix of `path`; an older file there stays until it is whole.

    `source` names the file the figures come from; without it the pages name the file written.
    `about` is the month of a report that is about one, `compared` what a comparison shows,
    `scenario` the name of the one that the document is seen in. Raises InputError for an unknown kind,
    another suffix, a month without a roster, or a place that cannot be written.
    """
    suffix = path.suffix.lower()
    if suffix not in (".pdf", ".xlsx"):
        raise InputError(_SUFFIX.format(name=path.name))
    require_place(path)
    name = source or path.name
    render = report_pdf if suffix == ".pdf" else report_xlsx
    replace_file(path, render(document, on, kind, proposal, language, name, about, compared, scenario))


def report_pdf(
    document: Document,
    on: date,
    kind: str,
    proposal: Proposal | None = None,
    language: Language = _LANGUAGE,
    source: str = "",
    about: UnitMonth | None = None,
    compared: Comparison | None = None,
    scenario: str = "",
) -> bytes:
    """Return a report as a PDF, for the preview and the printer; raise InputError for an unknown kind."""
    from planner.reports.typeset import render_pdf

    return render_pdf(
        report_named(kind), Request(document, on, proposal, source, about, compared, scenario), language
    )


def report_xlsx(
    document: Document,
    on: date,
    kind: str,
    proposal: Proposal | None = None,
    language: Language = _LANGUAGE,
    source: str = "",
    about: UnitMonth | None = None,
    compared: Comparison | None = None,
    scenario: str = "",
) -> bytes:
    """Return a report's Excel twin; raise InputError for an unknown kind."""
    from planner.reports.workbook import render_xlsx

    return render_xlsx(
        report_named(kind), Request(document, on, proposal, source, about, compared, scenario), language
    )
