"""Small rostering problems answered by trying everything, and random ones to ask; no code of the engine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, product
from random import Random

from models.rostering.problem import Cover, Problem, Request, Roster, Shift, Tally, Worker

Line = tuple[str | None, ...]
CHANGE = 100_000


def lines_of(problem: Problem, worker: Worker) -> Iterator[Line]:
    """Try every line of a worker, and return those that keep every hard rule."""
    open_: list[list[str | None]] = []
    for day in range(problem.days):
        cell: list[str | None] = [None] if day in worker.days_off else [None, *(s.id for s in problem.shifts)]
        if (worker.id, day) in problem.locked:
            cell = [s for s in cell if s == problem.locked[worker.id, day]]
        open_.append(cell)
    return (line for line in product(*open_) if _kept(problem, worker, line))


def own_cost(problem: Problem, worker: Worker, line: Line) -> int:
    """Return what requests and soft tallies of a worker cost."""
    cost = 0
    for request in problem.requests:
        if request.worker == worker.id and (line[request.day] == request.shift) != request.wanted:
            cost += request.weight
    for tally in problem.tallies:
        if tally.worker == worker.id:
            low, high = _outside(tally, line)
            cost += low * (tally.under or 0) + high * (tally.over or 0)
    return cost


def optimum(problem: Problem) -> int | None:
    """Return the least cost of all rosters; None if there is none."""
    found = _all(problem)
    return min(_covered(problem, added) + cost for added, cost in found.items()) if found else None


def best_repair(problem: Problem, before: Roster) -> tuple[int, int, int] | None:
    """Return the least cost of covers, the fewest changes that reach it, and then the least other cost."""
    found = _all(problem, before)
    if not found:
        return None
    covered, rest = min((_covered(problem, added), rest) for added, rest in found.items())
    return covered, *divmod(rest, CHANGE)


def _all(problem: Problem, before: Roster | None = None) -> dict[tuple[int, ...], int]:
    """Return what all workers together can add to the covers, with the least that their lines cost.

    With a roster before, every changed cell costs more than all else together.
    """
    together = {(0,) * len(problem.covers): 0}
    for worker in problem.workers:
        mine: dict[tuple[int, ...], int] = {}
        for line in lines_of(problem, worker):
            added = tuple(
                int(line[c.day] in c.shifts and (c.tag is None or c.tag in worker.tags))
                for c in problem.covers
            )
            cost = own_cost(problem, worker, line)
            if before is not None:
                cost += CHANGE * sum(s != before.get((worker.id, day)) for day, s in enumerate(line))
            mine[added] = min(cost, mine.get(added, cost))
        whole: dict[tuple[int, ...], int] = {}
        for (had, paid), (more, cost) in product(together.items(), mine.items()):
            both = tuple(map(sum, zip(had, more, strict=True)))
            whole[both] = min(paid + cost, whole.get(both, paid + cost))
        together = whole
    return together


def _covered(problem: Problem, added: Sequence[int]) -> int:
    return sum(
        c.under * (c.required - n) if n < c.required else c.over * (n - c.required)
        for c, n in zip(problem.covers, added, strict=True)
    )


def _outside(tally: Tally, line: Line) -> tuple[int, int]:
    total = tally.carried
    for day, shift in enumerate(line):
        if shift is not None and (tally.days is None or day in tally.days):
            total += tally.values.get(shift, 0)
    low = total if tally.low is None else tally.low
    high = total if tally.high is None else tally.high
    return max(low - total, 0), max(total - high, 0)


def _kept(problem: Problem, worker: Worker, line: Line) -> bool:
    length = {s.id: s.minutes for s in problem.shifts}
    total = sum(length[s] for s in line if s)
    days = [(problem.first_weekday + day, s) for day, s in enumerate(line)]
    weekends = {day // 7 for day, s in days if s and day % 7 >= 5}
    return (
        all(line.count(shift) <= most for shift, most in worker.max_shifts.items())
        and (worker.min_minutes is None or total >= worker.min_minutes)
        and (worker.max_minutes is None or total <= worker.max_minutes)
        and (worker.max_weekends is None or len(weekends) <= worker.max_weekends)
        and _follows(problem, worker, line)
        and _runs(worker, line)
        and not any(
            (t.under is None and _outside(t, line)[0]) or (t.over is None and _outside(t, line)[1])
            for t in problem.tallies
            if t.worker == worker.id
        )
    )


def _follows(problem: Problem, worker: Worker, line: Line) -> bool:
    shifts = {s.id: s for s in problem.shifts}
    whole = [*worker.history, *line]
    for day in range(len(worker.history), len(whole)):
        if whole[day] is None:
            continue
        for back in range(1, day + 1):
            earlier = shifts.get(whole[day - back] or "")
            if earlier and (back <= earlier.rest_after or (back == 1 and whole[day] in earlier.not_next)):
                return False
    return True


def _runs(worker: Worker, line: Line) -> bool:
    whole = [*worker.history, *line]
    spans, day = [], 0
    for works, group in groupby(whole, key=lambda s: s is not None):
        length = len(list(group))
        spans.append((works, day, day + length))
        day += length
    for works, start, end in spans:
        ours = end > len(worker.history)
        if works and ours and worker.max_run is not None and end - start > worker.max_run:
            return False
        closed = start > 0 and len(worker.history) <= end < len(whole)
        if closed and end - start < (worker.min_run if works else worker.min_rest):
            return False
    return True


def tiny(seed: int) -> Problem:
    """Return a random problem with every kind of rule, small enough to try everything."""
    random = Random(seed)
    days, many = random.choice([(4, 3), (5, 2), (5, 3), (6, 2), (7, 2)])
    shifts = (
        Shift("A", random.choice([4, 6]), _some(random, "AB", 0.2), random.choice([0, 0, 0, 1, 2])),
        Shift("B", 8, _some(random, "AB", 0.2), random.choice([0, 0, 0, 1])),
    )
    workers = tuple(_worker(random, number, days, shifts, past=True) for number in range(many))
    covers = tuple(
        Cover(
            random.randrange(days),
            frozenset(random.choice(["A", "B", "AB"])),
            random.randint(0, 3),
            random.randint(0, 9),
            random.randint(0, 4),
            random.choice([None, None, "tag"]),
        )
        for _ in range(random.randint(2, 6))
    )
    tallies = tuple(_tally(random, random.randrange(many), days) for _ in range(random.randint(0, 3)))
    locked = {
        (random.randrange(many), random.randrange(days)): random.choice([None, "A", "B"])
        for _ in range(random.choice([0, 0, 1, 2]))
    }
    wishes = _requests(random, many, days)
    return Problem(days, shifts, workers, covers, wishes, tallies, locked, random.randrange(7))


def tiny_classic(seed: int) -> Problem:
    """Return a random problem of the kind that columns can say all of."""
    random = Random(seed)
    days, many = random.choice([(4, 3), (5, 3), (6, 2), (7, 2), (8, 2)])
    shifts = (
        Shift("A", random.choice([4, 6]), _some(random, "AB", 0.2)),
        Shift("B", 8, _some(random, "AB", 0.2), random.choice([0, 0, 1])),
    )
    workers = tuple(_worker(random, number, days, shifts, past=False) for number in range(many))
    covers = tuple(
        Cover(day, frozenset(shift), random.randint(0, 2), random.randint(1, 9), random.randint(0, 3))
        for day in range(days)
        for shift in "AB"
        if random.random() < 0.8
    )
    locked = {
        (random.randrange(many), random.randrange(days)): random.choice([None, "A"])
        for _ in range(random.choice([0, 0, 1]))
    }
    wishes = _requests(random, many, days)
    return Problem(days, shifts, workers, covers, wishes, locked=locked, first_weekday=random.randrange(7))


def _worker(random: Random, number: int, days: int, shifts: tuple[Shift, ...], past: bool) -> Worker:
    def perhaps(low: int, high: int) -> int | None:
        return random.randint(low, high) if random.random() < 0.5 else None

    least, most = perhaps(0, 4 * days), perhaps(3 * days, 8 * days)
    max_run = perhaps(2, days)
    history = [random.choice([None, "A", "B"]) for _ in range(random.randint(0, 4))] if past else []
    return Worker(
        number,
        {s.id: random.randint(0, days) for s in shifts if random.random() < 0.3},
        min(least or 0, most) if most is not None and least is not None else least,
        most,
        max_run,
        min_run=random.randint(1, min(3, max_run or 3)),
        min_rest=random.randint(1, 3),
        max_weekends=perhaps(0, 1),
        days_off=frozenset(random.sample(range(days), random.choice([0, 0, 1, 2]))),
        tags=frozenset({"tag"} if random.random() < 0.5 else ()),
        history=tuple(history),
    )


def _tally(random: Random, worker: int, days: int) -> Tally:
    low, high = sorted((random.randint(-4, 10), random.randint(0, 14)))
    return Tally(
        "tally",
        worker,
        random.choice([{"A": 1}, {"B": 2}, {"A": 4, "B": 8}, {"A": 1, "B": -1}]),
        random.choice([None, low]),
        random.choice([None, high]),
        random.choice([None, 1, 5]),
        random.choice([None, 2, 5]),
        random.choice([None, frozenset(random.sample(range(days), 3))]),
        random.randint(-2, 4),
    )


def _requests(random: Random, many: int, days: int) -> tuple[Request, ...]:
    return tuple(
        Request(
            random.randrange(many),
            random.randrange(days),
            random.choice("AB"),
            random.randint(1, 5),
            random.random() < 0.5,
        )
        for _ in range(random.randint(0, 6))
    )


def _some(random: Random, of: str, share: float) -> frozenset[str]:
    return frozenset(each for each in of if random.random() < share)
