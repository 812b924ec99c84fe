"""What `jingli compare` says: JSON for scripts; for people a table with a column for every scenario."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from planner.audit.ledgers import LEDGER_NAMES
from planner.audit.results import GRAVITY_NAMES, Gravity
from planner.command_line.columns import in_columns
from planner.command_line.contract import Json, conflicts_json, scope, target_json
from planner.command_line.figures import figure
from planner.command_line.summary import head
from planner.policy.settings import RULES
from planner.text import Language, Text, same

if TYPE_CHECKING:
    from planner.scenarios.comparing import Side

_LINE = Text("指标", "line")
_AS_IT_STANDS = Text("现状", "as it stands")
_COUNTY_LINE = Text("{rule}({ledger})", "{rule} ({ledger})")
_FINDINGS = Text("{gravity}(项)", "findings: {gravity}")
_STRENGTH = Text("民警", "sworn officers")
_CONFLICTS = Text("做不到的变动:", "Changes that cannot be made:")


def compare_json(sides: Sequence[Side]) -> Json:
    """Return what `compare --json` prints; the first entry, without a name, is the county as it stands."""
    state = sides[0].audit.state
    return {
        "as_of": state.date.isoformat(),
        "county": state.county.name,
        "scenarios": [_side_json(side) for side in sides],
    }


def compare_summary(sides: Sequence[Side], language: Language) -> Iterator[str]:
    """Yield the lines `compare` prints."""
    yield head(sides[0].audit).in_language(language)
    yield from in_columns([[cell.in_language(language) for cell in row] for row in _table(sides)])
    said = [(side, conflict.sentence) for side in sides for conflict in side.conflicts]
    if said:
        yield _CONFLICTS.in_language(language)
    for side, sentence in said:
        yield f"  {_name(side).in_language(language)} · {sentence.in_language(language)}"


def _side_json(side: Side) -> Json:
    state = side.audit.state
    return {
        "name": side.scenario.name if side.scenario is not None else None,
        "policy": state.policy.name.zh,
        "targets": [target_json(target, state) for target in side.audit.targets],
        "findings": [
            {
                "rule": f.rule,
                "gravity": str(f.gravity),
                "unit": None if f.unit is None else scope(f.unit, state),
            }
            for f in side.audit.findings
        ],
        "conflicts": conflicts_json(side.conflicts),
    }


def _table(sides: Sequence[Side]) -> Iterator[list[Text]]:
    yield [_LINE, *map(_name, sides)]
    yield [_STRENGTH, *(same(str(len(side.audit.state.counted()))) for side in sides)]
    lines = dict.fromkeys((t.rule, t.ledger) for side in sides for t in side.audit.targets if t.unit is None)
    for rule, ledger in lines:
        cells = (same(figure(side.audit.target(rule, ledger))) for side in sides)
        yield [_COUNTY_LINE.format(rule=RULES[rule], ledger=LEDGER_NAMES[ledger]), *cells]
    for gravity in Gravity:
        counts = (sum(f.gravity is gravity for f in side.audit.findings) for side in sides)
        yield [_FINDINGS.format(gravity=GRAVITY_NAMES[gravity]), *(same(str(n)) for n in counts)]


def _name(side: Side) -> Text:
    return _AS_IT_STANDS if side.scenario is None else same(side.scenario.name)
