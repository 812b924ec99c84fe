from __future__ import annotations

from pytestqt.qtbot import QtBot

from planner.county.records import Post
from planner.document import Document
from planner.optimise.running import Stop
from tests.planner.building import Building
from tests.ui.proposal.pages import Open, drawn_county, proposed, settled
from ui.proposal.proposal_page import ProposalPage
from ui.proposal.questions import Questions, Subject


def _county() -> Document:
    b = Building()
    station = b.unit("勐永派出所", duty_cover=2)
    for n, post in ((2, Post.LEADER), (3, Post.COMMUNITY), (2, Post.CASE)):
        b.people(n, station, post)
    return Document(b.county, b.policy)


def _notes(page: ProposalPage) -> list[str]:
    return [page.behind.notes.item(n).text() for n in range(page.behind.notes.count())]


def test_a_claim_of_field_time_that_no_roster_bears_out_is_remarked(opened: Open, qtbot: QtBot) -> None:
    page = opened(_county())
    proposed(page, qtbot)
    settled(page, qtbot)
    qtbot.waitUntil(lambda: any("排不出满足要求的值班表" in note for note in _notes(page)))
    assert page.behind.notes.isVisible()
    printed = page.printable_proposal
    assert printed is not None
    assert printed.confirmed is not None
    assert "排不出满足要求的值班表" in printed.confirmed[0].zh


def test_rosters_are_asked_for_after_the_plan_is_in_view_and_stopped_with_it(
    opened: Open, qtbot: QtBot
) -> None:
    heard: list[tuple[Subject, bool]] = []

    def slow(subject: Subject, stop: Stop) -> tuple[()]:
        heard.append((subject, stop.wait(20)))
        return ()

    page = opened(drawn_county(), Questions(confirmed=slow))
    proposal = proposed(page, qtbot)
    assert page.moves.isVisible()
    page.propose()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0][0].proposal is proposal
    assert heard[0][1]
    page._shell.background.stop_all()
