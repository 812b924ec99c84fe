"""When somebody retires, by the law in force since 2025."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.county.records import Sex


@dataclass(frozen=True, slots=True)
class RetirementLaw:
    """The statutory age and how it rises, one month for every `step` months of birth after `from_`.

    Source: decision of the NPC Standing Committee of 13 September 2024, in force from 1 January 2025.
    """

    years: int
    from_: date  # births of this month and later are delayed
    step: int = 4
    most: int = 36

    def retires(self, birth: date) -> date:
        """Return the first day of the month after the month in which somebody born on `birth` retires."""
        months = (birth.year - self.from_.year) * 12 + birth.month - self.from_.month
        delay = min(self.most, -(-max(0, months) // self.step))
        last = birth.year * 12 + birth.month - 1 + self.years * 12 + delay
        return date((last + 1) // 12, (last + 1) % 12 + 1, 1)


MEN = RetirementLaw(60, date(1964, 12, 1))
WOMEN = RetirementLaw(55, date(1969, 12, 1))


def retirement_date(birth: date | None, sex: Sex | None) -> date | None:
    """Return the first day after service by law, or None where birth or sex is not known."""
    if birth is None or sex is None:
        return None
    return (MEN if sex is Sex.MALE else WOMEN).retires(birth)
