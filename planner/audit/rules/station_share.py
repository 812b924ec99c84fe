"""Station police are at least their share of the county's police."""

from __future__ import annotations

from planner.audit.ledgers import SCALE, Ledger
from planner.audit.results import Finding, Gravity, Margin, Target
from planner.audit.rules import Judgement, Situation
from planner.policy.share import Share
from planner.text import Text

_SHORT = Text(
    "派出所在岗民警 {n} 人,占全局 {base} 人的 {percent}%,要求 {required},差 {short} 人(在编 {books} 人)。",
    "{n} of {base} work in stations ({percent}%), {required} required: {short} short ({books} booked).",
)
_TIGHT = Text(
    "派出所警力占比余量很小:再被抽调 {n} 人即不达标。",
    "The station share is close to its line: it breaks when {n} more are drawn off.",
)


def station_share(situation: Situation) -> Judgement:
    """Judge that station officers are at least 40% of the county's officers (Yunnan's drive, 2019-2020).

    Whom a switch of the policy leaves out of the county's officers is left out of both counts.
    """
    state, ledgers = situation.state, situation.ledgers
    required = state.policy.share("station_share.required")
    stations = [u.id for u in state.stations()]
    targets = []
    for ledger in Ledger:
        s = sum(ledgers.unit(ledger, u).in_base for u in stations)
        t = ledgers.base[ledger]
        short = -(-required.shortfall(s, t) // SCALE[ledger])
        targets.append(Target("station_share", None, ledger, s, t, required, short, required.is_met_by(s, t)))
    here = targets[1]
    margins = share_margins(here.numerator, here.denominator or 0, required)
    return Judgement(tuple(targets), _findings(situation, targets, margins), margins)


def share_margins(stations: int, county: int, required: Share) -> tuple[Margin, ...]:
    """Return what the county can bear before the share breaks; nothing where it is broken or has nobody.

    With a share of p/q: a draw-off takes one from the stations, a departure one from both,
    a recruit to headquarters adds one to the county (design 3.2, closed form).
    """
    p, q = required.numerator, required.denominator
    room = q * stations - p * county
    if room < 0 or not county:
        return ()
    costs = {"draw_off": q, "departure": q - p, "headquarters_recruit": p}
    return tuple(Margin("station_share", None, event, room // c) for event, c in costs.items() if c)


def percent(part: int, whole: int) -> str:
    """Write a share for reading, rounded down to a tenth so that it never looks better than it is."""
    tenths = part * 1000 // whole if whole else 0
    return f"{tenths // 10}.{tenths % 10}"


def _findings(
    situation: Situation, targets: list[Target], margins: tuple[Margin, ...]
) -> tuple[Finding, ...]:
    state, (books, here, _) = situation.state, targets
    base = here.denominator or 0
    if not here.met:
        gravity, message = Gravity.NOT_MET, _SHORT
    elif margins and margins[0].count < state.policy.count("warning.margin"):
        gravity, message = Gravity.WARNING, _TIGHT
    else:
        return ()
    words = message.format(
        n=here.numerator if gravity is Gravity.NOT_MET else margins[0].count + 1,
        base=base,
        percent=percent(here.numerator, base),
        required=here.required_words,
        short=here.shortfall,
        books=books.numerator,
    )
    measured = f"{here.numerator}/{base}"
    return (
        Finding(
            "station_share",
            gravity,
            None,
            (),
            measured,
            here.required,
            here.shortfall,
            Ledger.PRESENT,
            state.date,
            words,
        ),
    )
