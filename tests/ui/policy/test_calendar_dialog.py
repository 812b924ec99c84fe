from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.county.duty import DayKind, SpecialDay
from tests.planner.tables.counties import varied
from tests.ui.sessions import Session, Switch
from ui.forms.form_dialog import FormDialog
from ui.policy.calendar_dialog import CalendarDialog
from ui.policy.policy_page import PolicyPage

NATIONAL_DAY = date(2026, 10, 1)


@pytest.fixture
def session() -> Session:
    return Session(varied())


@pytest.fixture
def dialog(qtbot: QtBot, session: Session) -> CalendarDialog:
    dialog = CalendarDialog(session, Switch())
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def form_of(dialog: CalendarDialog) -> FormDialog:
    form = dialog.findChild(FormDialog)
    assert form is not None
    return form


def own(session: Session) -> tuple[SpecialDay, ...]:
    return session.document.duty.special_days


def test_the_source_of_the_national_days_is_named(dialog: CalendarDialog, session: Session) -> None:
    assert "国务院办公厅关于2026年部分节假日安排的通知" in dialog.source.text()
    assert "2026 年的放假" not in dialog.doubt.text()
    assert "2027 年的放假调休安排未随程序提供" in dialog.doubt.text()
    session.go_to(date(2025, 3, 1))
    assert not dialog.doubt.isVisible()


def test_the_calendar_is_closed_by_its_button_but_not_by_enter(dialog: CalendarDialog) -> None:
    QTest.keyClick(dialog.table.view, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.close_button.text() == "关闭"
    dialog.close_button.click()
    assert not dialog.isVisible()


def test_a_day_is_added_and_taken_back_with_undo(dialog: CalendarDialog, session: Session) -> None:
    dialog.table.page_actions["add"].trigger()
    form = form_of(dialog)
    form.fill("day", "2026-08-06")
    form.fill("name", "火把节")
    form.accept()
    assert own(session) == (SpecialDay(date(2026, 8, 6), DayKind.FESTIVAL, "火把节"),)
    dialog.table.view.select_rows({date(2026, 8, 6).toordinal()})
    dialog.table.page_actions["remove"].trigger()
    assert own(session) == ()
    session.undo()
    assert len(own(session)) == 1


def test_a_national_day_can_be_changed_but_not_removed(dialog: CalendarDialog, session: Session) -> None:
    table = dialog.table
    table.view.select_rows({NATIONAL_DAY.toordinal()})
    assert not table.page_actions["remove"].isEnabled()
    row = next(i for i, r in enumerate(table.model.shown) if r.special.day == NATIONAL_DAY)
    assert table.model.setData(table.model.index(row, table.model.section_of("kind")), "调休上班")
    assert own(session) == (SpecialDay(NATIONAL_DAY, DayKind.WORKDAY, "国庆节"),)


def test_festivals_of_a_prefecture_are_taken_over_in_one_step(
    dialog: CalendarDialog, session: Session
) -> None:
    dialog.table.page_actions["offer"].trigger()
    form = form_of(dialog)
    form.fill("place", "西双版纳傣族自治州")
    form.accept()
    assert {d.name for d in own(session)} == {"泼水节", "自治州成立纪念日"}
    session.undo()
    assert own(session) == ()


def test_the_policy_page_leads_to_the_calendar_and_counts_its_own_days(
    qtbot: QtBot, session: Session
) -> None:
    page = PolicyPage(session, Switch())
    qtbot.addWidget(page)
    assert "本局自定 0 天" in page.own_days.text()
    page.calendar.click()
    dialog = page.findChild(CalendarDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.close()
