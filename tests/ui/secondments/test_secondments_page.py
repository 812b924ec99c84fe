from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from planner.document import Document
from tests.planner.tables.counties import varied
from tests.ui.sessions import Session, Switch
from ui.forms.form_dialog import FormDialog
from ui.secondments.secondments_page import SOURCE, SecondmentsPage
from ui.tables.hints import Hint


@pytest.fixture
def page(qtbot: QtBot) -> SecondmentsPage:
    return opened(qtbot, varied())


def opened(qtbot: QtBot, document: Document) -> SecondmentsPage:
    page = SecondmentsPage(Session(document), Switch())
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    return page


def names(page: SecondmentsPage) -> list[str]:
    return [row.placed.person.name for row in page.model.shown]


def choose(page: SecondmentsPage, name: str) -> int:
    row = next(row for row in page.model.shown if row.placed.person.name == name)
    page.view.select_rows({row.id})
    return int(row.id)


def test_overdue_ones_are_marked_and_narrowed_down_to(page: SecondmentsPage) -> None:
    page.bar.choose("overdue")
    assert names(page) == ["张伟"]
    assert SOURCE.hinting is not None
    assert SOURCE.hinting(page.model.shown[0], "course") is Hint.GRAVE


def test_a_return_ends_the_secondment(page: SecondmentsPage) -> None:
    record = choose(page, "张伟")
    page.page_actions["return"].trigger()
    form = page.findChild(FormDialog)
    assert form is not None
    form.fill("last_day", "2026-11-20")
    form.accept()
    assert str(page.open_document.document.county.secondments[record].returned_on) == "2026-11-20"
    assert not page.page_actions["return"].isEnabled()


def test_an_approval_is_recorded_with_who_gave_it(page: SecondmentsPage) -> None:
    record = choose(page, "张伟")
    page.page_actions["keep"].trigger()
    form = page.findChild(FormDialog)
    assert form is not None
    form.accept()
    assert form.isVisible()  # the approver is needed
    form.fill("approver", "局党委")
    form.accept()
    kept = page.open_document.document.county.secondments[record]
    assert (kept.kept_with_approval, kept.approver) == (True, "局党委")


def test_a_suspicion_is_confirmed_or_cleared(qtbot: QtBot) -> None:
    for action, left in (("confirm", 3), ("dismiss", 2)):
        page = opened(qtbot, varied())
        record = choose(page, "赵敏")
        assert not page.page_actions["remove"].isEnabled()
        page.page_actions[action].trigger()
        known = page.open_document.document.county.secondments
        assert len(known) == left
        if action == "confirm":
            assert not known[record].to_verify


def test_without_any_the_page_says_where_they_are_recorded(qtbot: QtBot) -> None:
    page = opened(qtbot, Document())
    assert page.empty.isVisible()
    assert "花名册" in page.empty.text()
