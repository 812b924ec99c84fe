"""What `jingli forecast` says: JSON for scripts; for people a table of months, and what breaks when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from planner.audit.figure_words import figure
from planner.audit.ledgers import Ledger
from planner.audit.results import Audit
from planner.command_line.columns import in_columns
from planner.command_line.contract import Json, badges, move_json, scope, target_json
from planner.command_line.summary import head
from planner.forecast.words import (
    BESIDE_CHECK,
    KNOWN,
    NOTHING_BREAKS,
    SIMULATED,
    break_sentence,
    chance_words,
    notes,
    prevention_words,
    short_stations,
    together,
)
from planner.policy.settings import RULES
from planner.text import Language, Text, same

if TYPE_CHECKING:
    from planner.forecast.breaks import Break
    from planner.forecast.events import Event
    from planner.forecast.months import Forecast
    from planner.forecast.preventing import Prevention
    from planner.forecast.simulation import Chance

_DATE = Text("日期", "date")
_DRAWN_OFF = Text("抽调借调", "drawn off")
_BOOKS_PRESENT = Text("{rule} 在编·在岗", "{rule}: books · present")
_CHANCE = Text("在岗达标概率", "chance met, present")
_STATIONS = Text("{rule}未达标的派出所", "stations short: {rule}")
_BREAKS = Text("不达标与恢复达标:", "What breaks, and what heals:")
_PREVENTING = Text("最少须怎样调整才不致跌破:", "The least change that keeps the lines:")


def forecast_json(ahead: Forecast, chances: Sequence[Chance], ways: Sequence[Prevention]) -> Json:
    """Return what `forecast --json` prints."""
    state = ahead.now.state
    return {
        "as_of": state.date.isoformat(),
        "policy": state.policy.name.zh,
        "county": state.county.name,
        "months": [_month_json(month) for month in ahead.months],
        "breaks": [_break_json(b) for b in ahead.breaks],
        "chance": [_chance_json(c) for c in chances],
        "preventions": [_prevention_json(way) for way in ways],
        "notes": [note.sentence.as_json() for note in notes(ahead)],
    }


def forecast_summary(
    ahead: Forecast, chances: Sequence[Chance], ways: Sequence[Prevention], language: Language
) -> Iterator[str]:
    """Yield the lines `forecast` prints."""
    yield head(ahead.now).in_language(language)
    rows = [[cell.in_language(language) for cell in row] for row in _table(ahead, chances)]
    yield from in_columns(rows)
    runs = chances[0].runs if chances else 0
    said = [
        KNOWN,
        BESIDE_CHECK,
        *([SIMULATED.format(runs=runs)] if runs else []),
        *(note.sentence for note in notes(ahead)),
    ]
    said += [_BREAKS, *map(_break_line, together(ahead.breaks))] if ahead.breaks else [NOTHING_BREAKS]
    said += [_PREVENTING, *map(_prevention_line, ways)] if ways else []
    yield from (line.in_language(language) for line in said)


def _month_json(month: Audit) -> Json:
    day = month.state.date
    return {
        "month": f"{day:%Y-%m}",
        "date": day.isoformat(),
        "targets": [target_json(t, month.state) for t in month.targets],
    }


def _break_json(of: Break) -> Json:
    people = [event.person for event in of.events if event.person is not None]
    return {
        "date": of.date.isoformat(),
        "change": str(of.turn),
        **target_json(of.after, of.judged_in),
        "before": None if of.before is None else target_json(of.before, of.earlier.state),
        "officers": badges(people, of.then.state),
        "events": [_event_json(event, of) for event in of.events],
        "message": break_sentence([of]).as_json(),
    }


def _event_json(event: Event, of: Break) -> Json:
    who = None if event.person is None else of.then.state.county.people[event.person].badge_number
    return {"kind": str(event.kind), "officer": who, "message": event.words.as_json()}


def _chance_json(of: Chance) -> Json:
    low, high = of.interval
    return {
        "month": f"{of.month:%Y-%m}",
        "rule": of.rule,
        "scope": "county",
        "ledger": str(of.ledger),
        "chance": of.share,
        "low": round(low, 6),
        "high": round(high, 6),
        "met": of.met,
        "runs": of.runs,
    }


def _prevention_json(way: Prevention) -> Json:
    moves: list[Json] = []
    left: list[Json] = []
    if way.repair is not None:
        before = way.repair.proposal.before.state
        moves = [move_json(move, before) for move in way.repair.proposal.moves]
        left = [{"rule": b.rule, "scope": scope(b.unit, before), "short": b.more} for b in way.repair.left]
    return {
        "date": way.date.isoformat(),
        "sought": way.sought,
        "proven": way.repair is not None and way.repair.proposal.proven,
        "moves": moves,
        "left": left,
        "message": prevention_words(way).as_json(),
    }


def _prevention_line(way: Prevention) -> Text:
    said = prevention_words(way)
    return Text(f"  {way.date} {said.zh}", f"  {way.date} {said.en}")


def _break_line(group: Sequence[Break]) -> Text:
    said = break_sentence(group)
    return Text(f"  {said.zh}", f"  {said.en}")


def _table(ahead: Forecast, chances: Sequence[Chance]) -> list[list[Text]]:
    by_line = {(c.month, c.rule): c for c in chances if c.ledger is Ledger.PRESENT}
    days = ahead.days
    shares = [rule for rule in ("station_share", "community_share") if any(day.target(rule) for day in days)]
    header = [_DATE, _DRAWN_OFF]
    for rule in shares:
        header += [_BOOKS_PRESENT.format(rule=RULES[rule]), _CHANCE]
    judging = ("station_minimum", "community_share")
    by_station = [rule for rule in judging if any(day.state.policy.is_on(rule) for day in days)]
    rows = [[*header, *(_STATIONS.format(rule=RULES[rule]) for rule in by_station)]]
    for month in days:
        day, short = month.state.date, short_stations(month)
        row = [day.isoformat(), figure(month.target("secondment"))]
        for rule in shares:
            books, present = (month.target(rule, ledger) for ledger in (Ledger.BOOKS, Ledger.PRESENT))
            row += [f"{figure(books)} · {figure(present)}", chance_words(by_line.get((day, rule)))]
        rows.append([same(cell) for cell in (*row, *(str(short[rule]) for rule in by_station))])
    return rows
