"""Figures, proposals, rosters, reports and files work within a scenario as in the county as it stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from planner.county.records import MoveStatus
from planner.document import Document
from planner.edits.scenarios import add_change, new_scenario
from planner.files.importing import import_workbook
from planner.files.reading import read_workbook
from planner.samples import AS_OF
from planner.scenarios.records import ChangeKind
from tests.planner.building import Building
from tests.planner.reports.papers import pages, sample
from tests.ui.windows import Scene
from ui.duty.duty_page import DutyPage
from ui.overview.overview_page import OverviewPage
from ui.policy.policy_page import PolicyPage
from ui.printing.print_preview import PrintPreview
from ui.proposal.proposal_page import ProposalPage
from ui.roster.roster_page import RosterPage


def raised() -> Document:
    """Return the sample county with a scenario that raises the station share."""
    document = new_scenario(sample(), "提高占比")
    return add_change(document, 1, ChangeKind.TARGET, AS_OF, key="station_share.required", value="45%")


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    scene = Scene(qtbot, raised(), AS_OF)
    scene.document.go_into(1)
    return scene


def short(scene: Scene) -> int:
    target = scene.document.audit.target("station_share")
    assert target is not None
    return target.shortfall


def test_the_overview_counts_the_scenario_in_view(scene: Scene) -> None:
    page = scene.page("overview", OverviewPage)
    figure = page.cards["station_share"].figure
    assert figure is not None
    assert any("45%" in line.zh for line in figure.lines)
    within = short(scene)
    scene.document.go_into(None)
    assert short(scene) < within


def test_a_plan_is_made_of_the_scenario_and_accepted_into_it(scene: Scene) -> None:
    base, before = scene.document.base, short(scene)
    page = scene.page("proposal", ProposalPage)
    page.propose()
    scene.qtbot.waitUntil(lambda: not page.running, timeout=30_000)
    assert page.proposal is not None
    assert page.proposal.moves
    scene.settle()
    page.accept_ticked()
    changes = scene.document.base.scenarios[1].changes
    assert len(changes) == 1 + len(page.proposal.moves)
    assert scene.document.base.county is base.county
    assert short(scene) < before
    assert "方案“提高占比”" in scene.shell.messages.words.text()
    scene.document.undo_stack.undo()
    assert scene.document.base is base
    scene.settle()


def test_a_month_filled_within_a_scenario_is_the_scenarios_own(qtbot: QtBot) -> None:
    b = Building()
    station = b.unit("城关派出所")
    b.people(8, station)
    scene = Scene(qtbot, new_scenario(Document(b.county), "方案一"), date(2026, 11, 2))
    scene.document.go_into(1)
    page = scene.page("duty", DutyPage)
    page.planning.line.ask_button.click()
    qtbot.waitUntil(lambda: not page.planning.line.running, timeout=30_000)
    assert page.shows_grid
    [own] = scene.document.base.scenarios[1].duty
    assert own.key == (station, date(2026, 11, 1))
    assert len(own.planned) == 8
    assert scene.document.base.duty.months == {}
    scene.document.go_into(None)
    assert not page.shows_grid
    scene.settle()


def test_a_print_says_on_every_page_that_it_is_a_scenario(scene: Scene) -> None:
    dialog = PrintPreview(scene.shell, scene.window)
    dialog.open()
    dialog.choose("compliance")
    scene.qtbot.waitUntil(lambda: dialog.is_ready, timeout=20_000)
    shown = dialog.view.pages
    assert shown is not None
    assert all("方案“提高占比”(假设)" in "".join(page.split()) for page in pages(shown.pdf))
    dialog.close()
    scene.settle()


def test_a_policy_value_set_within_a_scenario_holds_in_it_alone(scene: Scene) -> None:
    page = scene.page("policy", PolicyPage)
    editor = next(g for g in page.groups if "station_share.required" in g.editors)
    editor.given.emit("station_share.required", "50%")
    assert len(scene.document.base.scenarios[1].changes) == 2
    assert str(scene.document.audit.state.policy.share("station_share.required").numerator) == "50"
    assert scene.document.base.policy == raised().policy


def test_a_scenario_whose_name_is_no_file_name_can_be_exported(qtbot: QtBot) -> None:
    scene = Scene(qtbot, new_scenario(sample(), "1/3 抽调"))
    scene.document.go_into(1)
    scene.window.filing.ask_export()
    (dialog,) = scene.window.findChildren(QFileDialog)
    (suggested,) = dialog.selectedFiles()
    assert Path(suggested).name.endswith("-1_3 抽调-花名册.xlsx")
    dialog.reject()


def test_the_roster_of_a_scenario_is_exported_as_it_would_be(scene: Scene, tmp_path: Path) -> None:
    page = scene.page("proposal", ProposalPage)
    page.propose()
    scene.qtbot.waitUntil(lambda: not page.running, timeout=30_000)
    page.accept_ticked()
    scene.window.filing.export(tmp_path / "方案.xlsx")
    scene.settle()
    again = import_workbook(read_workbook(tmp_path / "方案.xlsx")).document
    assert again.scenarios == {}
    target = again.audit(AS_OF).target("station_share")
    here = scene.document.audit.target("station_share")
    assert target is not None
    assert here is not None
    assert (target.numerator, target.denominator) == (here.numerator, here.denominator)
    scene.document.go_into(None)
    stands = scene.document.audit.target("station_share")
    assert stands is not None
    assert stands.numerator < here.numerator


def test_what_the_county_has_proposed_stays_proposed(scene: Scene) -> None:
    scene.document.go_into(None)
    page = scene.page("proposal", ProposalPage)
    page.propose()
    scene.qtbot.waitUntil(lambda: not page.running, timeout=30_000)
    page.accept_ticked()
    moves = scene.document.base.county.moves
    scene.document.go_into(1)
    scene.settle()
    page.propose()
    scene.qtbot.waitUntil(lambda: not page.running, timeout=30_000)
    page.accept_ticked()
    assert scene.document.base.county.moves is moves
    assert {m.status for m in moves.values()} <= {MoveStatus.PROPOSED}
    scene.settle()


def test_a_fact_typed_within_a_scenario_is_answered_with_a_sentence(scene: Scene) -> None:
    page = scene.page("roster", RosterPage)
    row = page.model.shown[0]
    base = scene.document.base
    assert not page.change_cells({(row.id, "name"): "王五"})
    assert "登记的事实" in page.refusals.title.text()
    assert scene.document.base is base
