"""The roster's Excel twin: people by days as on the wall, with colours, leaders, cover and legend."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from planner.reports.counting import counting_rule
from planner.reports.duty_roster import CoverRow, RosterRow, WallRoster, roster_title
from planner.reports.duty_words import CODES, NAME, ON_DUTY, ROLE, SHEET
from planner.reports.figures import day_words
from planner.reports.filled import CHROME, within_first
from planner.reports.paper import PaperSize, Request
from planner.reports.wording import worded
from planner.text import Language, Text, same

_A4, _A3 = 9, 8
_FIRST_ROW, _FIRST_DAY = 3, 2
_TINT, _GREY, _SHORT = "#E2E2E2", "#F0F0F0", "#F3B8B8"
_PLAIN = "#ffffff"
_SIGNED, _ROOM_TO_SIGN = ("filled_by", "checked_by", "head", "date"), " " * 30
_FOOT_LENGTH = 80  # of a file name, so that the foot stays within what Excel takes
_LEADER_HEIGHT = 15.0  # points for each name below another


def roster_book(body: WallRoster, request: Request, language: Language) -> bytes:
    """Return the workbook of a unit's month, on landscape paper of one page's width."""
    import xlsxwriter

    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    _Page(book, body, request, language).write()
    book.close()
    return file.getvalue()


class _Page:
    """Writes the one sheet; formats are made once by look."""

    def __init__(self, book: Any, body: WallRoster, request: Request, language: Language) -> None:
        self._book, self._body, self._request, self._language = book, body, request, language
        self._page = book.add_worksheet(self._said(SHEET))
        self._formats: dict[tuple[str, bool, bool], Any] = {}
        self._after = _FIRST_DAY + len(body.days)
        self._last = self._after + len(body.columns) - 1

    def _said(self, words: Text) -> str:
        return worded(words, self._language)

    def _format(self, colour: str = "", bold: bool = False, struck: bool = False) -> Any:
        if (colour, bold, struck) not in self._formats:
            look: dict[str, Any] = {
                "border": 1,
                "align": "center",
                "valign": "vcenter",
                "bold": bold,
                "font_strikeout": struck,
                "text_wrap": True,
            }
            if colour not in ("", _PLAIN):
                look["bg_color"] = colour
            if colour == _SHORT:
                look["num_format"] = '0"▲"'
            self._formats[colour, bold, struck] = self._book.add_format(look)
        return self._formats[colour, bold, struck]

    def write(self) -> None:
        """Write the title, the days, everybody's row, leaders and cover of each day, codes and notes."""
        self._head()
        for row, person in enumerate(self._body.rows, _FIRST_ROW):
            self._person(row, person)
        row = _FIRST_ROW + len(self._body.rows)
        if self._body.leading is not None:
            self._leaders(row, self._body.leading)
            row += 1
        for cover in self._body.covers:
            self._cover(row, cover)
            row += 1
        self._notes(row)
        self._layout()

    def _head(self) -> None:
        title = self._book.add_format({"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"})
        self._page.merge_range(0, 0, 0, self._last, self._said(roster_title(self._request)), title)
        bold = self._format(_GREY, bold=True)
        for column, name in ((0, NAME), (1, ROLE), *enumerate(self._body.columns, self._after)):
            self._page.merge_range(1, column, 2, column, self._said(name), bold)
        for column, day in enumerate(self._body.days, _FIRST_DAY):
            look = self._format(_TINT if day.off else "", bold=True)
            self._page.write_number(1, column, day.number, look)
            self._page.write_string(2, column, self._said(day.weekday), look)

    def _person(self, row: int, person: RosterRow) -> None:
        self._page.write_string(row, 0, person.name, self._format())
        self._page.write_string(row, 1, self._said(person.role), self._format())
        days = zip(person.signs, self._body.days, strict=True)
        for column, (sign, day) in enumerate(days, _FIRST_DAY):
            ground = sign.colour if sign is not None else ""
            colour = _TINT if day.off and ground in ("", _PLAIN) else ground
            look = self._format(colour, struck=sign is not None and sign.struck)
            if sign is None:
                self._page.write_blank(row, column, None, look)
            else:
                self._page.write_string(row, column, sign.letter, look)
        for column, number in enumerate(person.sums, self._after):
            self._page.write_number(row, column, number, self._format())

    def _leaders(self, row: int, title: Text) -> None:
        self._page.merge_range(row, 0, row, 1, self._said(title), self._format(_GREY, bold=True))
        most = 1
        for column, day in enumerate(self._body.days, _FIRST_DAY):
            self._page.write_string(row, column, "\n".join(day.leaders), self._format())
            most = max(most, sum(len(name) for name in day.leaders))
        self._page.set_row(row, _LEADER_HEIGHT * most)

    def _cover(self, row: int, cover: CoverRow) -> None:
        for column, words in enumerate((ON_DUTY, cover.detail)):  # a heading that an import passes over
            self._page.write_string(row, column, self._said(words), self._format(_GREY, bold=True))
        for column, (number, short) in enumerate(zip(cover.numbers, cover.short, strict=True), _FIRST_DAY):
            self._page.write_number(row, column, number, self._format(_SHORT if short else "", bold=short))

    def _notes(self, row: int) -> None:
        note = self._book.add_format({"font_size": 9, "text_wrap": True, "valign": "vcenter"})
        for words in (self._legend(), *map(self._said, self._body.lead), self._said(self._counted())):
            self._page.merge_range(row, 0, row, self._last, words, note)
            self._page.set_row(row, 26)
            row += 1
        # In one cell: what stands under a day is read as an entry when the sheet is imported.
        signed = _ROOM_TO_SIGN.join(self._said(CHROME[key]) for key in _SIGNED)
        self._page.merge_range(row, 0, row, self._last, signed, self._book.add_format({"valign": "vcenter"}))
        self._page.set_row(row, 30)

    def _legend(self) -> str:
        signs = [f"{s.letter}={self._said(s.words)}" for s in self._body.legend]
        return f"{self._said(CODES)}{'：' if self._language == 'zh' else ': '}{'  '.join(signs)}"

    def _counted(self) -> Text:
        source = self._request.source
        file = (
            Text(f" {CHROME['file'].zh}:{source}", f" {CHROME['file'].en}: {source}") if source else same("")
        )
        return Text("{within}{as_of}:{day}。{rule}{file}", "{within}{as_of}: {day}. {rule}{file}").format(
            within=within_first(self._request),
            as_of=CHROME["as_of"],
            day=day_words(self._request.on),
            rule=counting_rule(self._request.document.policy.on(self._request.on)),
            file=file,
        )

    def _layout(self) -> None:
        page, names = self._page, [row.name for row in self._body.rows]
        page.set_row(0, 28)
        page.set_column(0, 0, max(10, _width(names)))
        page.set_column(1, 1, 11)
        page.set_column(_FIRST_DAY, self._after - 1, 3.6)
        page.set_column(self._after, self._last, 8)
        page.freeze_panes(_FIRST_ROW, _FIRST_DAY)
        page.set_landscape()
        page.set_paper(_A3 if self._body.paper is PaperSize.A3 else _A4)
        page.set_margins(left=0.5, right=0.5, top=0.9, bottom=0.7)
        page.repeat_rows(1, 2)
        page.fit_to_pages(1, 0)
        page.set_header(f"&L{self._said(CHROME['internal'])}")
        page_of = self._said(CHROME["page"]).format(n="&P", all="&N")
        source = self._request.source[:_FOOT_LENGTH].replace("&", "&&")
        page.set_footer(f"&L{source}&C{page_of}&R{self._said(CHROME['as_of'])} {self._request.on}")


def _width(names: Sequence[str]) -> int:
    """Return how wide the longest name is; a Chinese character is two of Excel's wide."""
    return max((sum(2 if ord(c) > 0x2E7F else 1 for c in name) for name in names), default=0) + 1
