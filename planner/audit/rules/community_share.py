"""Community officers are at least their share of a station's officers."""

from __future__ import annotations

from planner.audit.ledgers import SCALE, Ledger
from planner.audit.results import CommunityTotals, Finding, Gravity, Margin, Target
from planner.audit.rules import Judgement, Situation
from planner.audit.rules.station_share import percent
from planner.county.records import Unit
from planner.policy.share import Share
from planner.text import Text

_SHORT = Text(
    "{unit}社区民警 {c} 人,占在岗 {n} 人的 {percent}%,要求 {required},差 {short} 人。",
    "{unit} has {c} community officers of {n} present ({percent}%); {required} is required: {short} short.",
)
_COUNTY = Text(
    "各派出所社区民警合计 {c} 人,占在岗 {n} 人的 {percent}%,要求 {required}。",
    "All stations together have {c} community officers of {n} present ({percent}%); {required} is required.",
)


def community_share(situation: Situation) -> Judgement:
    """Judge that community officers are at least 40% of each station's officers, and of all together.

    Dedicated or part-time; leaders only if they hold a beat; stations marked as without 两队一室
    practise 全员化 and are not judged (Yunnan's drive, 2019-2020; 公安部 2019).
    """
    required = situation.state.policy.share("community_share.required")
    judged = [u for u in situation.state.stations() if is_judged(u)]
    targets = [_target(situation, ledger, [u.id], u.id, required) for u in judged for ledger in Ledger]
    targets += [_target(situation, ledger, [u.id for u in judged], None, required) for ledger in Ledger]
    shorts = [t for t in targets if t.ledger is Ledger.PRESENT and not t.met]
    margins = [
        Margin("community_share", t.unit, "departure", margin)
        for t in targets
        if t.ledger is Ledger.PRESENT
        and t.unit is not None
        and (margin := departures(t, required)) is not None
    ]
    return Judgement(tuple(targets), tuple(_finding(t, situation) for t in shorts), tuple(margins))


def is_judged(station: Unit) -> bool:
    """Return whether the community share judges a station: not one that practises 全员化."""
    return station.two_teams_one_office is not False


def departures(target: Target, required: Share) -> int | None:
    """Return how many community officers may leave a station before its share breaks, None if broken."""
    p, q = required.numerator, required.denominator
    room = q * target.numerator - p * (target.denominator or 0)
    if room < 0:
        return None
    return min(target.numerator, room // (q - p) if q > p else target.numerator)


def community_totals(situation: Situation) -> CommunityTotals:
    """Return the county's share without 全员化 stations, and with all their officers but the leaders."""
    judged_c = judged_n = all_c = all_n = 0
    for station in situation.state.stations():
        unit = situation.ledgers.unit(Ledger.PRESENT, station.id)
        if is_judged(station):
            judged_c, judged_n = judged_c + unit.community, judged_n + unit.officers
        else:
            all_c, all_n = all_c + unit.officers - unit.leaders, all_n + unit.officers
    return CommunityTotals((judged_c, judged_n), (judged_c + all_c, judged_n + all_n))


def _target(
    situation: Situation, ledger: Ledger, units: list[int], scope: int | None, required: Share
) -> Target:
    counts = [situation.ledgers.unit(ledger, u) for u in units]
    c, n = sum(u.community for u in counts), sum(u.officers for u in counts)
    short = -(-required.shortfall(c, n) // SCALE[ledger])
    return Target("community_share", scope, ledger, c, n, required, short, required.is_met_by(c, n))


def _finding(target: Target, situation: Situation) -> Finding:
    state = situation.state
    n = target.denominator or 0
    message = (_SHORT if target.unit is not None else _COUNTY).format(
        unit=state.unit_name(target.unit),
        c=target.numerator,
        n=n,
        percent=percent(target.numerator, n),
        required=target.required_words,
        short=target.shortfall,
    )
    return Finding(
        "community_share",
        Gravity.NOT_MET,
        target.unit,
        (),
        f"{target.numerator}/{n}",
        target.required,
        target.shortfall,
        Ledger.PRESENT,
        state.date,
        message,
    )
