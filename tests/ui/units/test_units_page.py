from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.planner.tables.counties import varied
from tests.ui.sessions import Session, Switch
from ui.forms.form_dialog import FormDialog
from ui.units.units_page import UnitsPage


@pytest.fixture
def page(qtbot: QtBot) -> UnitsPage:
    page = UnitsPage(Session(varied()), Switch())
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    return page


def names(page: UnitsPage) -> list[str]:
    return [row.unit.name for row in page.model.shown]


def test_a_unit_is_added_edited_and_removed(page: UnitsPage) -> None:
    page.page_actions["add"].trigger()
    form = page.findChild(FormDialog)
    assert form is not None
    form.fill("name", "新城派出所")
    form.accept()
    assert names(page)[-1] == "新城派出所"
    new = page.model.shown[-1].id
    index = page.model.index(page.model.row_of(new), page.model.section_of("minimum"))
    assert page.model.setData(index, "7")
    page.view.select_rows({new})
    page.page_actions["remove"].trigger()
    assert "新城派出所" not in names(page)


def test_a_unit_in_use_stays_and_the_reason_is_said(page: UnitsPage) -> None:
    page.view.select_rows({page.model.shown[0].id})
    page.page_actions["remove"].trigger()
    assert page.refusals.isVisible()
    assert "城关派出所" in page.refusals.title.text()


def test_short_stations_are_narrowed_down_to(page: UnitsPage) -> None:
    page.bar.choose("short")
    assert names(page) == ["城关派出所", "河口派出所"]


def test_the_people_of_a_unit_are_asked_for(page: UnitsPage, qtbot: QtBot) -> None:
    page.view.select_rows({page.model.shown[1].id})
    with qtbot.waitSignal(page.people_requested) as asked:
        page.page_actions["people"].trigger()
    assert asked.args == [page.model.shown[1].id]
    assert page.show_unit(page.model.shown[2].id)
