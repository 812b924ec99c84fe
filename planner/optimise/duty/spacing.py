"""How far apart duties can be: every third day where people are enough, else two in five days."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import ceil

from planner.optimise.duty.codes import DAY, DutyPost
from planner.optimise.duty.month import Month, Officer


@dataclass(frozen=True, slots=True)
class Spacing:
    """At most so many duties in so many days in a row."""

    duties: int
    days: int


Spacings = Mapping[int, Spacing | None]  # by officer; None leaves only the rest after a duty


def spacings_of(month: Month) -> Spacings:
    """Return everybody's widest spacing that counting does not rule out.

    Leaders with a post of their own are counted apart, and sworn officers closer than auxiliaries where each
    post must have one of them.
    """
    posts = [post for post in month.codes.posts if not post.leader]
    leading = sum(_seats_of(month, post) for post in month.codes.posts if post.leader)
    leaders = [o for o in month.officers if o.leader and leading]
    sworn = [o for o in month.officers if o.sworn and o not in leaders]
    auxiliaries = [o for o in month.officers if not o.sworn]
    needed, with_sworn = seats(month) - leading, len(posts)
    steps = _steps(month)
    led = next((s for s in steps if _most(month, leaders, s) >= leading * month.length), None)
    for close, far in sorted(product(range(len(steps)), repeat=2), key=sum):
        most = _most(month, sworn, steps[close])
        everybody = most + _most(month, auxiliaries, steps[far])
        if most >= with_sworn * month.length and everybody >= needed * month.length:
            break
    spacings = ((leaders, led), (sworn, steps[close]), (auxiliaries, steps[far]))
    return {officer.id: spacing for officers, spacing in spacings for officer in officers}


def _steps(month: Month) -> tuple[Spacing | None, ...]:
    interval = month.policy.count("duty.interval")
    if interval <= least_gap(month):
        return (None,)
    return (Spacing(1, interval), Spacing(2, 2 * interval - 1), None)


def _most(month: Month, officers: Collection[Officer], spacing: Spacing | None) -> int:
    return sum(rest_allows(open_days(month, officer), spacing, least_gap(month)) for officer in officers)


def least_gap(month: Month) -> int:
    """Return from which day on after a duty the next may be, by the rest it asks for."""
    return 1 + min((month.codes.known[code].rest_after for code in month.codes.duties), default=0)


def open_days(month: Month, officer: Officer) -> list[int]:
    """Return the days on which somebody may have a duty."""
    duties = [month.codes.known[code] for code in month.codes.duties]
    by_day = any(not code.is_night for code in duties)
    return sorted(day for day in officer.days if by_day or day not in officer.nights_off)


def rest_allows(days: Iterable[int], spacing: Spacing | None, gap: int) -> int:
    """Return how many duties fit on days, each as early as it can be."""
    taken: list[int] = []
    for day in days:
        rested = not taken or day - taken[-1] >= gap
        if rested and (spacing is None or _room(taken, day, spacing)):
            taken.append(day)
    return len(taken)


def _room(taken: list[int], day: int, spacing: Spacing) -> bool:
    """Return whether the duty before last, or the last, is long enough ago."""
    return len(taken) < spacing.duties or day - taken[-spacing.duties] >= spacing.days


def seats(month: Month) -> int:
    """Return how many people a day of duty takes, one after the other where duties are short."""
    return sum(_seats_of(month, post) for post in month.codes.posts)


def _seats_of(month: Month, post: DutyPost) -> int:
    presence = max((month.codes.known[code].presence for code in post.codes), default=DAY)
    return post.required * ceil(Fraction(DAY, max(1, presence)))
