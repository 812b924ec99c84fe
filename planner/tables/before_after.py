"""The planned figures before and after some moves, on the present ledger."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from planner.audit.ledgers import Ledger
from planner.audit.results import Audit, Target
from planner.county.state import Placed, Standing
from planner.policy.settings import RULES
from planner.tables.figures import DRAWN_OFF, Verdict, ratio_words
from planner.text import Text, same

_MEETING = Text("{rule}:达标所", "{rule} met")
_NO_STATION = Text("无应评派出所", "no station is judged")
_SHORT = Text("共缺 {before} → {after} 人", "short {before} → {after}")
_COUNTS = Text(
    "{before}/{base_before} → {after}/{base_after},要求 ≥ {required}",
    "{before}/{base_before} → {after}/{base_after}, ≥ {required}",
)
_PEOPLE = Text("{n} 人", "{n}")
_DUE = Text("应返岗 {before} → {after} 人,其中局外 {outside} 人", "due {before} → {after}, outside {outside}")


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One figure before and after, in words, and how it stands afterwards."""

    key: str
    title: Text
    before: Text
    after: Text
    detail: Text
    verdict: Verdict

    @property
    def changes(self) -> bool:
        """Whether the words differ."""
        return self.before != self.after


def figure_changes(before: Audit, after: Audit) -> tuple[FigureChange, ...]:
    """Return the four planned figures before and after; a rule that is off has none."""
    makers: tuple[Callable[[Audit, Audit], FigureChange | None], ...] = (
        _station_share,
        lambda b, a: _stations_met("community_share", b, a),
        lambda b, a: _stations_met("station_minimum", b, a),
        _drawn_off,
    )
    return tuple(found for make in makers if (found := make(before, after)) is not None)


def _station_share(before: Audit, after: Audit) -> FigureChange | None:
    was, now = before.target("station_share"), after.target("station_share")
    if was is None or now is None:
        return None
    detail = _COUNTS.format(
        before=was.numerator,
        base_before=was.denominator,
        after=now.numerator,
        base_after=now.denominator,
        required=now.required_words,
    )
    return FigureChange(
        "station_share",
        RULES["station_share"],
        same(ratio_words(was)),
        same(ratio_words(now)),
        detail,
        "met" if now.met else "not_met",
    )


def _stations_met(rule: str, before: Audit, after: Audit) -> FigureChange | None:
    if not after.state.policy.is_on(rule):
        return None
    was, now = _judged(rule, before), _judged(rule, after)
    detail = _SHORT.format(before=sum(t.shortfall for t in was), after=sum(t.shortfall for t in now))
    verdict: Verdict = "no_data" if not now else "met" if all(t.met for t in now) else "not_met"
    title = _MEETING.format(rule=RULES[rule])
    return FigureChange(rule, title, _meeting(was), _meeting(now), detail, verdict)


def _judged(rule: str, audit: Audit) -> list[Target]:
    return [t for t in audit.targets if (t.rule, t.ledger) == (rule, Ledger.PRESENT) and t.unit is not None]


def _meeting(targets: list[Target]) -> Text:
    return same(f"{sum(t.met for t in targets)}/{len(targets)}") if targets else _NO_STATION


def _drawn_off(before: Audit, after: Audit) -> FigureChange | None:
    was, now = before.target("secondment"), after.target("secondment")
    if was is None or now is None:
        return None
    outside = sum(p.standing is Standing.SECONDED_OUTSIDE for p in _due(after))
    detail = _DUE.format(before=len(_due(before)), after=len(_due(after)), outside=outside)
    return FigureChange(
        "drawn_off",
        DRAWN_OFF,
        _PEOPLE.format(n=was.numerator),
        _PEOPLE.format(n=now.numerator),
        detail,
        "met" if now.met else "violation",
    )


def _due(audit: Audit) -> list[Placed]:
    return [p for p in audit.state.placed.values() if p.drawn_off and not audit.state.is_kept(p)]
