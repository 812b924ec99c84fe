"""Nobody works for another unit for days on end without a record of it."""

from __future__ import annotations

from planner.audit.elsewhere import HALVES, Elsewhere, worked_elsewhere
from planner.audit.ledgers import Ledger
from planner.audit.results import Finding, Gravity, Target
from planner.audit.rules import Judgement, Situation
from planner.county.day_words import day_words
from planner.county.duty import DutyBook
from planner.county.state import State
from planner.text import Text

_SUSPECTED = Text(
    "{unit}{name}(警号{badge})本月在{place}工作 {n} 天({days}),没有借调记录,超过 {allowed} 天,"
    "疑似未备案借用,请核实。",
    "{name} (badge {badge}) of {unit} worked {n} days at {place} this month ({days}) without a record, more "
    "than {allowed}; a hidden secondment is suspected, please confirm or clear.",
)
_CONFIRMED = Text(
    "{unit}{name}(警号{badge})本月在{place}工作 {n} 天({days}),已认定为未备案借用,应补办手续或返岗。",
    "{name} (badge {badge}) of {unit} worked {n} days at {place} this month ({days}); it is confirmed as a "
    "hidden secondment and must be recorded or end.",
)
_ELSEWHERE = Text("外单位", "another unit")


def hidden_secondment(situation: Situation) -> Judgement:
    """Suspect a hidden secondment where days worked for another unit without a record exceed three a month.

    It is a suspicion until a person confirms or clears it; confirmed, it is a violation whatever the days.
    """
    state = situation.state
    found = suspected(state, situation.duty)
    confirmed = sum(e.confirmed for e in found)
    findings = tuple(_finding(e, state) for e in found)
    if not any(month == state.date.replace(day=1) for _, month in situation.duty.months):
        return Judgement((), findings)
    target = Target("hidden_secondment", None, Ledger.PRESENT, len(found), None, 0, confirmed, confirmed == 0)
    return Judgement((target,), findings)


def suspected(state: State, duty: DutyBook) -> list[Elsewhere]:
    """Return whose month is confirmed as a hidden secondment, or suspected and not cleared."""
    allowed = HALVES * state.policy.count("hidden_secondment.allowed_days")
    return [e for e in worked_elsewhere(state, duty) if e.confirmed or (e.halves > allowed and not e.cleared)]


def _finding(elsewhere: Elsewhere, state: State) -> Finding:
    person = elsewhere.placed.person
    allowed = state.policy.count("hidden_secondment.allowed_days")
    message = (_CONFIRMED if elsewhere.confirmed else _SUSPECTED).format(
        unit=state.unit_name(elsewhere.placed.home),
        name=person.name,
        badge=person.badge_number,
        place="、".join(elsewhere.places) or _ELSEWHERE,
        n=days_count(elsewhere.halves),
        days=day_words(elsewhere.days),
        allowed=allowed,
    )
    return Finding(
        "hidden_secondment",
        Gravity.VIOLATION if elsewhere.confirmed else Gravity.TO_VERIFY,
        elsewhere.placed.home,
        (person.id,),
        days_count(elsewhere.halves),
        allowed,
        1 if elsewhere.confirmed else 0,
        Ledger.PRESENT,
        state.date,
        message,
    )


def days_count(halves: int) -> int | str:
    """Write half-days as days: a whole number, or one and a half as 1.5."""
    return halves // HALVES if halves % HALVES == 0 else f"{halves // HALVES}.5"
