"""What every paper keeps to: A4, its margins, head and foot, one page where it must, every word inside."""

from __future__ import annotations

import pytest

from planner.document import Document
from planner.reports.catalogue import REPORTS
from planner.reports.write import report_pdf
from planner.samples import AS_OF
from planner.text import Language
from tests.planner.building import TODAY
from tests.planner.reports.papers import (
    COUNTIES,
    OF_THE_COUNTY,
    boxes,
    long_and_rare,
    mixed,
    pages,
    sample,
    size,
    squeezed,
)

MM = 72 / 25.4
_LANGUAGES: tuple[Language, ...] = ("zh", "en")


@pytest.mark.parametrize("county", COUNTIES)
@pytest.mark.parametrize("language", _LANGUAGES)
def test_the_leadership_page_is_one_page(county: str, language: Language) -> None:
    document, on = COUNTIES[county]
    assert len(pages(report_pdf(document(), on, "compliance", None, language, "花名册.xlsx"))) == 1


def test_a_county_of_forty_stations_still_fits_one_page() -> None:
    document = sample(3, 1100)
    assert len([u for u in document.county.units.values() if u.is_station]) >= 35
    for language in _LANGUAGES:
        assert len(pages(report_pdf(document, AS_OF, "compliance", None, language))) == 1


def test_more_switches_than_fit_in_the_foot_still_fit_on_the_one_page() -> None:
    policy = sample().policy
    for key, value in (("counting.traffic", False), ("warning.days", 45), ("station_minimum.required", 6)):
        policy = policy.with_override(key, value)
    (page,) = pages(report_pdf(Document(sample().county, policy), AS_OF, "compliance"))
    assert "3 项" in page
    assert "到期预警天数=45" in page.replace(" ", "")


@pytest.mark.parametrize("kind", OF_THE_COUNTY)
@pytest.mark.parametrize("language", _LANGUAGES)
def test_every_page_says_rule_date_file_number_and_that_it_is_internal(kind: str, language: Language) -> None:
    read = pages(report_pdf(sample(), AS_OF, kind, None, language, "花名册2026.xlsx"))
    for n, page in enumerate(read, 1):
        words = (
            ("口径：", "2026年11月24日", "内部资料", f"第{n}页共{len(read)}页")
            if language == "zh"
            else ("Counting rule:", "2026-11-24", "Internal", f"Page {n} of {len(read)}")
        )
        for each in (*words, "花名册2026.xlsx"):
            assert each.replace(" ", "") in page.replace(" ", ""), f"page {n} does not say {each}"


@pytest.mark.parametrize("kind", OF_THE_COUNTY)
@pytest.mark.parametrize("language", _LANGUAGES)
def test_papers_are_a4_and_nothing_leaves_the_margins_of_official_documents(
    kind: str, language: Language
) -> None:
    pdf = report_pdf(long_and_rare(), AS_OF, kind, None, language, "花名册.xlsx")
    landscape = REPORTS[kind].landscape
    assert "A4" in size(pdf)
    width, high = (297, 210) if landscape else (210, 297)
    left, right, top, bottom = (35, 37, 28, 26) if landscape else (28, 26, 37, 35)
    for page in boxes(pdf):
        assert min(box[0] for box in page) >= left * MM - 1
        assert max(box[2] for box in page) <= (width - right) * MM + 1.5
        # Head and foot stand in the margins; nothing comes nearer the edge than they do.
        assert min(box[1] for box in page) >= (top - 14) * MM
        assert max(box[3] for box in page) <= (high - bottom + 16) * MM


@pytest.mark.parametrize("kind", OF_THE_COUNTY)
def test_every_paper_ends_with_the_place_to_sign(kind: str) -> None:
    read = pages(report_pdf(mixed(), TODAY, kind))
    for words in ("填报人：", "审核人：", "单位负责人（盖章）："):
        assert words in read[-1]
        assert all(words not in page for page in read[:-1])


@pytest.mark.parametrize("kind", ["secondments", "proposal", "findings"])
def test_a_table_repeats_its_header_on_every_page_and_no_page_has_only_signatures(kind: str) -> None:
    read = pages(report_pdf(sample(3, 1100), AS_OF, kind))
    assert len(read) > 1 or kind == "proposal"
    for page in read:
        assert "序号" in page


def test_rare_characters_of_names_reach_the_paper() -> None:
    words = squeezed(report_pdf(long_and_rare(), AS_OF, "secondments"))
    assert "䶮敏" in words
    assert "㛃洁" in words


def test_the_same_county_gives_the_same_bytes() -> None:
    assert report_pdf(mixed(), TODAY, "compliance") == report_pdf(mixed(), TODAY, "compliance")
