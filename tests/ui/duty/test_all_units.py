from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from planner.county.records import Post, UnitKind
from planner.document import Document
from planner.edits.duty import duty_month, lock_cells, new_month, set_cells
from tests.planner.building import Building
from tests.ui.windows import Scene
from ui.duty.duty_page import DutyPage

NOVEMBER = date(2026, 11, 1)


class County:
    """Two stations and a custody unit, and the Duty page on their November."""

    def __init__(self, qtbot: QtBot, planned: bool = False) -> None:
        b = Building()
        self.large, self.small = b.unit("城关派出所"), b.unit("勐永派出所")
        self.custody = b.unit("看守所", UnitKind.CUSTODY)
        b.unit("刑侦大队", UnitKind.ENFORCEMENT)
        for unit, leaders, n in ((self.large, 3, 8), (self.small, 1, 2), (self.custody, 4, 16)):
            b.people(leaders, unit, Post.LEADER)
            b.people(n, unit)
        document = Document(b.county)
        if planned:
            person = next(p.person for p in b.county.postings.values() if p.unit == self.large)
            document = set_cells(
                new_month(document, self.large, NOVEMBER), self.large, NOVEMBER, {(person, 1): "rest"}
            )
            document = lock_cells(document, self.large, NOVEMBER, [(person, 1)])
        self.scene = Scene(qtbot, document)
        self.page = self.scene.page("duty", DutyPage)

    def settle(self) -> None:
        self.scene.qtbot.waitUntil(lambda: not self.page.planning.line.running, timeout=60_000)
        self.scene.settle()

    def filled(self, unit: int) -> bool:
        made = duty_month(self.scene.document.document, unit, NOVEMBER)
        return made is not None and len(made.planned) > 1

    def rows(self) -> list[list[str]]:
        listed = self.page.filled.list
        items = [listed.topLevelItem(n) for n in range(listed.topLevelItemCount())]
        return [[item.text(n) for n in range(6)] for item in items if item is not None]

    def answer(self, words: str) -> None:
        box = self.page.all_units.question
        assert box is not None
        (button,) = [b for b in box.findChildren(QAbstractButton) if words in b.text()]
        button.click()


@pytest.fixture
def county(qtbot: QtBot) -> County:
    return County(qtbot)


def test_all_units_are_filled_as_one_step_and_listed_with_what_they_lack(county: County) -> None:
    county.page.planning.all_button.click()
    assert county.page.planning.line.running
    county.settle()
    assert all(map(county.filled, (county.large, county.small, county.custody)))
    rows = {row[0]: row for row in county.rows()}
    assert list(rows) == ["城关派出所", "勐永派出所", "看守所"]
    assert rows["城关派出所"][2:4] == ["已证明最优", "0"]
    assert int(rows["勐永派出所"][3]) > 0
    assert "差" in rows["勐永派出所"][5]
    assert rows["看守所"][3] == "0"
    assert (rows["看守所"][4] == "0") == (rows["看守所"][5] == "")  # a wish unmet is named as well
    assert county.page.filled.isVisible()
    assert "已排 3 个单位,其中 1 个有不达标" in county.page.filled.title.text()
    label = county.scene.document.undo_label
    assert label is not None
    assert label.zh == "2026年11月各单位排班"
    county.scene.document.undo_stack.undo()
    assert not any(map(county.filled, (county.large, county.small, county.custody)))


def test_the_unit_that_is_worked_on_is_told(county: County) -> None:
    heard: list[str] = []
    words = county.page.planning.line.words
    county.page.planning.all_button.click()

    def listened() -> bool:
        heard.append(words.text())
        return not county.page.planning.line.running

    county.scene.qtbot.waitUntil(listened, timeout=60_000)
    assert any("个:城关派出所" in said for said in heard)


def test_where_a_roster_stands_the_user_says_what_to_plan(qtbot: QtBot) -> None:
    county = County(qtbot, planned=True)
    county.page.planning.all_button.click()
    box = county.page.all_units.question
    assert box is not None
    assert "共 3 个派出所和监管场所,其中 1 个已有值班表" in box.text()
    county.answer("只排没有值班表的 2 个")
    county.settle()
    assert not county.filled(county.large)
    assert county.filled(county.small)
    assert county.filled(county.custody)
    county.page.planning.all_button.click()
    county.answer("取消")
    assert not county.page.planning.line.running
    county.page.planning.all_button.click()
    county.answer("全部 3 个重排")
    county.settle()
    assert county.filled(county.large)
    made = duty_month(county.scene.document.document, county.large, NOVEMBER)
    assert made is not None
    assert any(cell.locked for row in made.planned.values() for cell in row.values())


def test_what_was_done_until_it_was_stopped_is_kept_and_the_rest_named(county: County) -> None:
    def stop_after_first() -> bool:
        if "第 2/3 个" in county.page.planning.line.words.text():
            county.page.planning.line.stop()
            return True
        return not county.page.planning.line.running

    county.page.planning.all_button.click()
    county.scene.qtbot.waitUntil(stop_after_first, timeout=30_000)
    county.settle()
    if len(county.rows()) and county.rows()[2][2] == "已停止,未排":
        assert county.filled(county.large)
        assert not county.filled(county.custody)
        assert "未排到" in county.page.filled.title.text()


def test_a_unit_of_the_list_leads_to_its_month(county: County) -> None:
    county.page.planning.all_button.click()
    county.settle()
    county.page.place.go_to_month(date(2026, 12, 1))
    item = county.page.filled.list.topLevelItem(2)
    county.page.filled.list.itemActivated.emit(item, 0)
    assert county.page.place.key == (county.custody, NOVEMBER)
    county.page.filled.close_button.click()
    assert county.page.filled.isHidden()
