"""What an edit changed in a county, said in dated changes; what no change can say is refused."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import fields
from datetime import date, timedelta
from typing import Any, TypeVar

from planner.county.belonging import about_people
from planner.county.records import (
    Absence,
    County,
    Move,
    MoveKind,
    MoveStatus,
    Posting,
    Secondment,
    SecondmentKind,
)
from planner.county.state import Placed, state
from planner.document import Document
from planner.errors import InputError
from planner.policy.policy import Policy
from planner.policy.settings import SETTINGS
from planner.scenarios.records import ChangeKind
from planner.text import Text

Added = tuple[ChangeKind, date, Mapping[str, Any]]  # a change: its kind, its day and its other fields
R = TypeVar("R")

_FACT = Text(
    "{what}是登记的事实,不随方案改变;请先回到现状再修改。",
    "{what} is a fact on record in every scenario; go back to the county as it stands to change it.",
)
_BY_CHANGE = Text(
    "{what};请在“方案”页新增或修改相应的变动。",
    "{what}; add or correct the change itself on the Scenarios page.",
)
_PEOPLE, _UNITS = Text("人员资料", "What the roster says of a person"), Text("单位资料", "What a unit is")
_POSTINGS = Text("职务、专职、责任区等任职资料", "Position, dedication or beat")
_RELATIONS, _NAME = Text("亲属关系", "A relation"), Text("本局名称", "The bureau's name")
_LAYOUT = Text("花名册格式", "The layout of the roster")
_NEW_PEOPLE = Text("增减人员须用“新警入警”或“退休离职”", "People come and go by recruits and retirements")
_NO_DAY = Text("请填写日期", "Give its date")
_SECONDMENT = Text(
    "方案中只能新增抽调借调(单位、起止日期、事由)或安排返岗",
    "A scenario can begin a secondment (unit, dates, reason) or bring somebody home, no more",
)
_ABSENCE = Text("方案中只能新增请假", "A scenario can add leave, but not correct or remove it")
_MOVE = Text(
    "方案中只能新增或批准调整,不能撤回或更正", "A scenario can add or approve a move, not take back one"
)
_PACKS = Text("更换指标口径包须在现状中进行", "Policy packs are chosen for the county as it stands")
_ORDER = Text("“{title}”不能随方案改变", "“{title}” cannot differ by scenario")


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
            raise InputError(_FACT.format(what=what))
    yield from _people(old, new)
    yield from _postings(before, after, on)
    yield from _moves(old, new)
    yield from _secondments(old, new)
    yield from _absences(old, new)
    yield from _targets(before.policy, after.policy, on)


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


def _only(record: R, like: R, *differing: str) -> bool:
    """Return whether two records are alike but for some fields."""
    names = [f.name for f in fields(record) if f.name not in differing]  # type: ignore[arg-type]
    return all(getattr(record, name) == getattr(like, name) for name in names)


def _people(old: County, new: County) -> Iterator[Added]:
    for known, person in _differing(old.people, new.people, lambda _: _by_change(_NEW_PEOPLE)):
        if known is None:
            raise _by_change(_NEW_PEOPLE)
        if not _only(person, known, "left_on"):
            raise InputError(_FACT.format(what=_PEOPLE))
        if person.left_on is None:
            raise _by_change(_NO_DAY)
        yield ChangeKind.RETIRE, person.left_on, {"person": person.id}


def _postings(before: Document, after: Document, on: date) -> Iterator[Added]:
    """Yield a transfer or a post change for everybody whose posting in force was corrected."""
    old, new = before.county.postings, after.county.postings
    if old is new:
        return
    differing = {r.person for one, other in ((old, new), (new, old)) for id_, r in one.items()
                 if other.get(id_) != r}  # fmt: skip
    stood, stand = _stand(before, differing, on), _stand(after, differing, on)
    for id_ in sorted(differing, key=list(before.county.people).index):
        known, posting = (placed[id_].posting or Posting(0, id_, None) for placed in (stood, stand))
        if not _only(posting, known, "id", "unit", "post", "post_words", "from_", "until"):
            raise InputError(_FACT.format(what=_POSTINGS))
        if posting.unit is not None and posting.unit != known.unit:
            yield ChangeKind.TRANSFER, on, {"person": id_, "unit": posting.unit, "post": posting.post}
        elif posting.post is not known.post:
            yield ChangeKind.POST_CHANGE, on, {"person": id_, "post": posting.post}
        else:
            raise InputError(_FACT.format(what=_POSTINGS))


def _stand(document: Document, people: Collection[int], on: date) -> Mapping[int, Placed]:
    return state(about_people(document.county, frozenset(people)), on, document.policy).placed


_CHANGE_OF = {
    MoveKind.TRANSFER: ChangeKind.TRANSFER,
    MoveKind.POST_CHANGE: ChangeKind.POST_CHANGE,
    MoveKind.RETURN: ChangeKind.RETURN,
}


def _moves(old: County, new: County) -> Iterator[Added]:
    """Yield what was proposed, which counts within a scenario at once, and what was approved.

    A proposal that gives way to another one for the same person stays on record in the county.
    """
    gave_way = {m.person for id_, m in new.moves.items() if id_ not in old.moves}
    kept = {
        id_: m for id_, m in old.moves.items()
        if id_ in new.moves or m.status is not MoveStatus.PROPOSED or m.person not in gave_way
    }  # fmt: skip
    for known, move in _differing(kept, new.moves, lambda _: _by_change(_MOVE)):
        is_approved = known is not None and _only(move, known, "status", "approved_on", "effective")
        if known is not None and not (is_approved and known.status is MoveStatus.PROPOSED):
            raise _by_change(_MOVE)
        yield _CHANGE_OF[move.kind], move.effective, _move_fields(move)


def _move_fields(move: Move) -> Mapping[str, Any]:
    where = {"unit": move.to_unit} if move.kind is MoveKind.TRANSFER else {}
    return {"person": move.person, "post": move.to_post, "note": move.reason_zh, **where}


def _secondments(old: County, new: County) -> Iterator[Added]:
    for known, record in _differing(old.secondments, new.secondments, lambda _: _by_change(_SECONDMENT)):
        if known is None:
            yield _begun(record)
        elif record.returned_on is not None and _only(record, known, "returned_on"):
            home = record.returned_on + timedelta(days=1)
            yield ChangeKind.RETURN, home, {"person": record.person}
        else:
            raise _by_change(_SECONDMENT)


def _begun(record: Secondment) -> Added:
    plain = Secondment(record.id, record.person)
    said = ("to_unit", "to_outside", "level", "from_", "until", "reason")
    if not _only(record, plain, *said) or record.kind is not SecondmentKind.DRAW_OFF:
        raise _by_change(_SECONDMENT)
    if record.from_ is None:
        raise _by_change(_NO_DAY)
    return ChangeKind.SECONDMENT, record.from_, {
        "person": record.person,
        "unit": record.to_unit,
        "name": record.to_outside,
        "until": record.until,
        "note": record.reason,
    }  # fmt: skip


def _absences(old: County, new: County) -> Iterator[Added]:
    for known, record in _differing(old.absences, new.absences, lambda _: _by_change(_ABSENCE)):
        if known is not None:
            raise _by_change(_ABSENCE)
        if record.from_ is None:
            raise _by_change(_NO_DAY)
        yield ChangeKind.LEAVE, record.from_, _leave_fields(record)


def _leave_fields(record: Absence) -> Mapping[str, Any]:
    return {"person": record.person, "value": record.kind.value, "until": record.until, "note": record.note}


def _targets(old: Policy, new: Policy, on: date) -> Iterator[Added]:
    if old.packs != new.packs:
        raise _by_change(_PACKS)
    old, new = old.on(on), new.on(on)
    for key in dict.fromkeys((*old.overrides, *new.overrides)):
        value = new.value(key)
        if value == old.value(key):
            continue
        if isinstance(value, tuple):
            raise InputError(_ORDER.format(title=SETTINGS[key].title))
        words = str(value).lower() if isinstance(value, bool) else str(value)
        yield ChangeKind.TARGET, on, {"key": key, "value": words}


def _by_change(what: Text) -> InputError:
    return InputError(_BY_CHANGE.format(what=what))
