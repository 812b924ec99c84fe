"""The tables of a comparison: a column for every option."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

from planner.audit.results import GRAVITY_NAMES, Gravity
from planner.comparison.findings import FindingLine, finding_lines
from planner.comparison.lines import Line
from planner.comparison.moves import MoveLine, move_lines
from planner.comparison.officers import OfficerLine, officer_lines
from planner.comparison.options import Comparison
from planner.comparison.sections import Section, sections
from planner.tables.column import Column, Look, Table
from planner.tables.kinds import choice, day, told, words
from planner.text import Language, Text, same

_BETTER, _WORSE = "▲", "▼"
_WIDTH = 26
_OPTION = "option"


class LineRow(NamedTuple):
    """A line under its heading; the number is its place."""

    id: int
    section: Section
    line: Line

    def words(self, n: int) -> Text:
        """Write a value, before it how it differs from the county as it stands."""
        value, change = self.line.words(n), self.line.change_words(n)
        if not change or self.section.key == "cost":
            return value
        better = self.line.is_better(n)
        sign = "" if better is None else _BETTER if better else _WORSE
        return Text(f"{change}{sign}  {value.zh}", f"{change}{sign}  {value.en}")


class FindingRow(NamedTuple):
    """A finding over all options."""

    id: int
    line: FindingLine


class MoveRow(NamedTuple):
    """A move under one option."""

    id: int
    move: MoveLine
    option: Text


class OfficerRow(NamedTuple):
    """Where every option has an officer."""

    id: int
    line: OfficerLine


class ComparisonRows(NamedTuple):
    """The rows of every table of one comparison."""

    figures: list[LineRow]
    costs: list[LineRow]
    findings: list[FindingRow]
    moves: list[MoveRow]
    officers: list[OfficerRow]


def comparison_rows(comparison: Comparison) -> ComparisonRows:
    """Return the rows of every table; for another thread."""
    named = [(section, line) for section in sections(comparison) for line in section.lines]
    lines = [LineRow(n, section, line) for n, (section, line) in enumerate(named)]
    return ComparisonRows(
        [row for row in lines if row.section.key != "cost"],
        [row for row in lines if row.section.key == "cost"],
        [FindingRow(n, line) for n, line in enumerate(finding_lines(comparison))],
        [
            MoveRow(n, move, comparison.options[move.option].lettered)
            for n, move in enumerate(move_lines(comparison))
        ],
        [OfficerRow(line.id, line) for line in officer_lines(comparison)],
    )


def option_of(key: str) -> int | None:
    """Return which option a column is of, None for the other columns."""
    return int(key.removeprefix(_OPTION)) if key.startswith(_OPTION) else None


def line_table(comparison: Comparison) -> Table[LineRow]:
    """Return the table of figures, or of costs."""
    columns: tuple[Column[LineRow], ...] = (
        told("title", Text("指标", "Line"), _titled, width=32),
        *_per_option(comparison, LineRow.words, _tenths, Look.NUMBER, _WIDTH),
        words("required", Text("要求", "Required"), _required, width=10),
    )
    return Table("comparison_lines", Text("指标", "Figures"), columns)


def finding_table(comparison: Comparison) -> Table[FindingRow]:
    """Return the table of findings."""
    columns: tuple[Column[FindingRow], ...] = (
        words("where", Text("单位", "Unit"), lambda r: r.line.where.zh, width=18),
        choice("gravity", Text("程度", "Gravity"), lambda r: r.line.gravity, GRAVITY_NAMES, width=13),
        told("rule", Text("规则", "Rule"), lambda r: r.line.rule, width=18),
        told("who", Text("人员", "Officers"), lambda r: r.line.who, width=16),
        *_per_option(comparison, _fate, lambda row, n: row.line.words(n).zh, Look.WORDS, 12),
    )
    return Table("comparison_findings", Text("问题", "Findings"), columns)


def move_table(_: Comparison) -> Table[MoveRow]:
    """Return the table of moves, the proposals' among them."""
    return Table("comparison_moves", Text("人员变动", "Moves"), _MOVES)


_MOVES: tuple[Column[MoveRow], ...] = (
    words("name", Text("姓名", "Name"), lambda r: r.move.name, width=10),
    words("badge_number", Text("警号", "Badge"), lambda r: r.move.badge, width=9),
    told("of", Text("方案", "Scenario"), lambda r: r.option, width=18),
    told("source", Text("来源", "Source"), lambda r: r.move.source, width=11),
    told("kind", Text("类别", "Kind"), lambda r: r.move.kind, width=12),
    told("from", Text("原单位及岗位", "From"), lambda r: r.move.from_, width=22),
    told("to", Text("到何单位及岗位", "To"), lambda r: r.move.to, width=22),
    day("on", Text("日期", "Date"), lambda r: r.move.on),
    day("until", Text("截止", "Until"), lambda r: r.move.until),
)


def officer_table(comparison: Comparison) -> Table[OfficerRow]:
    """Return the table of officers who stand otherwise somewhere."""
    columns: tuple[Column[OfficerRow], ...] = (
        words("name", Text("姓名", "Name"), lambda r: r.line.person.name, width=10),
        words("badge_number", Text("警号", "Badge"), lambda r: r.line.person.badge_number, width=9),
        *_per_option(comparison, _place, lambda row, n: row.line.places[n].zh, Look.WORDS, 22),
    )
    return Table("comparison_officers", Text("人员差异", "Officers"), columns)


def is_grave(row: FindingRow) -> bool:
    """Return whether a finding is a violation or a line not met."""
    return row.line.gravity in (Gravity.VIOLATION, Gravity.NOT_MET)


def _titled(row: LineRow) -> Text:
    if row.section.key != "after":
        return row.line.title
    return Text(f"建议后:{row.line.title.zh}", f"With proposal: {row.line.title.en}")


def _required(row: LineRow) -> str:
    return row.line.required_of(range(len(row.line.values)))


def _tenths(row: LineRow, n: int) -> int | None:
    value = row.line.values[n]
    return None if value is None else value.tenths


def _fate(row: FindingRow, n: int) -> Text:
    return row.line.words(n)


def _place(row: OfficerRow, n: int) -> Text:
    return row.line.places[n]


def _per_option(
    comparison: Comparison,
    write: Callable[[Any, int], Text],
    value: Callable[[Any, int], Any],
    look: Look,
    width: int,
) -> Iterator[Column[Any]]:
    for n, option in enumerate(comparison.options):
        yield Column(
            f"{_OPTION}{n}",
            option.lettered,
            partial(_valued, value, n),
            partial(_written, write, n),
            look,
            width,
            hint=same(option.scenario.note) if option.scenario is not None and option.scenario.note else None,
        )


def _valued(value: Callable[[Any, int], Any], n: int, row: Any) -> Any:
    return value(row, n)


def _written(write: Callable[[Any, int], Text], n: int, row: Any, language: Language) -> str:
    return write(row, n).in_language(language)
