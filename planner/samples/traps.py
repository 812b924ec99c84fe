"""Faults a real roster has, put in on purpose; each leaves the truth of the county as it was."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from planner.samples.records import SampleCounty, Trap

IMPOSSIBLE_BIRTHS = ("1985.13", "2091.05", "198600", "1979年15月")


def set_traps(sample: SampleCounty, random: Random) -> SampleCounty:
    """Return the sample with a badge given twice, a birth that cannot be and a wrong 小计."""
    people = list(sample.people)
    free = [p.number - 1 for p in people if p.is_plain and p.extra and not p.remarks]
    random.shuffle(free)
    if Trap.DUPLICATE_BADGE in sample.traps:
        first = free.pop()
        second = next(i for i in free if people[i].unit != people[first].unit)
        free.remove(second)
        people[second] = replace(people[second], badge=people[first].badge)
    if Trap.IMPOSSIBLE_DATE in sample.traps:
        index = free.pop()
        written = {"birth": random.choice(IMPOSSIBLE_BIRTHS)}
        people[index] = replace(people[index], birth=None, written=written)
    sample = replace(sample, people=tuple(people))
    if Trap.WRONG_SUBTOTAL in sample.traps:
        stations = [u.name for u in sample.units if u.is_station]
        sample = replace(sample, wrong_subtotal=random.choice(stations))
    return sample
