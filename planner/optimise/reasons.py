"""Why each move is proposed: the shortage it removes, told by what would be missing without it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from planner.audit.ledgers import Ledger, is_community_officer, is_in_base
from planner.audit.results import Audit
from planner.audit.rules.community_share import is_judged
from planner.audit.rules.secondment import days_away
from planner.county.state import Placed, State
from planner.optimise.proposal import ProposedMove
from planner.optimise.translate import planned_rules
from planner.text import Text

_SENTENCE = Text("{parts}。", "{parts}.")
_RETURN = Text(
    "{home}民警被抽调借调至{place}{days},应返岗",
    "drawn off from {home} to {place}{days} and due to return",
)
_MINIMUM = Text(
    "{unit}在岗 {before} 人,调整后 {after} 人,最低 {required} 人,少此一步差 {gain} 人",
    "{unit} has {before} present, {after} with the plan, {required} required: without this move {gain} short",
)
_SHARE = Text(
    "派出所在岗 {before} 人,调整后 {after} 人,按 {required} 须有 {least} 人(全局 {base} 人),"
    "少此一步差 {gain} 人",
    "stations have {before} of {base}, {after} with the plan, {least} needed for {required}:"
    " without this move {gain} short",
)
_COMMUNITY = Text(
    "{unit}社区民警 {before} 人(在岗 {n_before} 人),调整后 {after} 人(在岗 {n_after} 人),"
    "要求 {required},少此一步差 {gain} 人",
    "{unit} has {before} community officers of {n_before}, {after} of {n_after} with the plan,"
    " {required} required: without this move {gain} short",
)
_TOGETHER = Text(
    "与同批其他调整配合,使各项缺口合计最小:{places}",
    "together with the other moves it keeps all shortages least: {places}",
)
_PLACE = Text(
    "{unit}在岗 {before} 人,调整后 {after} 人", "{unit} has {before} present, {after} with the plan"
)


@dataclass(slots=True)
class _Tally:
    """Officers present per unit, and of them the community officers and those whom the county counts."""

    officers: Counter[int]
    community: Counter[int]
    in_base: Counter[int]

    def shift(self, placed: Placed, state: State, by: int) -> None:
        """Count one officer more or less where the officer works."""
        unit = placed.present_unit
        if unit is not None:
            self.officers[unit] += by
            self.community[unit] += by * is_community_officer(placed)
            self.in_base[unit] += by * is_in_base(placed, state)

    def copy(self) -> _Tally:
        """Return the same counts, to be changed apart."""
        return _Tally(self.officers.copy(), self.community.copy(), self.in_base.copy())


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
        self._then, self._now = _tally(before.state), _tally(after.state)
        self._stations = {u.id: u for u in before.state.stations()}
        self._shortfalls = _Shortfalls(after)

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
        with_it = self._now
        without = with_it.copy()
        done = self._after.state.placed[move.person]
        without.shift(done, self._after.state, -1)
        without.shift(placed, self._state, 1)
        touched = {u for u in (done.present_unit, placed.present_unit) if u in self._stations}
        gains: dict[tuple[str, int | None], int] = {}
        for rule in self._rules:
            for unit in (None,) if rule == "station_share" else sorted(touched):
                gain = self._shortfalls.of(rule, unit, without) - self._shortfalls.of(rule, unit, with_it)
                if gain > 0:
                    gains[rule, unit] = gain
        return gains

    def _return(self, placed: Placed) -> Text:
        days = days_away(placed, self._state)
        return _RETURN.format(
            home=self._state.unit_name(placed.home),
            place=self._state.working_place(placed) or Text("局外单位", "an outside unit"),
            days=Text("", "") if days is None else Text(f"已{days}天", f" for {days} days"),
        )

    def _clause(self, rule: str, unit: int | None, gain: int) -> Text:
        if unit is None:
            return self._share(gain)
        then, now = self._then, self._now
        name = self._state.unit_name(unit)
        if rule == "station_minimum":
            required = self._shortfalls.minimum[unit]
            return _MINIMUM.format(
                unit=name, before=then.officers[unit], after=now.officers[unit], required=required, gain=gain
            )
        return _COMMUNITY.format(
            unit=name,
            before=then.community[unit],
            n_before=then.officers[unit],
            after=now.community[unit],
            n_after=now.officers[unit],
            required=self._policy.share("community_share.required").words,
            gain=gain,
        )

    def _share(self, gain: int) -> Text:
        base = self._after.ledgers.base[Ledger.PRESENT]
        share = self._policy.share("station_share.required")
        before, after = (sum(t.in_base[u] for u in self._stations) for t in (self._then, self._now))
        return _SHARE.format(
            before=before, after=after, base=base, required=share.words, least=share.least(base), gain=gain
        )

    def _together(self, move: ProposedMove, placed: Placed) -> Text:
        units = dict.fromkeys(u for u in (placed.present_unit, move.to_unit) if u is not None)
        places = [
            _PLACE.format(
                unit=self._state.unit_name(u), before=self._then.officers[u], after=self._now.officers[u]
            )
            for u in units
        ]
        listed = Text(";".join(p.zh for p in places), "; ".join(p.en for p in places))
        return _TOGETHER.format(places=listed)


class _Shortfalls:
    """How many people a rule lacks at a unit, or in the county, by a tally."""

    def __init__(self, audit: Audit) -> None:
        policy = audit.state.policy
        self._stations = [u.id for u in audit.state.stations()]
        self._judged = {u.id for u in audit.state.stations() if is_judged(u)}
        self._share = policy.share("station_share.required")
        self._community = policy.share("community_share.required")
        self._base = audit.ledgers.base[Ledger.PRESENT]
        self.minimum: Mapping[int, int] = {
            t.unit: t.required
            for t in audit.targets
            if t.rule == "station_minimum" and t.unit is not None and isinstance(t.required, int)
        }

    def of(self, rule: str, unit: int | None, tally: _Tally) -> int:
        """Return the shortfall of one rule; draw-offs are told apart and have none here."""
        if rule == "station_share":
            there = sum(tally.in_base[u] for u in self._stations)
            return self._share.shortfall(there, self._base)
        if unit is None:
            return 0
        if rule == "station_minimum":
            return max(0, self.minimum[unit] - tally.officers[unit])
        if rule == "community_share" and unit in self._judged:
            return self._community.shortfall(tally.community[unit], tally.officers[unit])
        return 0


def _tally(state: State) -> _Tally:
    tally = _Tally(Counter(), Counter(), Counter())
    for placed in state.counted():
        tally.shift(placed, state, 1)
    return tally


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
