"""Text files that hold a table: .csv in UTF-8 or GB18030, and web pages that call themselves .xls."""

from __future__ import annotations

import csv
import io
from collections import Counter
from html.parser import HTMLParser

from planner.errors import InputError
from planner.files.workbook import Sheet
from planner.text import Text

_DELIMITERS = ",;\t，"
_LOOKED_AT = 40  # lines
_LARGEST_CELL = 1_000_000
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_RARE = 8  # a text has fewer of any character it should not have than one in so many
_NUL = Text(
    "“{path}”第 {line} 行含有空字符(NUL),可能已损坏,请在 Excel 或 WPS 中另存为 xlsx 后再导入。",
    "Line {line} of “{path}” holds a NUL character, so the file may be damaged; save it as .xlsx in Excel or"
    " WPS, then import again.",
)
_LARGE = Text(
    "“{path}”有一格的内容超过 100 万字,不像花名册;请检查引号是否成对,或另存为 xlsx 后再导入。",
    "A cell of “{path}” holds more than a million characters; check that its quotation marks are closed, or"
    " save it as .xlsx, then import again.",
)


def read_text_sheet(content: bytes, name: str) -> Sheet | None:
    """Return the table in a text file, None where the file is no text; raise InputError for a broken text."""
    words = _decoded(content)
    if words is None:
        return None
    if nuls := words.count("\x00"):
        if nuls * _RARE > len(words):
            return None
        raise InputError(_NUL.format(path=name, line=words.count("\n", 0, words.index("\x00")) + 1))
    start = words.lstrip()[:2000].casefold()
    if start.startswith(("<html", "<!doctype html", "<table", "<meta", "<head")) or (
        start.startswith("<") and "<table" in words[:20_000].casefold()
    ):
        return _web_page(words)
    csv.field_size_limit(_LARGEST_CELL)
    try:
        rows = list(csv.reader(io.StringIO(words, newline=""), delimiter=_delimiter(words)))
    except csv.Error:
        raise InputError(_LARGE.format(path=name)) from None
    width = max((len(row) for row in rows), default=0)
    return Sheet("", tuple((*(c.strip() for c in row), *[""] * (width - len(row))) for row in rows))


def _decoded(content: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                return None
    for encoding in ("utf-8", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _delimiter(words: str) -> str:
    """Return the delimiter that divides most lines the same way."""
    lines = [line for line in words[:200_000].splitlines()[:_LOOKED_AT] if line.strip()]

    def steadiness(delimiter: str) -> tuple[int, int]:
        counts = Counter(n for line in lines if (n := line.count(delimiter)))
        if not counts:
            return 0, 0
        number, times = counts.most_common(1)[0]
        return times, number

    return max(_DELIMITERS, key=steadiness)


class _Tables(HTMLParser):
    """Gathers the cells of the tables of a web page."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].append("")
            self._open = True
            span = dict(attrs).get("colspan") or "1"
            self._blank = max(0, int(span) - 1) if span.isdigit() and int(span) < 500 else 0

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") and self._open:
            self.rows[-1].extend([""] * self._blank)
            self._open = False

    def handle_data(self, data: str) -> None:
        if self._open:
            self.rows[-1][-1] += data


def _web_page(words: str) -> Sheet:
    page = _Tables()
    page.feed(words)
    page.close()
    width = max((len(row) for row in page.rows), default=0)
    return Sheet("", tuple((*(c.strip() for c in row), *[""] * (width - len(row))) for row in page.rows))
