"""How the sheet 方案 names the recruits of a scenario, who are on no roster yet: by change and place.

“新警2-1” is the first recruit of the second change of the scenario; of another one, “方案甲/新警2-1”.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from planner.scenarios.records import Scenario, change_that_made, person_joined_by, place_of_recruit

_WORDS = re.compile(r"(?:(?P<scenario>.+)/)?新警(?P<change>\d+)-(?P<place>\d+)")


def recruit_words(scenarios: Iterable[Scenario], scenario: Scenario, person: int) -> str:
    """Return how a row of a scenario calls a recruit; empty for somebody no scenario recruits."""
    made = change_that_made(person)
    for of in scenarios:
        for ordinal, change in enumerate(of.changes, 1):
            if change.id == made:
                prefix = "" if of.id == scenario.id else f"{of.name}/"
                return f"{prefix}新警{ordinal}-{place_of_recruit(person)}"
    return ""


def recruit_called(words: str, scenario: str, changes: Mapping[str, Sequence[int]]) -> int | None:
    """Return the recruit that a row of a scenario calls so, by the ids of the changes of every scenario."""
    told = _WORDS.fullmatch(words)
    ids = changes.get((told["scenario"] or scenario).strip(), ()) if told else ()
    if told is None or not 0 < int(told["change"]) <= len(ids) or not int(told["place"]):
        return None
    return person_joined_by(ids[int(told["change"]) - 1], int(told["place"]))
