"""What can be wrong with a problem's sites, workers and levels, each in one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from models.allocation.requirement_faults import requirement_faults
from models.allocation.requirements import CHANGE_LEVELS

if TYPE_CHECKING:
    from models.allocation.problem import Problem, Site, Worker


def faults_of(problem: Problem) -> tuple[str, ...]:
    """Return every fault of a problem, in a fixed order."""
    sites = {site.id: site for site in problem.sites}
    workers = {worker.id for worker in problem.workers}
    found: list[str] = []
    found += _repeated("site", (site.id for site in problem.sites))
    found += _repeated("worker", (worker.id for worker in problem.workers))
    for site in problem.sites:
        found += _site_faults(site)
    for worker in problem.workers:
        found += _worker_faults(worker, sites)
    found += _travel_faults(problem.travel, sites)
    found += _level_faults(problem)
    for requirement in problem.requirements:
        name = type(requirement).__name__
        found += [f"{name}: {fault}" for fault in requirement_faults(requirement, sites, workers)]
    return tuple(found)


def _repeated(what: str, ids: Iterable[int]) -> Iterator[str]:
    for id_, times in Counter(ids).items():
        if times > 1:
            yield f"{what} {id_} is given {times} times"


def _site_faults(site: Site) -> Iterator[str]:
    for post, count in site.fixed.items():
        if count < 0:
            yield f"site {site.id} has {count} fixed workers on post {post}"
    for post, weight in site.fixed_weight.items():
        if weight < 0:
            yield f"site {site.id} has fixed workers of weight {weight} on post {post}"
    for tag, count in site.fixed_tags.items():
        if not 0 <= count <= site.fixed_total:
            yield f"site {site.id} has {count} fixed workers with tag {tag} among {site.fixed_total}"


def _worker_faults(worker: Worker, sites: Mapping[int, Site]) -> Iterator[str]:
    who = f"worker {worker.id}"
    if worker.home not in sites:
        yield f"{who} has the unknown home site {worker.home}"
    if worker.current is not None and worker.current not in sites:
        yield f"{who} is at the unknown site {worker.current}"
    for site in sorted(worker.barred - set(sites)):
        yield f"{who} is barred from the unknown site {site}"
    if worker.transfer_cost < 0 or worker.change_cost < 0:
        yield f"{who} has a negative hardship cost"
    if worker.weight < 0:
        yield f"{who} has the negative weight {worker.weight}"
    if worker.held:
        yield from _held_faults(worker)
    if worker.must_return:
        yield from _return_faults(worker, sites)
    elif worker.current is None:
        yield f"{who} is outside all sites but need not return"


def _held_faults(worker: Worker) -> Iterator[str]:
    if not worker.must_return:
        yield f"worker {worker.id} is held but need not return"
    if worker.movable or worker.postable:
        yield f"worker {worker.id} is held but may change"


def _return_faults(worker: Worker, sites: Mapping[int, Site]) -> Iterator[str]:
    if worker.home in sites and not sites[worker.home].receiver:
        yield f"worker {worker.id} must return to site {worker.home}, which is no receiver"
    if worker.current in sites and worker.current is not None and sites[worker.current].receiver:
        yield f"worker {worker.id} must return but is at receiver {worker.current}"


def _travel_faults(travel: Mapping[tuple[int, int], int], sites: Mapping[int, Site]) -> Iterator[str]:
    for (home, target), cost in travel.items():
        if home not in sites or target not in sites:
            yield f"travel from {home} to {target} names an unknown site"
        if cost < 0:
            yield f"travel from {home} to {target} costs {cost}"


def _level_faults(problem: Problem) -> Iterator[str]:
    for level, times in Counter(problem.levels).items():
        if times > 1:
            yield f"level {level} is given {times} times"
        if level in CHANGE_LEVELS:
            yield f"level {level} always comes last and cannot be given"
    used = {requirement.level for requirement in problem.requirements} - {None}
    for unknown in sorted(str(level) for level in used - set(problem.levels)):
        yield f"level {unknown} has no place in the priority order"
    for empty in sorted(set(problem.levels) - used):
        yield f"level {empty} has no requirement"
