"""How often officers leave or are long absent, as the policy has it, month by month."""

from __future__ import annotations

from dataclasses import dataclass

from planner.policy.policy import Policy

_DAYS_OF_A_MONTH = 30


@dataclass(frozen=True, slots=True)
class Rates:
    """Chances within a month, and for how many firsts of a month somebody is then away."""

    attrition: float
    sickness: float
    sickness_months: int
    maternity: float
    maternity_months: int
    maternity_ages: range  # in whole years


def rates_of(policy: Policy) -> Rates:
    """Return the rates of a policy."""
    return Rates(
        _monthly(policy.count("forecast.attrition")),
        _monthly(policy.count("forecast.sickness")),
        _months(policy.count("forecast.sickness_days")),
        _monthly(policy.count("forecast.maternity")),
        _months(policy.count("forecast.maternity_days")),
        range(policy.count("forecast.maternity_from"), policy.count("forecast.maternity_until")),
    )


def _monthly(per_10_000_a_year: int) -> float:
    """Return the chance in one month that gives this chance in twelve."""
    stays: float = (1.0 - per_10_000_a_year / 10_000) ** (1 / 12)
    return 1.0 - stays


def _months(days: int) -> int:
    """Return the months an absence is seen in, rounded to the nearest, at least one."""
    return max(1, round(days / _DAYS_OF_A_MONTH))
