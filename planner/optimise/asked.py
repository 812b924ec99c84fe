"""What a question to the planner takes otherwise than the document and its policy say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from planner.county.records import County
from planner.policy.policy import Policy


@dataclass(frozen=True, slots=True)
class Asked:
    """A question "what if": everything not named here is as the document and its policy say.

    Unit heads, bureau leadership and whoever is absent or outside are never freed, nor is anybody
    excluded for health, family or an investigation.
    """

    staying: frozenset[int] = frozenset()  # people left where and what they are; a return not made is short
    freed: frozenset[int] = frozenset()  # people who may be moved although pinned or excluded by the policy
    ended: frozenset[int] = frozenset()  # people whose draw-off no longer counts as kept with approval
    given_back: frozenset[int] = frozenset()  # people whom units outside the bureau have given back
    minimums: Mapping[int, int] = field(default_factory=dict)  # unit -> minimum kept instead
    maximums: Mapping[int, int] = field(default_factory=dict)  # station -> maximum instead
    policy: Policy | None = None  # another policy than the document's
    caps: Mapping[str, int] = field(default_factory=dict)  # level -> at most, as {"transfers": 3}

    @property
    def is_nothing(self) -> bool:
        """Whether the question asks for nothing else than what stands."""
        return self == AS_IT_STANDS

    @property
    def is_what_if(self) -> bool:
        """Whether it takes anything otherwise than it stands, beside people who are left where they are."""
        return not replace(self, staying=frozenset()).is_nothing


AS_IT_STANDS = Asked()


def in_question(county: County, asked: Asked) -> County:
    """Return the county as a question takes it: approvals ended, people back, other minimums and maximums."""
    units, secondments = dict(county.units), dict(county.secondments)
    for id_, least in asked.minimums.items():
        units[id_] = replace(units[id_], minimum=least)
    for id_, most in asked.maximums.items():
        units[id_] = replace(units[id_], maximum=most)
    for id_, record in county.secondments.items():
        if record.person in asked.given_back:
            del secondments[id_]
        elif record.person in asked.ended:
            secondments[id_] = replace(record, kept_with_approval=False)
    if units == county.units and secondments == county.secondments:
        return county
    return replace(county, units=units, secondments=secondments)
