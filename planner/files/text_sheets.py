"""Text files that hold a table: .csv in UTF-8 or GB18030, and web pages that call themselves .xls."""

from __future__ import annotations

import csv
import io
from collections import Counter
from html.parser import HTMLParser

from planner.files.workbook import Sheet

_DELIMITERS = ",;\t，"
_LOOKED_AT = 40  # lines
_LARGEST_CELL = 1_000_000
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_text_sheet(content: bytes) -> Sheet | None:
    """Return the table in a text file, None where the file is no text."""
    words = _decoded(content)
    if words is None or "\x00" in words:
        return None
    start = words.lstrip()[:2000].casefold()
    if start.startswith(("<html", "<!doctype html", "<table", "<meta", "<head")) or (
        start.startswith("<") and "<table" in words[:20_000].casefold()
    ):
        return _web_page(words)
    csv.field_size_limit(_LARGEST_CELL)
    try:
        rows = list(csv.reader(io.StringIO(words, newline=""), delimiter=_delimiter(words)))
    except csv.Error:
        return None
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
