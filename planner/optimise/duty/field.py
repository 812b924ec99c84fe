"""Field time of a dedicated community officer's month, as whole numbers that a plan can add up."""

from __future__ import annotations

from math import gcd

from planner.optimise.duty.month import Month, Officer
from planner.policy.duty_codes import DutyCode, DutyKind, Field
from planner.policy.policy import Policy

_WORKING = (DutyKind.DUTY, DutyKind.STANDBY, DutyKind.WORK, DutyKind.AWAY)


def is_judged(month: Month, officer: Officer) -> bool:
    """Return whether the share is asked of somebody."""
    return officer.dedicated and month.policy.is_on("field_time")


def field_hours(code: DutyCode, policy: Policy) -> int:
    """Return the hours of a code that are field time by the reading of 辖区 in force."""
    wide = policy.choice("counting.area") == "station"
    places = (Field.BEAT, Field.STATION) if wide else (Field.BEAT,)
    return code.counted if code.kind in _WORKING and code.field in places else 0


def working_hours(code: DutyCode) -> int:
    """Return the hours of a code that are working time; leave and rest have none."""
    return code.counted if code.kind in _WORKING else 0


def ratio(policy: Policy) -> tuple[int, int]:
    """Return the required share in lowest terms."""
    share = policy.share("field_time.required")
    common = gcd(share.numerator, share.denominator)
    return share.numerator // common, share.denominator // common


def value(code: DutyCode, policy: Policy) -> int:
    """Return what a day with a code adds to the share: the sum over a month must not be negative."""
    part, whole = ratio(policy)
    return whole * field_hours(code, policy) - part * working_hours(code)


def most_duties(month: Month, officer: Officer) -> int:
    """Return how many duties the share leaves room for, if each takes one working day from the beat."""
    duties = [value(month.codes.known[code], month.policy) for code in month.codes.duties]
    worst = min(duties, default=0)
    if not is_judged(month, officer) or worst >= 0 or officer.ordinary is None:
        return month.length
    gain = max(0, value(month.codes.known[officer.ordinary], month.policy))
    return max(0, gain * len(officer.days & month.workdays) // (gain - worst))
