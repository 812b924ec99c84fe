from __future__ import annotations

from models.allocation.linear import Expression, LinearModel, Row, total


def test_expressions_add_up_and_forget_what_cancels() -> None:
    expression = total([0, 1], 3).add(total([1, 2], 1), -1)
    assert expression == Expression(2, {0: 1, 2: -1})
    assert expression.value([5, 7, 1]) == 6


def test_a_constant_moves_to_the_limits_of_a_row() -> None:
    linear = LinearModel()
    column = linear.column(4)
    linear.require(total([column], 3), at_least=5, at_most=6)
    assert linear.rows == [Row({0: 1}, 2, 3)]


def test_the_least_and_the_most_value_take_each_column_at_its_better_end() -> None:
    linear = LinearModel()
    for upper in (4, 7):
        linear.column(upper)
    assert linear.least(Expression(1, {0: 2, 1: -3})) == -20
    assert linear.most(Expression(1, {0: 2, 1: -3})) == 9


def test_a_copy_grows_apart_from_its_original() -> None:
    linear = LinearModel()
    linear.column(1)
    copy = linear.copy()
    copy.require(total([copy.column(2)]), at_least=1)
    assert (len(linear.lower), len(linear.rows)) == (1, 0)
