"""One module per rule; each gives its targets and its findings from a `Situation`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from planner.audit.ledgers import Ledgers
from planner.audit.results import Finding, Margin, Target
from planner.county.duty import NO_DUTY, DutyBook
from planner.county.state import State


@dataclass(frozen=True, slots=True)
class Situation:
    """What a rule looks at."""

    state: State
    ledgers: Ledgers
    duty: DutyBook = NO_DUTY


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one rule says of a situation."""

    targets: tuple[Target, ...] = ()
    findings: tuple[Finding, ...] = ()
    margins: tuple[Margin, ...] = ()


Rule = Callable[[Situation], Judgement]


def rules() -> Mapping[str, Rule]:
    """Return every rule by its id, in the order screens and prints show them: the place for the next one."""
    from planner.audit.rules.community_share import community_share
    from planner.audit.rules.duty_cover import duty_cover
    from planner.audit.rules.field_time import field_time
    from planner.audit.rules.hidden_secondment import hidden_secondment
    from planner.audit.rules.kin_avoidance import kin_avoidance
    from planner.audit.rules.ledger_gap import ledger_gap
    from planner.audit.rules.secondment import secondment
    from planner.audit.rules.station_minimum import station_minimum
    from planner.audit.rules.station_share import station_share

    return {
        "secondment": secondment,
        "hidden_secondment": hidden_secondment,
        "station_minimum": station_minimum,
        "station_share": station_share,
        "community_share": community_share,
        "field_time": field_time,
        "duty_cover": duty_cover,
        "kin_avoidance": kin_avoidance,
        "ledger_gap": ledger_gap,
    }
