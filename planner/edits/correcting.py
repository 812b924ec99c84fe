"""Correcting fields of many records at once: checked together, copied once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from planner.county.records import Absence, Move, Person, Posting, Relation, Secondment, Unit
from planner.edits.refused import RefusedError, refuse
from planner.text import Text

Changes = Mapping[int, Mapping[str, Any]]  # new values by record id and field
Complaint = tuple[str, Text]  # the field at fault and why

GONE = Text(
    "要修改的记录已不存在,请刷新后重试。", "The record to change is no longer there; look again and retry."
)
_BLANK = Text("这一项不能为空。", "This cannot be left blank.")


R = TypeVar("R", Unit, Person, Posting, Secondment, Absence, Move, Relation)


def corrected(
    table: Mapping[int, R], changes: Changes, check: Callable[[R], Iterable[Complaint]]
) -> dict[int, R]:
    """Return the table with the changes made; raise RefusedError with every complaint they cause.

    A fault the record had before does not stand in the way of correcting another field.
    """
    made = dict(table)
    reasons: dict[tuple[int, str], Text] = {}
    for id_, fields in changes.items():
        if id_ not in table:
            raise refuse(id_, next(iter(fields), ""), GONE)
        if not fields:
            continue
        new = replace(table[id_], **fields)
        known = set(check(table[id_]))
        for field, why in check(new):
            if (field, why) not in known:
                reasons.setdefault((id_, field if field in fields else next(iter(fields))), why)
        made[id_] = new
    if reasons:
        raise RefusedError(reasons)
    return made


def require_unique(table: Mapping[int, R], field: str, changed: Iterable[int], taken: Text) -> None:
    """Raise RefusedError for changed records whose `field` is blank or another record's; `taken` names it."""
    counts = Counter(getattr(record, field) for record in table.values())
    reasons = {}
    for id_ in changed:
        value = getattr(table[id_], field)
        if not value:
            reasons[id_, field] = _BLANK
        elif counts[value] > 1:
            reasons[id_, field] = taken.format(value=value)
    if reasons:
        raise RefusedError(reasons)


def present(table: Mapping[int, R], ids: Iterable[int]) -> list[R]:
    """Return the records of these ids; raise RefusedError if one is gone."""
    try:
        return [table[id_] for id_ in ids]
    except KeyError as missing:
        raise refuse(missing.args[0], "", GONE) from None


def out_of_order(earlier: Any, later: Any) -> bool:
    """Return whether both dates are known and stand the wrong way round."""
    return earlier is not None and later is not None and later < earlier
