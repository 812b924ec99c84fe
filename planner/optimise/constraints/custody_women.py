"""A custody unit keeps women officers, whom the law asks for to guard women."""

from __future__ import annotations

from models.allocation.requirements import TagMinimum
from planner.county.records import Sex, UnitKind
from planner.county.state import Placed, State
from planner.optimise.constraints.planned import Planned

WOMAN = "woman"


def custody_women(planned: Planned) -> TagMinimum:
    """Return the bound of every custody unit of whose officers the roster gives the sex.

    By the policy's number, 0 for none (看守所条例: women are guarded by women).
    """
    state = planned.state
    least = state.policy.count("planning.custody_women")
    known = {p.present_unit for p in state.counted() if p.person.sex is not None}
    kept = (u for u in state.county.units.values() if u.ours and u.kind is UnitKind.CUSTODY)
    return TagMinimum({(u.id, WOMAN): least for u in kept if least and u.id in known})


def is_kept_woman(placed: Placed, state: State) -> bool:
    """Return whether somebody counts towards the women of a custody unit."""
    unit = state.unit(placed.present_unit)
    return placed.person.sex is Sex.FEMALE and unit is not None and unit.kind is UnitKind.CUSTODY
