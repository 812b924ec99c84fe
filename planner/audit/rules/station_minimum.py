"""No station is too small."""

from __future__ import annotations

from planner.audit.ledgers import SCALE, Ledger
from planner.audit.results import Finding, Gravity, Margin, Target
from planner.audit.rules import Judgement, Situation
from planner.policy.policy import Policy
from planner.text import Text

_SHORT = Text(
    "{unit}在岗民警 {n} 人,最低 {required} 人,差 {short} 人(在编 {books} 人)。",
    "{unit} has {n} sworn officers present; the minimum is {required}: {short} short ({books} on the books).",
)


def station_minimum(situation: Situation) -> Judgement:
    """Judge that every station has its five sworn officers (公安部 2019; switch: five or six).

    The number is the pack's for every station; a unit's own 最低人数 may only raise it.
    """
    state, ledgers = situation.state, situation.ledgers
    floor = required_officers(state.policy)
    targets, findings, margins = [], [], []
    for station in state.stations():
        required = max(floor, station.minimum or 0)
        for ledger in Ledger:
            n = ledgers.unit(ledger, station.id).officers
            short = max(0, -(-(required * SCALE[ledger] - n) // SCALE[ledger]))
            targets.append(
                Target("station_minimum", station.id, ledger, n, None, required, short, short == 0)
            )
        n = ledgers.unit(Ledger.PRESENT, station.id).officers
        if n < required:
            message = _SHORT.format(
                unit=station.name,
                n=n,
                required=required,
                short=required - n,
                books=ledgers.unit(Ledger.BOOKS, station.id).officers,
            )
            findings.append(
                Finding(
                    "station_minimum",
                    Gravity.NOT_MET,
                    station.id,
                    (),
                    n,
                    required,
                    required - n,
                    Ledger.PRESENT,
                    state.date,
                    message,
                )
            )
        else:
            margins += [
                Margin("station_minimum", station.id, event, n - required)
                for event in ("draw_off", "departure")
            ]
    return Judgement(tuple(targets), tuple(findings), tuple(margins))


def required_officers(policy: Policy) -> int:
    """Return the pack's least number of officers; one more where it must be exceeded."""
    return policy.count("station_minimum.required") + policy.switch("station_minimum.more_than")
