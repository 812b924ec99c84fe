"""An impossible target explained, and an edit repaired, at the size of a large county."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from planner.county.records import MoveStatus, Post
from planner.county.state import Standing
from planner.document import Document
from planner.samples import AS_OF
from tests.benchmarks.measuring import Row, median_seconds

_SHARE = "60/100"  # of the sworn officers in stations: more than headquarters can give up


def sample(size: int, seed: int = 1) -> Document:
    """Return a sample county."""
    from planner.samples import generate
    from tests.planner.samples.as_county import as_county

    return Document(as_county(generate(seed, size, auxiliaries=0)))


def explanations(size: int, repetitions: int) -> Iterator[Row]:
    """Measure each explanation of a target that cannot be reached, its problem built anew every time."""
    from planner.optimise.explain.conflict import minimal_conflict
    from planner.optimise.explain.relaxations import cheapest_relaxations
    from planner.optimise.explain.shortfall import quantified
    from planner.optimise.planning import plan

    possible = sample(size)
    document = replace(possible, policy=possible.policy.with_override("station_share.required", _SHARE))
    proposal = plan(document, AS_OF, both=False)
    short = sum(level.value for level in proposal.levels if level.name.startswith("shortage:"))
    asked: tuple[tuple[str, Callable[[], object], Callable[[object], str]], ...] = (
        ("shortage quantified", lambda: quantified(proposal), _many("statements")),
        ("three cheapest relaxations", lambda: cheapest_relaxations(document, AS_OF), _many("relaxations")),
        ("minimal conflict", lambda: minimal_conflict(document, AS_OF), _members),
    )
    for what, work, said in asked:
        seconds = median_seconds(work, repetitions)
        yield Row(what, f"{size} officers", seconds, note=f"{said(work())}; {short} people short")


def _many(what: str) -> Callable[[object], str]:
    def said(found: object) -> str:
        assert isinstance(found, tuple)
        return f"{len(found)} {what}"

    return said


def _members(found: object) -> str:
    from planner.optimise.explain.conflict import Conflict

    assert isinstance(found, Conflict)
    if not found.members:
        return "no conflict" if found.proven else "not known"
    return f"{len(found.members)} members, {'minimal' if found.proven else 'not proven minimal'}"


def repairs(size: int, repetitions: int) -> Iterator[Row]:
    """Measure the repair after three officers of the smallest station have left the service."""
    from planner.optimise.repair import repair

    mended = _mended(sample(size))
    before = mended.audit(AS_OF)
    after = _three_gone(mended).audit(AS_OF)
    found = repair(before, after)
    seconds = median_seconds(lambda: repair(before, after), repetitions)
    note = "nothing broken"
    if found is not None:
        lines = ", ".join(sorted({broken.rule for broken in found.broken}))
        note = f"{len(found.people)} people repair {lines}; {len(found.left)} lines stay short"
    yield Row("repair of an edit", f"{size} officers", seconds, note=note)


def _mended(document: Document) -> Document:
    """Return the county with its plan carried out, so that an edit breaks a line that held."""
    from planner.optimise.planning import plan
    from planner.optimise.proposal import with_moves

    moves = list(plan(document, AS_OF, both=False).moves)
    return replace(document, county=with_moves(document.county, moves, AS_OF, MoveStatus.APPROVED))


def _three_gone(document: Document) -> Document:
    """Return the county once three officers of one station have left the service."""
    now = document.audit(AS_OF).state
    there = [p for p in now.counted() if p.standing is Standing.AT_HOME]
    by_station = Counter(p.home for p in there if p.home in {s.id for s in now.stations()})
    station, _ = min(by_station.items(), key=lambda one: (one[1], one[0]))
    gone = [p.person for p in there if p.home == station and p.post is not Post.LEADER][:3]
    people = {**document.county.people, **{p.id: replace(p, left_on=AS_OF) for p in gone}}
    return replace(document, county=replace(document.county, people=people))
