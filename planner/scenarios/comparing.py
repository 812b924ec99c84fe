"""Scenarios side by side: the county as it stands, then each scenario, all judged on one date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from planner.audit.results import Audit
from planner.document import Document
from planner.errors import InputError
from planner.scenarios.applying import Conflict, applied
from planner.scenarios.records import Scenario
from planner.text import Text, joined, same

_UNKNOWN = Text(
    "没有名为“{name}”的方案;现有方案:{known}。", "There is no scenario “{name}”; there are: {known}."
)
_NONE = Text(
    "文件中没有方案;请在“方案”工作表中填写后再比较。",
    "The file has no scenarios; write them on a sheet 方案, then compare.",
)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison; without a scenario it is the county as it stands."""

    scenario: Scenario | None
    audit: Audit
    conflicts: tuple[Conflict, ...] = ()


def sides(document: Document, scenarios: Sequence[Scenario], on: date) -> tuple[Side, ...]:
    """Return the county as it stands and with each of the scenarios applied, judged on a date."""
    made = [(scenario, applied(document, scenario.id)) for scenario in scenarios]
    return (
        Side(None, document.audit(on)),
        *(Side(scenario, done.document.audit(on), done.conflicts) for scenario, done in made),
    )


def chosen(scenarios: Mapping[int, Scenario], names: Sequence[str]) -> tuple[Scenario, ...]:
    """Return the scenarios named, each once, or all where none is; raise InputError for an unknown name."""
    if not scenarios:
        raise InputError(_NONE)
    by_name = {scenario.name: scenario for scenario in scenarios.values()}
    for name in names:
        if name not in by_name:
            raise InputError(_UNKNOWN.format(name=name, known=joined(map(same, by_name))))
    return tuple(by_name[name] for name in dict.fromkeys(names)) if names else tuple(scenarios.values())
