"""What an edit changed in a county, said in dated changes; what no change can say is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any, TypeVar

from planner.county.records import (
    Absence,
    BorrowLevel,
    County,
    Move,
    MoveKind,
    MoveStatus,
    Secondment,
    SecondmentKind,
)
from planner.document import Document
from planner.errors import InputError
from planner.scenarios.policy_differences import policy_changes
from planner.scenarios.posting_differences import posting_changes
from planner.scenarios.records import CHANGE_OF_MOVE, ChangeKind
from planner.scenarios.telling import Added, by_change, fact, only
from planner.text import Text

R = TypeVar("R")

_PEOPLE, _UNITS = Text("人员资料", "What the roster says of a person"), Text("单位资料", "What a unit is")
_RELATIONS, _NAME = Text("亲属关系", "A relation"), Text("本局名称", "The bureau's name")
_LAYOUT = Text("花名册格式", "The layout of the roster")
_NEW_PEOPLE = Text("增减人员须用“新警入警”或“退休离职”", "People come and go by recruits and retirements")
_NO_DAY = Text("请填写日期", "Give its date")
_SECONDMENT = Text(
    "方案中只能新增抽调借调(单位、起止日期、事由;级别按单位名称)或安排返岗",
    "A scenario can begin a secondment (unit, dates, reason; the name tells the level) or bring somebody"
    " home, no more",
)
_ABSENCE = Text("方案中只能新增请假", "A scenario can add leave, but not correct or remove it")
_MOVE = Text(
    "方案中只能新增或批准调整,不能撤回或更正", "A scenario can add or approve a move, not take back one"
)


def changes_between(before: Document, after: Document, on: date) -> Iterator[Added]:
    """Yield the changes that say what an edit did; what holds from a day holds from `on`.

    Raises InputError for anything else that differs.
    """
    old, new = before.county, after.county
    for what, one, other in (
        (_UNITS, old.units, new.units),
        (_RELATIONS, old.relations, new.relations),
        (_NAME, old.name, new.name),
        (_LAYOUT, before.layout, after.layout),
    ):
        if one != other:
            raise fact(what)
    yield from _people(old, new)
    yield from posting_changes(before, after, on)
    yield from _moves(old, new)
    yield from _secondments(old, new)
    yield from _absences(old, new)
    yield from policy_changes(before.policy, after.policy, on)


def _differing(
    before: Mapping[int, R], after: Mapping[int, R], refuse_removed: Callable[[R], InputError]
) -> Iterator[tuple[R | None, R]]:
    """Yield every record that is new or was changed, with what it was; what is gone is refused."""
    if before is after:
        return
    for id_, record in before.items():
        if id_ not in after:
            raise refuse_removed(record)
    for id_, record in after.items():
        known = before.get(id_)
        if known is not record and known != record:
            yield known, record


def _people(old: County, new: County) -> Iterator[Added]:
    for known, person in _differing(old.people, new.people, lambda _: by_change(_NEW_PEOPLE)):
        if known is None:
            raise by_change(_NEW_PEOPLE)
        if not only(person, known, "left_on"):
            raise fact(_PEOPLE)
        if person.left_on is None:
            raise by_change(_NO_DAY)
        yield ChangeKind.RETIRE, person.left_on, {"person": person.id}


def _moves(old: County, new: County) -> Iterator[Added]:
    """Yield what was proposed, which counts within a scenario at once, and what was approved.

    A proposal that gives way to another one for the same person stays on record in the county.
    """
    gave_way = {m.person for id_, m in new.moves.items() if id_ not in old.moves}
    kept = {
        id_: m for id_, m in old.moves.items()
        if id_ in new.moves or m.status is not MoveStatus.PROPOSED or m.person not in gave_way
    }  # fmt: skip
    for known, move in _differing(kept, new.moves, lambda _: by_change(_MOVE)):
        if known is not None and not _was_approved(move, known):
            raise by_change(_MOVE)
        yield CHANGE_OF_MOVE[move.kind], move.effective, _move_fields(move)


def _was_approved(move: Move, known: Move) -> bool:
    steps = known.status, move.status
    return steps == (MoveStatus.PROPOSED, MoveStatus.APPROVED) and only(move, known, "status", "approved_on")


def _move_fields(move: Move) -> Mapping[str, Any]:
    where = {"unit": move.to_unit} if move.kind is MoveKind.TRANSFER else {}
    why = {"note": move.reason_zh, "note_en": move.reason_en}
    return {"person": move.person, "post": move.to_post, **why, **where}


def _secondments(old: County, new: County) -> Iterator[Added]:
    for known, record in _differing(old.secondments, new.secondments, lambda _: by_change(_SECONDMENT)):
        if known is None:
            yield _begun(record)
        elif record.returned_on is not None and only(record, known, "returned_on"):
            home = record.returned_on + timedelta(days=1)
            yield ChangeKind.RETURN, home, {"person": record.person}
        else:
            raise by_change(_SECONDMENT)


def _begun(record: Secondment) -> Added:
    plain = Secondment(record.id, record.person)
    said = ("to_unit", "to_outside", "level", "from_", "until", "reason")
    is_draw_off = record.kind is SecondmentKind.DRAW_OFF and record.level is _level(record)
    if not is_draw_off or not only(record, plain, *said):
        raise by_change(_SECONDMENT)
    if record.from_ is None:
        raise by_change(_NO_DAY)
    return ChangeKind.SECONDMENT, record.from_, {
        "person": record.person,
        "unit": record.to_unit,
        "name": record.to_outside,
        "until": record.until,
        "note": record.reason,
    }  # fmt: skip


def _level(record: Secondment) -> BorrowLevel:
    """Return the level at which a change lets its borrower borrow."""
    from planner.files.unit_kinds import borrow_level

    return BorrowLevel.BUREAU if record.to_unit is not None else borrow_level(record.to_outside)


def _absences(old: County, new: County) -> Iterator[Added]:
    for known, record in _differing(old.absences, new.absences, lambda _: by_change(_ABSENCE)):
        if known is not None:
            raise by_change(_ABSENCE)
        if record.from_ is None:
            raise by_change(_NO_DAY)
        yield ChangeKind.LEAVE, record.from_, _leave_fields(record)


def _leave_fields(record: Absence) -> Mapping[str, Any]:
    return {"person": record.person, "value": record.kind.value, "until": record.until, "note": record.note}
