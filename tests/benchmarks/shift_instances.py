"""The public Shift Scheduling instances of Curtois and Qu (2014), read into rostering problems."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from models.rostering.problem import Cover, Problem, Request, Roster, Shift, Worker

Row = list[str]
T = TypeVar("T")


@dataclass(frozen=True)
class Instance:
    """A problem, and what its file calls the workers, in its order."""

    problem: Problem
    names: tuple[str, ...]


def read_instance(path: Path) -> Instance:
    """Return the instance of a file; raise ValueError that names what it lacks or what cannot be read."""
    try:
        sections = _sections(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as fault:
        raise ValueError(f"{path.name} is not text in UTF-8") from fault
    for needed in ("HORIZON", "SHIFTS", "STAFF", "COVER"):
        if not sections.get(needed):
            raise ValueError(f"{path.name} has no SECTION_{needed}")
    try:
        return _instance(sections)
    except ValueError as fault:
        raise ValueError(f"{path.name} cannot be read: {fault}") from fault


def _sections(words: str) -> Mapping[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    rows: list[Row] = []
    for line in map(str.strip, words.splitlines()):
        if line.startswith("SECTION_"):
            rows = found.setdefault(line.removeprefix("SECTION_"), [])
        elif line and not line.startswith("#"):
            rows.append([cell.strip() for cell in line.split(",")])
    return found


def _instance(sections: Mapping[str, list[Row]]) -> Instance:
    def read(section: str, reading: Callable[[Row], T]) -> list[T]:
        found = []
        for row in sections.get(section, []):
            try:
                found.append(reading(row))
            except (IndexError, KeyError, ValueError) as fault:
                raise ValueError(f"SECTION_{section} has the row {','.join(row)}") from fault
        return found

    names = tuple(read("STAFF", lambda row: row[0]))
    number = {name: i for i, name in enumerate(names)}
    off: dict[int, frozenset[int]] = dict(
        read("DAYS_OFF", lambda row: (number[row[0]], frozenset(int(d) for d in row[1:] if d)))
    )
    wishes = [
        wish
        for section, wanted in (("SHIFT_ON_REQUESTS", True), ("SHIFT_OFF_REQUESTS", False))
        for wish in read(section, partial(_request, number, wanted))
    ]
    problem = Problem(
        days=read("HORIZON", lambda row: int(row[0]))[0],
        shifts=tuple(read("SHIFTS", _shift)),
        workers=tuple(read("STAFF", lambda row: _worker(number[row[0]], row, off))),
        covers=tuple(read("COVER", _cover)),
        requests=tuple(wishes),
    )
    return Instance(problem, names)


def _shift(row: Row) -> Shift:
    barred = row[2].split("|") if len(row) > 2 else ()
    return Shift(row[0], int(row[1]), frozenset(filter(None, barred)))


def _cover(row: Row) -> Cover:
    day, shift, required, under, over = row
    return Cover(int(day), frozenset({shift}), abs(int(required)), int(under), int(over))


def _request(number: Mapping[str, int], wanted: bool, row: Row) -> Request:
    name, day, shift, weight = row
    return Request(number[name], int(day), shift, abs(int(weight)), wanted)


def _worker(id_: int, row: Row, off: Mapping[int, frozenset[int]]) -> Worker:
    most = dict(pair.split("=") for pair in row[1].split("|") if pair)
    longest, shortest, max_run, min_run, min_rest, weekends = (int(cell) for cell in row[2:8])
    return Worker(
        id_,
        {shift: int(n) for shift, n in most.items()},
        min_minutes=shortest,
        max_minutes=longest,
        max_run=max_run,
        min_run=min_run,
        min_rest=min_rest,
        max_weekends=weekends,
        days_off=off.get(id_, frozenset()),
    )


def written(instance: Instance, roster: Roster) -> str:
    """Return a roster as one line `worker<TAB>day<TAB>shift` per assignment."""
    lines = (f"{instance.names[w]}\t{day}\t{shift}\n" for (w, day), shift in sorted(roster.items()))
    return "".join(lines)


def roster_of(instance: Instance, words: str) -> Roster:
    """Return the roster that such lines say; raise ValueError for any other line, or two for one day."""
    number = {name: i for i, name in enumerate(instance.names)}
    roster: dict[tuple[int, int], str] = {}
    for line in words.splitlines():
        try:
            name, day, shift = line.split("\t")
            at = number[name], int(day)
        except (KeyError, ValueError) as fault:
            raise ValueError(f"the line {line!r} is no assignment") from fault
        if at in roster:
            raise ValueError(f"{name} has two shifts on day {day}")
        roster[at] = shift
    return roster
