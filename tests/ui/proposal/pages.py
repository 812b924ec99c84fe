"""What tests of the Proposal page share: a small county, asking for a plan, and reading the page."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from planner.county.records import Post, UnitKind
from planner.document import Document
from planner.optimise.proposal import Proposal
from tests.planner.building import Building
from ui.proposal.proposal_page import ProposalPage

Open = Callable[..., ProposalPage]


def drawn_county() -> Document:
    """A station short of officers, one of them drawn off, and headquarters that can give."""
    b = Building()
    station, office = b.unit("城关派出所"), b.unit("政工室", UnitKind.ADMINISTRATIVE)
    b.people(2, station, Post.COMMUNITY)
    b.second(b.person(station, Post.CASE), office)
    b.people(8, office)
    return Document(b.county, b.policy)


def proposed(page: ProposalPage, qtbot: QtBot) -> Proposal:
    page.propose()
    qtbot.waitUntil(lambda: not page.running and page.tabs.currentIndex() == 1, timeout=20_000)
    assert page.proposal is not None
    return page.proposal


def settled(page: ProposalPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.running and not page._shell.background.busy, timeout=20_000)


def said(page: ProposalPage) -> str:
    return f"{page.answer.answer.text()}\n{page.answer.more.text()}"


def figures(page: ProposalPage) -> list[str]:
    return [panel.value.text() for panel in page.strip.panels if not panel.isHidden()]
