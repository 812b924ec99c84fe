"""Draw-offs that only the remarks tell: 借调至刑侦大队, 在指挥中心跟班学习, 到县委帮助工作."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from planner.county.records import SecondmentKind
from planner.files.vocabulary import vocabulary
from planner.text import compact

_KINDS = "抽调|借调|借用|跟班学习|跟班|帮助工作|专班"
_UNIT = r"(?P<unit>[^，,；;。、（()）\s]{2,30}?)"
_AFTER = re.compile(
    rf"(?P<kind>{_KINDS})(?:至|到|在|往|去){_UNIT}(?:工作|学习|跟班|帮助|参与|参加|$|[，,；;。、（()）\s])"
)
_BEFORE = re.compile(rf"(?:至|到|在|往|去){_UNIT}(?P<kind>跟班学习|跟班|帮助工作|借调|抽调|协助工作)")
_HINT = re.compile(r"抽调|借调|借用|跟班|帮助工作|协助工作|专班|驻村|下派|挂职")
_BACK = re.compile(
    r"已返|返岗|返回|返所|返局|返队|结束|已回|期满|回所|回局|归队|归建|归所|归局|归岗|退回|召回|解除|终止|到期|已调回"
)
_OVER = re.compile(rf"曾|原在|原借|原抽|{_BACK.pattern}")
_NOT_BACK = re.compile(r"(?:未|尚未|没有|没|不|待)(?:到期|期满|返岗|返回|归队|归建|结束|解除|返所|返局|返队)")
_NEVER = re.compile(r"(?:未|没有|没|无|不|非|取消|停止)(?:被|再|曾|有|予|能|存在|同意|批准)*\Z")
_PLANNED = re.compile(r"拟|待|计划|预计|准备|申请|建议|将|即将")
_OPEN = re.compile(r"待批|待定|待报到|未报到|未到岗|尚未|手续|审批中")
_SPAN = re.compile(r"\d[年月日.]?\s*(?:至|到|-|—|–|~|～)+\s*\d{2,4}\s*[年.]")  # from one date to another
_HERE = re.compile(
    r"(?:本|我|该|此)(?:派出所|所|大队|中队|支队|队|局|单位|室|科|股|中心|部门|处|地)\Z|此处\Z"
)
_CAME = re.compile(r"(?:借调|抽调|借用|跟班|下派)(?:来|入|进)|(?:借|抽|派)来")
_CLAUSE = re.compile(r"[；;。\n]|[，,](?=现|目前|今)")
_TRAILING = re.compile(r"(?:跟班学习|跟班|帮助工作|工作|学习)+\Z")
_DATE = re.compile(r"\d+[年月.]")


@dataclass(frozen=True, slots=True)
class ToldStay:
    """A draw-off as the remarks tell it; `unit` is empty where they leave open whether or where to."""

    unit: str
    kind: SecondmentKind = SecondmentKind.BORROW


@cache
def told_stay(remarks: str) -> ToldStay | None:
    """Return the draw-off that remarks tell, None where they tell none, one that is over, or one to here.

    A plan, a span of dates and words that name no place in so many words are told without a unit:
    they are for a person to verify.
    """
    clauses = [c.strip() for c in _CLAUSE.split(remarks)]
    found = [_of_clause(words, after) for words, after in zip(clauses, (*clauses[1:], ""), strict=True)]
    return _first(t for t in found if t is not None and t.unit) or _first(t for t in found if t is not None)


def _first(stays: Iterable[ToldStay]) -> ToldStay | None:
    return next(iter(stays), None)


def _of_clause(words: str, after: str) -> ToldStay | None:
    hint = _HINT.search(words)
    match = _AFTER.search(words) or _BEFORE.search(words)
    start = match.start() if match else hint.start() if hint else None
    if start is None or _NEVER.search(words[:start]) or _CAME.search(words):
        return None
    if _OVER.search(_NOT_BACK.sub("", words)):
        return None
    if not _HINT.search(after) and _BACK.search(_NOT_BACK.sub("", after)):
        return None
    if _PLANNED.search(words[:start]) or _OPEN.search(words) or _SPAN.search(words):
        return ToldStay("")
    if match is None or _DATE.match(match["unit"]):
        return ToldStay("")
    unit = _TRAILING.sub("", match["unit"])
    if _HERE.match(unit):
        return None
    kind = vocabulary().code("secondment_kind", compact(match["kind"])) or SecondmentKind.BORROW
    return ToldStay(unit, SecondmentKind(kind))
