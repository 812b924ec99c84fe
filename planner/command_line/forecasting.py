"""What `jingli forecast` says: JSON for scripts; for people a table of months, and what breaks when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from planner.audit.ledgers import LEDGER_NAMES, Ledger
from planner.audit.results import Audit
from planner.audit.rules.station_share import percent
from planner.command_line.columns import in_columns
from planner.command_line.contract import Json, badges, move_json, scope, target_json
from planner.command_line.figures import figure
from planner.command_line.summary import head
from planner.policy.settings import RULES
from planner.text import Language, Text, joined, same

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
_NOTHING = Text("各项指标在此期间没有变化。", "No line breaks or heals in this time.")
_BREAK = Text(
    "{date} {verb} {scope} {rule}({ledgers}){figures},要求 {required}:{why}",
    "{date} {verb}: {scope}, {rule} ({ledgers}) {figures}, required {required}: {why}",
)
_VERBS = {True: Text("恢复达标", "heals"), False: Text("不再达标", "breaks")}
_COUNTY = Text("全局", "county")
_UNJUDGED = Text("新列入评价", "not judged before")
_SIMULATED = Text(
    "达标概率:模拟 {runs} 次,括号内为 95% 区间;离职、病休、产假概率为本局假定,可在指标口径中修改。",
    "Chance met: {runs} futures drawn, the 95% interval in brackets; how often people leave, fall ill or have"
    " children is an assumption, to be set in the policy.",
)
_KNOWN = Text(
    "已计入:法定退休或登记的离职日期、按期返岗、已批准的调整、登记的请假;各月按 1 日计;"
    "值班和考勤只计已有的月份。",
    "Counted in: retirements by law or as recorded, planned returns, approved moves, recorded leave; each"
    " month on its first day; duty and attendance only of months that have them.",
)
_PREVENTING = Text("最少须怎样调整才不致跌破:", "The least change that keeps the lines:")
_PREVENTED = Text("{moves}{unproven}。", "{moves}{unproven}.")
_PARTLY = Text("{moves};仍差 {n} 人{unproven}。", "{moves}; {n} stay short{unproven}.")
_UNPROVEN = Text("(限时内未能证明为最少)", " (not proven the least in the time given)")
_NOBODY = Text("可调范围内无人可补,差 {n} 人。", "nobody in the movable range can help: {n} short.")
_BEYOND = Text("不在本局调配权限内,须与借用单位协调。", "beyond the bureau's power; it has to be negotiated.")
_NOT_REACHED = Text("限时内未及计算。", "not reached in time.")
_PAST_AGE = Text(
    "{n} 人已过法定退休日期而仍在职,预测中不退休,请核对:{who}。",
    "Still serving past the retirement date of the law ({n}), not retired in the forecast; verify: {who}.",
)
_UNDATED = Text(
    "{n} 人缺出生年月或性别,预测中不退休:{who}。",
    "No birth or no sex on record ({n}), so never retired in the forecast: {who}.",
)
_OVERDUE = Text(
    "{n} 人抽调借调已过期未归,预测中不返岗:{who}。",
    "Away past the planned end ({n}), not back in the forecast: {who}.",
)
_OPEN_ENDED = Text(
    "{n} 人抽调借调、外派或请假而未登记截止日期,预测中不返岗:{who}。",
    "Seconded, sent out or on leave without an end on record ({n}), not back in the forecast: {who}.",
)


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
        "notes": [note.as_json() for note in _notes(ahead)],
    }


def forecast_summary(
    ahead: Forecast, chances: Sequence[Chance], ways: Sequence[Prevention], language: Language
) -> Iterator[str]:
    """Yield the lines `forecast` prints."""
    yield head(ahead.now).in_language(language)
    rows = [[cell.in_language(language) for cell in row] for row in _table(ahead, chances)]
    yield from in_columns(rows)
    runs = chances[0].runs if chances else 0
    said = [_KNOWN, *([_SIMULATED.format(runs=runs)] if runs else []), *_notes(ahead)]
    said += [_BREAKS, *_break_lines(ahead.breaks)] if ahead.breaks else [_NOTHING]
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
    state = of.then.state
    people = [event.person for event in of.events if event.person is not None]
    return {
        "date": of.date.isoformat(),
        "change": "heals" if of.heals else "breaks",
        **target_json(of.after, state),
        "before": None if of.before is None else target_json(of.before, of.earlier.state),
        "officers": badges(people, state),
        "events": [_event_json(event, of) for event in of.events],
        "message": _sentence([of]).as_json(),
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
        "message": _prevention_words(way).as_json(),
    }


def _prevention_line(way: Prevention) -> Text:
    said = _prevention_words(way)
    return Text(f"  {way.date} {said.zh}", f"  {way.date} {said.en}")


def _prevention_words(way: Prevention) -> Text:
    """Write the moves that keep the lines of a day, or why there are none."""
    from planner.optimise.repair_words import move_words

    if way.repair is None:
        return _BEYOND if way.sought else _NOT_REACHED
    moves = joined(move_words(move, way.repair) for move in way.repair.proposal.moves)
    if not moves.zh:
        return _NOBODY.format(n=way.left)
    unproven = same("") if way.repair.proposal.proven else _UNPROVEN
    return (_PARTLY if way.left else _PREVENTED).format(moves=moves, n=way.left, unproven=unproven)


def _table(ahead: Forecast, chances: Sequence[Chance]) -> list[list[Text]]:
    by_line = {(c.month, c.rule): c for c in chances if c.ledger is Ledger.PRESENT}
    days = (ahead.now, *ahead.months)
    shares = [rule for rule in ("station_share", "community_share") if any(day.target(rule) for day in days)]
    header = [_DATE, _DRAWN_OFF]
    for rule in shares:
        header += [_BOOKS_PRESENT.format(rule=RULES[rule]), _CHANCE]
    judging = ("station_minimum", "community_share")
    by_station = [rule for rule in judging if any(day.state.policy.is_on(rule) for day in days)]
    rows = [[*header, *(_STATIONS.format(rule=RULES[rule]) for rule in by_station)]]
    for month in days[ahead.now.state.date == ahead.months[0].state.date :]:  # today once
        day, short = month.state.date, _short_stations(month)
        row = [day.isoformat(), figure(month.target("secondment"))]
        for rule in shares:
            books, present = (month.target(rule, ledger) for ledger in (Ledger.BOOKS, Ledger.PRESENT))
            row += [f"{figure(books)} · {figure(present)}", _chance_words(by_line.get((day, rule)))]
        rows.append([same(cell) for cell in (*row, *(str(short[rule]) for rule in by_station))])
    return rows


def _short_stations(month: Audit) -> Counter[str]:
    """Return by rule how many stations fall short on the present ledger."""
    return Counter(t.rule for t in month.targets if t.unit and t.ledger is Ledger.PRESENT and not t.met)


def _chance_words(of: Chance | None) -> str:
    if of is None:
        return "—"
    low, high = of.interval
    return f"{percent(of.met, of.runs)}% ({low:.1%}–{high:.1%})"


def _break_lines(breaks: Sequence[Break]) -> Iterator[Text]:
    """Yield one line for all ledgers of a line that break or heal together."""
    groups: dict[object, list[Break]] = {}
    for of in breaks:
        groups.setdefault((of.date, of.after.rule, of.after.unit, of.heals), []).append(of)
    for group in groups.values():
        said = _sentence(group)
        yield Text(f"  {said.zh}", f"  {said.en}")


def _sentence(group: Sequence[Break]) -> Text:
    of = next((b for b in group if b.after.ledger is Ledger.PRESENT), group[0])
    unit = of.after.unit
    was = _UNJUDGED if of.before is None else same(figure(of.before))
    return _BREAK.format(
        date=of.date,
        verb=_VERBS[of.heals],
        scope=_COUNTY if unit is None else same(of.then.state.unit_name(unit)),
        rule=RULES[of.after.rule],
        ledgers=joined(LEDGER_NAMES[b.after.ledger] for b in group),
        figures=Text(f"{was.zh} → {figure(of.after)}", f"{was.en} → {figure(of.after)}"),
        required=of.after.required_words,
        why=joined(event.words for event in of.events),
    )


def _notes(ahead: Forecast) -> Iterator[Text]:
    """Yield whose future is not known, and how the forecast takes it."""
    known, people = ahead.expected, ahead.expected.county.people
    for note, whom in (
        (_PAST_AGE, known.past_age),
        (_UNDATED, known.undated),
        (_OVERDUE, known.overdue),
        (_OPEN_ENDED, known.open_ended),
    ):
        if whom:
            who = joined(same(f"{people[id_].name}({people[id_].badge_number})") for id_ in whom)
            yield note.format(n=len(whom), who=who)
