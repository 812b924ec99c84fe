"""A plan that proves something possible, changed by hand and checked row by row, without a solver.

Where one unit may keep fewer, another one of the same pool of officers might instead: the plan with the two
exchanged often proves that too, and saves a search. It is believed only after every row was checked.
"""

from __future__ import annotations

from collections.abc import Collection

from planner.optimise.explain.bench import LeverModel
from planner.optimise.explain.levers import Family, Goal, Lever


def holds(values: list[int], model: LeverModel, goals: Collection[Goal], held: Collection[Lever]) -> bool:
    """Return whether columns meet every row and bound, these targets, and limits that may not be lifted."""
    linear = model.linear()
    if any(not low <= v <= high for v, low, high in zip(values, linear.lower, linear.upper, strict=True)):
        return False
    for row in linear.rows:
        worth = sum(factor * values[column] for column, factor in row.terms.items())
        if (row.lower is not None and worth < row.lower) or (row.upper is not None and worth > row.upper):
            return False
    return all(model.goals[goal].value(values) <= 0 for goal in goals) and all(
        model.levers[lever].value(values) <= 0 for lever in held
    )


def shifted(values: list[int], model: LeverModel, held: Collection[Lever]) -> list[int] | None:
    """Return the plan with officers of units whose minimum is held again exchanged for those of others.

    None where limits of another kind are in the way, or too few officers are left to exchange.
    """
    values = _tight(values, model)
    broken = [lever for lever in held if model.levers[lever].value(values) > 0]
    if any(lever.family is not Family.MINIMUM for lever in broken):
        return None
    free = [lv for lv in model.levers if lv.family is Family.MINIMUM and lv not in held]
    plan = list(values)
    for lever in broken:
        [column] = model.levers[lever].terms
        for index, out in _givers(lever, model):
            pool = model.flows.groups[index].key.pool
            while plan[column] > 0 and plan[out] > 0:
                other = next((o for f in free for o in _room(f, pool, plan, model)), None)
                if other is None:
                    break
                short, taken = other
                plan[out] -= 1
                plan[column] -= 1
                plan[taken] += 1
                plan[short] += 1
        if plan[column] > 0:
            return None
    return plan


def _tight(values: list[int], model: LeverModel) -> list[int]:
    """Return the plan with every minimum lowered no further than its officers need."""
    plan, rows = list(values), model.flows.linear.rows
    for lever, worth in model.levers.items():
        if lever.family is not Family.MINIMUM:
            continue
        [column] = worth.terms
        if not plan[column]:
            continue
        slack = [plan[column]]
        for row in rows:
            if column in row.terms and row.lower is not None:
                there = sum(factor * plan[c] for c, factor in row.terms.items())
                slack.append((there - row.lower) // row.terms[column])
        plan[column] -= min(slack)
    return plan


def _givers(lever: Lever, model: LeverModel) -> list[tuple[int, int]]:
    groups = model.flows.groups
    return [
        (index, column) for index, column in model.flows.out.items() if groups[index].key.home == lever.unit
    ]


def _room(lever: Lever, pool: object, plan: list[int], model: LeverModel) -> list[tuple[int, int]]:
    """Return the lever's column and that of a group of its unit that can give one more to the same pool."""
    [short] = model.levers[lever].terms
    if plan[short] >= model.flows.linear.upper[short]:
        return []
    return [
        (short, out)
        for index, out in _givers(lever, model)
        if model.flows.groups[index].key.pool == pool
        and sum(plan[c] for c in model.flows.leaving(index)) < model.flows.groups[index].size
    ]
