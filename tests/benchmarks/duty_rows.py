"""Duty months: filled, repaired and filled for a whole county, beside plain CP-SAT on the same problems."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from operator import itemgetter

from models.rostering.check import check
from models.rostering.problem import WEEK, Problem
from models.run import Limits
from planner.document import Document
from planner.edits.duty import take_roster
from planner.optimise.duty.filling import fill, fill_all, repair
from planner.optimise.duty.frame import Asked, Frame
from planner.optimise.duty.month import Gone, month_of
from planner.optimise.duty.problem_of import problem_of
from planner.optimise.duty.proposal import DutyProposal
from planner.optimise.duty.spacing import spacings_of
from tests.benchmarks.measuring import DIFFERENT, Row, median_seconds
from tests.benchmarks.plain_searches import Answer, by_cp_sat, mended_by_cp_sat
from tests.planner.optimise.duty.stations import Station

DECEMBER = date(2026, 12, 1)
PEER = "CP-SAT"
DAYS_ILL = 3
_LIMIT = Limits(60.0)
_PEER_SECONDS, _PEER_WORKERS = 30.0, 2
_EACH_SECONDS = 10.0  # for one unit of a county
STATIONS = {"at ease": (4, 9, 8, 4), "few leaders": (2, 16, 4, 3)}  # leaders, community, others, auxiliaries


def months(repetitions: int) -> Iterator[Row]:
    """Measure one station's month filled, and repaired after somebody falls ill for three days."""
    for how, (leaders, community, others, auxiliaries) in STATIONS.items():
        station = Station(leaders, community, others, auxiliaries)
        size = f"{leaders + community + others + auxiliaries} × 31"
        yield _filled(f"duty month, {how}: fill", size, station, repetitions)
        yield _repaired(f"duty month, {how}: repair", size, station, repetitions)


def _filled(what: str, size: str, station: Station, repetitions: int) -> Row:
    document, found = station.document, list[DutyProposal]()
    ours = median_seconds(lambda: found.append(fill(document, station.id, DECEMBER, _LIMIT)), repetitions)
    problem = _problem(document, station.id)

    def peer() -> Answer:
        return by_cp_sat(problem, _PEER_SECONDS, _PEER_WORKERS)

    return _beside(Row(what, size, ours, PEER), found[-1], problem, peer, repetitions)


def _repaired(what: str, size: str, station: Station, repetitions: int) -> Row:
    cells = fill(station.document, station.id, DECEMBER, _LIMIT).cells
    document = take_roster(station.document, station.id, DECEMBER, cells)
    ill, first = min((at for at, code in cells.items() if code == "duty" and at[1] > WEEK), key=itemgetter(1))
    gone: Gone = frozenset((ill, first + ahead) for ahead in range(DAYS_ILL))
    found = list[DutyProposal]()
    ours = median_seconds(
        lambda: found.append(repair(document, station.id, DECEMBER, gone, _LIMIT)), repetitions
    )
    begun = month_of(document, station.id, DECEMBER, gone)
    frame = Frame(begun, Asked(spacings_of(begun), spaced=False, mends=True, from_day=first))
    problem, standing = problem_of(frame), frame.standing

    def peer() -> Answer:
        return mended_by_cp_sat(problem, standing, _PEER_SECONDS, _PEER_WORKERS)

    return _beside(Row(what, size, ours, PEER), found[-1], problem, peer, repetitions)


def _beside(
    row: Row, ours: DutyProposal, problem: Problem, peer: Callable[[], Answer], repetitions: int
) -> Row:
    """Return the row with the peer's seconds, and whether both came to the same cost."""
    answers = list[Answer]()
    theirs = median_seconds(lambda: answers.append(peer()), repetitions)
    answer = answers[-1]
    cost = None if answer.roster is None else check(problem, answer.roster).cost
    note = f"{ours.status}, cost {ours.objective}; peer {'optimal' if answer.optimal else 'unproven'}, {cost}"
    if ours.status == "optimal" and answer.optimal and ours.objective != cost:
        note = f"{DIFFERENT}: {note}"
    return replace(row, theirs=theirs, at_least=not answer.optimal, note=note)


def county(officers: int, repetitions: int) -> Iterator[Row]:
    """Measure the months of every station and custody unit of a sample county."""
    from planner.samples import generate
    from tests.planner.samples.as_county import as_county

    document = Document(as_county(generate(1, officers, auxiliaries=officers // 2)))
    found: list[list[DutyProposal]] = []
    ours = median_seconds(lambda: found.append(list(fill_all(document, DECEMBER, _LIMIT))), repetitions)
    problems = [_problem(document, proposal.unit) for proposal in found[-1]]
    begun = time.perf_counter()
    answers = [by_cp_sat(problem, _EACH_SECONDS, _PEER_WORKERS) for problem in problems]
    theirs = time.perf_counter() - begun
    proven, solved = sum(p.status == "optimal" for p in found[-1]), sum(a.optimal for a in answers)
    stations = sum(document.county.units[proposal.unit].is_station for proposal in found[-1])
    note = f"{stations} stations, the rest custody; {proven} optimal, of the peer {solved}"
    late = solved < len(answers)
    yield Row("duty months of a county", f"{len(problems)} units", ours, PEER, theirs, late, note)


def _problem(document: Document, unit: int) -> Problem:
    begun = month_of(document, unit, DECEMBER)
    return problem_of(Frame(begun, Asked(spacings_of(begun))))
