"""Shares as pairs of whole numbers; no rule ever looks at a rounded percentage."""

from __future__ import annotations

from dataclasses import dataclass


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
    """Read "40/100" or "40%"; raise ValueError unless it lies between 0 and 1."""
    text = words.strip()
    if text.endswith(("%", "\uff05")):
        top, bottom = text[:-1], "100"
    else:
        top, _, bottom = text.partition("/")
    share = Share(int(top), int(bottom or 0))
    if share.denominator <= 0 or not 0 <= share.numerator <= share.denominator:
        raise ValueError(words)
    return share
