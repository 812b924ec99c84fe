"""Pages on the screen: sharp where they are looked at, kept nowhere else, turned by keys."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.reports.write import report_pdf
from planner.samples import AS_OF
from tests.planner.reports.papers import sample
from ui.background import Background
from ui.printing.page_view import PageView


@cache
def paper(kind: str) -> bytes:
    return report_pdf(sample(3, 1100), AS_OF, kind)


class Shown:
    """A view of 800 by 600 on the pages of a report."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot, self.background = qtbot, Background()
        self.view = PageView(self.background)
        qtbot.addWidget(self.view)
        self.view.resize(800, 600)
        with qtbot.waitExposed(self.view):
            self.view.show()
        self.view.show_pdf(paper("findings"))

    def settle(self) -> None:
        """Wait until what is wanted is drawn."""
        self.qtbot.waitUntil(lambda: self.view.pictures.complete, timeout=20_000)

    def width_of(self, page: int) -> int:
        """Return how many pixels across a page is drawn, 0 if it is not."""
        picture = self.view.pictures.of(page)
        return picture.width() if picture is not None else 0

    def kept(self) -> list[int]:
        """Return the pages there is a picture of."""
        return [page for page in range(self.view.page_count) if self.width_of(page)]

    def press(self, key: Qt.Key) -> int:
        """Press a key and return the page that is in view then."""
        QTest.keyClick(self.view, key)
        return self.view.page

    def grabbed(self) -> QImage:
        return self.view.viewport().grab().toImage()


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Shown]:
    made = Shown(qtbot)
    yield made
    qtbot.waitUntil(lambda: not made.background.busy, timeout=20_000)


def test_a_whole_page_stands_in_view_first(shown: Shown) -> None:
    place = shown.view.viewport().rect()
    page = shown.view._place(0)
    assert place.contains(page)
    assert page.width() == pytest.approx(page.height() * 297 / 210, abs=2)


def test_a_page_is_drawn_pixel_for_pixel_at_every_zoom(shown: Shown) -> None:
    for change in (lambda: None, shown.view.fit_width, lambda: shown.view.zoom(2)):
        change()
        shown.settle()
        sheet = shown.view._place(0).width() * shown.view.devicePixelRatioF()
        assert shown.width_of(0) == pytest.approx(sheet, abs=4)


def test_an_older_picture_stands_in_until_the_new_one_is_drawn(shown: Shown) -> None:
    shown.settle()
    before = shown.width_of(0)
    shown.view.zoom(1)
    assert shown.width_of(0) == before
    shown.settle()
    assert shown.width_of(0) > before


def test_words_are_painted_black_on_white(shown: Shown) -> None:
    shown.settle()
    picture, page = shown.grabbed(), shown.view._place(0)
    ratio = shown.view.devicePixelRatioF()
    across, down = range(page.left() + 5, page.right() - 5), range(page.top() + 5, page.bottom() - 5)
    tones = {picture.pixelColor(round(x * ratio), round(y * ratio)).lightness() for x in across for y in down}
    assert max(tones) == 255
    assert min(tones) < 60


def test_only_pages_near_the_view_keep_their_pictures(shown: Shown) -> None:
    assert shown.view.page_count > 4
    shown.settle()
    assert shown.kept() == [0, 1, 2]  # one whole, one in part, one below
    shown.view.go_to(shown.view.page_count)
    shown.settle()
    assert 0 not in shown.kept()
    assert shown.view.page_count - 1 in shown.kept()


def test_a_large_zoom_enlarges_pictures_that_stay_of_a_bounded_size(shown: Shown) -> None:
    shown.view.zoom(20)
    assert shown.view.scale == 5
    shown.settle()
    assert shown.width_of(0) <= 297 / 25.4 * 300 + 1


def test_keys_turn_the_pages(shown: Shown) -> None:
    last = shown.view.page_count
    assert shown.press(Qt.Key.Key_PageDown) == 2
    assert shown.press(Qt.Key.Key_PageUp) == 1
    assert shown.press(Qt.Key.Key_End) == last
    assert shown.press(Qt.Key.Key_PageDown) == last
    assert shown.press(Qt.Key.Key_Home) == 1


def test_the_next_page_is_reached_even_where_all_are_in_view(shown: Shown) -> None:
    shown.view.zoom(-20)
    shown.view.go_to(shown.view.page_count)
    assert shown.view.page == shown.view.page_count


def test_the_page_in_view_stays_when_the_zoom_or_the_room_changes(shown: Shown) -> None:
    shown.view.go_to(3)
    for change in (shown.view.fit_width, lambda: shown.view.zoom(3), lambda: shown.view.resize(640, 480)):
        change()
        assert shown.view.page == 3
    shown.view.fit_page()
    assert shown.view.page == 3
    assert shown.view.viewport().rect().contains(shown.view._place(2))


def test_a_page_as_wide_as_the_room_needs_no_bar_below(shown: Shown) -> None:
    shown.view.fit_width()
    assert shown.view.horizontalScrollBar().maximum() == 0
    assert shown.view._place(0).width() > 700


def test_other_pages_are_shown_from_the_first(shown: Shown) -> None:
    shown.view.go_to(4)
    shown.view.show_pdf(paper("compliance"))
    assert (shown.view.page, shown.view.page_count) == (1, 1)
    assert shown.kept() == []
    shown.settle()
    assert shown.kept() == [0]


def test_a_screen_of_another_fineness_has_its_pages_drawn_anew(shown: Shown) -> None:
    shown.settle()
    shown.view.devicePixelRatioF = lambda: 2.0  # type: ignore[method-assign]
    shown.view.event(QEvent(QEvent.Type.DevicePixelRatioChange))
    shown.settle()
    assert shown.width_of(0) == pytest.approx(2 * shown.view._place(0).width(), abs=4)


def test_nothing_is_shown_once_cleared(shown: Shown) -> None:
    shown.view.clear()
    assert shown.view.page_count == 0
    assert shown.kept() == []
    shown.view.go_to(1)
    shown.press(Qt.Key.Key_End)
