"""The names of fields and codes an import asks about, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from planner.county.records import AbsenceKind, SecondmentKind
from planner.tables.names import (
    ABSENCE_KINDS,
    CATEGORIES,
    POSTS,
    SECONDMENT_KINDS,
    SERVINGS,
    SEXES,
    UNIT_KINDS,
)
from planner.text import Text

FIELD_NAMES: Mapping[str, Text] = {
    "category": Text("身份", "category"),
    "status": Text("人员状态", "status"),
    "post": Text("岗位", "post"),
    "sex": Text("性别", "sex"),
    "kind": Text("单位类别", "kind of unit"),
    "secondment_kind": Text("借调类型", "kind of secondment"),
    "absence_kind": Text("请假类型", "kind of absence"),
}
CODE_WORDS: Mapping[str, Mapping[str, Text]] = {
    "category": {str(k): v for k, v in CATEGORIES.items()},
    "status": {
        **{str(k): v for k, v in SERVINGS.items()},
        **{str(k): v for k, v in ABSENCE_KINDS.items() if k is not AbsenceKind.OTHER},
        **{str(k): v for k, v in SECONDMENT_KINDS.items() if k is not SecondmentKind.TEMPORARY},
    },
    "post": {str(k): v for k, v in POSTS.items()},
    "sex": {str(k): v for k, v in SEXES.items()},
    "kind": {str(k): v for k, v in UNIT_KINDS.items()},
    "secondment_kind": {str(k): v for k, v in SECONDMENT_KINDS.items()},
    "absence_kind": {str(k): v for k, v in ABSENCE_KINDS.items()},
}
