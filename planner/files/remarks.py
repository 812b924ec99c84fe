"""Draw-offs that only the remarks tell: 借调至刑侦大队, 在指挥中心跟班学习, 到县委帮助工作."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from planner.county.records import SecondmentKind
from planner.files.cells import compact
from planner.files.vocabulary import vocabulary

_KINDS = "抽调|借调|借用|跟班学习|跟班|帮助工作|专班"
_UNIT = r"(?P<unit>[^，,；;。、（()）\s]{2,30}?)"
_AFTER = re.compile(
    rf"(?P<kind>{_KINDS})(?:至|到|在|往|去){_UNIT}(?:工作|学习|跟班|帮助|参与|参加|$|[，,；;。、（()）\s])"
)
_BEFORE = re.compile(rf"(?:至|到|在|往|去){_UNIT}(?P<kind>跟班学习|跟班|帮助工作|借调|抽调|协助工作)")
_OVER = re.compile(r"曾|原在|原借|已返|返岗|返回|结束|已回|期满|回所|回局|退回")
_CLAUSE = re.compile(r"[；;。\n]")
_TRAILING = re.compile(r"(?:跟班学习|跟班|帮助工作|工作|学习)+\Z")


@dataclass(frozen=True, slots=True)
class ToldStay:
    """A draw-off as the remarks tell it."""

    unit: str
    kind: SecondmentKind


@cache
def told_stay(remarks: str) -> ToldStay | None:
    """Return the draw-off that remarks tell, None where they tell none or one that is over."""
    for clause in _CLAUSE.split(remarks):
        words = clause.strip()
        match = _AFTER.search(words) or _BEFORE.search(words)
        if match is None or _OVER.search(words):
            continue
        unit = _TRAILING.sub("", match["unit"])
        if unit:
            kind = vocabulary().code("secondment_kind", compact(match["kind"])) or SecondmentKind.BORROW
            return ToldStay(unit, SecondmentKind(kind))
    return None
