"""The duty roster in the print preview: whose it is, of which month, on what paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QPageSize
from pytestqt.qtbot import QtBot

from planner.reports.paper import UnitMonth
from tests.planner.reports.papers import size, squeezed
from tests.planner.reports.wall import NOVEMBER, station
from tests.ui.printing.test_print_preview import Preview
from ui.printing.printer import printer_for
from ui.settings import PRINT_REPORT


@pytest.fixture
def preview(qtbot: QtBot) -> Iterator[Preview]:
    document, unit = station(7)
    made = Preview(qtbot, document, about=UnitMonth(unit, NOVEMBER))
    made.wait()
    yield made
    made.close()


def test_a_roster_asked_for_comes_first_and_is_not_remembered(preview: Preview) -> None:
    assert preview.dialog.kind == "duty"
    assert "城关派出所2026年11月值班表" in preview.words()
    assert preview.dialog.roster.isVisible()
    assert preview.scene.shell.settings.get(PRINT_REPORT) == "compliance"


def test_other_reports_ask_for_no_month(preview: Preview) -> None:
    preview.show("findings")
    assert not preview.dialog.roster.isVisible()


def test_another_paper_is_set_and_asked_of_the_printer(preview: Preview) -> None:
    preview.dialog.roster.paper.setCurrentIndex(2)
    preview.wait()
    shown = preview.dialog.view.pages
    assert shown is not None
    assert "A3" in size(shown.pdf)
    preview.dialog.buttons["print"].click()
    asked = preview.dialog.outlet.print_dialog
    assert asked is not None
    assert asked.printer().pageLayout().pageSize().id() == QPageSize.PageSizeId.A3
    asked.reject()
    assert printer_for(landscape=True).pageLayout().pageSize().id() == QPageSize.PageSizeId.A4


def test_a_month_without_a_roster_is_said_until_there_are_pages_again(preview: Preview) -> None:
    dialog = preview.dialog
    dialog.roster.bar.after.click()
    preview.qtbot.waitUntil(dialog.messages.isVisible)
    assert "2026-12 还没有值班表" in dialog.messages.words.text()
    assert not dialog.buttons["print"].isEnabled()
    dialog.roster.bar.before.click()
    preview.wait()
    assert not dialog.messages.isVisible()


def test_the_choice_speaks_the_language_of_the_window(preview: Preview) -> None:
    preview.scene.shell.language.choose("en")
    roster = preview.dialog.roster
    assert (roster.paper.itemText(0), roster.bar.title.text()) == ("As needed", "Nov 2026")


def test_a_file_name_says_unit_and_month(preview: Preview, tmp_path: Path) -> None:
    preview.dialog.buttons["pdf"].click()
    dialog = preview.dialog.outlet.file_dialog
    assert dialog is not None
    assert Path(dialog.selectedFiles()[0]).name == "城关派出所值班表 2026-11.pdf"
    dialog.reject()
    path = tmp_path / "roster.xlsx"
    preview.dialog.save_excel(path)
    preview.saved(path)
    assert path.read_bytes().startswith(b"PK")


def test_a_roster_chosen_in_the_list_is_of_the_month_in_force(qtbot: QtBot) -> None:
    document, unit = station(7)
    preview = Preview(qtbot, document)
    preview.scene.document.go_to(date(2026, 11, 5))
    preview.dialog.choose("duty")
    preview.wait()
    assert preview.dialog.roster.about == UnitMonth(unit, NOVEMBER)
    shown = preview.dialog.view.pages
    assert shown is not None
    assert "统计日期：2026年11月5日" in squeezed(shown.pdf)
    preview.close()
