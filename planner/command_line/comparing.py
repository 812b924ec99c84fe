"""What `jingli compare` says: JSON for scripts; for people a table with a column for every scenario."""

from __future__ import annotations

from collections.abc import Iterator

from planner.command_line.columns import in_columns
from planner.command_line.contract import Json, conflicts_json, finding_json, target_json
from planner.command_line.summary import head
from planner.comparison.coming import NOT_FORECAST, coming
from planner.comparison.measures import cost_lines
from planner.comparison.moves import NOWHERE, MoveLine, Place, move_lines
from planner.comparison.options import Comparison, Option
from planner.comparison.sections import sections
from planner.text import Language, Text, same

_LINE = Text("指标", "line")
_CONFLICTS = Text("无法实施的变动:", "Changes that cannot be made:")
_LATER = Text("{said};可用 --as-of {last}。", "{said}; try --as-of {last}.")


def compare_json(comparison: Comparison) -> Json:
    """Return what `compare --json` prints; the first entry, without a name, is the county as it stands."""
    moves, costs = move_lines(comparison), cost_lines(comparison)
    return {
        "as_of": comparison.on.isoformat(),
        "county": comparison.now.audit.state.county.name,
        "scenarios": [
            {
                **_option_json(option),
                "moves": [_move_json(move) for move in moves if move.option == n],
                "cost": {line.key: value.part for line in costs if (value := line.values[n]) is not None},
            }
            for n, option in enumerate(comparison.options)
        ],
        "notes": [note.as_json() for note in later_notes(comparison)],
    }


def later_notes(comparison: Comparison) -> list[Text]:
    """Return for every scenario that changes nothing yet when it does, and the date to compare on."""
    return [_LATER.format(said=one.sentence, last=one.last) for one in coming(comparison)]


def compare_summary(comparison: Comparison, language: Language) -> Iterator[str]:
    """Yield the lines `compare` prints."""
    options = comparison.options
    yield head(comparison.now.audit).in_language(language)
    rows = [[_LINE, *(option.name for option in options)], *_rows(comparison)]
    yield from in_columns([[cell.in_language(language) for cell in row] for row in rows])
    said = [(option, conflict.sentence) for option in options for conflict in option.conflicts]
    if said:
        yield _CONFLICTS.in_language(language)
    for option, sentence in said:
        yield f"  {option.name.in_language(language)} · {sentence.in_language(language)}"
    yield from (note.in_language(language) for note in (NOT_FORECAST, *later_notes(comparison)))


def _option_json(option: Option) -> Json:
    state = option.audit.state
    return {
        "name": option.scenario.name if option.scenario is not None else None,
        "policy": state.policy.name.zh,
        "targets": [target_json(target, state) for target in option.audit.targets],
        "findings": [finding_json(finding, state) for finding in option.audit.findings],
        "conflicts": conflicts_json(option.conflicts),
    }


def _move_json(move: MoveLine) -> Json:
    return {
        "officer": move.badge,
        "kind": move.code,
        "from": _place_json(move.start),
        "to": _place_json(move.end),
        "date": move.on.isoformat() if move.on is not None else None,
        "until": move.until.isoformat() if move.until is not None else None,
        "proposed": move.proposed,
    }


def _place_json(place: Place) -> Json | None:
    """Return a unit of the bureau or the name of one outside, with the post; None for no place at all."""
    if place == NOWHERE:
        return None
    post = str(place.post) if place.post is not None else None
    return {"unit": place.unit or None, "outside": place.outside or None, "post": post}


def _rows(comparison: Comparison) -> Iterator[list[Text]]:
    for section in sections(comparison):
        yield [section.title, *(same("") for _ in comparison.options)]
        for line in section.lines:
            yield [line.title, *(same("—" if value is None else value.short) for value in line.values)]
