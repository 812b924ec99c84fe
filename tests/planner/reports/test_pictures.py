"""A picture of a page is that page of the very PDF: as many, as large, with its words where they stand."""

from __future__ import annotations

import struct

import pytest

from planner.reports.catalogue import REPORTS
from planner.reports.pictures import Pages
from planner.reports.write import report_pdf
from planner.samples import AS_OF
from tests.planner.reports.papers import OF_THE_COUNTY, pages, sample


@pytest.mark.parametrize("kind", OF_THE_COUNTY)
def test_pages_are_as_many_and_as_large_as_those_of_the_pdf(kind: str) -> None:
    pdf = report_pdf(sample(), AS_OF, kind)
    shown = Pages(pdf)
    assert shown.count == len(pages(pdf))
    across = (842, 595) if REPORTS[kind].landscape else (595, 842)
    assert (round(shown.width), round(shown.height)) == across


@pytest.mark.parametrize("kind", ["compliance", "findings"])
def test_a_page_is_drawn_at_the_fineness_that_is_asked_for_and_in_its_proportions(kind: str) -> None:
    shown = Pages(report_pdf(sample(), AS_OF, kind))
    for ppi in (36, 37, 38.5, 72):
        picture = shown.picture(0, ppi)
        assert picture.startswith(b"\x89PNG")
        across, down = struct.unpack(">II", picture[16:24])
        assert 0 <= round(shown.width * ppi / 72) - across <= 4
        # A picture less than half a pixel too high has every row of the page.
        assert 0 <= down - across * shown.height / shown.width < 0.5


def test_every_page_has_a_picture_of_its_own() -> None:
    shown = Pages(report_pdf(sample(), AS_OF, "secondments"))
    drawn = [shown.picture(page, 36) for page in range(shown.count)]
    assert len(set(drawn)) == shown.count > 1
