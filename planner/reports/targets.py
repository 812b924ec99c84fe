"""The targets as rows: what is required, both ledgers beside each other, the shortfall and the verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from planner.audit.ledgers import Ledger
from planner.audit.results import Audit
from planner.policy.settings import RULES
from planner.reports.figures import counts, percentage, ratio, required_words, short_units
from planner.reports.paper import Ratio
from planner.text import Text, same


class Verdict(StrEnum):
    """How a figure is judged."""

    MET = "met"
    SHORT = "short"
    NOT_JUDGED = "not_judged"
    NO_DATA = "no_data"
    OFF = "off"


VERDICTS = {
    Verdict.MET: Text("达标", "met"),
    Verdict.SHORT: Text("未达标", "not met"),
    Verdict.NOT_JUDGED: Text("不评价", "not judged"),
    Verdict.NO_DATA: Text("无数据,不评价", "no data, not judged"),
    Verdict.OFF: Text("不启用", "off"),
}
_DASH = same("—")
_PEOPLE = Text("{n} 人", "{n}")
_KEPT = Text("{n} 人(经批准保留 {kept})", "{n} ({kept} kept with approval)")
_STATIONS = Text("{met}/{all} 个所达标", "{met}/{all} stations meet it")
_AT_LEAST = Text("≥ {required}", "≥ {required}")
_AT_MOST = Text("≤ {n} 人", "≤ {n}")
_EACH = Text("≥ {required} 人", "≥ {required}")
_TOTAL = Text("社区民警占比(合计)", "Community share, all stations together")
_TOTAL_JUDGED = Text("社区民警占比(合计,不含全员化所)", "Community share, all stations but all-officer ones")
_TOTAL_ALL = Text(
    "社区民警占比(合计,含全员化所)", "Community share, all-officer stations with all their officers"
)
_FIELD = Text("在辖区工作时间占比", "Field time")


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One target in words, with the exact shares behind it where it is a share."""

    rule: str
    title: Text
    required: Text
    books: Text
    present: Text
    after: Text
    shortfall: int | None
    verdict: Verdict
    books_share: Ratio | None = None
    present_share: Ratio | None = None

    @property
    def verdict_words(self) -> Text:
        """The verdict in words."""
        return VERDICTS[self.verdict]


def target_rows(now: Audit, after: Audit) -> Sequence[TargetRow]:
    """Return every target of the county, in the order of the drive's own papers."""
    policy = now.state.policy
    rows = [_station_share(now, after), *_community(now, after), _station_minimum(now, after)]
    rows += [_secondment(now, after), _field_time(now)]
    return [row if row.rule not in RULES or policy.is_on(row.rule) else _off(row) for row in rows]


def share_words(share: Ratio | None) -> Text:
    """Write a share with its counts, a dash for none."""
    if share is None:
        return _DASH
    percent, of = percentage(share), counts(share)
    return same(f"{percent} ({of})") if share.whole else _DASH


def _verdict(met: bool) -> Verdict:
    return Verdict.MET if met else Verdict.SHORT


def _off(row: TargetRow) -> TargetRow:
    return TargetRow(row.rule, row.title, row.required, _DASH, _DASH, _DASH, None, Verdict.OFF)


def _station_share(now: Audit, after: Audit) -> TargetRow:
    rule = "station_share"
    books, present = (ratio(now.target(rule, ledger)) for ledger in (Ledger.BOOKS, Ledger.PRESENT))
    target = now.target(rule)
    return TargetRow(
        rule,
        RULES[rule],
        _AT_LEAST.format(required=required_words(now.state.policy.share(f"{rule}.required"))),
        share_words(books),
        share_words(present),
        share_words(ratio(after.target(rule))),
        target.shortfall if target else None,
        _verdict(target is not None and target.met),
        books,
        present,
    )


def _station_minimum(now: Audit, after: Audit) -> TargetRow:
    policy = now.state.policy
    least = policy.count("station_minimum.required") + policy.switch("station_minimum.more_than")
    return _by_station("station_minimum", now, after, _EACH.format(required=least))


def _by_station(rule: str, now: Audit, after: Audit, required: Text) -> TargetRow:
    here = short_units(now, rule)
    short = sum(t.shortfall for t in here)
    return TargetRow(
        rule,
        Text(f"{RULES[rule].zh}(各所)", f"{RULES[rule].en}, by station"),
        required,
        _met_stations(now, rule, Ledger.BOOKS),
        _met_stations(now, rule, Ledger.PRESENT),
        _met_stations(after, rule, Ledger.PRESENT),
        short if here else None,
        _verdict(all(t.met for t in here)) if here else Verdict.NOT_JUDGED,
    )


def _met_stations(audit: Audit, rule: str, ledger: Ledger) -> Text:
    judged = short_units(audit, rule, ledger)
    return _STATIONS.format(met=sum(t.met for t in judged), all=len(judged)) if judged else _DASH


def _community(now: Audit, after: Audit) -> Sequence[TargetRow]:
    rule = "community_share"
    required = _AT_LEAST.format(required=required_words(now.state.policy.share(f"{rule}.required")))
    rows = [_by_station(rule, now, after, required)]
    total, with_all = now.community_totals.judged, now.community_totals.with_all_officer
    books, target = ratio(now.target(rule, Ledger.BOOKS)), now.target(rule)
    split = total != with_all
    present = Ratio(*total)
    rows.append(
        TargetRow(
            rule,
            _TOTAL_JUDGED if split else _TOTAL,
            required,
            share_words(books),
            share_words(present),
            share_words(Ratio(*after.community_totals.judged)),
            target.shortfall if target else None,
            _verdict(target is not None and target.met) if total[1] else Verdict.NOT_JUDGED,
            books,
            present,
        )
    )
    if split:
        rows.append(
            _with_all(rule, required, Ratio(*with_all), Ratio(*after.community_totals.with_all_officer))
        )
    return rows


def _with_all(rule: str, required: Text, now: Ratio, after: Ratio) -> TargetRow:
    """Return the second printing of the county total; it is shown, not judged (design 3.2)."""
    return TargetRow(
        rule,
        _TOTAL_ALL,
        required,
        _DASH,
        share_words(now),
        share_words(after),
        None,
        Verdict.NOT_JUDGED,
        None,
        now,
    )


def _secondment(now: Audit, after: Audit) -> TargetRow:
    rule = "secondment"
    target = now.target(rule)
    return TargetRow(
        rule,
        Text("从派出所抽调借调", "Drawn off from stations"),
        _AT_MOST.format(n=now.state.policy.count(f"{rule}.allowed")),
        _DASH,
        _drawn_off(now),
        _drawn_off(after),
        target.shortfall if target else None,
        _verdict(target is not None and target.met),
    )


def _drawn_off(audit: Audit) -> Text:
    away = [p for p in audit.state.placed.values() if p.drawn_off]
    kept = sum(audit.state.is_kept(p) for p in away)
    return (_KEPT if kept else _PEOPLE).format(n=len(away), kept=kept)


def _field_time(now: Audit) -> TargetRow:
    required = _AT_LEAST.format(required=required_words(now.state.policy.share("field_time.required")))
    target = now.target("field_time")
    if target is not None:
        share = ratio(target)
        words, verdict = share_words(share), _verdict(target.met)
        return TargetRow(
            "field_time", _FIELD, required, _DASH, words, _DASH, target.shortfall, verdict, None, share
        )
    return TargetRow("field_time", _FIELD, required, _DASH, _DASH, _DASH, None, Verdict.NO_DATA)
