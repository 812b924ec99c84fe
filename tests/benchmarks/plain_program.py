"""The program of the engine's peers: one Boolean per worker, site and post, as anybody would write it first.

It holds the very same problem with the very same levels, every kind of requirement included.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from models.allocation.bounds import no_worse_than_today
from models.allocation.changes import change_of, changes_post
from models.allocation.counts import Counts, fixed_counts
from models.allocation.problem import Problem, Worker
from models.allocation.requirements import (
    HARDSHIP,
    POST_CHANGES,
    TRANSFERS,
    WHOLE,
    Apart,
    Capacity,
    GroupShare,
    Kept,
    Maximum,
    Minimum,
    Outflow,
    PostMinimum,
    PostShare,
    Requirement,
    Returns,
    TagMinimum,
    Unmoved,
)

Terms = dict[int, int]
Place = tuple[int | None, str]


@dataclass
class PlainProgram:
    """Columns by their upper bound, rows as terms and a lower bound, one objective per level."""

    upper: list[int] = field(default_factory=list)
    rows: list[tuple[Terms, int, bool]] = field(default_factory=list)  # terms, at least, exactly
    levels: dict[str, Terms] = field(default_factory=dict)

    def column(self, upper: int) -> int:
        self.upper.append(upper)
        return len(self.upper) - 1

    def short(self, level: str | None, most: int) -> int | None:
        """Add the column of how many are short, which costs at the level; none where nobody may be."""
        if level is None:
            return None
        column = self.column(max(most, 0))
        self.levels[level][column] = 1
        return column

    def at_least(self, terms: Terms, bound: int, short: int | None, whole: int = 1) -> None:
        """Add a row; whoever is short stands for `whole` of what it counts."""
        self.rows.append((terms if short is None else {**terms, short: whole}, bound, False))


@dataclass(frozen=True, slots=True)
class Choice:
    """One worker at one place, and the column that says so."""

    column: int
    worker: Worker
    site: int | None
    post: str

    @property
    def is_transfer(self) -> bool:
        return change_of(self.worker, self.site, self.post) == "transfer"

    @property
    def is_change(self) -> bool:
        return self.is_transfer or changes_post(self.worker, self.site, self.post)


class Choices:
    """All choices, found by site, by home and by worker, and those who have none."""

    def __init__(self, problem: Problem) -> None:
        self.fixed: Counts = fixed_counts(problem)
        self.at: dict[int | None, list[Choice]] = defaultdict(list)
        self.transfers_from: dict[int, list[Choice]] = defaultdict(list)
        self.of: dict[int, list[Choice]] = defaultdict(list)

    def add(self, choice: Choice) -> None:
        self.at[choice.site].append(choice)
        self.of[choice.worker.id].append(choice)
        if choice.is_transfer:
            self.transfers_from[choice.worker.home].append(choice)

    def present(self, site: int, weighted: bool = False) -> Terms:
        return {c.column: c.worker.weight if weighted else 1 for c in self.at[site]}


def plain_program(problem: Problem) -> PlainProgram:
    """Return the problem with one Boolean for every place every worker may have."""
    problem, _ = no_worse_than_today(problem)
    program = PlainProgram(levels={level: {} for level in problem.all_levels})
    choices = Choices(problem)
    for worker in problem.workers:
        own = [Choice(program.column(1), worker, *place) for place in _places(problem, worker)]
        for choice in own:
            choices.add(choice)
            _price(program, problem, choice)
        program.rows.append(({choice.column: 1 for choice in own}, 1, True))
    for requirement in problem.requirements:
        _require(program, problem, requirement, choices)
    return program


def _places(problem: Problem, worker: Worker) -> Iterator[Place]:
    yield worker.current, worker.post
    if worker.held:
        return
    at_home = worker.current == worker.home
    if worker.must_return:
        yield worker.home, worker.post
    if worker.postable and (at_home or worker.must_return):
        yield from ((worker.home, p) for p in _posts(problem, worker, worker.home) if p != worker.post)
    if worker.movable:
        for site in problem.sites:
            if site.receiver and site.id not in (worker.home, worker.current, *worker.barred):
                yield from ((site.id, post) for post in _posts(problem, worker, site.id))


def _posts(problem: Problem, worker: Worker, site: int) -> list[str]:
    return sorted(worker.allowed_posts & problem.site_by_id[site].posts)


def _price(program: PlainProgram, problem: Problem, choice: Choice) -> None:
    worker, cost = choice.worker, 0
    if choice.site is not None and choice.is_transfer:
        program.levels[TRANSFERS][choice.column] = 1
        cost = worker.transfer_cost + problem.travel.get((worker.home, choice.site), 0)
    elif choice.is_change:
        program.levels[POST_CHANGES][choice.column] = 1
        cost = worker.change_cost
    if cost:
        program.levels[HARDSHIP][choice.column] = cost


def _require(program: PlainProgram, problem: Problem, requirement: Requirement, choices: Choices) -> None:
    match requirement:
        case Returns() | Unmoved() | Outflow() | Apart():
            _limit_changes(program, problem, requirement, choices)
        case Minimum() | Kept():
            _minimum(program, requirement, choices)
        case GroupShare():
            _group_share(program, requirement, choices)
        case PostShare():
            for site in requirement.sites:
                _post_share(program, requirement, site, choices)
        case Capacity():
            for site in requirement.sites:
                _capacity(program, requirement, site, choices)
        case Maximum():
            for site, most in requirement.at_most.items():
                terms = dict.fromkeys(choices.present(site), -1)
                there = choices.fixed.present[site]
                program.at_least(terms, there - most, program.short(requirement.level, there + len(terms)))
        case PostMinimum() | TagMinimum():
            _counted(program, requirement, choices)


def _limit_changes(
    program: PlainProgram,
    problem: Problem,
    requirement: Returns | Unmoved | Outflow | Apart,
    choices: Choices,
) -> None:
    level = requirement.level
    match requirement:
        case Returns():
            due = (worker for worker in problem.workers if worker.must_return)
            for worker in due:
                away = {c.column: -1 for c in choices.of[worker.id] if c.site == worker.current}
                program.at_least(away, 0, program.short(level, 1))
        case Unmoved():
            for worker in problem.workers:
                if requirement.tag in worker.tags:
                    changes = {c.column: -1 for c in choices.of[worker.id] if c.is_change}
                    program.at_least(changes, 0, program.short(level, 1))
        case Outflow():
            for home, most in requirement.at_most.items():
                terms = {c.column: -1 for c in choices.transfers_from[home]}
                program.at_least(terms, -most, program.short(level, len(terms)))
        case Apart():
            for pair in sorted(requirement.pairs):
                _apart(program, pair, program.short(level, 1), choices)


def _minimum(program: PlainProgram, rule: Minimum | Kept, choices: Choices) -> None:
    weighted = isinstance(rule, Minimum) and rule.weighted
    scale, there = (WHOLE, choices.fixed.weight) if weighted else (1, choices.fixed.present)
    for site, least in rule.at_least.items():
        short = program.short(rule.level, least)
        program.at_least(choices.present(site, weighted), scale * least - there[site], short, scale)


def _counted(program: PlainProgram, rule: PostMinimum | TagMinimum, choices: Choices) -> None:
    by_tag = isinstance(rule, TagMinimum)
    standing = choices.fixed.tagged if by_tag else choices.fixed.on_post
    for (site, key), least in rule.at_least.items():
        counted = (c for c in choices.at[site] if (key in c.worker.tags if by_tag else c.post == key))
        terms = {choice.column: 1 for choice in counted}
        program.at_least(terms, least - standing[site, key], program.short(rule.level, least))


def _group_share(program: PlainProgram, rule: GroupShare, choices: Choices) -> None:
    scale, there = (WHOLE, choices.fixed.weight) if rule.weighted else (1, choices.fixed.present)
    terms: Terms = {}
    for site in rule.sites:
        terms |= choices.present(site, rule.weighted)
    bound = rule.at_least - sum(there[site] for site in rule.sites)
    program.at_least(terms, bound, program.short(rule.level, -(-rule.at_least // scale)), scale)


def _post_share(program: PlainProgram, rule: PostShare, site: int, choices: Choices) -> None:
    """Add den * (counting + short) >= num * everybody, for one site."""
    fixed, scale = choices.fixed, WHOLE if rule.weighted else 1
    there = fixed.weight[site] if rule.weighted else fixed.present[site]
    standing = fixed.weight_on(site, rule.posts) if rule.weighted else fixed.on_posts(site, rule.posts)
    terms = {}
    for choice in choices.at[site]:
        weight = choice.worker.weight if rule.weighted else 1
        counts = rule.denominator if choice.post in rule.posts else 0
        terms[choice.column] = weight * (counts - rule.numerator)
    short = program.short(rule.level, len(terms) + fixed.present[site])
    bound = rule.numerator * there - rule.denominator * (rule.sites[site] + standing)
    program.at_least(terms, bound, short, rule.denominator * scale)


def _capacity(program: PlainProgram, rule: Capacity, site: int, choices: Choices) -> None:
    def hours(post: str) -> int:
        return rule.hours.get(post, rule.other)

    terms = {choice.column: hours(choice.post) for choice in choices.at[site]}
    standing = sum(n * hours(post) for (s, post), n in choices.fixed.on_post.items() if s == site)
    short = program.short(rule.level, -(-rule.sites[site] // rule.whole))
    program.at_least(terms, rule.sites[site] - standing, short, rule.whole)


def _apart(program: PlainProgram, pair: tuple[int, int], short: int | None, choices: Choices) -> None:
    """Add, for both of a pair and every site: who is transferred there does not meet the other."""
    for moving, other in (pair, pair[::-1]):
        by_site: dict[int | None, list[Choice]] = defaultdict(list)
        for choice in choices.of[moving]:
            if choice.is_transfer:
                by_site[choice.site].append(choice)
        for site, transfers in by_site.items():
            meeting = [c for c in choices.of[other] if c.site == site]
            if meeting:
                program.at_least(_less(transfers + meeting), -1, short)


def _less(choices: Iterable[Choice]) -> Terms:
    return {choice.column: -1 for choice in choices}
