"""问题清单: the findings by gravity, gravest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from planner.audit.results import FINDING_NAMES, GRAVITY_NAMES, Audit, Finding, Gravity
from planner.reports.figures import required_words, unit_labels
from planner.reports.paper import Align, Column, Request, Sheet
from planner.text import Text, joined

_NONE = Text("未发现问题。", "Nothing was found.")
_COUNT = Text("{gravity} {n} 项", "{n} {gravity}")
_ALL = Text("共 {n} 项:{parts}。", "{n} findings: {parts}.")
_VERIFY = Text(
    "“待核实”为线索或相互矛盾的数据,核实前不作为评价依据。",
    "Findings to verify are hints or contradictory data; nothing is judged by them until they are verified.",
)
_KIN = Text(
    "任职回避:有亲属关系的 {n} 对,名单不打印,请在程序“总览”的问题中查看。",
    "Kin avoidance: {n} pairs of relatives. Who they are is never printed; see the findings in the program.",
)
_COUNTY = Text("全局", "whole bureau")


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding as papers list it."""

    number: int
    gravity: Gravity
    rule: Text
    unit: Text
    people: str
    measured: int | str
    required: int | str
    shortfall: int
    message: Text


class HasFindings(Protocol):
    """A report's rows that include findings."""

    @property
    def findings(self) -> Sequence[FindingRow]:
        """The findings, gravest first."""
        ...


@dataclass(frozen=True, slots=True)
class FindingsList:
    """What the findings list says."""

    findings: Sequence[FindingRow]


def gather_findings(request: Request) -> FindingsList:
    """Return every finding, suspicions included and named as such."""
    return FindingsList(finding_rows(request.audit))


def finding_rows(audit: Audit) -> Sequence[FindingRow]:
    """Return the findings of an audit, gravest first."""
    labels = unit_labels(audit.state)
    return [_row(audit, labels, n, finding) for n, finding in enumerate(printable(audit.findings), 1)]


def printable(findings: Iterable[Finding]) -> Sequence[Finding]:
    """Return findings as papers may print them: of relatives, who are family, only how many pairs."""
    told: list[Finding] = []
    kin: dict[Gravity, int] = {}  # gravity -> its place among those told
    for finding in findings:
        if finding.rule != "kin_avoidance":
            told.append(finding)
        elif finding.gravity not in kin:
            kin[finding.gravity] = len(told)
            told.append(replace(finding, unit=None, people=(), measured=1, message=_KIN.format(n=1)))
        else:
            before = told[place := kin[finding.gravity]]
            n = int(before.measured) + 1
            short = before.shortfall + finding.shortfall
            told[place] = replace(before, measured=n, shortfall=short, message=_KIN.format(n=n))
    return told


def _row(audit: Audit, labels: Mapping[int, str], number: int, finding: Finding) -> FindingRow:
    people = audit.state.county.people
    unit = labels.get(finding.unit, "") if finding.unit is not None else ""
    return FindingRow(
        number,
        finding.gravity,
        FINDING_NAMES[finding.rule],
        Text(unit, unit) if unit else _COUNTY,
        "、".join(people[id_].name for id_ in finding.people if id_ in people),
        finding.measured,
        finding.required if isinstance(finding.required, int) else required_words(finding.required),
        finding.shortfall,
        finding.message,
    )


def findings_lead(body: FindingsList) -> Sequence[Text]:
    """Return how many findings there are of each gravity."""
    found = Counter(row.gravity for row in body.findings)
    if not found:
        return [_NONE]
    parts = joined(_COUNT.format(gravity=GRAVITY_NAMES[g], n=found[g]) for g in Gravity if found[g])
    lead = [_ALL.format(n=len(body.findings), parts=parts)]
    return [*lead, _VERIFY] if found[Gravity.TO_VERIFY] else lead


FINDINGS_SHEET: Sheet[HasFindings, FindingRow] = Sheet(
    "findings",
    Text("问题", "Findings"),
    lambda body: body.findings,
    (
        Column("number", Text("序号", "No."), lambda r: r.number, 10, Align.CENTRE),
        Column("gravity", Text("性质", "Gravity"), lambda r: GRAVITY_NAMES[r.gravity], 16, printed=False),
        Column("rule", Text("指标", "Rule"), lambda r: r.rule, 26),
        Column("unit", Text("单位", "Unit"), lambda r: r.unit, 30),
        Column("people", Text("人员", "People"), lambda r: r.people, 30, printed=False),
        Column("measured", Text("现状", "Measured"), lambda r: r.measured, 17, Align.RIGHT),
        Column("required", Text("要求", "Required"), lambda r: r.required, 14, Align.RIGHT),
        Column("shortfall", Text("缺口(人)", "Short"), lambda r: r.shortfall, 14, Align.RIGHT),
        Column("message", Text("说明", "In words"), lambda r: r.message, 100),
    ),
    group=lambda row: GRAVITY_NAMES[row.gravity],
)
