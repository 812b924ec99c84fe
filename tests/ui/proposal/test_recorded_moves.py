from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from planner.county.records import MoveStatus
from planner.document import Document
from tests.planner.tables.counties import varied
from tests.ui.sessions import Session, Switch
from ui.forms.form_dialog import FormDialog
from ui.proposal.recorded_moves import RecordedMoves


@pytest.fixture
def page(qtbot: QtBot) -> RecordedMoves:
    return opened(qtbot, varied())


def opened(qtbot: QtBot, document: Document) -> RecordedMoves:
    page = RecordedMoves(Session(document), Switch())
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    return page


def choose(page: RecordedMoves) -> int:
    [row] = page.model.shown
    page.view.select_rows({row.id})
    return int(row.id)


def answer(page: RecordedMoves, key: str, words: str) -> None:
    form = next(form for form in page.findChildren(FormDialog) if form.isVisible())
    form.fill(key, words)
    form.accept()


def status(page: RecordedMoves, move: int) -> MoveStatus:
    return page.open_document.document.county.moves[move].status


def enabled(page: RecordedMoves) -> set[str]:
    steps = ("approve", "order", "report", "take_back")
    return {key for key in steps if page.page_actions[key].isEnabled()}


def test_a_move_is_approved_ordered_reported_and_taken_back_step_by_step(page: RecordedMoves) -> None:
    move = choose(page)
    assert enabled(page) == {"approve", "take_back"}
    page.page_actions["approve"].trigger()
    answer(page, "day", "2026-11-20")
    assert status(page, move) is MoveStatus.APPROVED
    assert enabled(page) == {"order", "report", "take_back"}
    page.page_actions["order"].trigger()
    answer(page, "number", "古公政〔2026〕8号")
    assert status(page, move) is MoveStatus.ORDERED
    page.page_actions["report"].trigger()
    answer(page, "day", "2026-11-24")
    assert status(page, move) is MoveStatus.REPORTED
    assert enabled(page) == {"take_back"}
    for expected in (MoveStatus.ORDERED, MoveStatus.APPROVED, MoveStatus.PROPOSED):
        page.page_actions["take_back"].trigger()
        assert status(page, move) is expected
    assert len(page.open_document.history) == 6  # type: ignore[attr-defined]
    page.page_actions["take_back"].trigger()
    assert page.open_document.document.county.moves == {}


def test_a_report_before_the_approval_is_refused_in_the_form(page: RecordedMoves) -> None:
    move = choose(page)
    page.page_actions["approve"].trigger()
    answer(page, "day", "2026-11-20")
    page.page_actions["report"].trigger()
    answer(page, "day", "2026-11-01")
    [form] = [form for form in page.findChildren(FormDialog) if form.isVisible()]
    assert "早于批准日期" in form.fault.text()
    assert status(page, move) is MoveStatus.APPROVED


def test_without_any_the_page_says_how_to_get_there(qtbot: QtBot) -> None:
    page = opened(qtbot, Document())
    assert page.empty.isVisible()
    assert "采纳" in page.empty.text()
