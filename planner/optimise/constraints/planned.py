"""What every constraint of a plan reads: the county before it, who returns by it, and how it counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from planner.audit.ledgers import SCALE, Ledger
from planner.county.state import Placed, Standing, State


@dataclass(frozen=True, slots=True)
class Planned:
    """A county about to be planned; `due` are the draw-offs that end by the plan."""

    state: State
    due: tuple[Placed, ...]

    @property
    def ledger(self) -> Ledger:
        """The ledger the planning rules are counted on."""
        return planning_ledger(self.state)

    @property
    def weighted(self) -> bool:
        """Whether people count by their weight, in hundredths."""
        return self.ledger is Ledger.EFFECTIVE

    def level(self, rule: str) -> str | None:
        """Return the level of a planning rule, None where it is hard."""
        return None if self.state.policy.is_hard(rule) else level_name(rule)

    def once_home(self, people: Iterable[Placed], weighted: bool = False) -> Counter[int | None]:
        """Return how many of these people are where, once those due have come home."""
        going = {p.person.id for p in self.due}
        there: Counter[int | None] = Counter()
        for p in people:
            there[p.home if p.person.id in going else p.present_unit] += p.weight if weighted else 1
        return there


def planning_ledger(state: State) -> Ledger:
    """Return the ledger the planning rules are counted on: present, or effective where the policy says so."""
    return Ledger(state.policy.choice("planning.ledger"))


def whole_people(state: State) -> int:
    """Return how many units of the planning ledger are one person: 1, or 100 hundredths."""
    return SCALE[planning_ledger(state)]


def level_name(rule: str) -> str:
    """Return the name of a planning rule's level."""
    return f"shortage:{rule}"


def planned_rules(state: State) -> tuple[str, ...]:
    """Return the planning rules in force, in the policy's priority order."""
    return tuple(rule for rule in state.policy.order("planning.order") if state.policy.is_on(rule))


def is_due(placed: Placed, state: State, outside: bool) -> bool:
    """Return whether a draw-off ends by this plan: not kept, and within the bureau unless `outside`."""
    if not placed.drawn_off or state.is_kept(placed):
        return False
    return outside or placed.standing is not Standing.SECONDED_OUTSIDE
