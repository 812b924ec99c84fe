"""The pages of the window, each in one place: its name, its class, and what it asks of the rest.

A page is a QWidget built as `Page(open_document, language, parent)`. It is made when it is first
shown. To add one, write a `make` function here and put a PageEntry in PAGES.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from planner.text import Text

if TYPE_CHECKING:
    from planner.optimise.proposal import Proposal
    from ui.shell import Shell


@dataclass(frozen=True)
class PageEntry:
    """One page: what it is called, how it is made, and how it shows one unit (None: the whole county)."""

    key: str
    title: Text
    make: Callable[[Shell], QWidget]
    show_unit: Callable[[QWidget, int | None], None] | None = None


def _overview(shell: Shell) -> QWidget:
    from ui.overview.overview_page import OverviewPage

    page = OverviewPage(shell)
    page.station_chosen.connect(shell.navigation.show_people_of)
    page.empty.open_clicked.connect(shell.navigation.open_requested)
    page.empty.sample_clicked.connect(shell.navigation.sample_requested)
    return page


def _overview_unit(page: QWidget, unit: int | None) -> None:
    from ui.overview.overview_page import OverviewPage

    assert isinstance(page, OverviewPage)
    page.show_unit(unit)


def _roster(shell: Shell) -> QWidget:
    from ui.roster.roster_page import RosterPage

    page = RosterPage(shell.open_document, shell.language)
    page.card_requested.connect(shell.navigation.show_card)
    return page


def _roster_unit(page: QWidget, unit: int | None) -> None:
    from ui.roster.roster_page import RosterPage

    assert isinstance(page, RosterPage)
    if unit is None:
        page.bar.leave_scope()
    else:
        page.show_unit(unit)


def _units(shell: Shell) -> QWidget:
    from ui.units.units_page import UnitsPage

    page = UnitsPage(shell.open_document, shell.language)
    page.people_requested.connect(shell.navigation.show_people_of)
    return page


def _units_unit(page: QWidget, unit: int | None) -> None:
    from ui.units.units_page import UnitsPage

    assert isinstance(page, UnitsPage)
    if unit is not None:
        page.show_unit(unit)


def _secondments(shell: Shell) -> QWidget:
    from ui.secondments.secondments_page import SecondmentsPage

    page = SecondmentsPage(shell.open_document, shell.language)
    page.card_requested.connect(shell.navigation.show_card)
    return page


def _absences(shell: Shell) -> QWidget:
    from ui.absences.absences_page import AbsencesPage

    page = AbsencesPage(shell.open_document, shell.language)
    page.card_requested.connect(shell.navigation.show_card)
    return page


def _duty(shell: Shell) -> QWidget:
    from ui.duty.duty_page import DutyPage

    return DutyPage(shell)


def _duty_unit(page: QWidget, unit: int | None) -> None:
    from ui.duty.duty_page import DutyPage

    assert isinstance(page, DutyPage)
    page.show_unit(unit)


def _proposal(shell: Shell) -> QWidget:
    from ui.proposal.proposal_page import ProposalPage

    return ProposalPage(shell)


def proposal_to_print(shell: Shell) -> tuple[Proposal | None, bool]:
    """Return the proposal on its page if it may be printed, and whether a what-if stands there instead."""
    from ui.proposal.proposal_page import ProposalPage

    page = shell.navigation.pages.get("proposal")
    return (page.printable_proposal, page.shows_what_if) if isinstance(page, ProposalPage) else (None, False)


def _scenarios(shell: Shell) -> QWidget:
    from ui.scenarios.scenarios_page import ScenariosPage

    return ScenariosPage(shell)


def _forecast(shell: Shell) -> QWidget:
    from ui.forecast.forecast_page import ForecastPage

    return ForecastPage(shell)


def _policy(shell: Shell) -> QWidget:
    from ui.policy.policy_page import PolicyPage

    page = PolicyPage(shell.open_document, shell.language)
    page.units_requested.connect(lambda: shell.navigation.show_page("units"))
    return page


PAGES: tuple[PageEntry, ...] = (
    PageEntry("overview", Text("总览", "Overview"), _overview, _overview_unit),
    PageEntry("roster", Text("花名册", "Roster"), _roster, _roster_unit),
    PageEntry("units", Text("单位", "Units"), _units, _units_unit),
    PageEntry("secondments", Text("抽调借调", "Secondments"), _secondments),
    PageEntry("absences", Text("请假", "Absences"), _absences),
    PageEntry("duty", Text("值班", "Duty"), _duty, _duty_unit),
    PageEntry("proposal", Text("调整建议", "Proposal"), _proposal),
    PageEntry("scenarios", Text("方案", "Scenarios"), _scenarios),
    PageEntry("forecast", Text("预测", "Forecast"), _forecast),
    PageEntry("policy", Text("指标口径", "Policy"), _policy),
)
