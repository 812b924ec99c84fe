"""Nobody is drawn off from a station upward."""

from __future__ import annotations

from datetime import timedelta

from planner.audit.ledgers import Ledger
from planner.audit.results import Finding, Gravity, Target
from planner.audit.rules import Judgement, Situation
from planner.county.state import Placed, State
from planner.text import Text

_AWAY = Text(
    "{unit}{name}(警号{badge})被抽调借调至{place},{days}应返岗。",
    "{name} (badge {badge}) of {unit} is drawn off to {place}{days} and must return.",
)
_KEPT_OVER = Text(
    "{unit}{name}(警号{badge})经批准保留在{place},保留期已于{end}届满,应返岗。",
    "{name} (badge {badge}) of {unit} was kept at {place} with approval until {end} and must return.",
)
_KEPT_SOON = Text(
    "{unit}{name}(警号{badge})经批准保留在{place},将于{end}到期。",
    "{name} (badge {badge}) of {unit} is kept at {place} with approval; that ends on {end}.",
)
_VERIFY = Text(
    "{unit}{name}(警号{badge})在花名册中的文字(备注或状态)表明在{place}工作,台账无记录,请核实。",
    "By the words of the roster (remarks or status) {name} (badge {badge}) of {unit} works at {place}; "
    "no record says so, please verify.",
)


def secondment(situation: Situation) -> Judgement:
    """Judge that nobody is drawn off to another part of the bureau, 州市局, 省厅 or 党政部门.

    Yunnan's drive (2019-2020): all officers drawn off from stations are sent back. Approved ones
    stay in the total; the shortfall leaves them out until their approval ends.
    """
    state = situation.state
    drawn_off = [p for p in state.placed.values() if p.drawn_off]
    due = [p for p in drawn_off if not state.is_kept(p)]
    allowed = state.policy.count("secondment.allowed")
    short = max(0, len(due) - allowed)
    target = Target("secondment", None, Ledger.PRESENT, len(drawn_off), None, allowed, short, short == 0)
    findings = [_finding(p, state, _sentence(p, state), Gravity.VIOLATION) for p in due] if short else []
    findings += [
        _finding(p, state, _fill(_KEPT_SOON, p, state), Gravity.WARNING) for p in _ending(drawn_off, state)
    ]
    findings += [
        _finding(p, state, _fill(_VERIFY, p, state), Gravity.TO_VERIFY)
        for p in drawn_off
        if p.secondment is not None and p.secondment.to_verify
    ]
    return Judgement((target,), tuple(findings))


def _ending(drawn_off: list[Placed], state: State) -> list[Placed]:
    horizon = state.date + timedelta(days=state.policy.count("warning.days"))
    return [
        p
        for p in drawn_off
        if state.is_kept(p)
        and p.secondment
        and p.secondment.kept_until
        and p.secondment.kept_until <= horizon
    ]


def days_away(placed: Placed, state: State) -> int | None:
    """Return for how many days, today included, the officer has been away; None where no start is known."""
    if placed.secondment is None or placed.secondment.from_ is None:
        return None
    return (state.date - placed.secondment.from_).days + 1


def _sentence(placed: Placed, state: State) -> Text:
    return _fill(_KEPT_OVER if placed.kept else _AWAY, placed, state)


def _fill(sentence: Text, placed: Placed, state: State) -> Text:
    days = days_away(placed, state)
    gone = Text("", "") if days is None else Text(f"已{days}天,", f" for {days} days")
    end = placed.secondment.kept_until if placed.secondment else None
    return sentence.format(
        unit=state.unit_name(placed.home),
        name=placed.person.name,
        badge=placed.person.badge_number,
        place=state.working_words(placed),
        days=gone,
        end=end.isoformat() if end else "",
    )


def _finding(placed: Placed, state: State, message: Text, gravity: Gravity) -> Finding:
    allowed = state.policy.count("secondment.allowed")
    short = 1 if gravity is Gravity.VIOLATION else 0
    return Finding(
        "secondment",
        gravity,
        placed.home,
        (placed.person.id,),
        1,
        allowed,
        short,
        Ledger.PRESENT,
        state.date,
        message,
    )
