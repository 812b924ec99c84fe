"""A custody unit keeps women officers, whom the law asks for to guard women."""

from __future__ import annotations

from models.allocation.requirements import TagMinimum
from planner.county.records import Sex, UnitKind
from planner.county.state import Placed, State
from planner.optimise.constraints.planned import Planned

WOMAN = "woman"


def custody_women(planned: Planned) -> TagMinimum:
    """Return the bound of every custody unit asked for women."""
    return TagMinimum({(unit, WOMAN): n for unit, n in women_asked(planned.state).items()})


def women_asked(state: State) -> dict[int, int]:
    """Return how many women every custody unit is to keep, where the roster gives its officers' sex.

    By the policy's number, 0 for none (看守所条例: women are guarded by women).
    """
    least = state.policy.count("planning.custody_women")
    known = {p.present_unit for p in state.counted() if p.person.sex is not None}
    kept = (u for u in state.county.units.values() if u.ours and u.kind is UnitKind.CUSTODY)
    return {u.id: least for u in kept if least and u.id in known}


def is_kept_woman(placed: Placed, state: State) -> bool:
    """Return whether somebody counts towards the women of a custody unit."""
    unit = state.unit(placed.present_unit)
    return placed.person.sex is Sex.FEMALE and unit is not None and unit.kind is UnitKind.CUSTODY
