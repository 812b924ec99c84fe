"""Shares as pairs of whole numbers; no rule ever looks at a rounded percentage."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

_DECIMAL = re.compile(r"(\d{1,9}(?:\.\d{1,20})?) ?(%?)")


@dataclass(frozen=True, slots=True)
class Share:
    """A required or measured share, `numerator` of `denominator`."""

    numerator: int
    denominator: int

    def __str__(self) -> str:
        """Write it as the command line prints it, such as 40/100."""
        return f"{self.numerator}/{self.denominator}"

    @property
    def words(self) -> str:
        """Write it for reading: 40% rather than 40/100, a fraction where it is no whole percentage."""
        hundredths = 100 * self.numerator
        return str(self) if hundredths % self.denominator else f"{hundredths // self.denominator}%"

    def is_met_by(self, part: int, whole: int) -> bool:
        """Return whether `part` of `whole` reaches this share, exactly."""
        return self.denominator * part >= self.numerator * whole

    def least(self, whole: int) -> int:
        """Return the smallest part of `whole` that reaches this share."""
        return -(-self.numerator * whole // self.denominator)

    def shortfall(self, part: int, whole: int) -> int:
        """Return how many are missing from `part` when `whole` is fixed; never negative."""
        return max(0, self.least(whole) - part)


def parse_share(words: str) -> Share:
    """Read 45%, 45, 0.45 or 45/100; raise ValueError unless it lies between 0 and 1, and for a bare 1.

    A sheet gives 100% as 1, where people may mean 1%.
    """
    text = words.strip().replace("\uff05", "%")
    if "/" in text:
        top, _, bottom = text.partition("/")
        share = Share(int(top), int(bottom))
    else:
        share = _share_of(text)
    if share.denominator <= 0 or not 0 <= share.numerator <= share.denominator:
        raise ValueError(words)
    return share


def _share_of(text: str) -> Share:
    """Return a decimal number as a share: a percentage where it is marked so, or above 1."""
    told = _DECIMAL.fullmatch(text)
    number = round(Fraction(told[1]), 6) if told else None
    if told is None or number is None or (number == 1 and not told[2]):
        raise ValueError(text)
    part = number / 100 if told[2] or number > 1 else number
    hundredths = 100 * part
    if hundredths.denominator == 1:
        return Share(hundredths.numerator, 100)
    return Share(part.numerator, part.denominator)
