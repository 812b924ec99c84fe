"""Scenarios by the names a user gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from planner.errors import InputError
from planner.scenarios.records import Scenario
from planner.text import Text, joined, same

_UNKNOWN = Text(
    "没有名为“{name}”的方案;现有方案:{known}。", "There is no scenario “{name}”; there are: {known}."
)
_NONE = Text(
    "文件中没有方案;请在“方案”工作表中填写后再比较。",
    "The file has no scenarios; write them on a sheet 方案, then compare.",
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
