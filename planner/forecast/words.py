"""What a forecast says, each sentence once: what breaks and why, what prevents it, what is not known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from planner.audit.figure_words import figure
from planner.audit.ledgers import LEDGER_NAMES, Ledger
from planner.audit.results import Audit
from planner.audit.rules.station_share import percent
from planner.forecast.breaks import Break, Turn
from planner.forecast.months import Forecast
from planner.policy.settings import RULES
from planner.text import Text, joined, same

if TYPE_CHECKING:  # they bring numpy and the solvers with them
    from planner.forecast.preventing import Prevention
    from planner.forecast.simulation import Chance

_COUNTY = Text("全局", "county")
TURNS: Mapping[Turn, Text] = {
    Turn.BREAKS: Text("不再达标", "breaks"),
    Turn.HEALS: Text("恢复达标", "heals"),
    Turn.LAPSES: Text("不再评价", "is judged no longer"),
}
NOTHING_BREAKS = Text("各项指标在此期间没有变化。", "No line breaks or heals in this time.")
KNOWN = Text(
    "已计入:法定退休或登记的离职日期、按期返岗、已批准的调整、登记的请假;各月按 1 日计;"
    "值班和考勤只计已有的月份。",
    "Counted in: retirements by law or as recorded, planned returns, approved moves, recorded leave; each"
    " month on its first day; duty and attendance only of months that have them.",
)
BESIDE_CHECK = Text(
    "核查和方案比较只按登记和方案变动计,不含预计退休和按期返岗,同一日期的数字可能不同。",
    "A check or a comparison counts records and changes only, not expected retirements or planned returns,"
    " so its figures on the same date may differ.",
)
SIMULATED = Text(
    "达标概率:模拟 {runs} 次,括号内为 95% 区间;离职、病休、产假概率为本局假定,可在指标口径中修改。",
    "Chance met: {runs} futures drawn, the 95% interval in brackets; how often people leave, fall ill or have"
    " children is an assumption, to be set in the policy.",
)
_UNJUDGED = Text("新列入评价", "not judged before")
_JUDGED_NO_LONGER = Text("不再评价", "judged no longer")
_BREAK = Text(
    "{date} {turn} {scope} {rule}({ledgers}){figures},要求 {required}:{why}",
    "{date} {turn}: {scope}, {rule} ({ledgers}) {figures}, required {required}: {why}",
)
_PREVENTED = Text("{moves}{unproven}。", "{moves}{unproven}.")
_PARTLY = Text("{moves};仍差 {n} 人{unproven}。", "{moves}; {n} stay short{unproven}.")
_UNPROVEN = Text("(限时内未能证明为最少)", " (not proven the least in the time given)")
_NOBODY = Text("可调范围内无人可补,差 {n} 人。", "nobody in the movable range can help: {n} short.")
_BEYOND = Text("不在本局调配权限内,须与借用单位协调。", "beyond the bureau's power; it has to be negotiated.")
_NOT_REACHED = Text("限时内未及计算。", "not reached in time.")


# what breaks


def together(breaks: Iterable[Break]) -> list[tuple[Break, ...]]:
    """Return what turns on one day in one line of one unit together, all ledgers; by day."""
    groups: dict[object, list[Break]] = {}
    for of in breaks:
        groups.setdefault((of.date, of.after.rule, of.after.unit, of.turn), []).append(of)
    return [tuple(group) for group in groups.values()]


def foremost(group: Sequence[Break]) -> Break:
    """Return the one whose figures speak for the group: of the present ledger, if that turns too."""
    return next((b for b in group if b.after.ledger is Ledger.PRESENT), group[0])


def break_sentence(group: Sequence[Break]) -> Text:
    """Return when which line turns, on which ledgers, from what to what, and by whom."""
    of = foremost(group)
    return _BREAK.format(
        date=of.date,
        turn=TURNS[of.turn],
        scope=scope_words(of),
        rule=RULES[of.after.rule],
        ledgers=ledger_words(group),
        figures=figures_words(of),
        required=of.after.required_words,
        why=why_words(of),
    )


def scope_words(of: Break) -> Text:
    """Return whose line it is: the county's or a unit's."""
    unit = of.after.unit
    return _COUNTY if unit is None else same(of.judged_in.unit_name(unit))


def ledger_words(group: Sequence[Break]) -> Text:
    """Return on which ledgers a line turns."""
    return joined(LEDGER_NAMES[b.after.ledger] for b in group)


def figures_words(of: Break) -> Text:
    """Return the figure before and after the day."""
    was = _UNJUDGED if of.before is None else same(figure(of.before))
    now = _JUDGED_NO_LONGER if of.lapsed else same(figure(of.after))
    return Text(f"{was.zh} → {now.zh}", f"{was.en} → {now.en}")


def why_words(of: Break) -> Text:
    """Return what happens on the day that bears on the line."""
    return joined(event.words for event in of.events)


# how likely


def short_stations(month: Audit) -> Counter[str]:
    """Return by rule how many stations fall short on the present ledger."""
    return Counter(t.rule for t in month.targets if t.unit and t.ledger is Ledger.PRESENT and not t.met)


def chance_words(of: Chance | None) -> str:
    """Write a chance with its interval, rounded down; a dash where there is none."""
    if of is None:
        return "—"
    low, high = of.interval
    return f"{percent(of.met, of.runs)}% ({low:.1%}–{high:.1%})"


# what prevents it


def prevention_words(way: Prevention) -> Text:
    """Write the moves that keep the lines of a day, or why there are none."""
    from planner.optimise.repair_words import move_words

    if way.repair is None:
        return _BEYOND if way.sought else _NOT_REACHED
    moves = joined(move_words(move, way.repair) for move in way.repair.proposal.moves)
    if not moves.zh:
        return _NOBODY.format(n=way.left)
    unproven = same("") if way.repair.proposal.proven else _UNPROVEN
    return (_PARTLY if way.left else _PREVENTED).format(moves=moves, n=way.left, unproven=unproven)


# what is not known


class NoteKind(StrEnum):
    """Why somebody's future is not known."""

    PAST_AGE = "past_age"
    UNDATED = "undated"
    OVERDUE = "overdue"
    OPEN_ENDED = "open_ended"


NOTE_NAMES: Mapping[NoteKind, Text] = {
    NoteKind.PAST_AGE: Text("已过退休年龄仍在职", "past retirement, still serving"),
    NoteKind.UNDATED: Text("缺出生年月或性别", "no birth or no sex"),
    NoteKind.OVERDUE: Text("借调过期未归", "overdue"),
    NoteKind.OPEN_ENDED: Text("未登记截止日期", "no end on record"),
}
_NOTES: Mapping[NoteKind, Text] = {
    NoteKind.PAST_AGE: Text(
        "{n} 人已过法定退休日期而仍在职,预测中不退休,请核对:{who}。",
        "Still serving past the retirement date of the law ({n}), not retired in the forecast; verify: "
        "{who}.",
    ),
    NoteKind.UNDATED: Text(
        "{n} 人缺出生年月或性别,预测中不退休:{who}。",
        "No birth or no sex on record ({n}), so never retired in the forecast: {who}.",
    ),
    NoteKind.OVERDUE: Text(
        "{n} 人抽调借调已过期未归,预测中不返岗:{who}。",
        "Away past the planned end ({n}), not back in the forecast: {who}.",
    ),
    NoteKind.OPEN_ENDED: Text(
        "{n} 人抽调借调、外派或请假而未登记截止日期,预测中不返岗:{who}。",
        "Seconded, sent out or on leave without an end on record ({n}), not back in the forecast: {who}.",
    ),
}


class Note(NamedTuple):
    """People whose future is not known for one reason, and how the forecast takes them."""

    kind: NoteKind
    people: tuple[int, ...]
    sentence: Text


def notes(ahead: Forecast) -> Iterator[Note]:
    """Yield whose future is not known, and how the forecast takes it."""
    known, people = ahead.expected, ahead.expected.county.people
    by_kind = {
        NoteKind.PAST_AGE: known.past_age,
        NoteKind.UNDATED: known.undated,
        NoteKind.OVERDUE: known.overdue,
        NoteKind.OPEN_ENDED: known.open_ended,
    }
    for kind, whom in by_kind.items():
        if whom:
            who = joined(same(f"{people[id_].name}({people[id_].badge_number})") for id_ in whom)
            yield Note(kind, whom, _NOTES[kind].format(n=len(whom), who=who))
