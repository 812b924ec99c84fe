"""Reports are written whole or not at all, and what cannot be written is said in one sentence."""

from __future__ import annotations

import os
import stat
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from planner.errors import InputError
from planner.reports.catalogue import REPORTS, report_named
from planner.reports.wording import worded
from planner.reports.write import report_pdf, report_xlsx, write_report
from tests.planner.building import TODAY
from tests.planner.reports.papers import OF_THE_COUNTY, mixed, pages, squeezed


@pytest.mark.parametrize("suffix", [".pdf", ".xlsx", ".PDF"])
@pytest.mark.parametrize("kind", OF_THE_COUNTY)
def test_the_suffix_decides_what_is_written(kind: str, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"报表{suffix}"
    write_report(mixed(), TODAY, kind, path)
    assert path.read_bytes().startswith(b"%PDF" if suffix.lower() == ".pdf" else b"PK")
    assert list(tmp_path.iterdir()) == [path]


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    write_report(mixed(), TODAY, "findings", path)
    assert path.read_bytes().startswith(b"%PDF")


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="docx"):
        write_report(mixed(), TODAY, "findings", tmp_path / "a.docx")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nowhere"):
        write_report(mixed(), TODAY, "findings", tmp_path / "nowhere" / "a.pdf")


def test_a_folder_is_no_target(tmp_path: Path) -> None:
    folder = tmp_path / "a.pdf"
    folder.mkdir()
    with pytest.raises(InputError, match=r"a\.pdf"):
        write_report(mixed(), TODAY, "findings", folder)
    assert folder.is_dir()


def test_a_refused_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")

    def locked(self: Path, target: Path) -> None:
        raise PermissionError(13, "in use by another program", str(target))

    monkeypatch.setattr(Path, "replace", locked)  # as Windows answers for a file that is open elsewhere
    with pytest.raises(InputError, match="in use by another program"):
        write_report(mixed(), TODAY, "findings", path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only for this user"
)
def test_a_read_only_folder_is_said_and_its_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with pytest.raises(InputError, match=r"a\.pdf"):
            write_report(mixed(), TODAY, "findings", path)
    finally:
        tmp_path.chmod(stat.S_IRWXU)
    assert path.read_bytes() == b"old"


def test_an_unknown_kind_is_answered_with_the_known_ones(tmp_path: Path) -> None:
    for make in (report_pdf, report_xlsx):
        with pytest.raises(InputError, match="compliance"):
            make(mixed(), TODAY, "nonsense")
    with pytest.raises(InputError):
        write_report(mixed(), TODAY, "nonsense", tmp_path / "a.pdf")
    assert list(tmp_path.iterdir()) == []


def test_pages_name_the_file_written_where_no_source_is_given(tmp_path: Path) -> None:
    path = tmp_path / "达标.pdf"
    write_report(mixed(), TODAY, "compliance", path)
    assert "文件：达标.pdf" in pages(path.read_bytes())[0]


def test_every_report_is_found_by_its_id() -> None:
    for kind, report in REPORTS.items():
        assert report_named(kind) is report


@pytest.mark.parametrize("kind", [kind for kind in OF_THE_COUNTY if kind != "comparison"])
def test_a_paper_of_a_scenario_says_so_under_its_title(kind: str) -> None:
    words = squeezed(report_pdf(mixed(), TODAY, kind, scenario="抽调十二人"))
    title = words.split("方案“抽调十二人”测算，非现状")[0]
    assert title.endswith(worded(REPORTS[kind].title, "zh"))
    english = squeezed(report_pdf(mixed(), TODAY, kind, None, "en", scenario="Twelve"))
    assert "Whatif:scenario“Twelve”,notthecountyasitstands" in english
    assert "非现状" not in squeezed(report_pdf(mixed(), TODAY, kind))


def test_the_excel_twin_of_a_scenario_says_so_over_every_sheet_and_a_private_name_is_left_out() -> None:
    book = load_workbook(BytesIO(report_xlsx(mixed(), TODAY, "compliance_full", scenario="抽调十二人")))
    assert all(sheet["A2"].value.startswith("方案“抽调十二人”测算，非现状。统计日期") for sheet in book)
    private = load_workbook(BytesIO(report_xlsx(mixed(), TODAY, "findings", scenario="张三产假")))
    assert private.worksheets[0]["A2"].value.startswith("方案测算，非现状。")
    plain = load_workbook(BytesIO(report_xlsx(mixed(), TODAY, "findings")))
    assert plain.worksheets[0]["A2"].value.startswith("统计日期")
