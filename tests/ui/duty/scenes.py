"""The Duty page in a window, for tests."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.county.records import AbsenceKind, Category, Post, UnitKind
from planner.document import Document
from planner.edits.duty import new_month
from tests.planner.building import Building
from tests.ui.windows import Scene
from ui.duty.duty_page import DutyPage

NOVEMBER = date(2026, 11, 1)


def two_units() -> Document:
    b = Building()
    station = b.unit("城关派出所")
    b.person(station, Post.LEADER, name="王宇")
    b.person(station, Post.COMMUNITY, name="李静", dedicated=True)
    away = b.person(station, name="张伟")
    b.absent(away, AbsenceKind.ANNUAL, date(2026, 11, 9), date(2026, 11, 10))
    b.person(station, category=Category.AUXILIARY, name="罗辉")
    b.person(b.unit("看守所", UnitKind.CUSTODY), name="赵敏")
    b.person(b.unit("政工室", UnitKind.ADMINISTRATIVE), name="吴刚")
    return Document(b.county)


class Duty:
    """The Duty page of a window on an empty November of 城关派出所."""

    def __init__(self, qtbot: QtBot, language: str = "zh") -> None:
        document = two_units()
        self.unit = next(u.id for u in document.county.units.values() if u.is_station)
        self.scene = Scene(qtbot, new_month(document, self.unit, NOVEMBER), language=language)
        self.page = self.scene.page("duty", DutyPage)
        self.view = self.page.grid.view

    def select(self, top: int, left: int, bottom: int | None = None, right: int | None = None) -> None:
        self.view.setCurrentIndex(self.page.grid.cells.index(top, left - 1))
        self.view.select((top, left - 1, top if bottom is None else bottom, (right or left) - 1))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.view, key, modifier)

    def type(self, words: str) -> None:
        QTest.keyClicks(self.view, words)

    def letters(self, row: int) -> str:
        """Return a line of the grid, blanks as dots and locked letters in brackets."""
        cells = self.page.grid.cells.rows[row].cells
        return "".join(f"[{c.words}]" if c.locked else c.words or "." for c in cells)

    def checked(self) -> list[str]:
        """Return the lines of the check panel."""
        listed = self.page.check.list
        return [listed.item(n).text() for n in range(listed.count())]

    def undo(self) -> None:
        self.scene.document.undo_stack.undo()
