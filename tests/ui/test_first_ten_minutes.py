"""The whole first journey in the real window: a messy roster in, a printed page and a saved document out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import which
from subprocess import run

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner.audit.ledgers import Ledger
from planner.county.records import UnitKind
from planner.files.questions import QuestionKind
from planner.samples import AS_OF, ROSTER_ONLY, expected_counts, messy_roster, write_workbook
from tests.ui.windows import leave
from ui.main_window import MainWindow
from ui.overview.counted_dialog import CountedDialog
from ui.overview.overview_page import OverviewPage
from ui.proposal.proposal_page import ProposalPage
from ui.roster.roster_page import RosterPage
from ui.settings import LANGUAGE, Settings

SAMPLE = messy_roster(3)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    settings = Settings()
    settings.set(LANGUAGE, "zh")
    window = _opened(qtbot, settings)
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    return window


def _opened(qtbot: QtBot, settings: Settings) -> MainWindow:
    """Return a window that is closed only once no work runs for it."""

    def settle(widget: QWidget) -> None:
        assert isinstance(widget, MainWindow)
        qtbot.waitUntil(lambda: not widget.shell.background.busy, timeout=20_000)
        leave(widget)

    window = MainWindow(settings, AS_OF)
    qtbot.addWidget(window, before_close_func=settle)
    return window


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    path = tmp_path / "人员花名册.xlsx"
    write_workbook(SAMPLE, path, ROSTER_ONLY)
    return path


def _drop(window: MainWindow, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    window.dropEvent(
        QDropEvent(
            QPointF(400, 300),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def _imported(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    """Drop a roster, confirm what is asked, and import it."""
    _drop(window, path)
    page = window.importing.page
    assert page is not None
    qtbot.waitUntil(lambda: page.reading is not None and not page.busy, timeout=20_000)
    assert page.reading is not None
    assert "识别 186 行:民警" in page.parts.headline.text()
    kinds = [q for q in page.reading.imported.questions if q.kind is QuestionKind.UNIT_KIND]
    choices = page.reading.imported.choices
    for question in kinds:
        choices = question.answered(str(UnitKind.ENFORCEMENT), choices)
    page.choose(choices)
    qtbot.waitUntil(lambda: not page.busy, timeout=20_000)
    QTest.keyClick(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.views.currentWidget() is window.splitter, timeout=20_000)


def test_a_messy_roster_becomes_a_proven_printed_saved_proposal(
    qtbot: QtBot, window: MainWindow, roster: Path, tmp_path: Path
) -> None:
    _imported(qtbot, window, roster)
    _both_ledgers_are_as_counted_by_hand(window)
    _a_figure_leads_to_its_people(qtbot, window)
    _an_edit_is_undone(window)
    _the_proposal_is_accepted_and_approved(qtbot, window)
    _one_page_is_printed(qtbot, window, tmp_path / "达标情况.pdf")
    _the_document_opens_equal(qtbot, window, tmp_path / "县局.jingli")


def _an_edit_is_undone(window: MainWindow) -> None:
    document, page = window.shell.open_document, window.shell.navigation.show_page("roster")
    assert isinstance(page, RosterPage)
    imported, before = document.document, document.audit.target("station_share")
    clerk = next(
        p
        for p in document.audit.state.counted()
        if p.home is not None and document.audit.state.unit_name(p.home) == "政工室" and p.working == p.home
    )
    row = page.model.row_of(clerk.person.id)
    assert page.model.setData(page.model.index(row, page.model.section_of("unit")), "城关派出所")
    after = document.audit.target("station_share")
    assert before is not None
    assert after is not None
    assert after.numerator == before.numerator + 1
    assert "→" in window.status.effect.text()
    window.actions_["undo"].trigger()
    assert document.document == imported


def _the_proposal_is_accepted_and_approved(qtbot: QtBot, window: MainWindow) -> None:
    document, page = window.shell.open_document, window.shell.navigation.show_page("proposal")
    assert isinstance(page, ProposalPage)
    imported = document.document
    page.propose()
    qtbot.waitUntil(lambda: page.proposal is not None, timeout=60_000)
    assert page.proposal is not None
    assert page.proposal.status == "optimal"
    assert page.proposal.moves
    page.accept_ticked()
    assert len(document.document.county.moves) == len(page.proposal.moves)
    window.actions_["undo"].trigger()
    assert document.document == imported
    window.actions_["redo"].trigger()
    recorded = page.recorded
    page.show_part("recorded")
    recorded.view.select_rows(set(document.document.county.moves))
    recorded.page_actions["approve"].trigger()
    _answer_forms(window)
    share = document.audit_after_approved.target("station_share")
    assert share is not None
    assert share.met


def _one_page_is_printed(qtbot: QtBot, window: MainWindow, paper: Path) -> None:
    preview = window.show_print_preview()
    preview.choose("compliance")
    qtbot.waitUntil(lambda: preview.is_ready, timeout=20_000)
    preview.save_pdf(paper)
    qtbot.waitUntil(lambda: paper.exists() and not window.shell.background.busy, timeout=20_000)
    preview.close()
    _one_page_says(paper, "派出所警力达标情况", "填报人", "在编", "在岗")


def _the_document_opens_equal(qtbot: QtBot, window: MainWindow, saved: Path) -> None:
    document = window.shell.open_document
    kept = document.document
    window.filing.write(saved)
    qtbot.waitUntil(lambda: document.path == saved, timeout=20_000)
    assert not window.isWindowModified()
    other = _opened(qtbot, Settings())
    other.filing.open_path(saved)
    qtbot.waitUntil(lambda: other.shell.open_document.path == saved, timeout=20_000)
    assert other.shell.open_document.document == kept
    qtbot.waitUntil(lambda: not other.shell.background.busy, timeout=20_000)


def _both_ledgers_are_as_counted_by_hand(window: MainWindow) -> None:
    units = tuple(replace(u, kind=u.kind or "执法勤务") for u in SAMPLE.units)
    expected = expected_counts(replace(SAMPLE, units=units), AS_OF)
    audit = window.shell.open_document.audit
    books, present = (audit.target("station_share", ledger) for ledger in (Ledger.BOOKS, Ledger.PRESENT))
    assert books is not None
    assert present is not None
    assert (books.numerator, books.denominator) == (expected.station_books, expected.total)
    assert (present.numerator, present.denominator) == (expected.station_present, expected.total)
    drawn_off = {p.person.source_row for p in audit.state.placed.values() if p.drawn_off}
    assert len(drawn_off) == len(expected.drawn_off)


def _a_figure_leads_to_its_people(qtbot: QtBot, window: MainWindow) -> None:
    overview = window.shell.navigation.show_page("overview")
    assert isinstance(overview, OverviewPage)
    dialog = overview.explain("station_share")
    assert isinstance(dialog, CountedDialog)
    target = window.shell.open_document.audit.target("station_share")
    assert target is not None
    assert str(target.numerator) in dialog.sentence.text()
    dialog.close()
    qtbot.waitUntil(lambda: not window.shell.background.busy, timeout=20_000)


def _answer_forms(window: MainWindow) -> None:
    from ui.forms.form_dialog import FormDialog

    for form in window.findChildren(FormDialog):
        if form.isVisible():
            form.accept()


def _one_page_says(paper: Path, *words: str) -> None:
    if which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    text = run(["pdftotext", "-layout", str(paper), "-"], capture_output=True, text=True, check=True).stdout
    assert text.count("\f") == 1
    flat = "".join(text.split())
    assert [w for w in words if w not in flat] == []


def test_a_file_that_is_no_spreadsheet_says_one_sentence_and_changes_nothing(
    qtbot: QtBot, window: MainWindow, roster: Path, tmp_path: Path
) -> None:
    _imported(qtbot, window, roster)
    before = window.shell.open_document.document
    junk = tmp_path / "照片.xlsx"
    junk.write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)) * 8)
    _drop(window, junk)
    qtbot.waitUntil(window.shell.messages.isVisible, timeout=20_000)
    assert "照片.xlsx" in window.shell.messages.words.text()
    assert window.views.currentWidget() is window.splitter
    assert window.shell.open_document.document is before


def test_importing_the_same_roster_again_changes_nobody(
    qtbot: QtBot, window: MainWindow, roster: Path
) -> None:
    _imported(qtbot, window, roster)
    before = window.shell.open_document.document
    window.importing.begin(roster, True)
    page = window.importing.page
    assert page is not None
    qtbot.waitUntil(lambda: page.reading is not None and not page.busy, timeout=20_000)
    page.import_now()
    qtbot.waitUntil(lambda: window.views.currentWidget() is window.splitter, timeout=20_000)
    assert window.shell.open_document.document.county == before.county


def test_a_figure_follows_the_date(qtbot: QtBot, window: MainWindow, roster: Path) -> None:
    _imported(qtbot, window, roster)
    document = window.shell.open_document
    document.go_to(date(2000, 1, 1))
    share = document.audit.target("station_share")
    assert share is not None
    assert share.denominator is not None
    document.go_to(AS_OF)
    then = document.audit.target("station_share")
    assert then is not None
    assert share.denominator < (then.denominator or 0)
