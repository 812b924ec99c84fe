"""Files of every kind, good and bad: a workbook or one sentence."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest

from planner.errors import InputError
from planner.files.importing import import_workbook
from planner.files.reading import read_workbook
from planner.samples import generate, write_workbook

CSV = "姓名,警号,单位\n王宇,001,城关派出所\n李明,002,刑侦大队\n"


def _sentence(path: Path) -> str:
    with pytest.raises(InputError) as refused:
        read_workbook(path)
    assert refused.value.message.en.strip()
    assert "{" not in refused.value.message.zh + refused.value.message.en
    return refused.value.message.zh


def _written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def _sample(folder: Path) -> Path:
    path = folder / "county.xlsx"
    write_workbook(generate(1, 60), path)
    return path


def test_what_is_no_spreadsheet_gets_a_sentence_of_its_own(tmp_path: Path) -> None:
    assert "找不到" in _sentence(tmp_path / "none.xlsx")
    assert "文件夹" in _sentence(tmp_path)
    assert "空文件" in _sentence(_written(tmp_path, "a.xlsx", b""))
    assert "PDF" in _sentence(_written(tmp_path, "a.pdf", b"%PDF-1.7 ..."))
    assert "图片" in _sentence(_written(tmp_path, "b.xlsx", b"\x89PNG\r\n\x1a\n0000"))
    assert "另存为 xlsx" in _sentence(
        _written(tmp_path, "a.et", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600)
    )
    assert "不是表格" in _sentence(_written(tmp_path, "c.xlsx", bytes(range(256)) * 8))


def test_an_archive_without_a_workbook_is_no_spreadsheet(tmp_path: Path) -> None:
    for name, member in (("a.xlsx", "photo.txt"), ("b.docx", "word/document.xml")):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.writestr(member, "x")
        assert "不是表格" in _sentence(tmp_path / name)


def test_a_truncated_or_damaged_workbook_is_called_damaged(tmp_path: Path) -> None:
    whole = _sample(tmp_path).read_bytes()
    assert "已损坏" in _sentence(_written(tmp_path, "half.xlsx", whole[: len(whole) // 2]))
    assert "已损坏" in _sentence(
        _written(tmp_path, "old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 900)
    )


def test_a_protected_workbook_is_called_protected(tmp_path: Path) -> None:
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le")
    assert "密码" in _sentence(_written(tmp_path, "a.xlsx", content))


def test_a_workbook_without_any_cell_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "blank.xlsx"
    openpyxl.Workbook().save(path)
    assert "没有任何内容" in _sentence(path)


def test_a_file_is_read_by_its_content_whatever_its_name(tmp_path: Path) -> None:
    renamed = _written(tmp_path, "county.csv", _sample(tmp_path).read_bytes())
    assert [s.name for s in read_workbook(renamed).sheets][:4] == ["花名册", "单位", "借调", "请假"]
    text = read_workbook(_written(tmp_path, "roster.xls", CSV.encode()))
    assert text.sheets[0].rows[1] == ("王宇", "001", "城关派出所")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_text_is_read_in_every_usual_encoding(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = _written(tmp_path, "roster.csv", CSV.replace(",", delimiter).encode(encoding))
    workbook = read_workbook(path)
    assert workbook.sheets[0].name == ""
    assert workbook.sheets[0].rows[2] == ("李明", "002", "刑侦大队")


def test_a_web_page_that_calls_itself_xls_is_read(tmp_path: Path) -> None:
    lines = "<tr><th>姓名</th><th>单位</th></tr><tr><td>王宇</td><td>城关派出所</td></tr>"
    page = f"<html><body><table>{lines}</table></body></html>"
    assert read_workbook(_written(tmp_path, "a.xls", page.encode("gb18030"))).sheets[0].rows == (
        ("姓名", "单位"),
        ("王宇", "城关派出所"),
    )


def test_a_unit_merged_beside_its_people_belongs_to_each_of_them(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["单位", "姓名", "警号"],
        ["城关派出所", "王宇", "001"],
        [None, "李明", "002"],
        [None, "赵强", "003"],
    ):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    book.save(tmp_path / "merged.xlsx")
    rows = read_workbook(tmp_path / "merged.xlsx").sheets[0].rows
    assert [row[0] for row in rows] == ["单位", "城关派出所", "城关派出所", ""]


def test_the_same_roster_as_text_and_as_workbook_gives_the_same_people(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for line in CSV.splitlines():
        book.active.append(line.split(","))
    book.save(tmp_path / "roster.xlsx")
    path = _written(tmp_path, "roster.csv", CSV.encode("gb18030"))
    first, second = (import_workbook(read_workbook(p)).document for p in (tmp_path / "roster.xlsx", path))
    assert first.county.people == second.county.people
    assert first.county.units == second.county.units


def test_a_text_with_a_nul_or_an_endless_cell_is_told_so(tmp_path: Path) -> None:
    assert "第 2 行" in _sentence(_written(tmp_path, "a.csv", CSV.replace("王", "王\x00").encode()))
    endless = CSV + "李" * 1_100_000 + ",003,城关派出所\n"
    assert "100 万字" in _sentence(_written(tmp_path, "b.csv", endless.encode()))
