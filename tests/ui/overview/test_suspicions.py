from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from planner.audit.results import Finding, Gravity
from planner.county.duty import Cell, DutyBook, DutyMonth, Suspicion, Verdict
from planner.document import Document
from planner.edits.suspicions import decide_suspicion
from tests.planner.building import TODAY, Building
from tests.planner.tables.counties import varied
from tests.ui.sessions import Session, Switch
from tests.ui.windows import Scene
from ui.actions import plain
from ui.duty.duty_page import DutyPage
from ui.overview.overview_page import OverviewPage
from ui.overview.suspicions import Suspicions

NOVEMBER = date(2026, 11, 1)


def lent() -> Document:
    """Return a county with one officer lent out for five days without a record."""
    b = Building()
    unit = b.unit("城关派出所")
    officer = b.person(unit, name="王宇")
    month = DutyMonth(unit, NOVEMBER, {officer: {day: Cell("lent") for day in range(1, 6)}})
    return Document(b.county, duty=DutyBook({month.key: month}))


def suspicion(document: Document) -> Finding:
    return next(f for f in document.audit(TODAY).findings if f.rule == "hidden_secondment")


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    return Scene(qtbot, lent())


def entries(page: OverviewPage) -> dict[str, object]:
    """Open the menu of the current finding and return its entries by their words."""
    item = page.findings.currentItem()
    assert item is not None
    page.findings.customContextMenuRequested.emit(page.findings.visualItemRect(item).center())
    *_, menu = page.findings.findChildren(QMenu)
    return {plain(a.text()): a for a in menu.actions() if a.text()}


def choose(page: OverviewPage) -> Finding:
    for item in page.findings._items:
        page.findings.setCurrentItem(item)
        finding = page.findings.finding
        if finding is not None and finding.rule == "hidden_secondment":
            return finding
    raise AssertionError("no suspicion is listed")


def test_a_suspicion_is_cleared_from_its_finding_with_a_reason(scene: Scene) -> None:
    page = scene.page("overview", OverviewPage)
    finding = choose(page)
    form = page.suspicions.ask(finding, Verdict.CLEARED)
    form.accept()
    assert form.isVisible()  # without a reason it stays open
    form.fill("note", "协助清查")
    form.accept()
    decided = Suspicion(finding.people[0], NOVEMBER, Verdict.CLEARED, "协助清查")
    assert scene.document.document.duty.suspicions == (decided,)
    assert all(f.rule != "hidden_secondment" for f in scene.document.audit.findings)
    scene.document.undo_stack.undo()
    assert suspicion(scene.document.document).gravity is Gravity.TO_VERIFY


def test_the_menu_offers_to_confirm_and_to_clear_then_to_withdraw(scene: Scene) -> None:
    page = scene.page("overview", OverviewPage)
    choose(page)
    assert list(entries(page))[2:] == ["查看值班表", "认定为未备案借用…", "排除疑似…"]
    page.suspicions.ask(choose(page), Verdict.CONFIRMED).accept()
    confirmed = choose(page)
    assert confirmed.gravity is Gravity.VIOLATION
    assert list(entries(page))[2:] == ["查看值班表", "撤销认定", "排除疑似…"]
    page.suspicions.withdraw(confirmed)
    assert scene.document.document.duty.suspicions == ()


def test_other_findings_offer_no_decision(qtbot: QtBot) -> None:
    session = Session(varied())
    menu = QMenu()
    qtbot.addWidget(menu)
    other = replace(suspicion(lent()), rule="secondment")
    Suspicions(session, Switch(), menu).fill_menu(menu, other)
    assert menu.actions() == []


def clearings(menu: QMenu) -> list[QAction]:
    """Return the entries that take back a clearing, none where the menu has no such part."""
    (part,) = [a.menu() for a in menu.actions() if plain(a.text()) == "恢复已排除的疑似"]
    assert isinstance(part, QMenu)
    return part.actions()


def test_a_clearing_is_taken_back_from_the_menu_without_any_finding(scene: Scene) -> None:
    page = scene.page("overview", OverviewPage)
    form = page.suspicions.ask(choose(page), Verdict.CLEARED)
    form.fill("note", "清查&巡逻")
    form.accept()
    assert all(f.rule != "hidden_secondment" for f in scene.document.audit.findings)
    page.findings.customContextMenuRequested.emit(page.findings.viewport().rect().bottomLeft())
    *_, menu = page.findings.findChildren(QMenu)[-2:-1]
    (entry,) = clearings(menu)
    assert entry.text() == "王宇:清查&&巡逻"
    entry.trigger()
    assert scene.document.document.duty.suspicions == ()
    assert suspicion(scene.document.document).gravity is Gravity.TO_VERIFY
    scene.document.undo_stack.undo()
    assert len(scene.document.document.duty.suspicions) == 1


def test_a_clearing_of_another_month_is_not_offered(qtbot: QtBot) -> None:
    document = lent()
    person = suspicion(document).people[0]
    cleared = decide_suspicion(document, person, date(2026, 10, 1), Verdict.CLEARED, "培训")
    menu = QMenu()
    qtbot.addWidget(menu)
    Suspicions(Session(cleared), Switch(), menu).fill_menu(menu, None)
    assert menu.actions() == []
    Suspicions(Session(cleared), Switch(), menu, lambda: date(2026, 10, 5)).fill_menu(menu, None)
    assert [entry.text() for entry in clearings(menu)] == ["王宇:培训"]


def test_a_finding_about_duty_leads_to_the_roster_of_its_unit_and_month(scene: Scene) -> None:
    page = scene.page("overview", OverviewPage)
    finding = choose(page)
    entry = entries(page)["查看值班表"]
    assert isinstance(entry, QAction)
    entry.trigger()
    duty = scene.page("duty", DutyPage)
    assert duty.place.key == (finding.unit, NOVEMBER)
    assert duty.grid.view.block == (0, 0, 0, 29)
