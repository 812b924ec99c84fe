"""A file of any kind that holds a roster, read into raw sheets; what cannot be read gets one sentence."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from planner.errors import InputError
from planner.files.error_cells import ErrorCell, errors_in_archive, filled_in
from planner.files.text_sheets import read_text_sheet
from planner.files.uncollected import uncollected
from planner.files.vocabulary import vocabulary
from planner.files.workbook import Cell, Sheet, Workbook
from planner.text import Text

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN = {
    b"%PDF": Text("PDF 文件", "a PDF"),
    b"\x89PNG": Text("图片", "a picture"),
    b"\xff\xd8\xff": Text("图片", "a picture"),
    b"GIF8": Text("图片", "a picture"),
    b"BM": Text("图片", "a picture"),
    b"Rar!": Text("压缩包", "an archive"),
    b"7z\xbc\xaf": Text("压缩包", "an archive"),
    b"\x1f\x8b": Text("压缩包", "an archive"),
    b"MZ": Text("程序", "a program"),
    b"\x7fELF": Text("程序", "a program"),
    b"SQLite format 3": Text("数据库文件", "a database"),
    b"{\\rtf": Text("文字文档", "a text document"),
}

_MISSING = Text("找不到文件“{path}”,请检查路径。", "There is no file “{path}”; check the path.")
_FOLDER = Text("“{path}”是文件夹,请选择其中的表格文件。", "“{path}” is a folder; choose a spreadsheet in it.")
_LOCKED = Text(
    "无法打开“{path}”:可能正被其他程序使用或没有权限,请关闭后再试。",
    "“{path}” cannot be opened: it may be in use or not allowed to be read; close it and try again.",
)
_EMPTY = Text(
    "“{path}”是空文件,请选择有内容的花名册。", "“{path}” is empty; choose a roster with something in it."
)
_NONE = Text(
    "“{path}”里没有任何内容,请选择有内容的花名册。",
    "No cell of “{path}” holds anything; choose another file.",
)
_NOT_ONE = Text(
    "“{path}”是{what},不是表格;请选择 .xlsx、.xls 或 .csv 文件。",
    "“{path}” is {what}, not a spreadsheet; choose an .xlsx, .xls or .csv file.",
)
_WPS = Text(
    "“{path}”是 WPS 表格格式,请在 WPS 中另存为 xlsx 后再导入。",
    "“{path}” is a WPS .et file; save it as .xlsx in WPS first.",
)
_ENCRYPTED = Text(
    "“{path}”设有打开密码,请在 Excel 或 WPS 中取消密码后再导入。",
    "“{path}” is protected by a password; remove it in Excel or WPS, then import again.",
)
_BROKEN = Text(
    "“{path}”已损坏或不完整,请在 Excel 或 WPS 中打开并另存为 xlsx 后再导入。",
    "“{path}” is damaged or incomplete; open it in Excel or WPS and save it as .xlsx, then import again.",
)
_ANOTHER = Text("其他类型的文件", "another kind of file")


def read_workbook(path: Path) -> Workbook:
    """Return the sheets of a spreadsheet or text table, whatever its name says; raise InputError if none."""
    with uncollected():
        return _workbook(path, _content(path))


def _workbook(path: Path, content: bytes) -> Workbook:
    if path.suffix.lower() == ".et":
        raise InputError(_WPS.format(path=path.name))
    if content.startswith((_ZIP, _OLE)):
        sheets = _spreadsheet(path, content)
    else:
        foreign = next((what for magic, what in _FOREIGN.items() if content.startswith(magic)), None)
        if b"\x00" not in content[:64] and content[:2] in (b"BM", b"MZ"):
            foreign = None  # two letters may begin a text as well
        sheet = read_text_sheet(content, path.name) if foreign is None else None
        if sheet is None:
            raise InputError(_NOT_ONE.format(path=path.name, what=foreign or _ANOTHER))
        sheets = (sheet,)
    if not any(c != "" for sheet in sheets for row in sheet.rows for c in row):
        raise InputError(_NONE.format(path=path.name))
    return Workbook(path.name, sheets)


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise InputError(_FOLDER.format(path=path))
        content = path.read_bytes()
    except FileNotFoundError:
        raise InputError(_MISSING.format(path=path)) from None
    except (OSError, ValueError):
        raise InputError(_LOCKED.format(path=path)) from None
    if not content.strip(b"\x00\r\n\t \xef\xbb\xbf"):
        raise InputError(_EMPTY.format(path=path.name))
    return content


def _spreadsheet(path: Path, content: bytes) -> tuple[Sheet, ...]:
    if content.startswith(_ZIP):
        _require_spreadsheet(path, content)
    import io

    import python_calamine

    broken = (python_calamine.CalamineError, python_calamine.ZipError, python_calamine.XmlError)
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        return tuple(_sheets(book, errors_in_archive(content) if content.startswith(_ZIP) else {}))
    except python_calamine.PasswordError:
        raise InputError(_ENCRYPTED.format(path=path.name)) from None
    except (*broken, OSError, ValueError, KeyError, IndexError, OverflowError):
        raise InputError(_unreadable(path, content).format(path=path.name)) from None


def _require_spreadsheet(path: Path, content: bytes) -> None:
    """Refuse an archive that is whole but holds no workbook."""
    import io

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError):
        raise InputError(_BROKEN.format(path=path.name)) from None
    if any(name.startswith("word/") for name in names):
        raise InputError(_NOT_ONE.format(path=path.name, what=Text("Word 文档", "a Word document")))
    if not any(name.startswith("xl/") or name == "content.xml" for name in names):
        raise InputError(_NOT_ONE.format(path=path.name, what=Text("压缩包", "an archive")))


def _unreadable(path: Path, content: bytes) -> Text:
    """Return why an old-style file cannot be read: a password, another program's file, or damage."""
    if content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            return _ENCRYPTED
        if "WordDocument".encode("utf-16-le") in content or "PowerPoint".encode("utf-16-le") in content:
            return Text(
                _NOT_ONE.zh.format(path="{path}", what="文档"),
                _NOT_ONE.en.format(path="{path}", what="a document"),
            )
    return _BROKEN


def _sheets(book: Any, errors: Mapping[str, Sequence[ErrorCell]]) -> Iterable[Sheet]:
    """Yield the worksheets with their errors; a cell merged over several rows stands in each of them."""
    from python_calamine import SheetTypeEnum

    for name in (s.name for s in book.sheets_metadata if s.typ is SheetTypeEnum.WorkSheet):
        sheet = book.get_sheet_by_name(name)
        rows: list[list[Cell]] = sheet.to_python(skip_empty_area=False)
        _fill_merged(rows, sheet.merged_cell_ranges or ())
        filled_in(rows, errors.get(name, ()))
        ranges = sheet.merged_cell_ranges or ()
        wide = tuple((top, left, right) for (top, left), (bottom, right) in ranges if top == bottom)
        yield Sheet(name, tuple(map(tuple, rows)), wide)


def _fill_merged(rows: list[list[Cell]], ranges: Iterable[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """Repeat the words of a cell merged down a column, such as a unit beside its people."""
    for (top, left), (bottom, right) in ranges:
        if left != right or top == bottom or bottom >= len(rows) or left >= len(rows[top]):
            continue
        words = rows[top][left]
        if words == "" or (isinstance(words, str) and vocabulary().is_heading(words)):
            continue
        for row in rows[top + 1 : bottom + 1]:
            if row[left] == "":
                row[left] = words
