from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.county.records import Category, MoveStatus
from planner.document import Document
from planner.edits.scenarios import add_change, new_scenario
from planner.scenarios.records import ChangeKind
from planner.text import Text
from tests.planner.building import TODAY
from tests.planner.tables.counties import varied
from tests.ui.sessions import Session, Switch
from ui.forms.form_dialog import FormDialog
from ui.roster.roster_page import RosterPage


class Scene:
    def __init__(self, qtbot: QtBot, document: Document | None = None) -> None:
        self.session, self.switch = Session(document or varied()), Switch()
        self.page = RosterPage(self.session, self.switch)
        qtbot.addWidget(self.page)
        self.page.resize(1000, 500)
        with qtbot.waitExposed(self.page):
            self.page.show()

    def names(self) -> list[str]:
        return [row.person.name for row in self.page.model.shown]

    def person(self, name: str) -> int:
        return next(p.id for p in self.session.document.county.people.values() if p.name == name)

    def select(self, *names: str) -> None:
        self.page.view.select_rows({self.person(name) for name in names})
        line = self.page.model.row_of(self.person(names[0]))
        self.page.view.selectionModel().setCurrentIndex(
            self.page.model.index(line, 0), QItemSelectionModel.SelectionFlag.NoUpdate
        )

    def run(self, action: str) -> None:
        self.page.page_actions[action].trigger()

    def form(self) -> FormDialog:
        return self.page.findChildren(FormDialog)[-1]


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    return Scene(qtbot)


def test_chips_combine_and_say_how_many_rows_they_stand_for(scene: Scene) -> None:
    assert scene.page.bar.chips["drawn_off"].text() == "抽调中 3"
    scene.page.bar.choose("drawn_off")
    assert scene.names() == ["张伟", "杨帆", "赵敏"]
    scene.page.bar.choose("doubtful")
    assert scene.names() == ["赵敏"]
    scene.page.bar.clear()
    assert len(scene.names()) == 8


def test_the_search_narrows_the_roster(scene: Scene) -> None:
    scene.page.bar.search.setText("河口")
    scene.page.bar.apply()
    assert scene.names() == ["杨帆", "赵敏", "孙立"]
    assert scene.page.bar.count.text() == "显示 3 / 8 行"


def test_an_edited_cell_is_one_undo_step(scene: Scene) -> None:
    page = scene.page
    index = page.model.index(0, page.model.section_of("post"))
    assert page.model.setData(index, "内勤")
    assert scene.session.labels == [Text("修改岗位", "Change Post")]
    scene.session.undo()
    assert page.model.data(index) == "领导"


def test_a_refused_paste_lists_row_column_and_reason_and_leads_to_the_cell(scene: Scene) -> None:
    page = scene.page
    QGuiApplication.clipboard().setText("内勤\n巡逻侠\n")
    page.view.setCurrentIndex(page.model.index(0, page.model.section_of("post")))
    page.view.paste()
    assert page.refusals.isVisible()
    item = page.refusals.list.topLevelItem(0)
    assert item is not None
    assert [item.text(i) for i in range(3)] == ["李静", "岗位", "巡逻侠"]
    page.refusals.list.itemClicked.emit(item, 0)
    assert page.view.currentIndex().row() == 1
    assert scene.session.history == []


def test_selected_people_are_seconded_in_one_step(scene: Scene) -> None:
    scene.select("王宇", "李静")
    scene.run("second")
    scene.form().fill("to", "政工室")
    scene.form().accept()
    placed = scene.session.audit.state.placed
    assert all(placed[scene.person(name)].drawn_off for name in ("王宇", "李静"))
    assert len(scene.session.history) == 1


def test_a_return_that_cannot_be_is_said_in_its_form(scene: Scene) -> None:
    scene.select("张伟")
    scene.run("return")
    scene.form().fill("last_day", "2025-01-01")
    scene.form().accept()
    assert scene.form().isVisible()
    assert "返岗日期" in scene.form().fault.text()
    assert scene.session.history == []


def test_returned_people_are_present_again(scene: Scene) -> None:
    scene.select("张伟")
    scene.run("return")
    scene.form().fill("last_day", "2026-11-23")
    scene.form().accept()
    assert not scene.session.audit.state.placed[scene.person("张伟")].drawn_off
    scene.page.bar.count_chips()
    assert scene.page.bar.chips["drawn_off"].text() == "抽调中 2"


def test_pinning_and_unpinning(scene: Scene) -> None:
    scene.select("李静")
    scene.run("pin")
    scene.form().fill("reason", "专案")
    scene.form().accept()
    assert scene.session.document.county.people[scene.person("李静")].pin == "专案"
    scene.run("unpin")
    assert scene.session.document.county.people[scene.person("李静")].pin == ""


def test_an_absence_and_a_proposed_transfer_are_recorded(scene: Scene) -> None:
    scene.select("李静")
    scene.run("absent")
    scene.form().fill("kind", "病假")
    scene.form().accept()
    assert any(a.person == scene.person("李静") for a in scene.session.document.county.absences.values())
    scene.run("propose")
    scene.form().fill("unit", "河口所")
    scene.form().accept()
    moves = [m for m in scene.session.document.county.moves.values() if m.person == scene.person("李静")]
    assert [m.status for m in moves] == [MoveStatus.PROPOSED]


def test_bulk_change_sets_one_column_of_the_selection(scene: Scene) -> None:
    scene.select("王宇", "李静", "张伟")
    dialog = scene.page.ask_bulk()
    dialog.column.setCurrentIndex(dialog.column.findData("category"))
    dialog.value.setEditText("辅警")  # type: ignore[union-attr]
    dialog.accept()
    people = scene.session.document.county.people
    assert {people[scene.person(n)].category for n in ("王宇", "李静", "张伟")} == {Category.AUXILIARY}
    assert len(scene.session.history) == 1


def test_people_are_added_and_removed(scene: Scene) -> None:
    scene.run("add")
    scene.form().fill("name", "郑洁")
    scene.form().fill("unit", "城关所")
    scene.form().accept()
    assert "郑洁" in scene.names()
    scene.select("郑洁")
    scene.run("remove")
    assert "郑洁" not in scene.names()


def test_removing_somebody_whom_scenarios_are_about_names_the_scenarios(qtbot: QtBot) -> None:
    scene = Scene(qtbot, new_scenario(varied(), "退休"))
    scene.session.document = add_change(
        scene.session.document, 1, ChangeKind.RETIRE, TODAY, person=scene.person("李静")
    )
    scene.select("李静")
    scene.run("remove")
    assert scene.page.refusals.isVisible()
    assert scene.page.refusals.title.text().startswith("已删除李静。方案“退休”有涉及所删人员的变动")


def test_actions_fit_the_selection(scene: Scene) -> None:
    scene.page.view.clearSelection()
    assert not scene.page.page_actions["second"].isEnabled()
    assert scene.page.page_actions["add"].isEnabled()
    scene.select("王宇")
    assert scene.page.page_actions["second"].isEnabled()
    assert not scene.page.page_actions["return"].isEnabled()


def test_a_unit_of_the_tree_shows_who_belongs_or_works_there(scene: Scene) -> None:
    office = next(u.id for u in scene.session.document.county.units.values() if u.name == "政工室")
    scene.page.show_unit(office)
    assert scene.names() == ["张伟", "赵敏", "周明", "吴刚"]
    scene.page.bar.scope_button.click()
    assert len(scene.names()) == 8


def test_a_person_hidden_by_filters_is_shown_when_asked_for(scene: Scene) -> None:
    scene.page.bar.choose("drawn_off")
    assert scene.page.show_person(scene.person("王宇"))
    assert scene.page.view.current_row().id == scene.person("王宇")


def test_the_page_is_switched_to_english_and_back(scene: Scene) -> None:
    scene.switch.to("en")
    assert scene.page.buttons["add"].text() == "Add a person"
    assert scene.page.bar.chips["drawn_off"].text() == "Drawn off 3"
    assert scene.page.model.headerData(0, Qt.Orientation.Horizontal) == "Name"
    scene.switch.to("zh")
    assert scene.page.model.headerData(0, Qt.Orientation.Horizontal) == "姓名"


def test_an_empty_county_says_what_to_do(qtbot: QtBot) -> None:
    scene = Scene(qtbot, Document())
    assert scene.page.empty.isVisible()
    assert "导入花名册" in scene.page.empty.text()


def test_a_hidden_page_catches_up_when_shown(scene: Scene) -> None:
    scene.page.hide()
    index = scene.page.model.index(0, 0)
    scene.session.apply(Text("", ""), lambda d: Document(d.county, d.policy.with_override("warning.days", 5)))
    scene.session.go_to(TODAY.replace(day=25))
    scene.page.show()
    assert scene.page.model.shown[index.row()].state.date == TODAY.replace(day=25)


def test_alt_enter_asks_for_the_card(scene: Scene, qtbot: QtBot) -> None:
    scene.select("李静")
    with qtbot.waitSignal(scene.page.card_requested) as asked:
        QTest.keyClick(scene.page.view, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert asked.args == [scene.person("李静")]
