"""Why each move is proposed: the shortage it removes, told by what would be missing without it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from planner.audit.ledgers import Ledger
from planner.audit.results import Audit
from planner.audit.rules.secondment import days_away
from planner.county.state import Placed
from planner.optimise.constraints.planned import planned_rules, planning_ledger
from planner.optimise.proposal import ProposedMove
from planner.optimise.tally import Shortfalls, tally_of
from planner.text import Text

_SENTENCE = Text("{parts}。", "{parts}.")
_RETURN = Text(
    "{home}民警被抽调借调至{place}{days},应返岗",
    "drawn off from {home} to {place}{days} and due to return",
)
_MINIMUM = Text(
    "{unit}{counted} {before} 人,调整后 {after} 人,最低 {required} 人,少此一步差 {gain} 人",
    "{unit} has {before} {counted}, {after} with the plan, {required} required:"
    " without this move {gain} short",
)
_SHARE = Text(
    "派出所{counted} {before} 人,调整后 {after} 人,按 {required} 须有 {least} 人(全局 {base} 人),"
    "少此一步差 {gain} 人",
    "stations have {before} of {base}, {after} with the plan, {least} needed for {required}:"
    " without this move {gain} short",
)
_COMMUNITY = Text(
    "{unit}社区民警 {before} 人({counted} {n_before} 人),调整后 {after} 人(在岗 {n_after} 人),"
    "要求 {required},少此一步差 {gain} 人",
    "{unit} has {before} community officers of {n_before}, {after} of {n_after} with the plan,"
    " {required} required: without this move {gain} short",
)
_HOURS = Text(
    "{unit}每月值班等任务 {needed} 工时,可用 {before} 工时,调整后 {after} 工时,少此一步差 {gain} 人",
    "{unit} owes {needed} hours a month for duty, has {before}, {after} with the plan:"
    " without this move {gain} short",
)
_TOGETHER = Text(
    "与同批其他调整配合,使各项缺口合计最小:{places}",
    "together with the other moves it keeps all shortages least: {places}",
)
_PLACE = Text(
    "{unit}{counted} {before} 人,调整后 {after} 人", "{unit} has {before} {counted}, {after} with the plan"
)
_COUNTED = {Ledger.PRESENT: Text("在岗", "present"), Ledger.EFFECTIVE: Text("折算", "effective")}


def with_reasons(moves: Iterable[ProposedMove], before: Audit, after: Audit) -> tuple[ProposedMove, ...]:
    """Return the moves with their reasons, in both languages, with the numbers before and after the plan."""
    reasoner = _Reasoner(before, after)
    return tuple(replace(move, reason=reasoner.reason(move)) for move in moves)


class _Reasoner:
    """Both tallies of a plan, read once and asked for every move."""

    def __init__(self, before: Audit, after: Audit) -> None:
        self._before, self._after = before, after
        self._state = before.state
        self._policy = before.state.policy
        self._rules = planned_rules(before.state)
        self._then, self._now = tally_of(before.state), tally_of(after.state)
        self._counted = _COUNTED[planning_ledger(before.state)]
        self._stations = {u.id: u for u in before.state.stations()}
        self._shortfalls = Shortfalls(after)

    def reason(self, move: ProposedMove) -> Text:
        """Return why one move is proposed."""
        placed = self._state.placed[move.person]
        clauses = [self._return(placed)] if placed.drawn_off else []
        gains = self._gains(move, placed)
        clauses += [self._clause(rule, unit, gain) for (rule, unit), gain in gains.items()]
        if not clauses:
            clauses = [self._together(move, placed)]
        parts = Text(";".join(c.zh for c in clauses), _capital("; ".join(c.en for c in clauses)))
        return _SENTENCE.format(parts=parts)

    def _gains(self, move: ProposedMove, placed: Placed) -> dict[tuple[str, int | None], int]:
        """Return by rule and unit how many more would be missing if only this move were left out."""
        now, then, done = self._now, self._state, self._after.state.placed[move.person]
        touched = sorted({u for u in (done.present_unit, placed.present_unit) if u in self._stations})
        judged: list[tuple[str, int | None]] = [
            (rule, unit) for rule in self._rules for unit in ([None] if rule == "station_share" else touched)
        ]
        with_it = [self._shortfalls.of(rule, unit, now) for rule, unit in judged]
        now.shift(done, self._after.state, -1)
        now.shift(placed, then, 1)
        without = [self._shortfalls.of(rule, unit, now) for rule, unit in judged]
        now.shift(placed, then, -1)
        now.shift(done, self._after.state, 1)
        return {at: w - n for at, w, n in zip(judged, without, with_it, strict=True) if w > n}

    def _return(self, placed: Placed) -> Text:
        days = days_away(placed, self._state)
        return _RETURN.format(
            home=self._state.unit_name(placed.home),
            place=self._state.working_words(placed),
            days=Text("", "") if days is None else Text(f"已{days}天", f" for {days} days"),
        )

    def _clause(self, rule: str, unit: int | None, gain: int) -> Text:
        if unit is None:
            return self._share(gain)
        then, now, name = self._then, self._now, self._state.unit_name(unit)
        if rule == "field_time":
            return self._hours(unit, gain)
        if rule == "station_minimum":
            return _MINIMUM.format(
                unit=name,
                counted=self._counted,
                before=self._people(then.officers[unit]),
                after=self._people(now.officers[unit]),
                required=self._shortfalls.minimum[unit],
                gain=gain,
            )
        return _COMMUNITY.format(
            unit=name,
            counted=self._counted,
            before=self._people(then.community[unit]),
            n_before=self._people(then.officers[unit]),
            after=self._people(now.community[unit]),
            n_after=self._people(now.officers[unit]),
            required=self._policy.share("community_share.required").words,
            gain=gain,
        )

    def _share(self, gain: int) -> Text:
        asked = self._shortfalls
        before, after = (asked.in_stations(t) for t in (self._then, self._now))
        return _SHARE.format(
            counted=self._counted,
            before=self._people(before),
            after=self._people(after),
            base=self._people(asked.base),
            required=asked.share.words,
            least=self._people(asked.share.least(asked.base)),
            gain=gain,
        )

    def _hours(self, unit: int, gain: int) -> Text:
        then, now = (self._shortfalls.hours(unit, t) for t in (self._then, self._now))
        return _HOURS.format(
            unit=self._state.unit_name(unit),
            needed=-(-now.needed // 1),
            before=then.available // 1,
            after=now.available // 1,
            gain=gain,
        )

    def _together(self, move: ProposedMove, placed: Placed) -> Text:
        units = dict.fromkeys(u for u in (placed.present_unit, move.to_unit) if u is not None)
        places = [
            _PLACE.format(
                unit=self._state.unit_name(u),
                counted=self._counted,
                before=self._people(self._then.officers[u]),
                after=self._people(self._now.officers[u]),
            )
            for u in units
        ]
        listed = Text(";".join(p.zh for p in places), "; ".join(p.en for p in places))
        return _TOGETHER.format(places=listed)

    def _people(self, counted: int) -> str:
        """Write a count of the planning ledger in people."""
        return f"{counted / self._shortfalls.scale:g}" if self._shortfalls.scale > 1 else str(counted)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
