"""The findings (问题), gravest first, as the audit gives them."""

from __future__ import annotations

from typing import NamedTuple

from planner.audit.ledgers import LEDGER_NAMES
from planner.audit.results import FINDING_NAMES, GRAVITY_NAMES, Audit, Finding
from planner.county.state import State
from planner.tables.column import Column, Look, Table
from planner.tables.kinds import choice, number, told, words
from planner.text import Text, joined, same


class FindingRow(NamedTuple):
    """A finding and its place in the list."""

    id: int
    finding: Finding
    state: State

    @property
    def people(self) -> Text:
        """The names of the people concerned."""
        people = self.state.county.people
        return joined(same(people[id_].name) for id_ in self.finding.people if id_ in people)


def finding_rows(audit: Audit) -> list[FindingRow]:
    """Return every finding of an audit, gravest first."""
    return [FindingRow(i, finding, audit.state) for i, finding in enumerate(audit.findings)]


COLUMNS: tuple[Column[FindingRow], ...] = (
    choice("gravity", Text("性质", "Gravity"), lambda r: r.finding.gravity, GRAVITY_NAMES),
    told("rule", Text("指标", "Rule"), lambda r: FINDING_NAMES[r.finding.rule], width=14),
    words("unit", Text("单位", "Unit"), lambda r: r.state.unit_name(r.finding.unit), width=18),
    told("people", Text("人员", "People"), lambda r: r.people, width=14),
    Column(
        "measured",
        Text("现状", "Measured"),
        lambda r: str(r.finding.measured),
        lambda r, _: str(r.finding.measured),
        Look.NUMBER,
        9,
    ),
    Column(
        "required",
        Text("要求", "Required"),
        lambda r: str(r.finding.required),
        lambda r, _: str(r.finding.required),
        Look.NUMBER,
        8,
    ),
    number("shortfall", Text("缺口", "Short"), lambda r: r.finding.shortfall),
    choice("ledger", Text("口径", "Ledger"), lambda r: r.finding.ledger, LEDGER_NAMES),
    told("message", Text("说明", "In words"), lambda r: r.finding.message, width=60),
)

TABLE: Table[FindingRow] = Table("findings", Text("问题", "Findings"), COLUMNS)
