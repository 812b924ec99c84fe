"""When somebody retires, by the law in force since 2025."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from planner.county.records import Sex
from planner.policy.policy import Policy


@dataclass(frozen=True, slots=True)
class RetirementLaw:
    """The statutory age and how it rises, one month for every `step` months of birth after `from_`.

    Source: decision of the NPC Standing Committee of 13 September 2024, in force from 1 January 2025.
    """

    years: int
    from_: date  # births of this month and later are delayed
    step: int
    most: int

    def retires(self, birth: date) -> date:
        """Return the first day of the month after the month in which somebody born on `birth` retires."""
        months = (birth.year - self.from_.year) * 12 + birth.month - self.from_.month
        delay = min(self.most, -(-max(0, months) // self.step))
        last = birth.year * 12 + birth.month - 1 + self.years * 12 + delay
        return date((last + 1) // 12, (last + 1) % 12 + 1, 1)


def retirement_date(birth: date | None, sex: Sex | None, policy: Policy) -> date | None:
    """Return the first day after service by law, or None where birth or sex is not known."""
    if birth is None or sex is None:
        return None
    return _law(policy, sex).retires(birth)


def retires_on(birth: date | None, sex: Sex | None, laws: Mapping[Sex, RetirementLaw]) -> date | None:
    """Return what `retirement_date` does, by laws looked up once for many people."""
    return None if birth is None or sex is None else laws[sex].retires(birth)


def retirement_laws(policy: Policy) -> Mapping[Sex, RetirementLaw]:
    """Return the law of a policy for men and for women."""
    return {sex: _law(policy, sex) for sex in Sex}


def _law(policy: Policy, sex: Sex) -> RetirementLaw:
    who = "men" if sex is Sex.MALE else "women"
    return RetirementLaw(
        policy.count(f"retirement.{who}_years"),
        date(policy.count(f"retirement.{who}_from_year"), policy.count(f"retirement.{who}_from_month"), 1),
        policy.count("retirement.step"),
        policy.count("retirement.most"),
    )
