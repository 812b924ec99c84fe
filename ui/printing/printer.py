"""Pages onto a printer as pictures, as large as its paper, away from the window's thread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from planner.errors import InputError
from planner.optimise.running import Stop
from planner.reports.pictures import Pages
from planner.text import Text
from ui.printing.page_pictures import picture_of

if TYPE_CHECKING:
    from ui.background import Report

_MOST_PPI = 300  # the smallest print is sharp, and a page stays under 40 MB
_REFUSED = Text(
    "打印机“{name}”没有接受打印任务,请检查打印机后重试。",
    "The printer “{name}” did not take the pages; check it and try again.",
)


def printer_for(landscape: bool, large: bool = False) -> QPrinter:
    """Return a printer set up for A4 or, where pages are `large`, A3, lying or standing."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A3 if large else QPageSize.PageSizeId.A4))
    lying, standing = QPageLayout.Orientation.Landscape, QPageLayout.Orientation.Portrait
    printer.setPageOrientation(lying if landscape else standing)
    printer.setFullPage(True)
    printer.setCreator("Jingli")
    return printer


def chosen_pages(printer: QPrinter, count: int) -> Sequence[int]:
    """Return the pages to print, counted from 0, in the order that was asked for."""
    chosen = list(range(count))
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage():
        chosen = chosen[printer.fromPage() - 1 : printer.toPage() or count]
    backwards = printer.pageOrder() is QPrinter.PageOrder.LastPageFirst
    return chosen[::-1] if backwards else chosen


def print_pages(pdf: bytes, printer: QPrinter, report: Report, stop: Stop) -> int:
    """Paint the pages and return how many; raise InputError where the printer refuses them.

    `report` hears the number of each page before it is painted.
    """
    pages = Pages(pdf)
    painter = QPainter()
    if not painter.begin(printer):
        raise InputError(_REFUSED.format(name=printer.printerName() or printer.outputFileName()))
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    printed = 0
    try:
        for page in chosen_pages(printer, pages.count):
            if stop.requested:
                break
            report(printed + 1)
            if printed and not printer.newPage():
                raise InputError(_REFUSED.format(name=printer.printerName()))
            _paint(painter, printer, pages, page)
            printed += 1
    finally:
        painter.end()
    return printed


def _paint(painter: QPainter, printer: QPrinter, pages: Pages, page: int) -> None:
    image = picture_of(pages, page, min(printer.resolution(), _MOST_PPI))
    sheet = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
    sheet.moveTo(0, 0)
    scale = min(sheet.width() / image.width(), sheet.height() / image.height())
    painter.drawImage(QRectF(0, 0, image.width() * scale, image.height() * scale), image)
