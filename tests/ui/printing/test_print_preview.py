"""The print preview in the real window: pages appear, follow every choice, and are saved as they are seen."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.document import Document
from planner.optimise.running import OnProgress, Stop
from planner.reports.catalogue import REPORTS
from planner.samples import AS_OF
from tests.planner.reports.papers import mixed, pages, proposal, sample, size, without_stations
from tests.ui.windows import Scene
from ui.printing.print_preview import PrintPreview
from ui.printing.printer import chosen_pages, printer_for
from ui.settings import PRINT_FOLDER


class Preview:
    """A window on a county with its print preview open."""

    def __init__(self, qtbot: QtBot, document: Document | None = None, **more: Any) -> None:
        self.qtbot = qtbot
        self.scene = Scene(qtbot, document or sample(), AS_OF)
        self.dialog = self.open(**more)

    def open(self, **more: Any) -> PrintPreview:
        dialog = PrintPreview(self.scene.shell, self.scene.window, **more)
        dialog.open()
        return dialog

    def wait(self) -> None:
        """Wait until pages are shown."""
        self.qtbot.waitUntil(lambda: self.dialog.is_ready, timeout=20_000)

    def words(self, page: int = 0) -> str:
        """Return the words on a page that is shown."""
        shown = self.dialog.view.pages
        assert shown is not None
        return "".join(pages(shown.pdf)[page].split())

    def show(self, kind: str) -> str:
        """Show another report and return the words of its first page."""
        self.dialog.choose(kind)
        self.wait()
        return self.words()

    def close(self) -> None:
        self.dialog.close()

    def saved(self, path: Path) -> None:
        """Wait until the dialog says that a file is saved."""
        self.qtbot.waitUntil(lambda: str(path) in self.dialog.status.text(), timeout=20_000)


@pytest.fixture
def preview(qtbot: QtBot) -> Iterator[Preview]:
    made = Preview(qtbot)
    made.wait()
    yield made
    made.close()


def words_of(path: Path) -> str:
    return "".join(pages(path.read_bytes())[0].split())


def test_the_leadership_page_is_shown_first_in_chinese(preview: Preview) -> None:
    assert preview.dialog.view.page_count == 1
    assert "派出所警力达标情况" in preview.words()
    assert preview.dialog.bar.page.text() == "第 1 页,共 1 页"
    assert "2026-11-24" in preview.dialog.bar.day.text()


def test_another_report_is_set_and_shown(preview: Preview) -> None:
    assert "抽调借调人员台账" in preview.show("secondments")
    assert preview.dialog.view.page_count > 1
    assert "问题清单" in preview.show("findings")


def test_the_paper_changes_language_and_the_window_does_not(preview: Preview) -> None:
    preview.dialog.bar.paper.setCurrentIndex(1)
    preview.wait()
    assert "Compliancesummary" in preview.words()
    assert preview.dialog.windowTitle() == "打印预览"


def test_the_window_changes_language_and_the_paper_does_not(preview: Preview) -> None:
    preview.scene.shell.language.choose("en")
    assert preview.dialog.windowTitle() == "Print preview"
    assert preview.dialog.list.item(0).text() == REPORTS["compliance"].title.en
    assert "派出所警力达标情况" in preview.words()


def test_an_edit_and_another_date_reach_the_pages(preview: Preview) -> None:
    preview.scene.document.go_to(AS_OF.replace(day=1))
    assert not preview.dialog.is_ready
    preview.wait()
    assert "2026年11月1日" in preview.words()


def test_pages_are_saved_byte_for_byte_as_they_are_shown(preview: Preview, tmp_path: Path) -> None:
    path = tmp_path / "达标.pdf"
    preview.dialog.save_pdf(path)
    preview.saved(path)
    shown = preview.dialog.view.pages
    assert shown is not None
    assert path.read_bytes() == shown.pdf
    assert "派出所警力达标情况" in words_of(path)
    assert preview.scene.shell.settings.get(PRINT_FOLDER) == str(tmp_path)


def test_the_excel_twin_holds_the_same_figures(preview: Preview, tmp_path: Path) -> None:
    path = tmp_path / "达标.xlsx"
    preview.dialog.save_excel(path)
    preview.saved(path)
    sheet = load_workbook(path).worksheets[0]
    assert "派出所警力达标情况" in str(sheet["A1"].value)
    assert 66 in [cell.value for cell in sheet[4]]


def test_a_place_that_cannot_be_written_is_said_in_the_dialog(preview: Preview, tmp_path: Path) -> None:
    preview.dialog.save_pdf(tmp_path / "nowhere" / "a.pdf")
    preview.qtbot.waitUntil(preview.dialog.messages.isVisible)
    assert "nowhere" in preview.dialog.messages.words.text()
    assert preview.dialog.is_ready


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only for this user"
)
def test_a_read_only_folder_is_said_in_the_dialog(preview: Preview, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    preview.dialog.save_excel(tmp_path / "a.xlsx")
    preview.qtbot.waitUntil(preview.dialog.messages.isVisible)
    tmp_path.chmod(0o700)
    assert "a.xlsx" in preview.dialog.messages.words.text()


def test_a_file_name_is_offered(preview: Preview) -> None:
    preview.dialog.buttons["pdf"].click()
    dialog = preview.dialog.outlet.file_dialog
    assert dialog is not None
    name = Path(dialog.selectedFiles()[0]).name
    assert name == "耿马县公安局派出所警力达标情况 2026-11-24.pdf"
    dialog.reject()


def test_zoom_and_pages_follow_the_buttons(preview: Preview) -> None:
    bar, view = preview.dialog.bar, preview.dialog.view
    before = view.scale
    bar.buttons["fit_width"].click()
    assert view.scale > before
    wide = view.scale
    bar.buttons["smaller"].click()
    assert view.scale == pytest.approx(wide / 1.2)
    assert bar.scale.text() == f"{round(100 * view.scale)}%"
    preview.show("compliance_full")
    bar.buttons["next"].click()
    preview.qtbot.waitUntil(lambda: view.page == 2)
    assert bar.page.text().startswith("第 2 页")


def test_a_proposal_is_worked_out_where_none_is_at_hand(qtbot: QtBot) -> None:
    preview = Preview(qtbot)
    assert f"拟调整{len(proposal().moves)}人" in preview.show("proposal")
    preview.close()


def test_a_proposal_at_hand_is_printed_at_once_and_shown_on_the_leadership_page(qtbot: QtBot) -> None:
    def never(*_: object) -> Any:
        raise AssertionError("a proposal was at hand")

    preview = Preview(qtbot, proposal=proposal(), planning=never)
    assert f"拟调整{len(proposal().moves)}人" in preview.show("proposal")
    assert "拟调整方案实施后" in preview.show("compliance")
    preview.close()


def test_recorded_moves_are_printed_without_a_new_proposal(qtbot: QtBot) -> None:
    preview = Preview(qtbot, mixed())
    assert "已登记调整1人" in preview.show("proposal")
    preview.close()


def test_working_out_a_proposal_can_be_stopped(qtbot: QtBot) -> None:
    def stops(_document: object, _on: object, _limits: object, _heard: OnProgress, stop: Stop) -> Any:
        stop.wait(20)
        return replace(proposal(), status="stopped", proven=False, moves=())

    preview = Preview(qtbot, planning=stops)
    preview.dialog.choose("proposal")
    assert "正在求解" in preview.dialog.words.text()
    preview.dialog.plan_bar.stop_button.click()
    qtbot.waitUntil(lambda: "已停止" in preview.dialog.words.text())
    assert not preview.dialog.buttons["print"].isEnabled()
    preview.close()


def test_an_empty_document_asks_for_a_roster_first(qtbot: QtBot) -> None:
    preview = Preview(qtbot, without_stations())
    preview.close()
    preview.scene.document.open(Document(), None)
    preview.dialog = preview.open()
    assert "请先打开或导入" in preview.dialog.words.text()
    assert not any(preview.dialog.buttons[key].isEnabled() for key in ("print", "pdf", "excel"))
    preview.close()


def test_the_last_report_is_remembered(qtbot: QtBot) -> None:
    preview = Preview(qtbot)
    preview.show("findings")
    preview.close()
    preview.dialog = preview.open()
    assert preview.dialog.kind == "findings"
    preview.close()


def test_escape_leaves_and_arrow_keys_choose(preview: Preview) -> None:
    dialog = preview.dialog
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.kind == "compliance_full"
    preview.wait()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert preview.scene.window.findChild(PrintPreview) is None or not dialog.isVisible()
    preview.dialog = preview.open()


def test_pages_reach_the_printer(preview: Preview, tmp_path: Path) -> None:
    preview.show("findings")
    printer = printer_for(landscape=True)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setResolution(100)
    path = tmp_path / "printed.pdf"
    printer.setOutputFileName(str(path))
    preview.dialog.print_on(printer)
    preview.qtbot.waitUntil(lambda: "已送打印" in preview.dialog.status.text(), timeout=20_000)
    printed = path.read_bytes()
    assert len(pages(printed)) == preview.dialog.view.page_count
    assert size(printed).startswith("842 x 595")


def test_a_range_and_an_order_of_pages_are_kept_to() -> None:
    printer = printer_for(landscape=False)
    assert list(chosen_pages(printer, 3)) == [0, 1, 2]
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert list(chosen_pages(printer, 5)) == [2, 1]


def test_the_print_dialog_is_asked_without_holding_the_window(preview: Preview) -> None:
    preview.dialog.buttons["print"].click()
    asked = preview.dialog.outlet.print_dialog
    assert asked is not None
    assert asked.isVisible()
    assert asked.maxPage() == preview.dialog.view.page_count
    asked.reject()
