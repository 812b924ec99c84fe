"""Repair while editing: offered in the status bar, never in the way, and recorded as one undo step."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from planner.audit.results import Audit
from planner.county.records import MoveStatus, Post, UnitKind
from planner.document import Document
from planner.edits.postings import correct_home_unit
from planner.optimise.repair import Repair
from planner.optimise.running import Stop
from planner.text import Text
from tests.planner.building import TODAY, Building
from tests.ui.windows import Scene
from ui.repairs import Repairs, cheapest_repair
from ui.roster.roster_page import RosterPage

_EDIT = Text("更正单位", "Correct the unit")


@pytest.fixture
def county() -> Building:
    b = Building()
    city, river = b.unit("城关派出所"), b.unit("河口派出所")
    office = b.unit("政工室", UnitKind.ADMINISTRATIVE, minimum=3)
    b.people(5, city, Post.COMMUNITY)
    b.people(5, river, Post.COMMUNITY)
    b.people(5, office)
    return b


@pytest.fixture
def scene(qtbot: QtBot, county: Building) -> Scene:
    return Scene(qtbot, Document(county.county, county.policy))


def people_of(scene: Scene, unit: str) -> list[int]:
    """Return who is posted to a unit."""
    postings = scene.document.document.county.postings.values()
    return [p.person for p in postings if p.unit == scene.unit(unit)]


def break_line(scene: Scene, unit: str = "城关派出所") -> None:
    """Make an edit that leaves a station one below its minimum."""
    person, office = people_of(scene, unit)[0], scene.unit("政工室")
    scene.document.apply(_EDIT, lambda d: correct_home_unit(d, [person], office, TODAY))


def rename(scene: Scene) -> None:
    """Make an edit that changes no figure."""

    def edit(document: Document) -> Document:
        county = document.county
        first = next(iter(county.people.values()))
        people = {**county.people, first.id: replace(first, name=f"{first.name}甲")}
        return replace(document, county=replace(county, people=people))

    scene.document.apply(Text("改名", "Rename"), edit)


def offered(scene: Scene) -> Repair:
    """Wait for the repair of the last edit."""
    repairs = scene.window.repairs
    scene.qtbot.waitUntil(lambda: repairs.offer is not None, timeout=20_000)
    assert repairs.offer is not None
    return repairs.offer


def test_a_repair_is_offered_without_a_dialog_and_leaves_the_keyboard_where_it_is(scene: Scene) -> None:
    roster = scene.page("roster", RosterPage)
    roster.view.setFocus()
    before = QApplication.focusWidget()
    break_line(scene)
    found = offered(scene)
    status = scene.window.status
    assert QApplication.focusWidget() is before
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    assert status.repair_words.text() == found.sentence.zh
    assert status.repair_words.isVisible()
    assert status.accept_button.isVisible()
    assert "少此一步差 1 人" in status.accept_button.toolTip()
    assert "Ctrl+R" in status.accept_button.text()
    scene.shell.language.choose("en")
    assert status.repair_words.text() == found.sentence.en


def test_an_edit_that_breaks_nothing_offers_nothing(scene: Scene) -> None:
    rename(scene)
    scene.settle()
    assert scene.window.repairs.offer is None
    assert not scene.window.status.repair_words.isVisible()
    assert not scene.window.actions_["accept_repair"].isEnabled()
    assert scene.window.status.counts.isVisible()


def test_accepting_by_the_keyboard_records_proposed_moves_as_one_undo_step(scene: Scene) -> None:
    break_line(scene)
    found = offered(scene)
    steps = scene.document.undo_stack.count()
    scene.qtbot.waitUntil(scene.window.isActiveWindow)
    QTest.keyClick(scene.window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert scene.document.undo_stack.count() == steps + 1
    [move] = scene.document.document.county.moves.values()
    assert (move.person, move.status, move.effective) == (found.people[0], MoveStatus.PROPOSED, TODAY)
    assert scene.window.status.effect.text().startswith("已采纳 1 项")
    assert scene.window.repairs.offer is None
    assert not scene.window.status.accept_button.isVisible()
    scene.document.undo_stack.undo()
    assert scene.document.document.county.moves == {}


def test_a_click_accepts_and_leaves_the_keyboard_where_it_is(scene: Scene) -> None:
    roster = scene.page("roster", RosterPage)
    break_line(scene)
    offered(scene)
    roster.view.setFocus()
    before = QApplication.focusWidget()
    QTest.mouseClick(scene.window.status.accept_button, Qt.MouseButton.LeftButton)
    assert len(scene.document.document.county.moves) == 1
    assert QApplication.focusWidget() is before


def test_the_offer_goes_with_the_next_edit_and_with_undo(scene: Scene) -> None:
    break_line(scene)
    offered(scene)
    rename(scene)
    assert scene.window.repairs.offer is None
    assert not scene.window.status.repair_words.isVisible()
    scene.settle()
    assert scene.window.repairs.offer is None
    break_line(scene, "河口派出所")
    offered(scene)
    scene.document.undo_stack.undo()
    assert scene.window.repairs.offer is None


def test_another_document_and_another_date_take_the_offer_away(scene: Scene, county: Building) -> None:
    break_line(scene)
    offered(scene)
    scene.document.go_to(TODAY.replace(day=1))
    assert scene.window.repairs.offer is None
    scene.document.go_to(TODAY)
    break_line(scene, "河口派出所")
    offered(scene)
    scene.document.open(Document(county.county, county.policy), None)
    assert scene.window.repairs.offer is None
    assert not scene.window.status.repair_words.isVisible()


def test_a_newer_edit_stops_the_search_for_the_one_before(scene: Scene) -> None:
    begun, stops, threads = threading.Event(), list[Stop](), set[threading.Thread]()

    def patient(before: Audit, after: Audit, stop: Stop) -> Repair | None:
        stops.append(stop)
        threads.add(threading.current_thread())
        begun.set()
        if len(stops) == 1:
            assert stop.wait(20)  # until the newer edit asks for it
        return cheapest_repair(before, after, stop)

    repairs = Repairs(scene.shell, scene.window, patient)
    break_line(scene)
    scene.qtbot.waitUntil(begun.is_set, timeout=20_000)
    break_line(scene, "河口派出所")
    assert stops[0].requested
    scene.qtbot.waitUntil(lambda: repairs.offer is not None, timeout=20_000)
    assert repairs.offer is not None
    assert [b.unit for b in repairs.offer.broken] == [scene.unit("河口派出所")]
    assert threading.main_thread() not in threads
    scene.settle()


def test_where_nothing_can_be_done_the_sentence_stands_without_a_button(
    qtbot: QtBot, county: Building
) -> None:
    county.override("planning.kept_share", "100/100")
    units = {
        id_: replace(u, minimum=5) if u.name == "政工室" else u for id_, u in county.county.units.items()
    }
    scene = Scene(qtbot, Document(replace(county.county, units=units), county.policy))
    gone = people_of(scene, "城关派出所")[0]

    def leave_service(document: Document) -> Document:
        people = document.county.people
        people = {**people, gone: replace(people[gone], left_on=TODAY)}
        return replace(document, county=replace(document.county, people=people))

    scene.document.apply(_EDIT, leave_service)
    found = offered(scene)
    assert found.people == ()
    assert scene.window.status.repair_words.isVisible()
    assert "仍差 1 人" in scene.window.status.repair_words.text()
    assert not scene.window.status.accept_button.isVisible()
    assert not scene.window.actions_["accept_repair"].isEnabled()
    scene.window.repairs.accept()
    assert scene.document.document.county.moves == {}


def test_nothing_is_offered_while_a_file_is_being_confirmed(scene: Scene) -> None:
    break_line(scene)
    offered(scene)
    scene.window.importing.began.emit()
    assert scene.window.repairs.offer is None
    assert not scene.window.status.repair_words.isVisible()
    scene.window.importing.ended.emit()
