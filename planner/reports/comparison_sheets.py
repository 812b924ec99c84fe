"""The Excel twin of the comparison: options, figures, cost, findings, moves, officers, months."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from planner.audit.ledgers import LEDGER_NAMES, SCALE, Ledger
from planner.audit.results import GRAVITY_NAMES
from planner.comparison.figures import COUNTY_LINE
from planner.comparison.findings import FindingLine
from planner.comparison.lines import Line, Value
from planner.comparison.moves import MoveLine
from planner.comparison.officers import OfficerLine
from planner.comparison.sections import Section
from planner.comparison.timeline import SHARES, Month
from planner.policy.settings import RULES
from planner.reports.comparison import Card, ComparisonPaper
from planner.reports.comparison_tables import option_name
from planner.reports.paper import Align, Amount, Cell, Column, Ratio, Sheet
from planner.text import Text

_C, _R = Align.CENTRE, Align.RIGHT
_LINE, _REQUIRED = Text("指标", "Line"), Text("要求", "Required")


@dataclass(frozen=True, slots=True)
class InSection:
    """A line under its heading."""

    section: Section
    line: Line


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One rule on one day, as every option has it."""

    day: date
    rule: str
    months: tuple[Month | None, ...]

    @property
    def title(self) -> Text:
        """Which line it is."""
        return COUNTY_LINE.format(rule=RULES[self.rule], ledger=LEDGER_NAMES[Ledger.PRESENT])

    def share(self, n: int) -> Cell:
        """Return the share of one option, present."""
        month = self.months[n]
        target = None if month is None else month.targets.get((self.rule, Ledger.PRESENT))
        if target is None or target.denominator is None:
            return None
        return Ratio(target.numerator, target.denominator, SCALE[Ledger.PRESENT])


def comparison_sheets(body: ComparisonPaper) -> tuple[Sheet[ComparisonPaper, Any], ...]:
    """Return the sheets with a column for every option."""
    lines = [InSection(section, line) for section in body.sections for line in section.lines]
    return (
        _options(body),
        _lines(body, "shares", Text("占比", "Shares"), [row for row in lines if row.line.is_share]),
        _lines(
            body, "counts", Text("人数和代价", "Counts and cost"), [r for r in lines if not r.line.is_share]
        ),
        _findings(body),
        _moves(body),
        _officers(body),
        _months(body),
    )


def _options(body: ComparisonPaper) -> Sheet[ComparisonPaper, Card]:
    columns: tuple[Column[Card], ...] = (
        Column("option", Text("方案", "Scenario"), option_name, 46),
        Column("description", Text("内容", "What it is"), lambda card: card.description, 110),
    )
    return Sheet("options", Text("方案", "Scenarios"), lambda _: body.cards, columns)


def _lines(
    body: ComparisonPaper, key: str, title: Text, lines: Sequence[InSection]
) -> Sheet[ComparisonPaper, InSection]:
    columns: tuple[Column[InSection], ...] = (
        Column("section", Text("类别", "Section"), lambda row: row.section.title, 30),
        Column("title", _LINE, lambda row: row.line.title, 56),
        Column("required", _REQUIRED, lambda row: row.line.required_of(range(len(body.cards))), 18, _C),
        *_per_option(body, lambda row, n: _cell(row.line.values[n]), _R),
    )
    return Sheet(key, title, lambda _: lines, columns)


def _findings(body: ComparisonPaper) -> Sheet[ComparisonPaper, FindingLine]:
    columns: tuple[Column[FindingLine], ...] = (
        Column("gravity", Text("程度", "Gravity"), lambda line: GRAVITY_NAMES[line.gravity], 16, _C),
        Column("rule", Text("规则", "Rule"), lambda line: line.rule, 36),
        Column("where", Text("单位", "Unit"), lambda line: line.where, 36),
        Column("who", Text("人员", "Officers"), lambda line: line.who, 36),
        *_per_option(body, lambda line, n: line.words(n), _C),
    )
    return Sheet("findings", Text("问题", "Findings"), lambda _: body.findings, columns)


def _moves(body: ComparisonPaper) -> Sheet[ComparisonPaper, MoveLine]:
    columns: tuple[Column[MoveLine], ...] = (
        Column("option", Text("方案", "Scenario"), lambda move: option_name(body.cards[move.option]), 36),
        Column("source", Text("来源", "Source"), lambda move: move.source, 22, _C),
        Column("name", Text("姓名", "Name"), lambda move: move.name, 18),
        Column("badge", Text("警号", "Badge"), lambda move: move.badge, 18),
        Column("kind", Text("类别", "Kind"), lambda move: move.kind, 24),
        Column("from", Text("原单位及岗位", "From"), lambda move: move.from_, 40),
        Column("to", Text("到何单位及岗位", "To"), lambda move: move.to, 40),
        Column("on", Text("日期", "Date"), lambda move: move.on, 22, _C),
        Column("until", Text("截止", "Until"), lambda move: move.until, 22, _C),
    )
    return Sheet("moves", Text("涉及人员", "Moves"), lambda _: body.moves, columns)


def _officers(body: ComparisonPaper) -> Sheet[ComparisonPaper, OfficerLine]:
    columns: tuple[Column[OfficerLine], ...] = (
        Column("name", Text("姓名", "Name"), lambda line: line.person.name, 18),
        Column("badge", Text("警号", "Badge"), lambda line: line.person.badge_number, 18),
        *_per_option(body, lambda line, n: line.places[n], Align.LEFT),
    )
    return Sheet("officers", Text("人员差异", "Officers"), lambda _: body.officers, columns)


def _months(body: ComparisonPaper) -> Sheet[ComparisonPaper, MonthRow]:
    columns: tuple[Column[MonthRow], ...] = (
        Column("rule", _LINE, lambda row: row.title, 36),
        Column("day", Text("日期", "Date"), lambda row: row.day, 22, _C),
        *_per_option(body, lambda row, n: row.share(n), _R),
    )
    return Sheet("months", Text("逐月", "Months"), lambda _: list(_month_rows(body)), columns)


def _month_rows(body: ComparisonPaper) -> Iterator[MonthRow]:
    known = [{month.date: month for month in option.months or ()} for option in body.comparison.options]
    for rule in SHARES:
        for day in known[0]:
            yield MonthRow(day, rule, tuple(months.get(day) for months in known))


def _per_option(
    body: ComparisonPaper, value: Callable[[Any, int], Cell], align: Align
) -> Iterator[Column[Any]]:
    for n, card in enumerate(body.cards):
        yield Column(f"option{n}", option_name(card), partial(_of_option, value, n), 26, align)


def _of_option(value: Callable[[Any, int], Cell], n: int, row: Any) -> Cell:
    return value(row, n)


def _cell(value: Value | None) -> Cell:
    if value is None:
        return None
    if value.whole is not None:
        return Ratio(value.part, value.whole, value.scale)
    return value.part if value.scale == 1 else Amount(value.part * 100 // value.scale)
