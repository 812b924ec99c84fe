"""Integer linear programs as plain lists: columns, rows and expressions, all coefficients exact integers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Expression:
    """A constant plus integer multiples of columns."""

    constant: int = 0
    terms: dict[int, int] = field(default_factory=dict)  # column -> coefficient, never 0

    def add(self, other: Expression, times: int = 1) -> Expression:
        """Add `times` another expression to this one, in place, and return this one."""
        self.constant += times * other.constant
        for column, coefficient in other.terms.items():
            self.add_column(column, times * coefficient)
        return self

    def add_column(self, column: int, coefficient: int = 1) -> Expression:
        """Add a multiple of a column to this one, in place, and return this one."""
        total = self.terms.get(column, 0) + coefficient
        if total:
            self.terms[column] = total
        else:
            self.terms.pop(column, None)
        return self

    def value(self, values: list[int]) -> int:
        """Return what the expression is worth where the columns take these values."""
        return self.constant + sum(factor * values[column] for column, factor in self.terms.items())


def total(columns: Iterable[int], constant: int = 0) -> Expression:
    """Return the sum of columns and a constant."""
    expression = Expression(constant)
    for column in columns:
        expression.add_column(column)
    return expression


@dataclass(frozen=True, slots=True)
class Row:
    """One constraint: lower <= terms <= upper, where None is no limit."""

    terms: dict[int, int]
    lower: int | None
    upper: int | None


@dataclass(slots=True)
class LinearModel:
    """A bounded integer program; columns and rows are only ever added.

    A column is not `whole` where whole values of the others make whole values of it possible at no loss:
    the solver then has less to branch on, and optimal objectives are whole all the same.
    """

    lower: list[int] = field(default_factory=list)
    upper: list[int] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    def column(self, upper: int, whole: bool = True) -> int:
        """Add a column from 0 to `upper` and return its index."""
        self.lower.append(0)
        self.upper.append(upper)
        self.whole.append(whole)
        return len(self.lower) - 1

    def require(
        self, expression: Expression, at_least: int | None = None, at_most: int | None = None
    ) -> None:
        """Add lower and upper limits of an expression, both included."""
        constant = expression.constant
        lower = None if at_least is None else at_least - constant
        upper = None if at_most is None else at_most - constant
        self.rows.append(Row(dict(expression.terms), lower, upper))

    def least(self, expression: Expression) -> int:
        """Return the least the columns' bounds allow an expression to be worth; rows are not looked at."""
        worth = expression.constant
        for column, factor in expression.terms.items():
            worth += factor * (self.lower if factor > 0 else self.upper)[column]
        return worth

    def most(self, expression: Expression) -> int:
        """Return the most the columns' bounds allow an expression to be worth; rows are not looked at."""
        return -self.least(Expression().add(expression, -1))

    def copy(self) -> LinearModel:
        """Return a program that can grow without changing this one."""
        return LinearModel(list(self.lower), list(self.upper), list(self.whole), list(self.rows))
