"""Rows that whole columns must obey too and fractional ones need not: they shorten the proof.

Mixed-integer rounding (Nemhauser and Wolsey 1990): from `sum a_j x_j >= b` over whole x_j >= 0 follows
`sum F(a_j) x_j >= ceil(b)` with `F(a) = floor(a) + min(frac(a) / frac(b), 1)`, after division by any number.
"""

from __future__ import annotations

from fractions import Fraction
from math import floor, lcm

from models.allocation.linear import Row


def rounded(row: Row, divisor: int) -> Row | None:
    """Return the rounded row after division, in whole coefficients; None where it says nothing new.

    The columns of the row must be whole and at least 0, and the row must have a lower limit.
    """
    if row.lower is None:
        return None
    need = Fraction(row.lower, divisor)
    rest = need - floor(need)
    if not rest:
        return None
    factors = {column: _factor(Fraction(a, divisor), rest) for column, a in row.terms.items()}
    scale = lcm(*(factor.denominator for factor in factors.values()))
    terms = {column: int(factor * scale) for column, factor in factors.items() if factor}
    return Row(terms, (floor(need) + 1) * scale, None)


def _factor(coefficient: Fraction, rest: Fraction) -> Fraction:
    whole = floor(coefficient)
    return whole + min((coefficient - whole) / rest, Fraction(1))
