"""What the options reach: every line of the county on its ledgers, stations short, findings by gravity."""

from __future__ import annotations

from collections.abc import Iterator

from planner.audit.ledgers import LEDGER_NAMES, Ledger
from planner.audit.results import GRAVITY_NAMES, Audit, Gravity, Target
from planner.comparison.lines import Line, counted, value_of
from planner.comparison.options import Comparison
from planner.comparison.timeline import SHARES
from planner.county.records import MoveKind
from planner.optimise.proposal import Proposal
from planner.policy.settings import RULES
from planner.text import Text

_STRENGTH = Text("民警(人)", "Sworn officers")
COUNTY_LINE = Text("{rule}({ledger})", "{rule} ({ledger})")
_STATIONS = Text("{rule}未达标(所)", "{rule}: stations short")
_SHORT = Text("{rule}各所缺口(人)", "{rule}: people short, by station")
_COUNTY_SHORT = Text("{rule}缺口(人)", "{rule}: people short")
_FINDINGS = Text("{gravity}(项)", "Findings: {gravity}")
_CONFLICTS = Text("无法实施的变动(项)", "Changes that cannot be made")
_PROPOSED = {
    MoveKind.TRANSFER: Text("建议单位间交流(人)", "Transfers proposed"),
    MoveKind.POST_CHANGE: Text("建议岗位调整(人)", "Post changes proposed"),
    MoveKind.RETURN: Text("建议返岗(人)", "Returns proposed"),
}
_BY_STATION = ("station_minimum", "community_share")


def figure_lines(comparison: Comparison, suspicions: bool = True) -> tuple[Line, ...]:
    """Return what every option reaches by itself; papers for the leadership leave `suspicions` out."""
    audits = [option.audit for option in comparison.options]
    strength = counted("strength", _STRENGTH, [len(audit.state.counted()) for audit in audits])
    gravities = [g for g in Gravity if suspicions or g is not Gravity.TO_VERIFY]
    conflicts = [len(option.conflicts) for option in comparison.options]
    return (
        strength,
        *_county_lines(audits),
        *_county_shortfalls(audits),
        *_station_lines(audits),
        *(_gravity_line(gravity, audits) for gravity in gravities),
        *([counted("conflicts", _CONFLICTS, conflicts, False)] if any(conflicts) else []),
    )


def proposal_lines(comparison: Comparison) -> tuple[Line, ...]:
    """Return what every option reaches with its proposal, and the moves of it; nothing without proposals."""
    proposals = [option.proposal for option in comparison.options]
    if not any(proposals):
        return ()
    after = [None if p is None else p.after for p in proposals]
    on = [rule for rule in SHARES if any(a is not None and a.target(rule) for a in after)]
    judged = [rule for rule in _BY_STATION if comparison.now.audit.state.policy.is_on(rule)]
    return (
        *(_after_line(rule, after) for rule in on),
        *(_after_stations(rule, after) for rule in judged),
        *(_moves_line(kind, proposals) for kind in MoveKind),
    )


def _is_of_station(target: Target, rule: str) -> bool:
    return target.rule == rule and target.ledger is Ledger.PRESENT and target.unit is not None


def _stations_short(audit: Audit, rule: str) -> list[Target]:
    """Return the stations that do not meet a rule with who is present."""
    return [t for t in audit.targets if _is_of_station(t, rule) and not t.met]


def _county_lines(audits: list[Audit]) -> Iterator[Line]:
    known = dict.fromkeys((t.rule, t.ledger) for audit in audits for t in audit.targets if t.unit is None)
    for rule, ledger in known:
        targets = [audit.target(rule, ledger) for audit in audits]
        title = COUNTY_LINE.format(rule=RULES[rule], ledger=LEDGER_NAMES[ledger])
        yield _target_line(f"{rule}:{ledger}", title, targets)


def _county_shortfalls(audits: list[Audit]) -> Iterator[Line]:
    """Yield how many people each share lacks, with who is present: the same share may be required higher."""
    for rule in SHARES:
        targets = [audit.target(rule) for audit in audits]
        if any(targets):
            short = [None if t is None else t.shortfall for t in targets]
            yield counted(f"{rule}:county_short", _COUNTY_SHORT.format(rule=RULES[rule]), short, False)


def _target_line(key: str, title: Text, targets: list[Target | None]) -> Line:
    first = next(t for t in targets if t is not None)
    sign = "≤" if first.denominator is None else "≥"
    required = tuple("—" if t is None else f"{sign} {t.required_words}" for t in targets)
    return Line(key, title, tuple(map(value_of, targets)), required, first.denominator is not None)


def _station_lines(audits: list[Audit]) -> Iterator[Line]:
    for rule in _BY_STATION:
        if not any(_is_of_station(t, rule) for audit in audits for t in audit.targets):
            continue
        short = [_stations_short(audit, rule) for audit in audits]
        title = _STATIONS.format(rule=RULES[rule])
        yield counted(f"{rule}:stations", title, [len(s) for s in short], False)
        people = [sum(t.shortfall for t in s) for s in short]
        yield counted(f"{rule}:short", _SHORT.format(rule=RULES[rule]), people, False)


def _gravity_line(gravity: Gravity, audits: list[Audit]) -> Line:
    numbers = [sum(f.gravity is gravity for f in audit.findings) for audit in audits]
    return counted(f"findings:{gravity}", _FINDINGS.format(gravity=GRAVITY_NAMES[gravity]), numbers, False)


def _after_line(rule: str, after: list[Audit | None]) -> Line:
    targets = [None if audit is None else audit.target(rule) for audit in after]
    title = COUNTY_LINE.format(rule=RULES[rule], ledger=LEDGER_NAMES[Ledger.PRESENT])
    return _target_line(f"after:{rule}", title, targets)


def _after_stations(rule: str, after: list[Audit | None]) -> Line:
    numbers = [None if audit is None else len(_stations_short(audit, rule)) for audit in after]
    return counted(f"after:{rule}:stations", _STATIONS.format(rule=RULES[rule]), numbers, False)


def _moves_line(kind: MoveKind, proposals: list[Proposal | None]) -> Line:
    numbers = [None if p is None else p.count(kind) for p in proposals]
    return counted(f"proposed:{kind}", _PROPOSED[kind], numbers)
