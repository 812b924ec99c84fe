"""The hardship level: who of each group, and from where to where, as columns of their own (design 4.1).

Within a group the hardship of the k workers chosen is convex in k, so equal workers are one bounded column;
origins with the same travel costs to every receiver are one origin.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from models.allocation.flows import Flows
from models.allocation.grouping import Pool
from models.allocation.linear import Expression, total

Origin = tuple[tuple[int, ...], frozenset[int]]  # travel cost by receiver, receivers of its own


def add_hardship(flows: Flows) -> Expression:
    """Add the columns of the hardship level to the flows' model, and return their cost."""
    cost = Expression()
    for index in range(len(flows.groups)):
        _add_personal(flows, index, cost)
    for pool, origins in _origins(flows).items():
        _add_travel(flows, pool, origins, cost)
    return cost


def _add_personal(flows: Flows, index: int, cost: Expression) -> None:
    """Choose who of a group is transferred and who changes post; nobody does both."""
    group = flows.groups[index]
    changing = [flows.change[index, kind] for kind in group.key.change_kinds]
    out = flows.out.get(index)
    costs = Counter(
        (w.transfer_cost if out is not None else 0, w.change_cost if changing else 0) for w in group.members
    )
    if len(costs) == 1:
        [(transfer, change)] = costs
        if out is not None:
            cost.add_column(out, transfer)
        cost.add(total(changing), change)
        return
    transferred, changed = Expression(), Expression()
    for (transfer, change), workers in sorted(costs.items()):
        chosen = Expression()
        if out is not None:
            chosen.add_column(_choice(flows, workers, transfer, transferred, cost))
        if changing:
            chosen.add_column(_choice(flows, workers, change, changed, cost))
        if len(chosen.terms) > 1:
            flows.linear.require(chosen, at_most=workers)
    if out is not None:
        flows.linear.require(transferred.add_column(out, -1), at_least=0, at_most=0)
    if changing:
        flows.linear.require(changed.add(total(changing), -1), at_least=0, at_most=0)


def _choice(flows: Flows, workers: int, each: int, chosen: Expression, cost: Expression) -> int:
    column = flows.linear.column(workers, whole=False)
    chosen.add_column(column)
    cost.add_column(column, each)
    return column


def _origins(flows: Flows) -> dict[Pool, dict[Origin, list[int]]]:
    receivers = flows.receivers
    travel = flows.problem.travel
    origins: dict[Pool, dict[Origin, list[int]]] = defaultdict(lambda: defaultdict(list))
    for index in flows.out:
        group = flows.groups[index]
        assert group.key.pool is not None  # only pools have transfers
        costs = tuple(travel.get((group.key.home, site), 0) for site in receivers)
        origins[group.key.pool][costs, flows.own_sites(group)].append(index)
    return origins


def _add_travel(flows: Flows, pool: Pool, origins: dict[Origin, list[int]], cost: Expression) -> None:
    """Route what a pool's origins give to the sites it fills."""
    filled: dict[int, Expression] = defaultdict(Expression)
    for (site, _), column in flows.fill[pool].items():
        filled[site].add_column(column)
    for (costs, own), groups in origins.items():
        given = total(flows.out[index] for index in groups)
        supply = sum(flows.groups[index].size for index in groups)
        for site, each in zip(flows.receivers, costs, strict=True):
            if site in filled and site not in own:
                arc = flows.linear.column(supply, whole=False)
                given.add_column(arc, -1)
                filled[site].add_column(arc, -1)
                cost.add_column(arc, each)
        flows.linear.require(given, at_least=0, at_most=0)
    for balance in filled.values():
        flows.linear.require(balance, at_least=0, at_most=0)
