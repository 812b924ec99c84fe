"""Short ways to say small rostering problems: a line is a text, one letter a day, "-" free."""

from __future__ import annotations

from models.rostering.check import check
from models.rostering.model import solve
from models.rostering.outcome import Outcome
from models.rostering.problem import Cover, Problem, Roster, Shift, Worker

DAY, NIGHT = Shift("D", 8), Shift("N", 12)
SHIFTS = (DAY, NIGHT)


def past(line: str) -> tuple[str | None, ...]:
    """Return a history."""
    return tuple(None if letter == "-" else letter for letter in line)


def roster(*lines: str) -> dict[tuple[int, int], str]:
    """Return the roster of workers 0, 1, and so on."""
    return {(w, d): s for w, line in enumerate(lines) for d, s in enumerate(line) if s != "-"}


def locked(*lines: str) -> dict[tuple[int, int], str | None]:
    """Return locked cells; a dot is open."""
    return {
        (w, d): None if s == "-" else s
        for w, line in enumerate(lines)
        for d, s in enumerate(line)
        if s != "."
    }


def lines(problem: Problem, found: Roster | None) -> list[str]:
    """Return the lines of a roster, as they are written here."""
    assert found is not None
    days = range(problem.days)
    return ["".join(found.get((w.id, d)) or "-" for d in days) for w in problem.workers]


def wants(day: int, shift: str = "D", required: int = 1, under: int = 10, over: int = 0) -> Cover:
    """Return what a day asks of one shift."""
    return Cover(day, frozenset(shift), required, under, over)


def every_day(
    days: int, shift: str = "D", required: int = 1, under: int = 10, over: int = 0
) -> tuple[Cover, ...]:
    """Return the same asked of all days."""
    return tuple(wants(day, shift, required, under, over) for day in range(days))


def alone(worker: Worker, line: str, *, shifts: tuple[Shift, ...] = SHIFTS, weekday: int = 0) -> Problem:
    """Return the problem of one worker whose line is locked, a dot open, who is wanted at day work always."""
    days = len(line)
    covers = every_day(days)
    return Problem(days, shifts, (worker,), covers, locked=locked(line), first_weekday=weekday)


def solved(problem: Problem) -> Outcome:
    """Return a proven optimum that has passed its check once more."""
    outcome = solve(problem)
    assert outcome.status == "optimal"
    assert outcome.roster is not None
    report = check(problem, outcome.roster)
    assert report.sound
    assert report.cost == outcome.objective == outcome.bound
    assert report.shortages == outcome.shortages
    return outcome


def line(problem: Problem) -> str:
    """Return the first worker's line of an optimal roster."""
    return lines(problem, solved(problem).roster)[0]


def impossible(problem: Problem) -> bool:
    """Return whether the engine proves that there is no roster."""
    outcome = solve(problem)
    return outcome.status == "infeasible" and outcome.roster is None


def broken(problem: Problem, *written: str) -> list[tuple[str, int, int | None]]:
    """Return rule, worker and day of everything the check finds in a roster."""
    return [(f.rule, f.worker, f.day) for f in check(problem, roster(*written)).faults]
