"""What another plan costs beside a first one, level by level, in one line."""

from __future__ import annotations

from collections.abc import Iterator

from planner.optimise.proposal import LEVEL_NAMES, Proposal
from planner.policy.settings import RULES
from planner.text import Text, joined

_SHORT = Text("{rule}缺口 {was}→{now} 人", "{rule} short {was}→{now}")
_PEOPLE = Text("{level} {was}→{now} 人", "{level} {was}→{now}")
_POINTS = Text("{level} {was}→{now}", "{level} {was}→{now}")
_STAYING = Text("按 {n} 人不动重排后:{changes}。", "Planned again with {n} staying: {changes}.")
_SAME = Text("各级目标都不变", "no level changes")


def change_words(first: Proposal, now: Proposal, staying: int) -> Text | None:
    """Return what it costs that some people stay, beside the first plan; None where there is no plan."""
    if not now.levels or not first.levels:
        return None
    parts = list(_parts(first, now))
    return _STAYING.format(n=staying, changes=joined(parts) if parts else _SAME)


def _parts(first: Proposal, now: Proposal) -> Iterator[Text]:
    for level in now.levels:
        was = first.level(level.name)
        if was is None or was == level.value:
            continue
        kind, _, rule = level.name.partition(":")
        if kind == "shortage":
            yield _SHORT.format(rule=RULES[rule], was=was, now=level.value)
        else:
            words = _POINTS if kind == "hardship" else _PEOPLE
            yield words.format(level=LEVEL_NAMES[kind], was=was, now=level.value)
