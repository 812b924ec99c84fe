"""Reading a file on the import page, and listening to what comes of it."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from planner.document import Document
from ui.importing.import_page import ImportPage

PATIENCE = 20_000  # milliseconds


def settle(qtbot: QtBot, page: ImportPage) -> None:
    qtbot.waitUntil(lambda: page.reading is not None and not page.busy, timeout=PATIENCE)


def read(qtbot: QtBot, page: ImportPage, path: Path, *, updates: bool = False) -> None:
    page.start(path, updates)
    settle(qtbot, page)


def taken(page: ImportPage) -> list[tuple[Document, object]]:
    given: list[tuple[Document, object]] = []
    page.imported.connect(lambda document, issues: given.append((document, issues)))
    return given


def left_alone(page: ImportPage) -> list[bool]:
    told: list[bool] = []
    page.cancelled.connect(lambda: told.append(True))
    return told
