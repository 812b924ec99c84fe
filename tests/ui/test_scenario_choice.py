"""Which scenario is in view is said in the tool bar, over every page and in the title."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from planner.document import Document
from planner.edits.people import correct_people
from planner.edits.postings import correct_home_unit
from planner.edits.scenarios import add_change, adopt, new_scenario, remove_scenario
from planner.errors import InputError
from planner.scenarios.records import ChangeKind
from planner.store import open_document
from planner.text import Text, same
from tests.planner.building import TODAY
from tests.planner.reports.papers import sample
from tests.planner.scenarios.town import MARCH, Town
from tests.ui.windows import Scene
from ui.forecast.forecast_page import ForecastPage
from ui.pages import PAGES
from ui.scenarios.page_parts import PARTS
from ui.scenarios.scenarios_page import ScenariosPage

TOWN = Town()


def with_scenarios() -> Document:
    """Return the town with a transfer in one scenario, and a retirement in another on top of it."""
    document = new_scenario(new_scenario(TOWN.document, "充实基层"), "再退一人", base=1)
    document = add_change(document, 1, ChangeKind.TRANSFER, TODAY, person=TOWN.clerks[0], unit=TOWN.small)
    return add_change(document, 2, ChangeKind.RETIRE, TODAY, person=TOWN.clerks[1])


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    return Scene(qtbot, with_scenarios())


def test_the_chooser_shows_scenarios_under_their_bases_and_goes_into_one(scene: Scene) -> None:
    field = scene.window.scenario.field
    assert [field.itemText(i).strip() for i in range(field.count())] == ["现状", "充实基层", "再退一人"]
    assert field.itemText(2).startswith(" ")
    assert scene.window.strip.isHidden()
    field.setCurrentIndex(2)
    field.activated.emit(2)
    assert scene.document.scenario == 2
    assert "再退一人" in scene.window.windowTitle()
    shown = QStyleOptionComboBox()
    field.initStyleOption(shown)
    assert shown.currentText == "再退一人"
    assert "再退一人" in scene.window.strip.words.text()
    assert not scene.window.strip.isHidden()
    counted = {p.person.id for p in scene.document.audit.state.counted()}
    assert TOWN.clerks[1] not in counted
    scene.window.actions_["as_it_stands"].trigger()
    assert scene.document.is_as_it_stands()
    assert scene.document.document is scene.document.base
    assert scene.window.strip.isHidden()


def test_without_scenarios_there_is_nothing_to_choose(qtbot: QtBot) -> None:
    assert Scene(qtbot).window.scenario.isHidden()


def test_an_edit_within_a_scenario_becomes_its_change_and_undo_takes_it_back(scene: Scene) -> None:
    document, before = scene.document, scene.document.base
    document.go_into(1)
    scene.window.give_unit(TOWN.big, [TOWN.clerks[2]])
    assert document.base.county is before.county
    assert [c.person for c in document.base.scenarios[1].changes] == [TOWN.clerks[0], TOWN.clerks[2]]
    assert document.audit.state.placed[TOWN.clerks[2]].home == TOWN.big
    document.undo_stack.undo()
    assert document.base is before
    assert document.scenario == 1
    assert document.audit.state.placed[TOWN.clerks[2]].home == TOWN.office


def test_a_fact_is_not_edited_within_a_scenario(scene: Scene) -> None:
    scene.document.go_into(1)
    with pytest.raises(InputError, match="fact on record"):
        scene.document.apply(same("改名"), lambda d: correct_people(d, {TOWN.clerks[0]: {"name": "王五"}}))
    assert scene.document.undo_label is None


def test_what_is_saved_is_the_county_with_its_scenarios_whichever_is_in_view(
    scene: Scene, tmp_path: Path
) -> None:
    scene.document.go_into(2)
    scene.window.filing.write(tmp_path / "county.jingli")
    scene.settle()
    saved = open_document(tmp_path / "county.jingli")
    assert saved.county == TOWN.county
    assert saved.scenarios == scene.document.base.scenarios
    assert scene.document.is_saved


def test_adopting_is_one_step_and_leads_back_to_the_county_as_it_stands(scene: Scene) -> None:
    document, before = scene.document, scene.document.base
    document.go_into(2)
    document.apply_to_base(same("采用"), lambda d: adopt(d, 2))
    assert (document.scenario, document.base.scenarios) == (None, {})
    assert document.document is document.base
    assert document.audit.state.placed[TOWN.clerks[0]].home == TOWN.small
    document.undo_stack.undo()
    assert document.base is before
    assert document.audit.state.placed[TOWN.clerks[0]].home == TOWN.office


def test_a_scenario_that_is_removed_or_not_made_yet_is_left(scene: Scene) -> None:
    document = scene.document
    document.apply_to_base(same("新建"), lambda d: new_scenario(d, "丙"))
    document.go_into(3)
    document.undo_stack.undo()
    assert document.scenario is None
    document.undo_stack.redo()
    document.go_into(3)
    document.apply_to_base(same("删除"), lambda d: remove_scenario(d, 3))
    assert document.scenario is None


def test_every_scenario_is_worked_out_in_the_background(scene: Scene) -> None:
    branches = scene.document.branches
    scene.settle()
    assert all(branches.of(id_) is not None for id_ in (1, 2))
    audit = branches.audit(2)
    assert audit is not None
    scene.document.go_into(2)
    assert scene.document.audit is audit
    scene.document.go_to(MARCH)
    scene.settle()
    later = branches.audit(2)
    assert later is not None
    assert later.state.date == date(2027, 3, 1)


def test_going_back_shows_the_figures_that_are_at_hand(scene: Scene) -> None:
    document = scene.document
    before = document.audit
    document.go_into(2)
    document.go_into(None)
    assert document.audit is before
    document.open(TOWN.document, None)
    assert document.audit.state.county is TOWN.county


def test_leaving_a_scenario_that_is_removed_is_no_effect_of_an_edit(scene: Scene) -> None:
    scene.document.go_into(2)
    scene.document.apply_to_base(same("删除"), lambda d: remove_scenario(d, 2))
    assert scene.document.scenario is None
    assert scene.document.previous_audit is None


def test_the_strip_counts_what_cannot_be_made(scene: Scene) -> None:
    scene.document.go_into(1)
    assert scene.window.strip.conflicts.text() == ""
    scene.document.go_into(None)
    scene.document.apply_to_base(
        same("更正"), lambda d: correct_home_unit(d, [TOWN.clerks[0]], TOWN.small, TODAY)
    )
    scene.document.go_into(1)
    assert scene.window.strip.conflicts.text() == "1 项变动无法实施"


def test_the_strip_leads_from_one_day_of_changes_to_the_next(scene: Scene) -> None:
    change = {"person": TOWN.clerks[2], "unit": TOWN.big}
    scene.document.apply_to_base(same("加"), lambda d: add_change(d, 1, ChangeKind.TRANSFER, MARCH, **change))
    scene.document.go_into(2)
    button = scene.window.strip.next_button
    assert button.text() == "下一变动日 2027-03-01"
    button.click()
    assert scene.document.on == MARCH
    assert scene.document.audit.state.placed[TOWN.clerks[2]].home == TOWN.big
    assert button.isHidden()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_with_a_scenario_in_view_every_page_fits_a_screen_of_1366_by_768(qtbot: QtBot, language: str) -> None:
    scene = Scene(qtbot, new_scenario(sample(), "春季专项抽人"), language=language)
    scene.window.resize(1366, 700)
    scene.document.go_into(1)
    for entry in PAGES:
        page = scene.shell.navigation.show_page(entry.key)
        if isinstance(page, ScenariosPage):
            for part in PARTS:
                page.show_part(part.key)
        if isinstance(page, ForecastPage):
            qtbot.waitUntil(page.notes.isVisible, timeout=20_000)
            page.sections.show_part("returns")
            page.notes.fold.click()
            assert page.notes.unfolded.isVisible()
        scene.settle()
        assert scene.window.minimumSizeHint().height() <= 640, entry.key
    scene.shell.messages.complain(Text("很长的一句话" * 20, "a long sentence " * 20))
    scene.settle()
    assert scene.window.minimumSizeHint().height() <= 640
    scene.shell.messages.tell_fault("line\n" * 40)
    scene.shell.messages.details_button.click()
    scene.settle()
    scene.shell.messages.close_message()
    assert scene.window.height() == 700


def test_opening_another_document_leaves_the_scenario(scene: Scene) -> None:
    scene.document.go_into(1)
    scene.document.open(Document(), None)
    assert scene.document.scenario is None
    assert scene.window.scenario.isHidden()
