"""The result of many counties as one Excel table: a row each, with its numbers, and their sum; no names."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from planner.county.records import MoveKind
from planner.optimise.answer import answer
from planner.optimise.proposal import STATUS_NAMES, Proposal, level_title
from planner.policy.settings import PLANNING_RULES
from planner.text import Language, Text

if TYPE_CHECKING:
    from planner.optimise.province import CountyAnswer

_TITLE = Text("各县警力调整测算结果", "Planned changes, county by county")
_WORDS = (
    (Text("文件", "File"), 30),
    (Text("公安局", "Bureau"), 26),
    (Text("结果", "Result"), 16),
)
_LEVELS = ("transfers", "post_changes", *(f"shortage:{rule}" for rule in PLANNING_RULES))
_RETURNS, _NEGOTIATE = Text("返岗", "Returns"), Text("待协调", "To negotiate")
_SAID = Text("说明", "In words")
_FAILED = Text("未能计算", "Not planned")
_SUM = Text("合计", "Sum")
_SHEET = Text("各县", "Counties")
_Cell = str | int | Text
_SAID_WIDTH, _NUMBER_WIDTH, _A4 = 80, 12, 9


def counties_table(answers: Sequence[CountyAnswer], language: Language) -> bytes:
    """Return a workbook with a row for every county, in the order given, and the sum of those planned."""
    import xlsxwriter

    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    head = book.add_format({"bold": True, "border": 1, "text_wrap": True, "align": "center"})
    plain = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
    number = book.add_format({"border": 1, "align": "right", "valign": "top", "num_format": "#,##0"})
    titles, said = _titles(), len(_titles()) - 1
    page = book.add_worksheet(_SHEET.in_language(language))
    page.write(0, 0, _TITLE.in_language(language), book.add_format({"bold": True, "font_size": 16}))
    for column, (title, width) in enumerate(titles):
        page.set_column(column, column, width)
        page.write(1, column, title.in_language(language), head)
    rows = [_row(one) for one in answers]
    for place, row in enumerate((*rows, _sum(rows)), start=2):
        for column, cell in enumerate(row):
            words = cell.in_language(language) if isinstance(cell, Text) else cell
            if isinstance(words, int):
                page.write_number(place, column, words, number)
            elif words:
                page.write_string(place, column, words, plain)
            else:
                page.write_blank(place, column, None, plain)
    page.freeze_panes(2, 2)
    page.autofilter(1, 0, 1 + len(rows), said)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(1)
    book.close()
    return file.getvalue()


def _titles() -> tuple[tuple[Text, int], ...]:
    numbers = (_RETURNS, _NEGOTIATE, *(level_title(name) for name in _LEVELS))
    return (*_WORDS, *((title, _NUMBER_WIDTH) for title in numbers), (_SAID, _SAID_WIDTH))


def _row(one: CountyAnswer) -> tuple[_Cell, ...]:
    if one.proposal is None:
        empty = ("",) * (len(_titles()) - len(_WORDS) - 1)
        return (one.file.name, "", _FAILED, *empty, one.fault or _FAILED)
    proposal = one.proposal
    name = proposal.before.state.county.name
    return (one.file.name, name, STATUS_NAMES[proposal.status], *_numbers(proposal), answer(proposal))


def _numbers(proposal: Proposal) -> tuple[_Cell, ...]:
    """Return how many return, are to be negotiated, and the levels; those it does not have are empty."""
    levels = (_known(proposal.level(name)) for name in _LEVELS)
    return (proposal.count(MoveKind.RETURN), len(proposal.to_negotiate), *levels)


def _known(value: int | None) -> _Cell:
    return "" if value is None else value


def _sum(rows: Sequence[tuple[_Cell, ...]]) -> tuple[_Cell, ...]:
    first, last = len(_WORDS), len(_titles()) - 1
    sums = (sum(n for row in rows if isinstance(n := row[c], int)) for c in range(first, last))
    return (_SUM, *("",) * (first - 1), *sums, "")
