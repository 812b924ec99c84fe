"""Rows that whole columns must obey too and fractional ones need not: they shorten the proof.

Mixed-integer rounding (Nemhauser and Wolsey 1990): from `sum a_j x_j >= b` over whole x_j >= 0 follows
`sum F(a_j) x_j >= ceil(b)` with `F(a) = floor(a) + min(frac(a) / frac(b), 1)`, after division by any number.
All of it is multiplied here by `frac(b)` and the divisor, so that every number stays whole.
"""

from __future__ import annotations

from math import gcd

from models.allocation.linear import Row


def rounded(row: Row, divisor: int) -> Row | None:
    """Return the rounded row after division, in whole coefficients; None where it says nothing new.

    The columns of the row must be whole and at least 0, and the row must have a lower limit.
    """
    if row.lower is None:
        return None
    rest = row.lower % divisor
    if not rest:
        return None
    terms = {column: a // divisor * rest + min(a % divisor, rest) for column, a in row.terms.items()}
    shared = gcd(rest, *terms.values())
    least = (row.lower // divisor + 1) * rest
    return Row({column: a // shared for column, a in terms.items() if a}, least // shared, None)
