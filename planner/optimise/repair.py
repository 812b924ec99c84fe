"""Repair: the fewest moves after which no line is shorter than before an edit, or than today (design 7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from models.allocation.outcome import Level, Outcome
from models.allocation.repair import least_change
from models.run import Limits, Stop
from planner.audit.results import Audit, Finding
from planner.county.records import MoveStatus
from planner.county.state import Standing, State
from planner.optimise.asked import AS_IT_STANDS, Asked
from planner.optimise.constraints.planned import is_due, level_name, planned_rules
from planner.optimise.explain.softened import softened
from planner.optimise.lines import Broken, Line, broken_lines, line_of, lines, worse
from planner.optimise.movable import LIFTABLE
from planner.optimise.planning import proposal_of
from planner.optimise.proposal import Proposal
from planner.optimise.question import Question, pose_of
from planner.optimise.repair_words import Way, sentence_of, told
from planner.text import Text

SECONDS = 5.0  # a repair that takes longer comes too late to be of use


@dataclass(frozen=True, slots=True)
class Repair:
    """A checked and recounted suggestion; its moves are recorded as those of any proposal are.

    `left` are the lines that stay too short all the same. `lifting` repairs them too, if those it moves
    although they are pinned or excluded may be moved; None where nothing is left or that would not help.
    """

    broken: tuple[Broken, ...]
    left: tuple[Broken, ...]
    proposal: Proposal
    lifting: Repair | None
    sentence: Text

    @property
    def people(self) -> tuple[int, ...]:
        """Everybody it moves."""
        return tuple(move.person for move in self.proposal.moves)

    def told(self) -> tuple[Text, ...]:
        """Return every move in words, with why it is proposed."""
        return tuple(told(move, self) for move in self.proposal.moves)


def repair(
    before: Audit, after: Audit, limits: Limits | None = None, stop: Stop | None = None
) -> Repair | None:
    """Return the cheapest repair of what the edit between two versions broke; None where it broke nothing.

    Both are counted with every approved move carried out (`once_approved`). None also where the time is up or
    `stop` asks for it before anything is found.
    """
    broken = broken_lines(before, after)
    if not broken:
        return None
    new = _due(after.state) - _due(before.state)
    homes = {b.unit for b in broken if b.rule == "secondment"}
    returning = frozenset(p for p, home in new if home in homes)
    return _Workshop(after, lines(before), returning, Way.EDIT, limits, stop).repair(broken)


def repair_of(
    finding: Finding, now: Audit, limits: Limits | None = None, stop: Stop | None = None
) -> Repair | None:
    """Return the cheapest repair of one finding that leaves everything else no worse than it is.

    `now` is counted with every approved move carried out. None where the finding is no shortage of a planning
    rule, or nothing was found in time.
    """
    line = line_of(finding, now)
    if line is None:
        return None
    allowed = lines(now)
    short = allowed.get(line, 0)
    returning = frozenset(finding.people) & {p for p, _ in _due(now.state)}
    alone = line[0] == "secondment"
    allowed[line] = max(0, short - len(returning)) if alone else 0
    broken = (Broken(*line, allowed[line], short),) if short and (returning or not alone) else ()
    outside = {p.person.id for p in now.state.placed.values() if p.standing is Standing.SECONDED_OUTSIDE}
    way = Way.BEYOND if alone and outside & {*finding.people} else Way.FINDING
    return _Workshop(now, allowed, returning, way, limits, stop).repair(broken)


def _due(state: State) -> set[tuple[int, int | None]]:
    """Return who is drawn off within the bureau's power, with their homes."""
    return {(p.person.id, p.home) for p in state.placed.values() if is_due(p, state, outside=False)}


class _Workshop:
    """One county to be repaired, and how short each of its lines may stay."""

    def __init__(
        self,
        now: Audit,
        allowed: Mapping[Line, int],
        returning: frozenset[int],
        way: Way,
        limits: Limits | None,
        stop: Stop | None,
    ) -> None:
        self._now, self._allowed, self._returning, self._way = now, allowed, returning, way
        self._limits, self._stop = limits or Limits(SECONDS), stop or Stop()

    def repair(self, broken: tuple[Broken, ...]) -> Repair | None:
        """Return the least change, and where that is not enough what would be with some bars lifted."""
        moving = {m.person for m in self._now.state.county.moves.values() if m.status is MoveStatus.PROPOSED}
        staying = frozenset(moving - self._returning)  # whoever has a move recorded is not offered another
        found = self._attempt(broken, replace(_soft(self._now.state), staying=staying))
        if found is None or not found.left or self._stop.requested:
            return found
        bars = found.proposal.movable.bars
        freed = frozenset(person for person, bar in bars.items() if bar in LIFTABLE)
        lifting = self._attempt(broken, replace(found.proposal.asked, freed=freed)) if freed else None
        if lifting is None or lifting.left:
            return found
        found = replace(found, lifting=lifting)
        return replace(found, sentence=sentence_of(found, self._way))

    def _attempt(self, broken: tuple[Broken, ...], asked: Asked) -> Repair | None:
        question = _posed(self._now, self._returning, asked)
        if self._stop.requested:
            return None
        outcome = least_change(
            question.problem, self._for_engine(question), self._returning, self._limits, self._stop
        )
        if not outcome.levels:
            return None
        proposal = proposal_of(question, _with_apart(outcome, question))
        left = worse(self._allowed, lines(proposal.after), planned_rules(question.state))
        found = Repair(broken, left, proposal, None, Text("", ""))
        return replace(found, sentence=sentence_of(found, self._way))

    def _for_engine(self, question: Question) -> dict[tuple[str | None, int | None], int]:
        """Return what may be short, by the engine's levels: whoever need not return may stay away."""
        by_level: dict[tuple[str | None, int | None], int] = {
            (level_name(rule), unit): n for (rule, unit), n in self._allowed.items() if rule != "secondment"
        }
        by_level[level_name("secondment"), None] = len(question.translation.returning)
        return by_level


def _posed(now: Audit, returning: frozenset[int], asked: Asked) -> Question:
    """Return the question in which nobody is brought home for whom no return is asked."""
    if asked.policy is not None:
        now = replace(now, state=replace(now.state, policy=asked.policy))
    question = pose_of(now, asked)
    apart = question.translation.returned_apart & returning
    return replace(question, translation=replace(question.translation, returned_apart=apart))


def _soft(state: State) -> Asked:
    """Return the question in which no rule is hard: a repair falls as little short as it can."""
    policy = softened(state)
    return AS_IT_STANDS if policy is state.policy else Asked(policy=policy)


def _with_apart(outcome: Outcome, question: Question) -> Outcome:
    """Return the outcome that counts who stays drawn off although the policy counts them at home."""
    translation = question.translation
    workers = {w.id for w in translation.problem.workers if w.must_return}
    waiting = len(translation.returning - workers - translation.returned_apart)
    if not waiting:
        return outcome
    draw_offs = level_name("secondment")
    levels = (
        Level(lv.name, lv.value + waiting, None) if lv.name == draw_offs else lv for lv in outcome.levels
    )
    return replace(outcome, levels=tuple(levels))
