"""Names for the flows: which worker does what, at the least hardship the flows allow (design 4.1).

One minimum-cost flow in exact integers. Ties fall by a fixed order: ascending ids of workers and of sites.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

from models.allocation.flows import Flows
from models.allocation.grouping import Group, Pool
from models.allocation.outcome import Assignment
from models.allocation.post_kinds import PostKind
from models.allocation.problem import Worker


@dataclass(slots=True)
class _Network:
    """Arcs of a balanced flow, collected and then solved at once."""

    tails: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    capacities: list[int] = field(default_factory=list)
    costs: list[int] = field(default_factory=list)
    supplies: list[int] = field(default_factory=list)

    def node(self, supply: int = 0) -> int:
        """Add a node and return its index."""
        self.supplies.append(supply)
        return len(self.supplies) - 1

    def arc(self, tail: int, head: int, capacity: int, cost: int = 0) -> int:
        """Add an arc and return its index."""
        self.tails.append(tail)
        self.heads.append(head)
        self.capacities.append(capacity)
        self.costs.append(cost)
        return len(self.tails) - 1

    def flows(self) -> list[int]:
        """Return the flow on every arc of a cheapest balanced flow."""
        solver = SimpleMinCostFlow()
        for arc in zip(self.tails, self.heads, self.capacities, self.costs, strict=True):
            solver.add_arc_with_capacity_and_unit_cost(*arc)
        for node, supply in enumerate(self.supplies):
            solver.set_node_supply(node, supply)
        status = solver.solve()
        if status != solver.OPTIMAL:
            raise AssertionError(f"flows without names: {status}")
        return [solver.flow(arc) for arc in range(len(self.tails))]


def name(flows: Flows, values: list[int]) -> tuple[Assignment, ...]:
    """Return everybody's assignment, by ascending worker id, for these values of the columns."""
    roles = _Roles(flows, values)
    flow = roles.network.flows()
    places: dict[int, tuple[int | None, str]] = {}
    for group in flows.groups:
        places.update((worker.id, (group.key.rest, worker.post)) for worker in group.members)
    for (index, kind), arcs in roles.chosen.items():
        chosen = [worker for worker, arc in arcs if flow[arc]]
        places.update(_not_transferred(flows, flows.groups[index], kind, chosen))
    arrivals: dict[tuple[Pool, int], list[Worker]] = defaultdict(list)
    for index, arcs in roles.out.items():
        leaving = iter([worker for worker, arc in arcs if flow[arc]])
        pool = flows.groups[index].key.pool
        assert pool is not None  # only pools have transfers
        for site, arc in roles.route[index]:
            arrivals[pool, site] += [next(leaving) for _ in range(flow[arc])]
    for (pool, site), workers in arrivals.items():
        places.update(_on_posts(flows, values, pool, site, workers))
    return tuple(Assignment(worker, *places[worker]) for worker in sorted(places))


def _not_transferred(
    flows: Flows, group: Group, kind: PostKind | None, workers: list[Worker]
) -> Iterator[tuple[int, tuple[int | None, str]]]:
    """Place those who stay away (kind None) or take a post of another kind at home."""
    for worker in workers:
        if kind is None:
            yield worker.id, (worker.current, worker.post)
        else:
            post = flows.kinds.open_to(group.key.home, worker.allowed_posts)[kind][0]
            yield worker.id, (group.key.home, post)


def _on_posts(
    flows: Flows, values: list[int], pool: Pool, site: int, workers: list[Worker]
) -> Iterator[tuple[int, tuple[int, str]]]:
    """Give those transferred to a site its posts, the recorded one where it is among them."""
    open_to = flows.kinds.open_to(site, pool.allowed_posts)
    wanted = Counter({kind: values[flows.fill[pool][site, kind]] for kind in open_to})
    rest: list[Worker] = []
    for worker in sorted(workers, key=lambda w: w.id):
        kind = flows.kinds.kind(site, worker.post)
        if worker.post in open_to.get(kind, ()) and wanted[kind]:
            wanted[kind] -= 1
            yield worker.id, (site, worker.post)
        else:
            rest.append(worker)
    for worker, kind in zip(rest, wanted.elements(), strict=True):
        yield worker.id, (site, open_to[kind][0])


class _Roles:
    """The network: a unit from every worker of a group to what the group does, and on to a site."""

    def __init__(self, flows: Flows, values: list[int]) -> None:
        self.network = _Network()
        self.chosen: dict[tuple[int, PostKind | None], list[tuple[Worker, int]]] = {}
        self.out: dict[int, list[tuple[Worker, int]]] = {}
        self.route: dict[int, list[tuple[int, int]]] = {}  # group -> (site, arc)
        self._flows = flows
        self._values = values
        self._scale = 1 + sum(range(1 + sum(group.size for group in flows.groups)))
        self._sinks = self._add_sinks()
        rank = 0
        for index, group in enumerate(flows.groups):
            if any(values[column] for column in flows.leaving(index)):
                self._add_group(index, rank)
            rank += group.size

    def _add_sinks(self) -> dict[Pool, dict[int, int]]:
        sinks: dict[Pool, dict[int, int]] = {}
        for pool, columns in self._flows.fill.items():
            demand: Counter[int] = Counter()
            for (site, _), column in columns.items():
                demand[site] += self._values[column]
            sinks[pool] = {site: self.network.node(-workers) for site, workers in demand.items() if workers}
        return sinks

    def _add_group(self, index: int, rank: int) -> None:
        flows, values, network = self._flows, self._values, self.network
        group = flows.groups[index]
        people = [network.node(1) for _ in group.members]

        def role(node: int, costs: list[int]) -> list[tuple[Worker, int]]:
            arcs = [network.arc(person, node, 1, cost) for person, cost in zip(people, costs, strict=True)]
            return list(zip(group.members, arcs, strict=True))

        left = group.size
        order = range(rank, rank + group.size)
        if index in flows.away and values[flows.away[index]]:
            count = values[flows.away[index]]
            self.chosen[index, None] = role(network.node(-count), list(order))
            left -= count
        for kind in group.key.change_kinds:
            if count := values[flows.change[index, kind]]:
                costs = [w.change_cost * self._scale + r for w, r in zip(group.members, order, strict=True)]
                self.chosen[index, kind] = role(network.node(-count), costs)
                left -= count
        if index in flows.out and values[flows.out[index]]:
            count = values[flows.out[index]]
            node = network.node()
            costs = [w.transfer_cost * self._scale + r for w, r in zip(group.members, order, strict=True)]
            self.out[index] = role(node, costs)
            self.route[index] = list(self._routes(group, node, count))
            left -= count
        role(network.node(-left), [0] * group.size)

    def _routes(self, group: Group, node: int, count: int) -> Iterator[tuple[int, int]]:
        own, pool = self._flows.own_sites(group), group.key.pool
        assert pool is not None  # only pools have transfers
        for site, sink in sorted(self._sinks[pool].items()):
            if site not in own:
                cost = self._flows.problem.travel.get((group.key.home, site), 0)
                yield site, self.network.arc(node, sink, count, cost * self._scale)
