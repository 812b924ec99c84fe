"""The lines of a comparison under their headings: what it costs, what it reaches, and with its proposal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from planner.comparison.figures import figure_lines, proposal_lines
from planner.comparison.lines import Line
from planner.comparison.measures import cost_lines
from planner.comparison.options import Comparison
from planner.text import Text


@dataclass(frozen=True, slots=True)
class Section:
    """Lines that belong together."""

    key: str
    title: Text
    lines: Sequence[Line]


_COST, _REACH = Text("代价", "What it costs"), Text("可达到", "What it reaches")
_AFTER = Text("另按调整建议实施后", "With its proposal on top")


def sections(comparison: Comparison, suspicions: bool = True) -> tuple[Section, ...]:
    """Return every section with lines; measures that no option spends anything on are left out."""
    costs = [line for line in cost_lines(comparison) if any(v is not None and v.part for v in line.values)]
    found = (
        Section("cost", _COST, costs),
        Section("reach", _REACH, figure_lines(comparison, suspicions)),
        Section("after", _AFTER, proposal_lines(comparison)),
    )
    return tuple(section for section in found if section.lines)
