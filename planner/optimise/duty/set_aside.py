"""What a plan makes of cells that count nowhere: cleared, or left alone where locked or before its time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from planner.audit.out_of_place import out_of_place_words
from planner.county.counted_month import OutOfPlace
from planner.optimise.duty.cells import At
from planner.optimise.duty.month import Month
from planner.optimise.duty.shortfall import Shortfall
from planner.text import Text

_CLEARED = Text("{said},排班时已清除。", "{said}; planning took it out.")
_TO_LEAVE = Text("{said},排班时已改为休假。", "{said}; planning made it leave.")
_LOCKED = Text("{said};已锁定,未改动。", "{said}; it is locked and stays.")
_EARLIER = Text("{said};在补班首日之前,未改动。", "{said}; it lies before the first day repaired and stays.")


def cleared(month: Month, from_day: int = 1) -> Mapping[At, str | None]:
    """Return the cells that count nowhere and may be changed, with what they become: leave, or nothing."""
    return {
        (out.person.id, day): month.codes.leave if out.on_leave else None
        for out in month.out_of_place
        for day in out.days
        if _fate(month, out, day, from_day) in (_CLEARED, _TO_LEAVE)
    }


def set_aside(month: Month, from_day: int = 1) -> Iterator[Shortfall]:
    """Yield by person what of the month as it stands counts nowhere, and what becomes of it."""
    for out in month.out_of_place:
        fates: dict[Text, list[int]] = {}
        for day in out.days:
            fates.setdefault(_fate(month, out, day, from_day), []).append(day)
        for words, days in fates.items():
            said = words.format(said=out_of_place_words(replace(out, days=tuple(days)), month.first))
            yield Shortfall("out_of_place", len(days), said, person=out.person.id)


def _fate(month: Month, out: OutOfPlace, day: int, from_day: int) -> Text:
    """Return the words for what becomes of a cell that counts nowhere."""
    if day < from_day:
        return _EARLIER
    if month.planned[out.person.id][day].locked:
        return _LOCKED
    return _TO_LEAVE if out.on_leave else _CLEARED
