"""The county as it stands and its scenarios, each under what it stands on, with its figures at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from planner.audit.results import Audit
from planner.document import Document
from planner.scenarios.applying import Applied, base_fault, next_day
from planner.scenarios.records import Scenario
from planner.tables.column import Column, Table
from planner.tables.figures import ratio_words
from planner.tables.kinds import number, told
from planner.text import Text, same

AS_IT_STANDS = Text("现状", "As it stands")
CANNOT_BE_MADE = Text("{n} 项变动无法实施", "{n} change(s) cannot be made")
_PENDING = same("…")
_NONE = same("")
_ON = Text("{on}/{all} 项", "{on} of {all}")


class ScenarioRow(NamedTuple):
    """A scenario, or the county as it stands, and what is at hand of it."""

    scenario: Scenario | None
    depth: int  # how many bases stand below it
    base: str
    applied: Applied | None
    audit: Audit | None

    @property
    def id(self) -> int:
        """The scenario's id, 0 for the county as it stands."""
        return self.scenario.id if self.scenario is not None else 0

    @property
    def name(self) -> Text:
        """What it is called."""
        return same(self.scenario.name) if self.scenario is not None else AS_IT_STANDS

    @property
    def conflicts(self) -> int:
        """How many changes cannot be made, those of its bases included; 0 while that is not known."""
        return len(self.applied.conflicts) if self.applied is not None else 0

    @property
    def findings(self) -> int | None:
        """How many findings there are; None while that is not known."""
        return len(self.audit.findings) if self.audit is not None else None


def scenario_rows(
    document: Document,
    applied: Callable[[int], Applied | None],
    audit: Callable[[int | None], Audit | None],
) -> list[ScenarioRow]:
    """Return the county as it stands, then every scenario once, after what it stands on."""
    rows = [ScenarioRow(None, 0, "", None, audit(None))]
    for scenario, depth in by_base(document.scenarios):
        known = document.scenarios.get(scenario.base or 0)
        base = known.name if known is not None else ""
        rows.append(ScenarioRow(scenario, depth, base, applied(scenario.id), audit(scenario.id)))
    return rows


def by_base(scenarios: Mapping[int, Scenario]) -> Iterator[tuple[Scenario, int]]:
    """Yield the scenarios, branches right after their base; those without a sound one stand on their own."""
    children: dict[int | None, list[Scenario]] = {}
    for scenario in scenarios.values():
        sound = base_fault(scenarios, scenario.id) is None
        children.setdefault(scenario.base if sound else None, []).append(scenario)

    def below(base: int | None, depth: int) -> Iterator[tuple[Scenario, int]]:
        for scenario in children.get(base, ()):
            yield scenario, depth
            yield from below(scenario.id, depth + 1)

    yield from below(None, 0)


def still_ahead(
    scenarios: Mapping[int, Scenario], chosen: Iterable[Scenario], on: date
) -> list[tuple[Scenario, date]]:
    """Return those of some scenarios that change nothing by a day, with the first day on which they do."""
    firsts = ((one, next_day(scenarios, one.id, date.min)) for one in chosen)
    return [(one, first) for one, first in firsts if first is not None and first > on]


def _changes(row: ScenarioRow) -> Text:
    if row.scenario is None:
        return _NONE
    changes = row.scenario.changes
    return _ON.format(on=sum(change.enabled for change in changes), all=len(changes))


def _share(rule: str) -> Callable[[ScenarioRow], Text]:
    def words(row: ScenarioRow) -> Text:
        return _PENDING if row.audit is None else same(ratio_words(row.audit.target(rule)))

    return words


def _findings(row: ScenarioRow) -> Text:
    return _PENDING if row.findings is None else same(str(row.findings))


COLUMNS: tuple[Column[ScenarioRow], ...] = (
    told("name", Text("方案", "Scenario"), lambda r: r.name, width=20),
    told("changes", Text("变动", "Changes"), _changes, width=8),
    number("conflicts", Text("无法实施", "Cannot be made"), lambda r: r.conflicts or None, width=8),
    told("station_share", Text("警力占比", "Stations"), _share("station_share"), width=8),
    told("community_share", Text("社区占比", "Community"), _share("community_share"), width=8),
    told("findings", Text("问题", "Findings"), _findings, width=6),
    told("base", Text("基础", "Base"), lambda r: same(r.base) if r.base else _base_words(r), width=12),
)


def _base_words(row: ScenarioRow) -> Text:
    return AS_IT_STANDS if row.scenario is not None and row.scenario.base is None else _NONE


TABLE: Table[ScenarioRow] = Table("scenarios", Text("方案", "Scenarios"), COLUMNS)
