from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.duty.scenes import Duty
from ui.forms.form_dialog import FormDialog


def test_the_check_lists_what_is_wrong_and_leads_to_the_person(duty: Duty) -> None:
    duty.select(1, 1)
    duty.type("z")
    duty.page.check_button.click()
    words = [duty.page.check.list.item(n).text() for n in range(duty.page.check.list.count())]
    assert any("李静" in line and "在辖区工作时间" in line for line in words)
    assert any("值班不足" in line for line in words)
    assert "现有人员能同时做到什么:" in words
    of_person = next(n for n, line in enumerate(words) if "李静" in line)
    duty.page.check.list.itemClicked.emit(duty.page.check.list.item(of_person))
    assert duty.view.block == (1, 0, 1, 29)
    duty.page.check.close_button.click()
    assert duty.page.check.isHidden()


def test_a_suspicion_is_decided_from_the_check(duty: Duty) -> None:
    duty.select(1, 2, 1, 6)
    duty.type("j")
    assert duty.letters(1)[1:6] == "借借借借借"
    duty.page.check_button.click()
    check = duty.page.check
    lines = [check.list.item(n) for n in range(check.list.count())]
    suspected = next(line for line in lines if "疑似未备案借用" in line.text())
    menu = check.menu_of(suspected)
    assert menu is not None
    next(action for action in menu.actions() if "排除疑似" in action.text()).trigger()
    form = duty.page.findChild(FormDialog)
    assert isinstance(form, FormDialog)
    form.fill("note", "协助清查")
    form.accept()
    duty.scene.qtbot.waitUntil(lambda: "李静:协助清查" in duty.checked())
    assert not any("疑似未备案借用,请" in line for line in duty.checked())
    again = check.menu_of(None)
    assert again is not None
    (part,) = [action.menu() for action in again.actions() if action.menu() is not None]
    assert isinstance(part, QMenu)
    part.actions()[0].trigger()
    duty.scene.qtbot.waitUntil(lambda: any("疑似未备案借用,请" in line for line in duty.checked()))
    assert check.menu_of(None) is None


def test_a_month_without_plans_is_said_to_be_blank_not_faultless(duty: Duty) -> None:
    duty.page.check_button.click()
    assert duty.checked()[0] == "本月还没有排班,值班人数和辖区时间无从检查。"
    duty.select(0, 1)
    duty.type("z")
    duty.scene.qtbot.waitUntil(lambda: "还没有排班" not in duty.checked()[0])


def test_long_findings_are_shown_whole_in_a_narrow_panel(qtbot: QtBot) -> None:
    duty = Duty(qtbot, "en")
    duty.select(1, 1, 1, 20)
    duty.type("z")
    duty.page.check_button.click()
    listed = duty.page.check.list
    qtbot.waitUntil(lambda: listed.verticalScrollBar().isVisible())
    for n in range(listed.count()):
        item, place = listed.item(n), listed.visualItemRect(listed.item(n))
        icon = 0 if item.icon().isNull() else 24
        room = QRect(0, 0, place.width() - icon - 8, 10_000)
        wanted = QFontMetrics(listed.font()).boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
        assert wanted.height() <= place.height()
