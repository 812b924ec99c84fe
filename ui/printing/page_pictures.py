"""Pictures of the pages near the view, drawn one at a time on another thread."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from planner.reports.pictures import Pages
from ui.background import Background, Failed, Task


class PagePictures(QObject):
    """Keeps a picture of each wanted page and of no other, so that a long paper needs no more memory."""

    drawn = Signal()  # one more picture is there
    failed = Signal(object)  # Failed

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._pages: Pages | None = None
        self._kept: dict[int, tuple[float, QImage]] = {}  # with the pixels per inch it was drawn at
        self._wanted: tuple[int, ...] = ()
        self._ppi = 0.0
        self._task: Task | None = None

    def turn_to(self, pages: Pages | None) -> None:
        """Take up other pages, or none."""
        self._pages = pages
        self._kept, self._wanted = {}, ()
        if self._task is not None:
            self._task.forget()
            self._task = None

    def of(self, page: int) -> QImage | None:
        """Return the picture of a page, counted from 0; an older one until the wanted one is drawn."""
        return self._kept[page][1] if page in self._kept else None

    def want(self, pages: Sequence[int], ppi: float) -> None:
        """Have these pages drawn, in this order, and drop all others."""
        self._wanted, self._ppi = tuple(pages), ppi
        self._kept = {page: kept for page, kept in self._kept.items() if page in self._wanted}
        self._draw_next()

    @property
    def complete(self) -> bool:
        """Whether every wanted page is drawn as it is wanted."""
        return self._next is None

    @property
    def _next(self) -> int | None:
        return next((p for p in self._wanted if p not in self._kept or self._kept[p][0] != self._ppi), None)

    def _draw_next(self) -> None:
        pages, page, ppi = self._pages, self._next, self._ppi
        if self._task is not None or pages is None or page is None:
            return

        def work(*_: object) -> tuple[int, float, QImage]:
            return page, ppi, picture_of(pages, page, ppi)

        self._task = self._background.run(work, self._take, on_failed=self._not_drawn, owner=self)

    def _take(self, drawn: tuple[int, float, QImage]) -> None:
        self._task = None
        page, ppi, picture = drawn
        if page in self._wanted:
            self._kept[page] = (ppi, picture)
            self.drawn.emit()
        self._draw_next()

    def _not_drawn(self, failed: Failed) -> None:
        self._task, self._wanted = None, ()
        self.failed.emit(failed)


def picture_of(pages: Pages, page: int, ppi: float) -> QImage:
    """Return a page, counted from 0, as a picture; for another thread."""
    return QImage.fromData(pages.picture(page, ppi))
