"""The main job where no window can open: `python -m ui.headless ROSTER FOLDER` writes its results."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer

from planner.document import Document
from planner.errors import InputError
from planner.text import Text

_SIZE = QSize(1366, 768)
_PATIENCE = 20_000  # milliseconds to wait for the chart
_DONE = Text(
    "已生成:\n  {summary}  达标情况\n  {proposal}  拟调整人员名册\n  {picture}  窗口画面\n{found}",
    "Written:\n  {summary}  compliance summary\n  {proposal}  proposal\n  {picture}  the window\n{found}",
)
_FOUND = Text(
    "派出所警力占比:在编 {books},在岗 {present}。{answer}",
    "Station share: books {books}, present {present}. {answer}",
)


def main(arguments: list[str]) -> int:
    """Read a roster, plan, and write the compliance summary, the proposal and a picture of the window."""
    source, folder = Path(arguments[0]), Path(arguments[1])
    try:
        document = _read(source)
        on = date.today()
        found = _papers(document, on, folder, source.name)
        _picture(document, on, folder / "window.png")
    except InputError as fault:
        sys.stderr.write(f"{fault.message.zh}\n{fault.message.en}\n")
        return 2
    names = {"summary": "compliance.pdf", "proposal": "proposal.xlsx", "picture": "window.png"}
    said = _DONE.format(found=found, **{k: folder / name for k, name in names.items()})
    sys.stdout.write(f"{said.zh}\n\n{said.en}\n")
    return 0


def _read(source: Path) -> Document:
    from planner.files.importing import import_workbook
    from planner.files.reading import read_workbook

    return import_workbook(read_workbook(source)).document


def _papers(document: Document, on: date, folder: Path, source: str) -> Text:
    from planner.audit.ledgers import Ledger
    from planner.optimise.answer import answer
    from planner.optimise.planning import plan
    from planner.reports.write import write_report
    from planner.tables.figures import ratio_words

    proposal = plan(document, on)
    write_report(document, on, "compliance", folder / "compliance.pdf", source=source)
    write_report(document, on, "proposal", folder / "proposal.xlsx", proposal, source=source)
    books = proposal.before.target("station_share", Ledger.BOOKS)
    present = proposal.before.target("station_share")
    return _FOUND.format(
        books=ratio_words(books),
        present=ratio_words(present),
        answer=answer(proposal),
    )


def _picture(document: Document, on: date, path: Path) -> None:
    """Save the real window, drawn off screen, once its chart is there."""
    from ui.app import prepared_application
    from ui.main_window import MainWindow
    from ui.overview.overview_page import OverviewPage
    from ui.settings import Settings

    application = prepared_application()
    window = MainWindow(Settings(), on)
    window.resize(_SIZE)
    window.show()
    window.shell.open_document.open(document, None)
    overview = window.shell.navigation.show_page("overview")
    assert isinstance(overview, OverviewPage)
    loop = QEventLoop()
    overview.chart.drawn.connect(loop.quit)
    QTimer.singleShot(_PATIENCE, loop.quit)
    loop.exec()
    application.processEvents()
    window.grab().save(str(path))
    window.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
