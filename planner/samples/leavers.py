"""People on the roster who are no longer, or soon no longer, serving; and one who is not the bureau's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from random import Random

from planner.county.records import Sex
from planner.county.retirement import retirement_date
from planner.policy.policy import default_policy
from planner.samples.careers import months_before, officer_career
from planner.samples.records import SWORN, SamplePerson, SampleUnit, Trap
from planner.samples.staffing import Hiring

UNKNOWN_STATUS = "见附件"


def gone(people: Sequence[SamplePerson], traps: frozenset[Trap], hiring: Hiring) -> Iterator[SamplePerson]:
    """Yield rows of people who left in the last months, and one whose status says nothing; none counts."""
    plain = [p for p in people if p.is_sworn and not p.is_head]
    random, as_of = hiring.random, hiring.as_of
    for _ in range(1 + len(plain) // 120):
        birth, left_on = _retiring(as_of, random.randint(0, 6), before=True)
        yield _row(random.choice(plain), hiring, birth, status="退休", left_on=left_on,
                   remarks=f"{left_on.year}年{left_on.month}月退休")  # fmt: skip
    left_on = months_before(as_of, random.randint(1, 5))
    yield _row(random.choice(plain), hiring, None, status="调离", left_on=left_on, remarks="调州外单位工作")
    if Trap.UNKNOWN_STATUS in traps:
        yield _row(random.choice(plain), hiring, None, status=UNKNOWN_STATUS)


def guest(neighbour: SampleUnit, hiring: Hiring) -> SamplePerson:
    """Return an officer on another bureau's books who works here."""
    career = officer_career(hiring.as_of, False, 28, 45, hiring.random)
    return SamplePerson(
        number=0,
        name=hiring.names.next(False),
        badge=hiring.badge(),
        female=False,
        birth=career.birth,
        category=SWORN,
        unit=neighbour.name,
        post="办案",
        position="民警",
        rank=career.rank,
        grade=career.grade,
        joined_work=career.joined_work,
        joined_police=career.joined_police,
        in_unit_since=career.in_unit_since,
        remarks="外单位民警，在我局工作",
    )


def near_retirement(person: SamplePerson, as_of: date, random: Random) -> SamplePerson:
    """Return the person as a man who retires within a year, his date already fixed."""
    birth, left_on = _retiring(as_of, random.randint(1, 11), before=False)
    return replace(
        person,
        birth=birth,
        left_on=left_on,
        joined_work=months_before(birth, -22 * 12),
        joined_police=months_before(birth, -23 * 12),
        rank="一级警督",
        grade="三级高级警长",
        remarks=f"{left_on.year}年{left_on.month}月到龄",
    )


def _retiring(as_of: date, months: int, before: bool) -> tuple[date, date]:
    """Return the birth and the first day not served of a man who retires some months before or after."""
    wanted, policy = months_before(as_of, months if before else -months), default_policy()
    for age in range(59 * 12, 64 * 12):
        birth = months_before(wanted, age)
        left_on = retirement_date(birth, Sex.MALE, policy)
        if left_on is not None and left_on <= wanted:
            return birth, left_on
    raise AssertionError("the law knows no age above 63")


def _row(like: SamplePerson, hiring: Hiring, birth: date | None, **changes: str | date) -> SamplePerson:
    as_of = hiring.as_of
    joined = months_before(as_of, 8 * 12) if birth is None else months_before(birth, -23 * 12)
    return replace(
        like,
        number=0,
        name=hiring.names.next(False),
        badge=hiring.badge(),
        female=False,
        birth=birth or months_before(as_of, hiring.random.randint(30 * 12, 50 * 12)),
        category=SWORN,
        joined_work=joined,
        joined_police=joined,
        in_unit_since=months_before(as_of, 40),
        rank="二级警督" if birth is None else "一级警督",
        extra={**like.extra, "联系电话": f"6{hiring.random.randrange(100_000):05}"},
        **changes,  # type: ignore[arg-type]
    )
