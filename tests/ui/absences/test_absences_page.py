from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.planner.tables.counties import varied
from tests.ui.sessions import Session, Switch
from ui.absences.absences_page import AbsencesPage
from ui.forms.form_dialog import FormDialog


@pytest.fixture
def page(qtbot: QtBot) -> AbsencesPage:
    page = AbsencesPage(Session(varied()), Switch("en"))
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.view.select_rows({page.model.shown[0].id})
    return page


def test_an_ended_absence_brings_the_officer_back(page: AbsencesPage) -> None:
    page.page_actions["end"].trigger()
    form = page.findChild(FormDialog)
    assert form is not None
    form.fill("until", "2026-11-20")
    form.accept()
    row = page.model.shown[0]
    assert row.course == "over"
    assert row.state.placed[row.record.person].standing == "at_home"


def test_a_mistaken_absence_is_removed(page: AbsencesPage) -> None:
    page.page_actions["remove"].trigger()
    assert page.open_document.document.county.absences == {}
    assert page.empty.isVisible()


def test_an_absence_cannot_end_before_it_begins(page: AbsencesPage) -> None:
    index = page.model.index(0, page.model.section_of("until"))
    assert not page.model.setData(index, "2025-01-01")
    assert page.refusals.isVisible()
