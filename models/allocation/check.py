"""Read a plan without a solver: every rule it breaks, and the true value of every level (design 4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from models.allocation.bounds import no_worse_than_today
from models.allocation.changes import change_of, changes_post
from models.allocation.counts import fixed_counts
from models.allocation.measures import Plan, Shortage, shortages
from models.allocation.outcome import Assignment
from models.allocation.problem import Problem, Worker
from models.allocation.requirements import HARDSHIP, POST_CHANGES, TRANSFERS


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found: `faults` make a plan worthless, `shortages` are the soft requirements it misses."""

    faults: tuple[str, ...]
    broken: tuple[Shortage, ...]  # hard requirements; each is among the faults too
    shortages: tuple[Shortage, ...]
    levels: Mapping[str, int]  # in priority order; empty where the plan is no plan

    @property
    def sound(self) -> bool:
        """Whether the plan breaks nothing that is hard."""
        return not self.faults


def check(problem: Problem, assignments: Iterable[Assignment]) -> Report:
    """Check a plan against a problem, whose broken hard bounds count as "no worse than today"."""
    problem, _ = no_worse_than_today(problem)
    listed = tuple(assignments)
    unreadable = tuple(_unreadable(problem, listed))
    if unreadable:
        return Report(unreadable, (), (), {})
    plan = _plan(problem, listed)
    missed = [shortage for requirement in problem.requirements for shortage in shortages(requirement, plan)]
    broken = tuple(shortage for shortage in missed if shortage.requirement.level is None)
    soft = tuple(shortage for shortage in missed if shortage.requirement.level is not None)
    faults = (*_illegal_changes(plan), *(_sentence(shortage) for shortage in broken))
    return Report(faults, broken, soft, _levels(plan, soft))


def _unreadable(problem: Problem, assignments: tuple[Assignment, ...]) -> Iterator[str]:
    times = Counter(assignment.worker for assignment in assignments)
    for worker in problem.workers:
        if times[worker.id] != 1:
            yield f"worker {worker.id} is assigned {times[worker.id]} times"
    for stranger in sorted(set(times) - set(problem.worker_by_id)):
        yield f"worker {stranger} is unknown"
    for assignment in assignments:
        if assignment.site is not None and assignment.site not in problem.site_by_id:
            yield f"worker {assignment.worker} is assigned to the unknown site {assignment.site}"


def _plan(problem: Problem, assignments: tuple[Assignment, ...]) -> Plan:
    counts = fixed_counts(problem)
    for assignment in assignments:
        counts.add(problem.worker_by_id[assignment.worker], assignment.site, assignment.post)
    return Plan(problem, {a.worker: (a.site, a.post) for a in assignments}, counts)


def _illegal_changes(plan: Plan) -> Iterator[str]:
    for worker in plan.problem.workers:
        site, post = plan.places[worker.id]
        for fault in _change_faults(plan.problem, worker, site, post):
            yield f"worker {worker.id} {fault}"


def _change_faults(problem: Problem, worker: Worker, site: int | None, post: str) -> Iterator[str]:
    if worker.held and site != worker.current:
        yield f"is held where they are but assigned to site {site}"
    elif site == worker.current and site != worker.home:
        if post != worker.post:
            yield f"stays at site {site}, away from home, but takes post {post}"
    elif site == worker.home:
        if worker.current != worker.home and not worker.must_return:
            yield f"comes home to site {site} but is not to return"
        if post != worker.post:
            yield from _post_faults(problem, worker, site, post)
            if not worker.postable:
                yield f"takes post {post} but may not change post"
    elif site is None:
        yield "is assigned to no site"
    else:
        yield from _post_faults(problem, worker, site, post)
        if not worker.movable:
            yield f"is transferred to site {site} but may not be"
        if not problem.site_by_id[site].receiver:
            yield f"is transferred to site {site}, which is no receiver"
        if site in worker.barred:
            yield f"is transferred to site {site}, from which they are barred"


def _post_faults(problem: Problem, worker: Worker, site: int, post: str) -> Iterator[str]:
    if post not in worker.allowed_posts:
        yield f"takes post {post}, which is not allowed"
    if post not in problem.site_by_id[site].posts:
        yield f"takes post {post}, which site {site} does not offer"


def _sentence(shortage: Shortage) -> str:
    where = [
        f"{what} {which}"
        for what, which in (
            ("site", shortage.site),
            ("post", shortage.post),
            ("tag", shortage.tag),
            ("worker", shortage.worker),
        )
        if which is not None
    ]
    return " ".join([f"{type(shortage.requirement).__name__} is broken by {shortage.short}", *where])


def _levels(plan: Plan, soft: tuple[Shortage, ...]) -> dict[str, int]:
    levels = dict.fromkeys(plan.problem.all_levels, 0)
    for shortage in soft:
        levels[str(shortage.requirement.level)] += shortage.short
    for worker in plan.problem.workers:
        site, post = plan.places[worker.id]
        if changes_post(worker, site, post):
            levels[POST_CHANGES] += 1
            levels[HARDSHIP] += worker.change_cost
        if site is not None and change_of(worker, site, post) == "transfer":
            levels[TRANSFERS] += 1
            levels[HARDSHIP] += worker.transfer_cost + plan.problem.travel.get((worker.home, site), 0)
    return levels
