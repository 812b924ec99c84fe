"""Why duty falls short where it must: what a station's people can keep together at all, once a station."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from planner.audit.frontier_words import sentences
from planner.audit.frontiers import Frontier, crews_of, frontier, terms_by_station
from planner.audit.ledgers import Ledger
from planner.audit.results import Finding, Gravity
from planner.county.state import State
from planner.text import Text

_RULES = ("duty_cover", "field_time")
_KEPT = 512  # frontiers remembered: a recount asks for the same ones again and again


def frontier_findings(state: State, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield for every station whose duty falls short, and has to, what holds together and what would help.

    By the reading of 辖区 in force; where the people suffice nothing is said.
    """
    short = {f.unit for f in findings if f.rule in _RULES and f.gravity is Gravity.NOT_MET}
    stations = [unit for unit in state.stations() if unit.id in short] if short else []
    if not stations:
        return
    wide = state.policy.choice("counting.area") == "station"
    crews, terms = crews_of(state, stations), terms_by_station(state.policy, stations, wide)
    for unit in stations:
        known = _frontier(unit.id, crews[unit.id], terms[unit.id])
        if not known.holds:
            yield _finding(state, known)


_frontier = lru_cache(_KEPT)(frontier)


def _finding(state: State, known: Frontier) -> Finding:
    n, needed = known.crew.sworn, known.smallest
    return Finding(
        "duty_frontier",
        Gravity.WARNING,
        known.unit,
        (),
        n,
        needed if needed is not None else n,
        needed - n if needed is not None else 0,
        Ledger.PRESENT,
        state.date,
        _said(state.unit_name(known.unit), known),
    )


@lru_cache(_KEPT)
def _said(name: str, known: Frontier) -> Text:
    lines = sentences(known)
    return Text(
        f"{name}:{''.join(line.zh for line in lines)}", f"{name}: {' '.join(line.en for line in lines)}"
    )
