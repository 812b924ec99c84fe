"""What a plan says of cells that count nowhere: cleared, or left alone where they are locked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from planner.audit.out_of_place import out_of_place_words
from planner.optimise.duty.month import Month
from planner.optimise.duty.shortfall import Shortfall
from planner.text import Text

_CLEARED = Text("{said},排班时已清除。", "{said}; planning took it out.")
_TO_LEAVE = Text("{said},排班时已改为休假。", "{said}; planning made it leave.")
_LOCKED = Text("{said};已锁定,未改动。", "{said}; it is locked and stays.")


def set_aside(month: Month) -> Iterator[Shortfall]:
    """Yield by person what of the month as it stands counts nowhere, and what becomes of it."""
    for out in month.out_of_place:
        row = month.planned[out.person.id]
        for words, locked in ((_TO_LEAVE if out.on_leave else _CLEARED, False), (_LOCKED, True)):
            days = tuple(day for day in out.days if row[day].locked is locked)
            if days:
                said = words.format(said=out_of_place_words(replace(out, days=days), month.first))
                yield Shortfall("out_of_place", len(days), said, person=out.person.id)
