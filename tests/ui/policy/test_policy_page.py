from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.policy.settings import SETTINGS
from planner.policy.share import Share
from tests.planner.tables.counties import varied
from tests.ui.sessions import Session, Switch
from ui.policy.policy_page import PolicyPage
from ui.policy.setting_editors import ChoiceEditor, LineEditor, OrderEditor, SettingEditor, SwitchEditor


@pytest.fixture
def page(qtbot: QtBot) -> PolicyPage:
    page = PolicyPage(Session(varied()), Switch())
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    return page


def editor(page: PolicyPage, key: str) -> SettingEditor:
    return next(g.editors[key] for g in (page.questions, *page.groups) if key in g.editors)


def test_every_declared_setting_can_be_edited(page: PolicyPage) -> None:
    shown = {key for group in (page.questions, *page.groups) for key in group.editors}
    assert shown == set(SETTINGS)


def test_a_typed_share_is_an_own_value_with_a_way_back(page: PolicyPage) -> None:
    key = "station_share.required"
    line = editor(page, key)
    assert isinstance(line, LineEditor)
    line.edit.setText("45")
    line.edit.editingFinished.emit()
    assert page.open_document.document.policy.share(key) == Share(45, 100)
    group = next(g for g in page.groups if key in g.editors)
    assert group.reset_buttons[key].text() == "恢复为 40%"
    assert "云南2020" in group.sources[key].text()
    group.reset_buttons[key].click()
    assert page.open_document.document.policy.share(key) == Share(40, 100)
    assert not group.reset_buttons[key].isVisible()


def test_a_value_that_cannot_be_is_refused_and_the_old_one_shown(page: PolicyPage) -> None:
    line = editor(page, "station_minimum.required")
    assert isinstance(line, LineEditor)
    line.edit.setText("many")
    line.edit.editingFinished.emit()
    assert page.refusals.isVisible()
    assert line.edit.text() == "5"


def test_switches_choices_and_orders_are_edited(page: PolicyPage) -> None:
    switch, choice, order = (
        editor(page, key) for key in ("counting.traffic", "counting.area", "planning.order")
    )
    assert isinstance(switch, SwitchEditor)
    assert isinstance(choice, ChoiceEditor)
    assert isinstance(order, OrderEditor)
    switch.box.click()
    choice.box.setCurrentIndex(1)
    choice.box.activated.emit(1)
    order.list.setCurrentRow(1)
    order.up.click()
    policy = page.open_document.document.policy
    assert not policy.switch("counting.traffic")
    assert policy.choice("counting.area") == "beat"
    assert policy.order("planning.order")[0] == "station_minimum"


def test_a_pack_is_laid_over_the_others(page: PolicyPage) -> None:
    chooser = page.packs.list
    item = next(
        chooser.item(i)
        for i in range(chooser.count())
        if chooser.item(i).data(Qt.ItemDataRole.UserRole) == "shaanxi2020"
    )
    item.setCheckState(Qt.CheckState.Checked)
    assert page.open_document.document.policy.share("station_share.required") == Share(45, 100)


def test_a_stack_that_leaves_values_open_is_refused(page: PolicyPage) -> None:
    chooser = page.packs.list
    before = page.packs.ticked()
    chooser.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert page.refusals.isVisible()
    assert page.packs.ticked() == before


def test_the_page_speaks_english(page: PolicyPage) -> None:
    page.language.to("en")  # type: ignore[attr-defined]
    assert page.questions.title().startswith("Three counting questions")
    assert "judged" in page.all_officer.text()
