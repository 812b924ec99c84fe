"""Plausible lives in the service: born, joined, promoted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

_GRADES = (
    (1, ""), (3, "二级警员"), (6, "一级警员"), (10, "四级警长"), (14, "三级警长"), (19, "二级警长"),
    (25, "一级警长"), (31, "四级高级警长"), (99, "三级高级警长"),
)  # fmt: skip
_RANKS = (
    (1, ""), (4, "二级警司"), (8, "一级警司"), (14, "三级警督"), (22, "二级警督"), (99, "一级警督"),
)  # fmt: skip
_HEAD_RANKS = ((15, "三级警督"), (20, "二级警督"), (99, "一级警督"))
OLDEST_MAN, OLDEST_WOMAN = 59 * 12 + 9, 54 * 12 + 9  # in months: the law's delay begins above these


@dataclass(frozen=True, slots=True)
class Career:
    """The dates and titles of one person; every date is the first of a month."""

    birth: date
    joined_work: date
    joined_police: date | None
    in_unit_since: date
    in_position_since: date
    rank: str
    grade: str


def months_before(day: date, months: int) -> date:
    """Return the first of the month some months before that of `day`."""
    count = day.year * 12 + day.month - 1 - months
    return date(count // 12, count % 12 + 1, 1)


def officer_career(as_of: date, female: bool, youngest: int, oldest: int, random: Random) -> Career:
    """Return the career of a sworn officer whose age in years lies between two ages."""
    cap = OLDEST_WOMAN if female else OLDEST_MAN
    age = min(cap, random.randint(youngest * 12, oldest * 12 + 11))
    joined_at = random.randint(21 * 12 + 6, 26 * 12) if random.random() < 0.85 else random.randint(336, 400)
    joined_at = min(joined_at, age - (14 if age > 24 * 12 else 3))
    worked_at = joined_at - random.choice((0, 0, 0, 12, 24, 36)) if joined_at >= 25 * 12 else joined_at
    service = age - joined_at
    in_unit = random.randint(1, min(service, 150))
    in_position = random.randint(1, in_unit)
    head = youngest >= 32
    return Career(
        birth=months_before(as_of, age),
        joined_work=months_before(as_of, age - worked_at),
        joined_police=months_before(as_of, service),
        in_unit_since=months_before(as_of, in_unit),
        in_position_since=months_before(as_of, in_position),
        rank=_by_service(_HEAD_RANKS if head else _RANKS, service),
        grade=_by_service(_GRADES, service),
    )


def probation_career(as_of: date, random: Random) -> Career:
    """Return the career of somebody in the first year, who has no rank yet."""
    service = random.randint(1, 11)
    joined = months_before(as_of, service)
    birth = months_before(joined, random.randint(22 * 12, 25 * 12))
    return Career(birth, joined, joined, joined, joined, "", "")


def civilian_career(as_of: date, random: Random) -> Career:
    """Return the working life of an auxiliary or a member of the support staff."""
    age = random.randint(21 * 12, 50 * 12)
    service = random.randint(1, min(180, age - 19 * 12))
    since = months_before(as_of, service)
    return Career(months_before(as_of, age), since, None, since, since, "", "")


def _by_service(steps: tuple[tuple[int, str], ...], months: int) -> str:
    return next(title for years, title in steps if months < years * 12)
