"""The JSON of design 11, key by key: what scripts and whoever checks us may rely on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Protocol

from planner.audit.results import Audit, Finding, Margin, Target
from planner.county.records import Post
from planner.county.state import State
from planner.policy.share import Share
from planner.text import Text

if TYPE_CHECKING:
    from planner.optimise.proposal import Proposal, ProposedMove
    from planner.scenarios.applying import Conflict

Json = dict[str, Any]


class Issue(Protocol):
    """Something the importer could not take as it stands, with the cell it stands in."""

    @property
    def sheet(self) -> str:
        """The sheet's name; empty where the file has none."""

    @property
    def row(self) -> int | None:
        """The spreadsheet's row, counted from 1; None for the whole sheet."""

    @property
    def column(self) -> str | None:
        """The column's heading; None for the whole row."""

    @property
    def message(self) -> Text:
        """What is wrong, in one sentence."""


def check_json(audit: Audit, issues: Iterable[Issue]) -> Json:
    """Return what `check --json` prints."""
    state = audit.state
    return {
        "as_of": state.date.isoformat(),
        "policy": state.policy.name.zh,
        "county": state.county.name,
        "targets": [target_json(t, state) for t in audit.targets],
        "findings": [finding_json(f, state) for f in audit.findings],
        "margins": [_margin(m, state) for m in audit.margins],
        "import_issues": issues_json(issues),
    }


def plan_json(proposal: Proposal) -> Json:
    """Return what `plan --json` prints."""
    before, after = proposal.before.state, proposal.after
    return {
        "status": proposal.status,
        "proven": proposal.proven,
        "seconds": round(proposal.seconds, 3),
        "objective": [{"name": v.name, "value": v.value, "bound": v.bound} for v in proposal.levels],
        "moves": [move_json(m, before) for m in proposal.moves],
        "to_negotiate": badges(proposal.to_negotiate, before),
        "after": {"targets": [target_json(t, after.state) for t in after.targets]},
    }


def issues_json(issues: Iterable[Issue]) -> list[Json]:
    """Return import issues; rows count from 1 as in the spreadsheet."""
    return [
        {"sheet": i.sheet, "row": i.row, "column": i.column, "message": i.message.as_json()} for i in issues
    ]


def conflicts_json(conflicts: Iterable[Conflict]) -> list[Json]:
    """Return the changes of a scenario that could not be made, and why."""
    return [{"change": c.change, "message": c.sentence.as_json()} for c in conflicts]


def target_json(target: Target, state: State) -> Json:
    """Return one figure against what is required."""
    return {
        "rule": target.rule,
        "scope": scope(target.unit, state),
        "ledger": str(target.ledger),
        "numerator": target.numerator,
        "denominator": target.denominator,
        "required": _required(target.required),
        "shortfall": target.shortfall,
        "met": target.met,
    }


def finding_json(finding: Finding, state: State) -> Json:
    """Return one finding."""
    return {
        "rule": finding.rule,
        "gravity": str(finding.gravity),
        "unit": None if finding.unit is None else state.unit_name(finding.unit),
        "officers": badges(finding.people, state),
        "measured": finding.measured,
        "required": _required(finding.required),
        "shortfall": finding.shortfall,
        "ledger": str(finding.ledger),
        "message": finding.message.as_json(),
    }


def _margin(margin: Margin, state: State) -> Json:
    return {
        "rule": margin.rule,
        "scope": scope(margin.unit, state),
        "event": margin.event,
        "count": margin.count,
    }


def move_json(move: ProposedMove, before: State) -> Json:
    """Return one move with its reason."""
    placed = before.placed[move.person]
    return {
        "officer": placed.person.badge_number,
        "kind": str(move.kind),
        "from": _place(before.working_place(placed), move.from_post),
        "to": _place(before.unit_name(move.to_unit), move.to_post),
        "reason": move.reason.as_json(),
    }


def _place(unit: str, post: Post) -> Json:
    return {"unit": unit, "post": str(post)}


def badges(people: Iterable[int], state: State) -> list[str]:
    """Return the badge numbers of people."""
    return [state.county.people[id_].badge_number for id_ in people]


def scope(unit: int | None, state: State) -> str:
    """Return a unit's full name, or the word for the whole county."""
    return "county" if unit is None else state.unit_name(unit)


def _required(required: Share | int) -> str | int:
    return str(required) if isinstance(required, Share) else required


def issue_line(issue: Issue) -> Text:
    """Return one import issue as a line for reading, with the cell it stands in."""
    place = [Text(f"“{issue.sheet}”表", f"sheet “{issue.sheet}”")] if issue.sheet else []
    place += [Text(f"第 {issue.row} 行", f"row {issue.row}")] if issue.row else []
    place += [Text(f"“{issue.column}”列", f"column “{issue.column}”")] if issue.column else []
    zh, en = "".join(p.zh for p in place), ", ".join(p.en for p in place)
    if not place:
        return issue.message
    return Text(f"{zh}:{issue.message.zh}", f"{en}: {issue.message.en}")
